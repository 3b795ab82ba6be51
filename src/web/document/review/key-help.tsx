import { Modal } from 'antd';
import { useWords } from '../../client/use-words.ts';

/** The keys of the review. */
export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { keys } = useWords().document;
  return (
    <Modal open={open} onCancel={onClose} title={keys.title} footer={null} width={420}>
      <dl className="rv-keys">
        {keys.rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              {key.split(/\s{2,}/).map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
