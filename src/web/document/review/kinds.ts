import type { Item, ItemKind } from '../../../contract/document.ts';
import { LINES, type Line } from '../../../core/document/reading.ts';

/** Kinds in the order in which a reviewer goes through them. */
export const KIND_ORDER = ['meeting', 'agenda', 'attendee', 'pairing', 'task', 'fact', 'place'] as const;

/** Items of one kind, tasks also of one line of work. */
export interface Group {
  key: string;
  kind: ItemKind;
  line: Line | null;
  items: Item[];
}

/** What of the items is listed. */
export type Filter = 'all' | 'pending' | 'doubtful' | 'accepted' | 'rejected';
/** The filters in their order. */
export const FILTERS: readonly Filter[] = ['all', 'pending', 'doubtful', 'accepted', 'rejected'];

/** Whether the reading marked the item doubtful and nobody has decided it yet. */
export const isDoubtful = (item: Item): boolean => item.doubts.length > 0 && !item.corrected && !item.added;

/** Whether an item stands under a filter. Doubtful ones stay there once decided, to be looked at again. */
export function passes(item: Item, filter: Filter): boolean {
  if (filter === 'all') return true;
  return filter === 'doubtful' ? isDoubtful(item) : item.state === filter;
}

/** How many items each filter has. */
export function countsOf(items: readonly Item[]): Record<Filter, number> {
  const count = (filter: Filter) => items.filter((item) => passes(item, filter)).length;
  return {
    all: items.length,
    pending: count('pending'),
    doubtful: count('doubtful'),
    accepted: count('accepted'),
    rejected: count('rejected'),
  };
}

/** Items in groups by kind, tasks by line of work, each in the order of the text. */
export function groupsOf(items: readonly Item[]): Group[] {
  return KIND_ORDER.flatMap((kind): Group[] => {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) return [];
    if (kind !== 'task') return [{ key: kind, kind, line: null, items: own }];
    return LINES.map((line) => ({
      key: `task.${line}`,
      kind,
      line,
      items: own.filter((item) => item.kind === 'task' && item.value.line === line),
    })).filter((group) => group.items.length > 0);
  });
}
