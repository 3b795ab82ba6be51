import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { Item } from '../../../contract/document.ts';
import type { ListState } from './item-list.tsx';
import { groupsOf, passes, type Filter, type Group } from './kinds.ts';

/** What is listed, in which order, and where the eye stands. */
export interface Listing {
  filter: Filter;
  setFilter: (filter: Filter) => void;
  groups: Group[];
  /** The items that are listed and not folded away, in the order of the list. */
  visible: Item[];
  state: ListState;
  set: (part: Partial<ListState>) => void;
  /** Counts up when the text is to follow the list, and when the list is to follow the text. */
  jumps: { text: number; list: number };
  jump: (to: 'text' | 'list') => void;
}

const NOWHERE: ListState = {
  current: null,
  hovered: null,
  editing: null,
  linking: null,
  selected: new Set(),
  folded: new Set(),
};

/** Keeps where the eye stands in a list of items; an address may name the item to begin at. */
export function useListState(items: readonly Item[]): Listing {
  const asked = useAsked();
  const [filter, setFilterOnly] = useState<Filter>('all');
  const [state, setState] = useState<ListState>({ ...NOWHERE, current: asked });
  const [jumps, setJumps] = useState({ text: asked === null ? 0 : 1, list: asked === null ? 0 : 1 });
  const [seen, setSeen] = useState(asked);
  const set = useCallback((part: Partial<ListState>) => setState((old) => ({ ...old, ...part })), []);
  const jump = useCallback((to: 'text' | 'list') => setJumps((old) => ({ ...old, [to]: old[to] + 1 })), []);
  if (asked !== seen) {
    setSeen(asked);
    if (asked !== null) {
      set({ current: asked, folded: new Set() });
      setFilterOnly('all');
      setJumps((old) => ({ text: old.text + 1, list: old.list + 1 }));
    }
  }
  const groups = useMemo(
    () => groupsOf(items.filter((item) => passes(item, filter) || item.id === state.editing)),
    [items, filter, state.editing],
  );
  const visible = useMemo(
    () => groups.filter((group) => !state.folded.has(group.key)).flatMap((group) => group.items),
    [groups, state.folded],
  );
  const setFilter = (next: Filter) => {
    setFilterOnly(next);
    set({ editing: null, linking: null, selected: new Set(), folded: new Set() });
  };
  return { filter, setFilter, groups, visible, state, set, jumps, jump };
}

/** The item that the address names: `#item-<id>` or `?item=<id>`. */
function useAsked(): string | null {
  const { hash, search } = useLocation();
  if (hash.startsWith('#item-')) return hash.slice('#item-'.length);
  return new URLSearchParams(search).get('item');
}
