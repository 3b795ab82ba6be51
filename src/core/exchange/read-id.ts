import { problem, type Problem } from '../kernel/problem.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { errorOf, halfWidth, lostDigitsOf, readText, shownCell } from './cell-text.ts';
import type { SheetCell } from './types.ts';

/**
 * An id or long number as text, leading zeros kept, in half width and without blanks between its signs. Null for an empty cell.
 * Problems: cell.id_scientific, cell.id_lost_digits, cell.id_is_date, cell.too_long, and those of an error cell.
 */
export function readId(cell: SheetCell, options: { max?: number } = {}): Result<string | null, Problem> {
  const wrong = errorOf(cell) ?? lostDigitsOf(cell);
  if (wrong !== null) return refused(wrong);
  const bad = (code: 'cell.id_scientific' | 'cell.id_lost_digits' | 'cell.id_is_date'): Result<null, Problem> =>
    refused(problem(code, undefined, { text: shownCell(cell) }));
  if (typeof cell === 'object' && cell !== null) return bad('cell.id_is_date');
  if (typeof cell === 'number') return ok(String(cell));
  const read = readText(cell, { max: options.max ?? 64 });
  if (!read.ok || read.value === null) return read;
  const half = halfWidth(read.value);
  const text = /^[\w\s.()/-]+$/.test(half) ? half.replace(/\s+/g, '') : half;
  if (/^\d(\.\d+)?E\+?\d{1,3}$/i.test(text) && /[.+]/.test(text)) return bad('cell.id_scientific');
  return lostDigits(text) ? bad('cell.id_lost_digits') : ok(text);
}

/**
 * Whether a text of 16 digits or more has only zeros after its fifteenth: what a spreadsheet leaves of a long number that a
 * csv was saved from. An identity number whose check digit is right is let through.
 */
function lostDigits(text: string): boolean {
  return /^\d{15}0{3,}$/.test(text) && !(text.length === 18 && checkDigit(text) === text.charAt(17));
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check digit of the first 17 digits of an identity number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkDigit(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0);
  return '10X98765432'.charAt(sum % 11);
}
