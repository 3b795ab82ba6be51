import {
  CheckCircleFilled,
  CloseCircleFilled,
  ExclamationCircleOutlined,
  ClockCircleOutlined,
} from '@ant-design/icons';
import type { Item } from '../../../contract/document.ts';
import { useWords } from '../../client/use-words.ts';

/** The state of an item as a sign with its word for those who cannot see it. */
export function StateIcon({ item }: { item: Item }) {
  const { states, review } = useWords().document;
  const doubtful = item.state === 'pending' && item.doubts.length > 0;
  const said = doubtful ? `${states.pending}（${review.doubt}）` : states[item.state];
  const Icon =
    item.state === 'accepted'
      ? CheckCircleFilled
      : item.state === 'rejected'
        ? CloseCircleFilled
        : doubtful
          ? ExclamationCircleOutlined
          : ClockCircleOutlined;
  return (
    <span className={`rv-state is-${doubtful ? 'doubtful' : item.state}`} title={said}>
      <Icon aria-hidden />
      <span className="bf-hide">{said}</span>
    </span>
  );
}
