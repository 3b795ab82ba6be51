import { problem, type Problem } from '../kernel/problem.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { halfWidth, readText, shownCell } from './cell-text.ts';
import { NO_WORDS, YES_WORDS } from './dictionary.ts';
import type { Choice, SheetCell } from './types.ts';

/** Text made comparable: half width, lower case, no blanks. */
const folded = (text: string): string => halfWidth(text).replace(/\s+/g, '').toLowerCase();

/** Yes or no by 是 / 否, √ / ×, 1 / 0, 有 / 无 and their kin. Null for an empty cell. Problem: cell.not_yes_no. */
export function readYesNo(cell: SheetCell): Result<boolean | null, Problem> {
  if (typeof cell === 'boolean') return ok(cell);
  const read = readText(cell);
  if (!read.ok || read.value === null) return read as Result<null, Problem>;
  const word = folded(read.value);
  if (YES_WORDS.has(word)) return ok(true);
  return NO_WORDS.has(word) ? ok(false) : refused(problem('cell.not_yes_no', undefined, { text: shownCell(cell) }));
}

/**
 * The code of the choice that a cell names by its name, a synonym, or its code (leading zeros may be missing: 1 for 01).
 * Null for an empty cell. Problem: cell.not_in_list with the first names.
 */
export function readChoice(cell: SheetCell, choices: readonly Choice[]): Result<string | null, Problem> {
  const read = readText(cell);
  if (!read.ok || read.value === null) return read;
  const word = folded(read.value);
  const unzeroed = (text: string): string => text.replace(/^0+(?=\d)/, '');
  const bare = word.replace(/^\d+[.、:\s-]*(?=\D)/, '');
  const found =
    choices.find(({ names }) => names.some((name) => folded(name) === word)) ??
    choices.find(({ code }) => folded(code) === word) ??
    choices.find(({ code }) => /^\d+$/.test(word) && unzeroed(folded(code)) === unzeroed(word)) ??
    choices.find(({ names }) => bare !== word && names.some((name) => folded(name) === bare));
  if (found !== undefined) return ok(found.code);
  const shown = choices.slice(0, 12).flatMap(({ names }) => names[0] ?? []);
  const list = shown.join('、') + (choices.length > shown.length ? '…' : '');
  return refused(problem('cell.not_in_list', undefined, { text: shownCell(cell), list }));
}
