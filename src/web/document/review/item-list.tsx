import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { Item } from '../../../contract/document.ts';
import { useWords } from '../../client/use-words.ts';
import { ItemForm } from './item-form.tsx';
import { ItemRow, type RowActs } from './item-row.tsx';
import type { Group } from './kinds.ts';
import type { Failure } from './use-review.ts';
import { useReviewHere } from './review-context.tsx';

/** Where the eye and the hand are in the list. */
export interface ListState {
  current: string | null;
  hovered: string | null;
  editing: string | null;
  linking: string | null;
  selected: ReadonlySet<string>;
  folded: ReadonlySet<string>;
}

interface ItemListProps {
  groups: Group[];
  state: ListState;
  failures: ReadonlyMap<string, Failure>;
  mayReview: boolean;
  acts: RowActs;
  onFold: (key: string) => void;
  onAccept: (items: Item[]) => void;
  onSelectGroup: (items: Item[], on: boolean) => void;
}

/** The items in their groups. */
export function ItemList(props: ItemListProps) {
  const { groups } = props;
  return (
    <>
      {groups.map((group) => (
        <GroupView key={group.key} {...props} group={group} />
      ))}
    </>
  );
}

function GroupView({ group, ...props }: ItemListProps & { group: Group }) {
  const { state, failures, mayReview, acts } = props;
  const folded = state.folded.has(group.key);
  const form = useFormOf(acts);
  return (
    <section className={`rv-group k-${group.kind}`}>
      <GroupHead group={group} {...props} />
      {folded ? null : (
        <ul className="rv-rows">
          {group.items.map((item) => (
            <ItemRow
              key={item.id}
              item={item}
              current={state.current === item.id}
              hovered={state.hovered === item.id}
              selected={state.selected.has(item.id)}
              linking={state.linking === item.id}
              failure={failures.get(item.id) ?? null}
              mayReview={mayReview}
              acts={acts}
              form={state.editing === item.id ? form(item) : null}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function useFormOf(rowActs: RowActs): (item: Item) => ReactNode {
  const { acts } = useReviewHere();
  const { review } = useWords().document;
  return (item) => (
    <ItemForm
      kind={item.kind}
      value={item.value}
      submit={review.saveCorrect}
      onCancel={() => rowActs.edit(null)}
      onSave={(value) => {
        acts.change({ do: 'correct', item: item.id, value });
        rowActs.edit(null);
      }}
    />
  );
}

function GroupHead({ group, state, mayReview, onFold, onAccept, onSelectGroup }: ItemListProps & { group: Group }) {
  const { document: said, term } = useWords();
  const folded = state.folded.has(group.key);
  const pending = group.items.filter((item) => item.state === 'pending');
  const chosen = group.items.filter((item) => state.selected.has(item.id)).length;
  const name = group.line === null ? said.kinds[group.kind] : `${said.kinds.task} · ${term.line[group.line]}`;
  return (
    <div className="rv-group-head">
      {group.kind === 'task' && mayReview ? (
        <Checkbox
          checked={chosen === group.items.length}
          indeterminate={chosen > 0 && chosen < group.items.length}
          aria-label={`${said.link.selectAll} · ${name}`}
          onChange={(event) => onSelectGroup(group.items, event.target.checked)}
        />
      ) : null}
      <h3>
        <button type="button" aria-expanded={!folded} onClick={() => onFold(group.key)}>
          {folded ? <RightOutlined aria-hidden /> : <DownOutlined aria-hidden />}
          <i className="rv-dot" aria-hidden />
          {name}
          <span className="bf-quiet">
            {pending.length === 0
              ? group.items.length
              : `${group.items.length - pending.length} / ${group.items.length}`}
          </span>
        </button>
      </h3>
      {mayReview && pending.length > 0 ? (
        <Button size="small" type="link" onClick={() => onAccept(pending)}>
          {said.review.acceptGroup}
        </Button>
      ) : null}
    </div>
  );
}
