import { halfWidth, isBlank, tidied } from './cell-text.ts';
import type { SheetGrid } from './sheet-grid.ts';
import type { SheetCell, SheetRow } from './types.ts';

/** Where a header stands; `spread`: upper levels may name the first of their columns only. */
export interface HeaderBlock {
  top: number;
  bottom: number;
  certainty: 'clear' | 'guessed';
  spread: boolean;
}

/** The header must begin within the first rows that are not blank. */
const LOOK_AT = 40;
const MAX_LEVELS = 3;

/** Finds the header of a sheet; null where no row looks like one. */
export function findHeader(grid: SheetGrid): HeaderBlock | null {
  const rows = grid.rows.slice(0, LOOK_AT);
  const full = Math.max(1, ...grid.rows.map((row) => covered(grid, row)));
  for (const [i, row] of rows.entries()) {
    if (!mayBeHeader(grid, row, full)) continue;
    const next = rows[i + 1];
    const own = covered(grid, row);
    if (own >= Math.max(2, full * 0.6) || full === 1) return blockFrom(grid, row, full > 1 && own >= full * 0.8);
    // An upper level without merges covers few columns, but the rows below it complete the header.
    if (next?.row === row.row + 1 && mayBeHeader(grid, next, full) && completes(grid, row, next, full))
      return blockFrom(grid, row, false);
  }
  return null;
}

/** How many columns the row's own cells and merges cover. */
function covered(grid: SheetGrid, { row, cells }: SheetRow): number {
  let count = 0;
  for (let column = 0; column < grid.width; column += 1) {
    if (!isBlank(cells[column])) count += 1;
    else if (grid.mergeAt(row, column) !== null && grid.text(row, column) !== '') count += 1;
  }
  return count;
}

/** All text, short, not one title alone, no line of remarks (填报单位：…). */
function mayBeHeader(grid: SheetGrid, { row, cells }: SheetRow, full: number): boolean {
  const own = cells.filter((cell) => !isBlank(cell));
  if (own.length < 2 && full > 1) return false;
  // Longer than a name can be, short enough to look at.
  const texts = own.map((cell) => (typeof cell === 'string' ? tidied(cell.slice(0, 400)) : null));
  const words = texts.filter((text) => text !== null && isLabel(text));
  if (words.length < own.length * 0.8 || words.length === 0) return false;
  const remarks = texts.filter(
    (text) => text !== null && /[:：]\s*\S|[:：]$/.test(text) && !/[(（].*[:：].*[)）]/.test(text),
  );
  if (remarks.length * 2 >= own.length) return false;
  const first = grid.mergeAt(row, 0);
  return !(first !== null && first.right - first.left + 1 >= grid.width && own.length === 1);
}

/** A text that can name a column: no number, no date, not long. */
export function isLabel(text: string): boolean {
  if (text.length > 400) return false;
  const half = halfWidth(text).replace(/\s+/g, '');
  if (/^[\d.,:%/()+-]+$/.test(half) || /^\d{4}年?\d{1,2}月?\d{0,2}日?$/.test(half)) return false;
  return [...half].length <= 80 && /\p{L}/u.test(half);
}

/** Whether the next row names most columns that this one leaves empty. */
function completes(grid: SheetGrid, upper: SheetRow, lower: SheetRow, full: number): boolean {
  let both = 0;
  for (let column = 0; column < grid.width; column += 1)
    if (grid.text(upper.row, column) !== '' || grid.text(lower.row, column) !== '') both += 1;
  return both >= full * 0.8 && covered(grid, lower) > covered(grid, upper);
}

function blockFrom(grid: SheetGrid, first: SheetRow, whole: boolean): HeaderBlock {
  let bottom = first.row;
  let spread = false;
  for (let row = first.row; row <= bottom && bottom < first.row + MAX_LEVELS - 1; row += 1) {
    bottom = Math.max(bottom, Math.min(first.row + MAX_LEVELS - 1, mergedDown(grid, row)));
    if (bottom > row) continue;
    if (splitBelow(grid, row)) bottom = row + 1;
    else if (gapsBelow(grid, row)) [bottom, spread] = [row + 1, true];
  }
  return { top: first.row, bottom, certainty: whole && !spread ? 'clear' : 'guessed', spread };
}

/** The lowest row that a merge beginning in this row reaches. */
function mergedDown(grid: SheetGrid, row: number): number {
  let bottom = row;
  for (let column = 0; column < grid.width; column += 1) {
    const range = grid.mergeAt(row, column);
    if (range !== null && range.top === row && range.bottom - range.top < MAX_LEVELS)
      bottom = Math.max(bottom, range.bottom);
  }
  return bottom;
}

/** A name over several columns, with names under it. */
function splitBelow(grid: SheetGrid, row: number): boolean {
  const next = grid.byRow.get(row + 1);
  if (next === undefined || !labelsOnly(next.cells)) return false;
  for (let column = 0; column < grid.width; column += 1) {
    const range = grid.mergeAt(row, column);
    if (range === null || range.top !== row || range.right === range.left) continue;
    for (let c = range.left; c <= range.right; c += 1) if (!isBlank(next.cells[c])) return true;
  }
  return false;
}

/** Empty places of this row that the next names, while a later row has data there (csv, where nothing is merged). */
function gapsBelow(grid: SheetGrid, row: number): boolean {
  const [here, next] = [grid.byRow.get(row), grid.byRow.get(row + 1)];
  if (here === undefined || next === undefined || !labelsOnly(next.cells)) return false;
  let gaps = 0;
  let doubled = 0;
  for (let column = 0; column < grid.width; column += 1) {
    if (isBlank(next.cells[column])) continue;
    if (grid.text(row, column) === '') gaps += 1;
    else doubled += 1;
  }
  const later = grid.rows.find((one) => one.row > row + 1);
  const dataBelow = later === undefined || !labelsOnly(later.cells) || later.cells.length > here.cells.length;
  return gaps >= 1 && (gaps > doubled || (gaps === doubled && isBlank(next.cells[0]))) && dataBelow;
}

const labelsOnly = (cells: readonly SheetCell[]): boolean => {
  const own = cells.filter((cell) => !isBlank(cell));
  return own.length > 0 && own.every((cell) => typeof cell === 'string' && isLabel(tidied(cell)));
};
