import { CheckOutlined, QuestionCircleOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { fill } from '../../../words/words.ts';
import { useWords } from '../../client/use-words.ts';
import { FILTERS, type Filter } from './kinds.ts';
import type { Saving } from './use-review.ts';

interface ListHeadProps {
  counts: Record<Filter, number>;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  saving: Saving;
  mayReview: boolean;
  onAcceptAll: () => void;
  onUndo: () => void;
  onHelp: () => void;
}

/** Above the items: how far the review is, what is listed, and what is done to all. */
export function ListHead(props: ListHeadProps) {
  const { counts, filter, onFilter, saving } = props;
  const { document: said } = useWords();
  const done = counts.all - counts.pending;
  const share = counts.all === 0 ? 100 : Math.floor((done / counts.all) * 100);
  return (
    <div className="rv-list-head">
      <div className="rv-progress">
        <b>{fill(said.review.decided, { done, all: counts.all })}</b>
        <div
          className="rv-meter"
          role="progressbar"
          aria-valuemin={0}
          aria-valuemax={counts.all}
          aria-valuenow={done}
          aria-label={fill(said.review.decided, { done, all: counts.all })}
        >
          <i style={{ width: `${share}%` }} />
        </div>
        <SavingText saving={saving} />
        <Tools {...props} />
      </div>
      <Segmented<Filter>
        size="small"
        className="rv-filter"
        value={filter}
        onChange={onFilter}
        options={FILTERS.map((value) => ({
          value,
          label: (
            <span>
              {said.filters[value]} <i className="rv-count">{counts[value]}</i>
            </span>
          ),
        }))}
      />
    </div>
  );
}

function Tools({ mayReview, saving, onAcceptAll, onUndo, onHelp }: ListHeadProps) {
  const { document: said } = useWords();
  const { review } = said;
  return (
    <span className="rv-tools">
      {mayReview ? (
        <>
          <Button
            size="small"
            type="text"
            icon={<UndoOutlined />}
            disabled={saving.past === 0}
            onClick={onUndo}
            title={`${review.undo} [Z]`}
            aria-label={review.undo}
          />
          <Button size="small" icon={<CheckOutlined />} onClick={onAcceptAll} title={`${review.acceptAll} [Shift+A]`}>
            {review.acceptAll}
          </Button>
        </>
      ) : null}
      <Button
        size="small"
        type="text"
        className="rv-help-button"
        icon={<QuestionCircleOutlined />}
        onClick={onHelp}
        title={said.keys.open}
        aria-label={said.keys.open}
      />
    </span>
  );
}

function SavingText({ saving }: { saving: Saving }) {
  const { review } = useWords().document;
  const failed = saving.failures.size;
  const text =
    failed > 0
      ? fill(review.unsaved, { count: failed })
      : saving.waiting > 0
        ? review.saving
        : saving.past > 0
          ? review.saved
          : '';
  return (
    <span className={failed > 0 ? 'rv-saving is-failed' : 'rv-saving'} role="status">
      {text}
    </span>
  );
}
