import {
  CheckOutlined,
  CloseOutlined,
  EditOutlined,
  LeftOutlined,
  RightOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { fill } from '../../../words/words.ts';
import { useWords } from '../../client/use-words.ts';
import { ItemValue } from './item-value.tsx';
import type { DocumentData } from './use-review.ts';
import type { Screen } from './use-screen.ts';

/** On a phone: the current item at the foot of the screen, to decide with the thumb on either side. */
export function CurrentBar({ screen, document }: { screen: Screen; document: DocumentData }) {
  const { document: said, common } = useWords();
  const { listing, keys, side, rowActs } = screen;
  const { visible, state } = listing;
  const at = visible.findIndex((item) => item.id === state.current);
  const item = visible[at];
  const first = visible[0];
  if (state.editing !== null || screen.adding !== null || first === undefined) return null;
  const edit = () => {
    screen.setSide('list');
    keys.correct();
  };
  return (
    <div className={`rv-bar k-${item?.kind ?? first.kind}`} role="group" aria-label={said.review.items}>
      {side === 'text' && item !== undefined ? (
        <div className="rv-bar-item" onClick={() => screen.setSide('list')}>
          <ItemValue item={item} />
        </div>
      ) : null}
      <div className="rv-bar-acts">
        <Button icon={<LeftOutlined />} aria-label={said.review.previous} disabled={at === 0} onClick={keys.previous} />
        {item === undefined || !document.can.review ? (
          <span className="rv-bar-at">
            {at < 0
              ? fill(common.total, { count: visible.length })
              : fill(said.review.position, { at: at + 1, all: visible.length })}
          </span>
        ) : item.state === 'pending' ? (
          <>
            <Button type="primary" icon={<CheckOutlined />} onClick={keys.accept}>
              {said.review.accept}
            </Button>
            <Button icon={<CloseOutlined />} onClick={keys.reject}>
              {said.review.reject}
            </Button>
          </>
        ) : (
          <Button icon={<UndoOutlined />} onClick={() => rowActs.decide(item.id, 'reopen')}>
            {said.review.reopen}
          </Button>
        )}
        {item === undefined || !document.can.review ? null : (
          <Button icon={<EditOutlined />} aria-label={said.review.correct} onClick={edit} />
        )}
        <Button
          icon={<RightOutlined />}
          aria-label={said.review.next}
          disabled={at === visible.length - 1}
          onClick={keys.next}
        />
      </div>
    </div>
  );
}
