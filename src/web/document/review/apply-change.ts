import type { Item, ReviewChange } from '../../../contract/document.ts';

const STATE_AFTER = { accept: 'accepted', reject: 'rejected', reopen: 'pending' } as const;

/** The items as they will be once the server has made the change; shown until it answers. */
export function applyChange(items: readonly Item[], change: ReviewChange, text: string): Item[] {
  if (change.do === 'add') return inOrder([...items, addedItem(items, change, text)]);
  if (change.do === 'correct') {
    return items.map((item) =>
      item.id === change.item ? ({ ...item, value: change.value, state: 'accepted', corrected: true } as Item) : item,
    );
  }
  const ids = new Set(change.items);
  const state = STATE_AFTER[change.do];
  return items.map((item) => (ids.has(item.id) ? { ...item, state } : item));
}

/** The ids that a change is about. */
export function idsOf(change: ReviewChange): string[] {
  if (change.do === 'add') return [change.id];
  return change.do === 'correct' ? [change.item] : change.items;
}

/** The changes that bring the items back to what they were; an added item can only be rejected. */
export function inverseOf(before: readonly Item[], change: ReviewChange): ReviewChange[] {
  if (change.do === 'add') return [{ do: 'reject', items: [change.id] }];
  const old = before.filter((item) => idsOf(change).includes(item.id));
  const back: ReviewChange[] = [];
  if (change.do === 'correct') for (const item of old) back.push({ do: 'correct', item: item.id, value: item.value });
  for (const [state, verb] of [
    ['pending', 'reopen'],
    ['accepted', 'accept'],
    ['rejected', 'reject'],
  ] as const) {
    const ids = old.filter((item) => item.state === state).map((item) => item.id);
    if (ids.length > 0 && !(change.do === 'correct' && state === 'accepted')) back.push({ do: verb, items: ids });
  }
  return back;
}

/** The items with the server's answer in their place. */
export function mergeItems(items: readonly Item[], answer: readonly Item[]): Item[] {
  const fresh = new Map(answer.map((item) => [item.id, item]));
  const known = new Set(items.map((item) => item.id));
  return inOrder([...items.map((item) => fresh.get(item.id) ?? item), ...answer.filter((item) => !known.has(item.id))]);
}

function inOrder(items: Item[]): Item[] {
  return items.sort((a, b) => a.start - b.start || a.seq - b.seq);
}

function addedItem(items: readonly Item[], change: ReviewChange & { do: 'add' }, text: string): Item {
  const { id, kind, start, end, value } = change;
  const seq = Math.max(-1, ...items.map((item) => item.seq)) + 1;
  const base = { id, seq, start, end, quote: text.slice(start, end), doubts: [], state: 'accepted' };
  return { ...base, added: true, corrected: false, kind, value } as unknown as Item;
}
