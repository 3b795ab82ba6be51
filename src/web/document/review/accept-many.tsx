import { Button, Modal } from 'antd';
import type { Item } from '../../../contract/document.ts';
import { fill } from '../../../words/words.ts';
import { useWords } from '../../client/use-words.ts';

interface AcceptManyProps {
  /** Pending items that would be accepted; null: closed. */
  items: Item[] | null;
  onAccept: (items: Item[]) => void;
  onClose: () => void;
}

/** Accepts several at once; doubtful ones only when that is chosen. */
export function AcceptMany({ items, onAccept, onClose }: AcceptManyProps) {
  const { document: said, common } = useWords();
  const all = items ?? [];
  const clear = all.filter((item) => item.doubts.length === 0);
  const doubtful = all.length - clear.length;
  const accept = (chosen: Item[]) => {
    onAccept(chosen);
    onClose();
  };
  return (
    <Modal
      open={items !== null}
      onCancel={onClose}
      title={fill(said.review.acceptTitle, { count: all.length })}
      width={480}
      footer={
        <div className="rv-many-foot">
          <Button onClick={onClose}>{common.cancel}</Button>
          {doubtful === 0 ? null : (
            <Button onClick={() => accept(all)}>{fill(said.review.acceptWithDoubts, { count: all.length })}</Button>
          )}
          <Button type="primary" autoFocus disabled={clear.length === 0} onClick={() => accept(clear)}>
            {fill(said.review.acceptClear, { count: clear.length })}
          </Button>
        </div>
      }
    >
      {all.length === 0 ? said.review.acceptNothing : null}
      {doubtful > 0 ? fill(said.review.acceptText, { doubtful }) : null}
    </Modal>
  );
}
