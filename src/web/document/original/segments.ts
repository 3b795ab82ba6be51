import type { ItemKind } from '../../../contract/document.ts';
import type { Lit, Span } from './spots.ts';

/** A run of text that looks the same from end to end. */
export interface Segment extends Span {
  text: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  /** Items lit here, the innermost first. */
  items: string[];
  /** The kind whose colour lies behind the words; null: none. */
  kind: ItemKind | null;
  /** Kinds of the other items here, drawn as lines below the words. */
  others: ItemKind[];
  /** Whether these are the very words meant. */
  spot: boolean;
  decided: boolean;
  doubtful: boolean;
}

/** Bold, italic or underlined text of the original. */
export interface Mark extends Span {
  kind: 'bold' | 'italic' | 'underline';
}

interface Piece extends Span {
  lit: Lit;
  spot: boolean;
}

const MOST_LINES = 3;

/** A block cut where anything begins or ends: items may lie in one another or overlap. */
export function segmentsOf(block: Span, text: string, marks: readonly Mark[], lits: readonly Lit[]): Segment[] {
  const inside = <T extends Span>(list: readonly T[]) =>
    list.filter((one) => one.start < block.end && one.end > block.start);
  const ownMarks = inside(marks);
  const pieces = inside(
    lits.flatMap((lit): Piece[] => [
      ...lit.ranges.map((range) => ({ ...range, lit, spot: false })),
      ...lit.spots.map((range) => ({ ...range, lit, spot: true })),
    ]),
  );
  const cuts = new Set([block.start, block.end]);
  for (const one of [...ownMarks, ...pieces]) {
    cuts.add(Math.max(block.start, one.start));
    cuts.add(Math.min(block.end, one.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? block.end;
    const covers = <T extends Span>(one: T) => one.start < end && one.end > start;
    return segmentOf({ start, end }, text, ownMarks.filter(covers), pieces.filter(covers));
  });
}

function segmentOf({ start, end }: Span, text: string, marks: Mark[], pieces: Piece[]): Segment {
  const has = (kind: Mark['kind']) => marks.some((mark) => mark.kind === kind);
  const inner = [...pieces].sort((a, b) => a.end - a.start - (b.end - b.start) || Number(b.spot) - Number(a.spot));
  const shown = inner.filter((piece) => piece.lit.state !== 'rejected');
  const top = shown[0];
  const kinds = [...new Set(shown.map((piece) => piece.lit.kind))];
  return {
    start,
    end,
    text: text.slice(start, end),
    bold: has('bold'),
    italic: has('italic'),
    underline: has('underline'),
    items: [...new Set(inner.map((piece) => piece.lit.id))],
    kind: top?.lit.kind ?? null,
    others: kinds.slice(1, 1 + MOST_LINES),
    spot: top?.spot ?? false,
    decided: top?.lit.state === 'accepted',
    doubtful: top?.lit.state === 'pending' && top.lit.doubtful,
  };
}
