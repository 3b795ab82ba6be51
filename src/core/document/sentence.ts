import type { Sentence } from './page.ts';
import type { BlockKind } from './source.ts';

/** A block of the body as a range of the plain text. */
export interface PlainBlock {
  /** Index into the blocks of the source. */
  index: number;
  kind: BlockKind;
  start: number;
  end: number;
}

const MIN_REPEATED = 15;

/**
 * Cuts blocks into sentences: at 。！？； with the closing quotes and brackets behind it, never inside （…） or 《…》.
 * A sentence of the body that was printed before, word for word, is left out (`repeated` counts them).
 */
export function sentencesOf(
  plain: string,
  blocks: readonly PlainBlock[],
  summary: ReadonlySet<number>,
): { sentences: Sentence[]; repeated: number } {
  const sentences: Sentence[] = [];
  const seen = new Set<string>();
  let repeated = 0;
  for (const block of blocks) {
    const headline = block.kind === 'heading' || summary.has(block.index);
    for (const [start, end] of rangesOf(plain, block.start, block.end)) {
      const text = plain.slice(start, end);
      if (!headline && block.kind !== 'cell' && end - start >= MIN_REPEATED) {
        const key = text.replace(/[^\p{L}\p{N}]/gu, '');
        if (seen.has(key)) {
          repeated += 1;
          continue;
        }
        if (key.length >= MIN_REPEATED) seen.add(key);
      }
      if (headline && end - start >= MIN_REPEATED) seen.add(text.replace(/[^\p{L}\p{N}]/gu, ''));
      sentences.push({ start, end, text, block: block.index, kind: block.kind, headline });
    }
  }
  return { sentences, repeated };
}

const CLOSING = /[”’）】〕》」]/;
const PAIRS: Record<string, string> = { '（': '）', '《': '》', '〔': '〕', '【': '】' };

function* rangesOf(plain: string, from: number, to: number): Generator<[number, number]> {
  let start = from;
  let inside = -1;
  for (let i = from; i < to; i += 1) {
    const c = plain.charAt(i);
    if (i < inside) continue;
    const close = PAIRS[c];
    if (close !== undefined) {
      const end = plain.indexOf(close, i);
      if (end > 0 && end < to && end - i <= 120) inside = end;
      continue;
    }
    if (c !== '。' && c !== '！' && c !== '？' && c !== '；' && c !== '\n') continue;
    let end = i + 1;
    while (end < to && c !== '\n' && CLOSING.test(plain.charAt(end))) end += 1;
    if (c === '\n') {
      if (i > start) yield [start, i];
    } else yield [start, end];
    start = end;
    i = end - 1;
  }
  if (start < to && plain.slice(start, to).trim() !== '') yield [start, to];
}
