import { App } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Item, ItemKind } from '../../../contract/document.ts';
import { useWords } from '../../client/use-words.ts';
import type { Picked } from '../original/selection.ts';
import { draftOf, type NewItem } from './draft-of.ts';
import type { RowActs } from './item-row.tsx';
import type { ReviewKeys } from './use-keys.ts';
import { useListState, type Listing } from './use-list-state.ts';
import type { DocumentData, ReviewActs } from './use-review.ts';

/** All that the review screen keeps and does. */
export interface Screen {
  listing: Listing;
  rowActs: RowActs;
  keys: ReviewKeys;
  side: 'text' | 'list';
  setSide: (side: 'text' | 'list') => void;
  picked: Picked | null;
  pick: (picked: Picked | null) => void;
  adding: NewItem | null;
  setAdding: (adding: NewItem | null) => void;
  beginAdding: (kind: ItemKind) => void;
  addFocus: boolean;
  setAddFocus: (focus: boolean) => void;
  help: boolean;
  setHelp: (open: boolean) => void;
  many: Item[] | null;
  setMany: (items: Item[] | null) => void;
  acceptAll: (items: readonly Item[]) => void;
  chooseInText: (id: string) => void;
}

/** The state of the review screen and every step a reviewer can take on it. */
export function useScreen(document: DocumentData, acts: ReviewActs, narrow: boolean): Screen {
  const listing = useListState(document.list);
  const { document: said } = useWords();
  const [side, setSide] = useState<'text' | 'list'>('list');
  const [picked, setPicked] = useState<Picked | null>(null);
  const [adding, setAdding] = useState<NewItem | null>(null);
  const [addFocus, setAddFocus] = useState(false);
  const [help, setHelp] = useState(false);
  const [many, setMany] = useState<Item[] | null>(null);
  const pick = useCallback((next: Picked | null) => {
    setPicked(next);
    if (next === null) setAddFocus(false);
  }, []);
  const rowActs = useRowActs(listing, acts);
  const openers = { add: () => setAddFocus(true), help: () => setHelp(true), many: setMany, side: setSide };
  const keys = useReviewKeys({ document, listing, acts, rowActs, picked, openers });
  const chooseInText = (id: string) => {
    if (!listing.visible.some((item) => item.id === id)) listing.setFilter('all');
    rowActs.choose(id, 'text');
  };
  const beginAdding = (kind: ItemKind) => {
    if (picked === null) return;
    const words = document.text.slice(picked.start, picked.end);
    const { start, end } = picked;
    setAdding({ kind, start, end, value: draftOf(kind, words, said.form.categories[2] ?? '') });
    setAddFocus(false);
    if (narrow) setSide('list');
    getSelection()?.removeAllRanges();
  };
  const acceptAll = (items: readonly Item[]) => {
    if (items.length > 0) acts.change({ do: 'accept', items: items.map((item) => item.id) });
  };
  return {
    ...{ listing, rowActs, keys, side, setSide, picked, pick, adding, setAdding, beginAdding, addFocus, setAddFocus },
    ...{ help, setHelp, many, setMany, acceptAll, chooseInText },
  };
}

/** What rows call; stays the same object, so that rows are drawn again only when they change. */
function useRowActs(listing: Listing, acts: ReviewActs): RowActs {
  const latest = useRef({ listing, acts });
  latest.current = { listing, acts };
  return useMemo<RowActs>(() => {
    const set: Listing['set'] = (part) => latest.current.listing.set(part);
    const choose: RowActs['choose'] = (id, from) => {
      const { state, jump } = latest.current.listing;
      if (state.current !== id) set({ current: id, ...(state.editing === id ? {} : { editing: null, linking: null }) });
      jump(from === 'list' ? 'text' : 'list');
    };
    return {
      choose,
      hover: (id) => set({ hovered: id }),
      decide: (id, verb) => latest.current.acts.change({ do: verb, items: [id] }),
      edit: (id) => {
        set(id === null ? { editing: null } : { editing: id, linking: null, current: id });
        if (id !== null) latest.current.listing.jump('text');
      },
      link: (id) => {
        set(id === null ? { linking: null } : { linking: id, editing: null, current: id });
        if (id !== null) latest.current.listing.jump('text');
      },
      select: (id) => set({ selected: toggled(latest.current.listing.state.selected, [id]) }),
      retry: (id) => latest.current.acts.retry(id),
      drop: (id) => latest.current.acts.drop(id),
    };
  }, []);
}

/** A set with some members turned over. */
export function toggled<T>(set: ReadonlySet<T>, members: readonly T[]): Set<T> {
  const next = new Set(set);
  for (const one of members) if (!next.delete(one)) next.add(one);
  return next;
}

interface KeysInput {
  document: DocumentData;
  listing: Listing;
  acts: ReviewActs;
  rowActs: RowActs;
  picked: Picked | null;
  openers: { add: () => void; help: () => void; many: (items: Item[]) => void; side: (side: 'text' | 'list') => void };
}

/** The steps by key: after a decision the eye goes on to the next item. */
function useReviewKeys({ document, listing, acts, rowActs, picked, openers }: KeysInput): ReviewKeys {
  const { message } = App.useApp();
  const { review } = useWords().document;
  const { visible, state } = listing;
  const at = visible.findIndex((item) => item.id === state.current);
  const now = visible[at];
  const may = document.can.review;
  const go = (step: 1 | -1) => {
    const next = at < 0 ? visible[step > 0 ? 0 : visible.length - 1] : visible[at + step];
    if (next === undefined) return;
    listing.set({ current: next.id, editing: null, linking: null });
    listing.jump('text');
    listing.jump('list');
  };
  const decide = (verb: 'accept' | 'reject' | 'reopen') => {
    if (!may || now === undefined) return;
    const after = { accept: 'accepted', reject: 'rejected', reopen: 'pending' }[verb];
    if (now.state !== after) rowActs.decide(now.id, verb);
    if (verb !== 'reopen') go(1);
  };
  const task = may && now?.kind === 'task' ? now : null;
  return {
    next: () => go(1),
    previous: () => go(-1),
    accept: () => decide('accept'),
    reject: () => decide('reject'),
    reopen: () => decide('reopen'),
    acceptAll: () => (may ? openers.many(visible.filter((item) => item.state === 'pending')) : undefined),
    correct: () => (may && now !== undefined ? rowActs.edit(now.id) : undefined),
    link: () => (task === null ? undefined : rowActs.link(task.id)),
    select: () => (task === null ? undefined : rowActs.select(task.id)),
    add: () => (picked === null ? void message.info(review.addNone) : openers.add()),
    undo: () => {
      const ids = acts.undo();
      if (ids === null) return void message.info(review.nothingToUndo);
      void message.success({ content: review.undone, key: 'undo', duration: 1.2 });
      const [first] = ids;
      if (first === undefined) return undefined;
      listing.set({ current: first });
      listing.jump('text');
      return listing.jump('list');
    },
    help: openers.help,
    escape: () => listing.set({ editing: null, linking: null }),
  };
}
