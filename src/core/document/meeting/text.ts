/** A part of a sentence; offsets into that sentence. */
export interface Clause {
  start: number;
  end: number;
  /** The words themselves. */
  text: string;
  /** The same length, with what stands inside 《》“”（） blotted out. */
  masked: string;
}

const BLOT = '□';
const PAIRS: Record<string, string> = { '《': '》', '“': '”', '（': '）', '〔': '〕', '【': '】', '「': '」' };

/** The text with what stands inside brackets and quotes blotted out, length kept; an unclosed one is left as it is. */
export function mask(text: string): string {
  let out = '';
  let i = 0;
  while (i < text.length) {
    const open = text.charAt(i);
    const close = PAIRS[open];
    const end = close === undefined ? -1 : closing(text, i, open, close);
    if (end < 0) {
      out += open;
      i += 1;
      continue;
    }
    out += open + BLOT.repeat(end - i - 1) + text.charAt(end);
    i = end + 1;
  }
  return out;
}

const LONGEST = 200;

function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let i = from; i < text.length && i < from + LONGEST; i += 1) {
    const c = text.charAt(i);
    if (c === open && open !== close) depth += 1;
    if (c === close) depth -= 1;
    if (depth === 0 && i > from) return i;
  }
  return -1;
}

/** The clauses of a sentence: cut at ，；。！？：outside brackets and quotes. */
export function clausesOf(text: string): Clause[] {
  const masked = mask(text);
  const out: Clause[] = [];
  let start = 0;
  for (let i = 0; i <= masked.length; i += 1) {
    if (i < masked.length && !/[，；。！？：\n]/.test(masked.charAt(i))) continue;
    if (i > start) out.push({ start, end: i, text: text.slice(start, i), masked: masked.slice(start, i) });
    start = i + 1;
  }
  return out;
}

/** The part from..to of a clause, as a clause of the same sentence. */
export function partOf(clause: Clause, from: number, to: number): Clause {
  return {
    start: clause.start + from,
    end: clause.start + to,
    text: clause.text.slice(from, to),
    masked: clause.masked.slice(from, to),
  };
}

const DIGITS = '零一二三四五六七八九';

/** A Chinese or Arabic number below 1000 (十六, 二十一, 16), or null. */
export function smallNumber(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const c of text.replace(/〇/g, '零').replace(/两/g, '二')) {
    const d = DIGITS.indexOf(c);
    if (d >= 0) digit = d;
    else if (c === '十' || c === '百') {
      total += (digit === 0 ? 1 : digit) * (c === '十' ? 10 : 100);
      digit = 0;
    } else return null;
  }
  return total + digit > 0 ? total + digit : null;
}
