import { problem, type Problem } from '../kernel/problem.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { SheetCell } from './types.ts';

/** Text in half width: letters, digits, signs and the blank; ￥ becomes ¥. Chinese punctuation without a twin stays. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\uffe5\u00a0\u2212]/g, (c) => {
    if (c === '\u3000' || c === '\u00a0') return ' ';
    if (c === '\uffe5') return '¥';
    return c === '\u2212' ? '-' : String.fromCharCode(c.charCodeAt(0) - 0xfee0);
  });
}

/** `="00123"`, which Excel writes to keep a text a text, without its wrapping; other text unchanged. */
export function unwrapped(text: string): string {
  const m = /^\s*=\s*"((?:[^"]|"")*)"\s*$/.exec(text);
  return m === null ? text : (m[1] ?? '').replaceAll('""', '"');
}

/** What nearly all cells are: nothing to tidy at either end or inside. */
const TIDY =
  /^[^\s\u3000'=\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad](?:[^\r\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]*[^\s\u3000\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad])?$/;

/** Text without blanks at its ends, invisible characters and a leading apostrophe; line ends are `\n`. */
export function tidied(text: string): string {
  if (TIDY.test(text)) return text;
  return unwrapped(text)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')
    .replace(/^'(?=[\d=+@-])/, '');
}

/** The cell as a person sees it, in one line of at most 60 characters: for sentences about it. */
export function shownCell(cell: SheetCell): string {
  const text = plainText(cell).replace(/\s+/g, ' ');
  const chars = [...text];
  return chars.length <= 60 ? text : `${chars.slice(0, 59).join('')}…`;
}

function plainText(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return tidied(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  if (cell.kind === 'percent') return `${Math.round(cell.value * 1e8) / 1e6}%`;
  return cell.kind === 'date' ? cell.text.replace('T', ' ') : cell.error;
}

/** Whether a person sees nothing in the cell. */
export function isBlank(cell: SheetCell | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  if (typeof cell !== 'string') return false;
  const first = cell.charCodeAt(0);
  // Nearly all texts begin with a digit, a letter (not the = of ="…") or a Chinese character.
  const seen = (first > 47 && first < 127 && first !== 61) || (first >= 0x4e00 && first <= 0x9fff);
  return !seen && tidied(cell) === '';
}

/** The problem of a cell that holds an error instead of a value; null where it does not. */
export function errorOf(cell: SheetCell): Problem | null {
  if (typeof cell !== 'object' || cell?.kind !== 'error') return null;
  return cell.error === 'uncalculated'
    ? problem('cell.uncalculated')
    : problem('cell.error', undefined, { text: cell.error });
}

/** A number beyond this has more digits than a spreadsheet keeps. */
const KEPT = 999_999_999_999_999;

/** The problem of a number that stands where a text is wanted and has lost digits of it; null where it has all. */
export const lostDigitsOf = (cell: SheetCell): Problem | null =>
  typeof cell !== 'number' || Math.abs(cell) <= KEPT
    ? null
    : problem('cell.id_lost_digits', undefined, {
        text: Number.isFinite(cell) ? BigInt(Math.round(cell)).toString().slice(0, 60) : String(cell),
      });

/** Text of any cell, tidied; null where it is blank. Problems: cell.error, cell.uncalculated, cell.too_long, cell.id_lost_digits. */
export function readText(cell: SheetCell, options: { max?: number } = {}): Result<string | null, Problem> {
  const wrong = errorOf(cell) ?? lostDigitsOf(cell);
  if (wrong !== null) return refused(wrong);
  if (typeof cell === 'string' && /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(cell.trim()))
    return refused(problem('cell.error', undefined, { text: cell.trim() }));
  const text = plainText(cell);
  const limit = options.max ?? 2000;
  const length = text.length <= limit ? 0 : [...text].length;
  if (length > limit) return refused(problem('cell.too_long', undefined, { length, limit }));
  return ok(text === '' ? null : text);
}
