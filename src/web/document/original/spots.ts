import type { Item } from '../../../contract/document.ts';

/** A range of the text. */
export interface Span {
  start: number;
  end: number;
}

/** Where an item is lit: its sentence, and within it the words that are meant (a number, the name of a place). */
export interface Lit {
  id: string;
  kind: Item['kind'];
  state: Item['state'];
  doubtful: boolean;
  ranges: Span[];
  spots: Span[];
}

/** Where items are lit. A place is lit at its name only, since the sentence around it is about something else. */
export function litOf(item: Item, text: string, earlier: readonly Item[]): Lit {
  const { id, kind, state, start, end } = item;
  const base = { id, kind, state, doubtful: item.doubts.length > 0 };
  const whole = [{ start, end }];
  if (item.kind === 'place') {
    const named = [item.value.printed, item.value.name].find(
      (name) => name !== '' && within(text, item, name) !== null,
    );
    const spot = named === undefined ? null : within(text, item, named);
    return { ...base, ranges: spot === null ? whole : [spot], spots: [] };
  }
  if (item.kind === 'fact') {
    const spot = numberSpot(item, text, earlier);
    return { ...base, ranges: whole, spots: spot === null ? [] : [spot] };
  }
  return { ...base, ranges: whole, spots: [] };
}

function within(text: string, item: Span, words: string, from = item.start): Span | null {
  const at = text.indexOf(words, from);
  return at < 0 || at + words.length > item.end ? null : { start: at, end: at + words.length };
}

/** The figure in its sentence; the same figure twice in a sentence goes to its items in turn. */
function numberSpot(item: Item & { kind: 'fact' }, text: string, earlier: readonly Item[]): Span | null {
  const { value, unit } = item.value;
  const twins = earlier.filter(
    (other) =>
      other.kind === 'fact' &&
      other.id !== item.id &&
      other.start === item.start &&
      other.value.value === value &&
      other.seq < item.seq,
  ).length;
  let spot: Span | null = null;
  let from = item.start;
  for (let i = 0; i <= twins; i += 1) {
    const next = within(text, item, value, from);
    if (next === null) break;
    spot = next;
    from = next.end;
  }
  if (spot === null) return null;
  const tail = unit !== '' && text.startsWith(unit, spot.end) ? unit.length : 0;
  return { start: spot.start, end: spot.end + tail };
}
