import type { PlainDate } from '../kernel/plain-date.ts';
import type { Block, SourceText } from './source.ts';

/**
 * A document made plain for the rules: Simplified script, half-width digits, full-width punctuation (，。；：（）“”《》),
 * no pinyin in brackets, no stray spaces between characters. Every reader works on `plain` and answers with offsets of
 * the source text.
 */
export interface Page {
  source: SourceText;
  plain: string;
  /** Offset in `source.text` of each UTF-16 unit of `plain`; length `plain.length + 1`. Never decreases. */
  at: Uint32Array;
  /** Sentences of the body in reading order; chrome is left out. */
  sentences: Sentence[];
  /** The page's own day, against which relative dates are resolved; null where it states none. */
  publishedOn: PlainDate | null;
}

/** One sentence of the body; offsets into `Page.plain`. Ends with its 。！？； or the end of its block. */
export interface Sentence {
  start: number;
  end: number;
  /** `plain.slice(start, end)`. */
  text: string;
  /** The block it stands in (index into `source.blocks`). */
  block: number;
  kind: Block['kind'];
  /** Whether it stands in a headline or summary that the body may repeat. */
  headline: boolean;
}

/** The exact words of the source for a range of `plain`, and where they stand in the source text. */
export function quoteOf(page: Page, start: number, end: number): { quote: string; start: number; end: number } {
  const from = page.at[start] ?? 0;
  const last = page.at[end - 1];
  const to = last === undefined ? from : last + 1;
  return { quote: page.source.text.slice(from, to), start: from, end: to };
}
