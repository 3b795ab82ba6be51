import { add, parseDecimal, shift, whole, type Decimal } from './decimal.ts';

/** A number in running text, without marker, scale and unit. */
export interface NumberToken {
  start: number;
  end: number;
  /** As printed: "1,024.5", "三十", "千". */
  printed: string;
  exact: Decimal;
  /** Arabic digits, Chinese numerals with a digit (三百, 十), or a bare power word (百, 千, 万, 亿). */
  kind: 'arabic' | 'chinese' | 'bare';
}

// The lengths are bounded so that a damaged text of nothing but digits stays linear.
const ARABIC = /\d{1,3}(?:[,，]\d{3}){1,6}(?!\d)(?:\.\d{1,12})?|\d{1,24}(?:\.\d{1,12})?/y;
const CHINESE = /[零〇一二两三四五六七八九十百千叁]{1,12}/y;
const DIGITS = '零一二三四五六七八九';
const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['个亿', 8],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['万', 4],
];

/** The number that begins exactly at `at`, else null. Chinese numerals end before 万 and 亿, which are scales. */
export function numberAt(text: string, at: number): NumberToken | null {
  const c = text.charAt(at);
  if (c >= '0' && c <= '9') return arabicAt(text, at);
  CHINESE.lastIndex = at;
  const run = CHINESE.exec(text)?.[0];
  if (run !== undefined) return chineseRun(run, at);
  if (c === '万' || c === '亿')
    return { start: at, end: at + 1, printed: c, exact: whole(c === '万' ? 10_000 : 100_000_000), kind: 'bare' };
  return null;
}

function arabicAt(text: string, at: number): NumberToken | null {
  ARABIC.lastIndex = at;
  const printed = ARABIC.exec(text)?.[0];
  if (printed === undefined) return null;
  const exact = parseDecimal(printed);
  return exact && { start: at, end: at + printed.length, printed, exact, kind: 'arabic' };
}

function chineseRun(run: string, at: number): NumberToken | null {
  const value = parseChinese(run);
  if (value === null) return null;
  const bare = /^[百千]$/.test(run);
  return { start: at, end: at + run.length, printed: run, exact: whole(value), kind: bare ? 'bare' : 'chinese' };
}

/** Reads a Chinese numeral below 10 000 (三百二十, 十五, 二〇二一); null where it is none (三五, 十百). */
export function parseChinese(run: string): number | null {
  if (/^[零〇一二三四五六七八九]+$/.test(run)) return positional(run);
  let total = 0;
  let digit = -1;
  let lastPower = 10_000;
  for (const c of run) {
    const power = POWERS[c];
    if (power === undefined) {
      if (digit > 0) return null;
      digit = digitOf(c);
      continue;
    }
    if (power >= lastPower || digit === 0) return null;
    total += (digit < 0 ? 1 : digit) * power;
    lastPower = power;
    digit = -1;
  }
  return total + Math.max(digit, 0);
}

function positional(run: string): number | null {
  if (run.length === 1) return digitOf(run);
  // Two plain digits in a row are a guess (三五个, 七八名), unless a zero or four digits make them a written-out number.
  if (run.length < 4 && !/[零〇]/.test(run)) return null;
  return Number([...run].map(digitOf).join(''));
}

function digitOf(c: string): number {
  if (c === '两') return 2;
  // Some conversions of script leave 叁 for every 三.
  if (c === '叁') return 3;
  return c === '〇' ? 0 : DIGITS.indexOf(c);
}

/** The scale word (万, 亿, 千万 …) that begins at `at`, with its power of ten; null for none. */
export function scaleAt(text: string, at: number): { end: number; printed: string; power: number } | null {
  const c = text.charAt(at);
  if (!'万亿千百十个'.includes(c) || c === '') return null;
  for (const [printed, power] of SCALES) {
    if (text.startsWith(printed, at)) return { end: at + printed.length, printed, power };
  }
  const next = text.charAt(at + 1);
  if (c === '千' && !'克米瓦伏卡字'.includes(next || '克')) return { end: at + 1, printed: c, power: 3 };
  if (c === '百' && !'分年强佳'.includes(next || '分')) return { end: at + 1, printed: c, power: 2 };
  return null;
}

/** number × 10^power. */
export const scaleBy = (n: Decimal, power: number): Decimal => shift(n, power);

/** Sum of the parts of a mixed number (1亿 + 2000万). */
export const sum = (a: Decimal, b: Decimal): Decimal => add(a, b);
