import type { Page, Sentence } from '../page.ts';
import type { Block } from '../source.ts';

/** A numbering mark; a smaller level stands higher (一、 over （一） over 1. over 一是). */
export interface Marker {
  level: number;
  /** The number itself, 1 for the first. */
  n: number;
}

/** A sentence or numbered part of one; offsets into `Page.plain`. */
export interface Piece {
  start: number;
  end: number;
  /** The words after the marker. */
  text: string;
  /** Where `text` begins. */
  textStart: number;
  marker: Marker | null;
  block: number;
  kind: Block['kind'];
  headline: boolean;
  /** Whether the piece opens its block. */
  first: boolean;
}

const NUMERALS = '一二三四五六七八九十';
/** Marks that may open a block or follow a full stop. */
const BLOCK_MARKS: readonly (readonly [number, RegExp])[] = [
  [10, /^第([一二三四五六七八九十]{1,3})[章节部]分?[，：、\s]?/],
  [20, /^([一二三四五六七八九十]{1,3})[、．.]/],
  [30, /^[（(]([一二三四五六七八九十]{1,3})[）)]、?/],
  [40, /^(\d{1,2})[.．、](?!\d)/],
  [50, /^[（(](\d{1,2})[）)]、?/],
  [45, /^([⒈-⒛])/],
  [55, /^([①-⑳])/],
];
/** Marks that may also follow a comma. */
const INLINE_MARKS: readonly (readonly [number, RegExp])[] = [
  [60, /^(?:第([一二三四五六七八九十])[，、：]|第([一二三四五六七八九十])(?=[是要]))/],
  [70, /^([一二三四五六七八九十])(?=要[^求素点])/],
  [70, /^([一二三四五六七八九十])是(?:要|在|着力|：)?(?=.)/],
  [70, /^([一二三四五六七八九十])(?=抓[好紧实]|强化|突出|聚焦)/],
];

/** Cuts the body into sentences, and sentences before each numbering mark. */
export function piecesOf(page: Page): Piece[] {
  const out: Piece[] = [];
  let block = -1;
  for (const sentence of wholeSentences(page)) {
    const first = sentence.block !== block;
    block = sentence.block;
    const cuts = cutsOf(sentence.text);
    cuts.forEach((cut, i) => {
      const start = sentence.start + cut.at;
      const end = sentence.start + (cuts[i + 1]?.at ?? sentence.text.length);
      const textStart = start + cut.length;
      const text = page.plain.slice(textStart, end).replace(/\n+$/, '');
      if (text.trim() === '' && cut.marker === null) return;
      out.push({
        start,
        end,
        text,
        textStart,
        marker: cut.marker,
        block,
        kind: sentence.kind,
        headline: sentence.headline,
        first: first && i === 0,
      });
    });
  }
  return out;
}

/** Sentences with what a bracket or quotation mark left open joined to the next one of the block. */
function wholeSentences(page: Page): Sentence[] {
  const out: Sentence[] = [];
  for (const sentence of page.sentences) {
    const before = out.at(-1);
    if (before && before.block === sentence.block && before.text.length < 400 && leavesOpen(before.text)) {
      out[out.length - 1] = { ...before, end: sentence.end, text: page.plain.slice(before.start, sentence.end) };
    } else out.push(sentence);
  }
  return out;
}

function leavesOpen(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if ('（〔［【“'.includes(c)) depth += 1;
    else if ('）〕］】”'.includes(c)) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

interface Cut {
  at: number;
  length: number;
  marker: Marker | null;
}

function cutsOf(text: string): Cut[] {
  const opening = markAt(text, 0, true) ?? { at: 0, length: 0, marker: null };
  const cuts: Cut[] = [opening];
  for (let at = Math.max(1, opening.length); at < text.length; at += 1) {
    if (!/[，。；：！？、\s]/.test(text.charAt(at - 1))) continue;
    const cut = markAt(text, at, /[。；：！？\s]/.test(text.charAt(at - 1)));
    if (cut === null || (cut.marker?.n !== 1 && text.charAt(at - 1) === '、')) continue;
    cuts.push(cut);
    at += cut.length - 1;
  }
  return cuts;
}

function markAt(text: string, at: number, strong: boolean): Cut | null {
  const head = text.slice(at, at + 10);
  for (const [level, pattern] of strong ? [...BLOCK_MARKS, ...INLINE_MARKS] : INLINE_MARKS) {
    const m = pattern.exec(head);
    if (m) return { at, length: m[0].length, marker: { level, n: numberOf(m[1] ?? m[2] ?? '') } };
  }
  return null;
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (/[①-⑳]/.test(text)) return text.charCodeAt(0) - 0x2460 + 1;
  if (/[⒈-⒛]/.test(text)) return text.charCodeAt(0) - 0x2488 + 1;
  const ten = text.indexOf('十');
  if (ten < 0) return NUMERALS.indexOf(text) + 1;
  const high = ten === 0 ? 1 : NUMERALS.indexOf(text.charAt(0)) + 1;
  return high * 10 + (text.length > ten + 1 ? NUMERALS.indexOf(text.charAt(ten + 1)) + 1 : 0);
}
