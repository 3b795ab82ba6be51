import { decimalOfText, decimalText, shifted } from '../../core/exchange/decimal.ts';
import type { OutCell, OutColumn, OutType } from './types.ts';
import { STYLE } from './xlsx-shell.ts';
import { escapeXml } from './xml.ts';

/** Longest text of a cell by the format. */
const MAX_TEXT = 32_767;

/** Style of a column's cells by its type. */
export const STYLE_OF: Record<OutType, number> = {
  text: STYLE.text,
  integer: STYLE.integer,
  number: STYLE.number,
  money: STYLE.money,
  percent: STYLE.percent,
  date: STYLE.date,
  month: STYLE.month,
};

/** A text cell. */
export function textCell(ref: string, text: string, style: number): string {
  const cut = text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;
  const space = /^\s|\s$|\n/.test(cut) ? ' xml:space="preserve"' : '';
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t${space}>${escapeXml(cut)}</t></is></c>`;
}

/** A number cell from its exact text. */
export const numberCell = (ref: string, text: string, style: number): string =>
  `<c r="${ref}" s="${style}"><v>${text}</v></c>`;

/** One cell of a column as XML; '' for an empty one. What does not fit the column's type is written as text, so nothing is lost. */
export function outCell(ref: string, value: OutCell, type: OutType, style = STYLE_OF[type]): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return `<c r="${ref}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = typeof value === 'number' ? String(value) : value;
  if (type === 'text') return textCell(ref, text, STYLE.text);
  if (type === 'date' || type === 'month') {
    const serial = serialOf(text);
    if (serial === null) return textCell(ref, text, STYLE.text);
    return numberCell(ref, String(serial), text.length === 7 && style === STYLE.date ? STYLE.month : style);
  }
  const number = type === 'percent' ? fraction(text) : text;
  return isExact(number) ? numberCell(ref, number, style) : textCell(ref, text, STYLE.text);
}

function fraction(percent: string): string {
  const decimal = decimalOfText(percent);
  return decimal === null ? percent : decimalText(shifted(decimal, -2));
}

/** Whether a spreadsheet keeps the decimal text exactly: a plain number of at most 15 significant digits. */
export function isExact(text: string): boolean {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return false;
  return text.replace(/^-?0?\.?0*|[-.]/g, '').length <= 15;
}

/** Serial of `YYYY-MM-DD` or `YYYY-MM` in the 1900 system; null for other text and days before March 1900. */
export function serialOf(text: string): number | null {
  const m = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (m === null) return null;
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3] ?? '1')];
  const moment = Date.UTC(year, month - 1, day);
  if (new Date(moment).toISOString().slice(0, text.length) !== text) return null;
  const serial = moment / 86_400_000 + 25_569;
  return serial > 60 ? serial : null;
}

const LEAST: Record<OutType, number> = {
  text: 14,
  integer: 10,
  number: 12,
  money: 15,
  percent: 10,
  date: 12,
  month: 12,
};

/** Width of a column in characters: wide characters count two. */
export function widthOf({ header, type, width }: OutColumn): number {
  if (width !== undefined) return width;
  const longest = Math.max(0, ...header.split('\n').map(displayWidth));
  return Math.min(60, Math.max(LEAST[type], longest + 4));
}

/** How many half-width places a text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}
