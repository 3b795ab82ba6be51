import { useEffect, useRef, type RefObject } from 'react';
import { Button } from 'antd';
import type { Item } from '../../../contract/document.ts';
import { useWords } from '../../client/use-words.ts';
import { Empty } from '../../parts/empty.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ItemList } from './item-list.tsx';
import { NotSaved, type RowActs } from './item-row.tsx';
import { countsOf, type Filter } from './kinds.ts';
import { ListHead } from './list-head.tsx';
import { NewItemForm } from './new-item-form.tsx';
import type { DocumentData, ReviewActs, Saving } from './use-review.ts';
import { toggled, type Screen } from './use-screen.ts';

interface ListSideProps {
  document: DocumentData;
  screen: Screen;
  saving: Saving;
  acts: ReviewActs;
  away: boolean;
}

/** The side of the items. */
export function ListSide({ document, screen, saving, away }: ListSideProps) {
  const { document: said } = useWords();
  const { listing, keys, rowActs, adding } = screen;
  const { state } = listing;
  const mayReview = document.can.review;
  const list = useRef<HTMLDivElement>(null);
  useFollow(list, state.current, listing.jumps.list);
  const tasks = document.list.filter((item) => item.kind === 'task').filter((item) => state.selected.has(item.id));
  const acceptGroup = (items: Item[]) =>
    items.some((item) => item.doubts.length > 0) ? screen.setMany(items) : screen.acceptAll(items);
  const selectGroup = (items: Item[], on: boolean) => {
    const ids = items.map((item) => item.id).filter((id) => state.selected.has(id) !== on);
    listing.set({ selected: toggled(state.selected, ids) });
  };
  return (
    <section className={`rv-pane rv-items${away ? ' is-away' : ''}`} aria-label={said.review.itemsLabel}>
      <ListHead
        counts={countsOf(document.list)}
        filter={listing.filter}
        onFilter={listing.setFilter}
        saving={saving}
        mayReview={mayReview}
        onAcceptAll={keys.acceptAll}
        onUndo={keys.undo}
        onHelp={() => screen.setHelp(true)}
      />
      <div ref={list} className="rv-list">
        {adding === null ? null : (
          <NewItemForm
            item={adding}
            onDone={() => screen.setAdding(null)}
            onAdded={(id) => rowActs.choose(id, 'text')}
          />
        )}
        <NotAdded document={document} saving={saving} acts={rowActs} />
        <ItemList
          groups={listing.groups}
          state={state}
          failures={saving.failures}
          mayReview={mayReview}
          acts={rowActs}
          onFold={(key) => listing.set({ folded: toggled(state.folded, [key]) })}
          onAccept={acceptGroup}
          onSelectGroup={selectGroup}
        />
        {listing.groups.length > 0 || adding !== null ? null : (
          <NothingListed all={document.list.length} filter={listing.filter} onAll={() => listing.setFilter('all')} />
        )}
        {mayReview ? <p className="rv-hint">{said.review.addHint}</p> : null}
      </div>
      <BulkBar items={tasks} onClear={() => listing.set({ selected: new Set() })} />
    </section>
  );
}

/** Items that were added but not saved: they are in no list, so they stand above it. */
function NotAdded({ document, saving, acts }: { document: DocumentData; saving: Saving; acts: RowActs }) {
  const known = new Set(document.list.map((item) => item.id));
  const lost = [...saving.failures].filter(([id]) => !known.has(id));
  return lost.map(([id, failure]) => {
    const { change } = failure.step;
    return (
      <div key={id} className="rv-new">
        {change.do === 'add' ? (
          <blockquote className="bf-quote rv-quote">{document.text.slice(change.start, change.end)}</blockquote>
        ) : null}
        <NotSaved failure={failure} id={id} acts={acts} />
      </div>
    );
  });
}

function NothingListed({ all, filter, onAll }: { all: number; filter: Filter; onAll: () => void }) {
  const { review } = useWords().document;
  if (all === 0) return <Empty title={review.noItems} text={review.noItemsText} />;
  const done = filter === 'pending';
  return (
    <Empty
      small
      {...(done ? { title: review.allDone } : {})}
      text={done ? review.allDoneText : review.noneHere}
      action={<Button onClick={onAll}>{review.showAll}</Button>}
    />
  );
}

/** Brings the current row into sight and, unless somebody types, the keyboard to it. */
function useFollow(list: RefObject<HTMLDivElement | null>, current: string | null, jump: number): void {
  useEffect(() => {
    if (jump === 0 || current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(current)}"]`);
    if (row === null || row === undefined) return;
    row.scrollIntoView({ block: 'nearest' });
    const busy = document.activeElement?.closest('input, textarea, .rv-original, .ant-modal') ?? null;
    if (busy === null) row.focus({ preventScroll: true });
  }, [list, current, jump]);
}
