import { isBlank, tidied } from './cell-text.ts';
import type { MergedRange, SheetCell, SheetRow } from './types.ts';

/** The first rows of a sheet with their merges applied, for finding the header. */
export interface SheetGrid {
  /** Rows that are not blank, in order. */
  rows: readonly SheetRow[];
  byRow: ReadonlyMap<number, SheetRow>;
  /** Columns that the table is wide: those that the fuller rows use. */
  width: number;
  /** The cell at a place, or that of the merge that covers it. */
  cell: (row: number, column: number) => SheetCell;
  /** The same as text, tidied; '' where blank. */
  text: (row: number, column: number) => string;
  /** The merge that begins in or covers the place. */
  mergeAt: (row: number, column: number) => MergedRange | null;
  isMerged: (row: number, column: number) => boolean;
}

/** Most cells of merged ranges that are looked at: ranges of a true sheet do not overlap, so that it has no more. */
const MERGED_CELLS = 2_000_000;

/** Applies merges to the first rows of a sheet. */
export function sheetGrid(rows: readonly SheetRow[], merges: readonly MergedRange[]): SheetGrid {
  const filled = rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell)));
  const byRow = new Map(filled.map((row) => [row.row, row]));
  const last = rows.at(-1)?.row ?? 0;
  const near = merges.filter(({ top }) => top <= last);
  const byPlace = new Map<string, MergedRange>();
  let room = MERGED_CELLS;
  for (const range of near) {
    const cells = (Math.min(range.bottom, last) - range.top + 1) * (range.right - range.left + 1);
    if (cells > 200_000 || cells > room) continue;
    room -= cells;
    for (let row = range.top; row <= Math.min(range.bottom, last); row += 1)
      for (let column = range.left; column <= range.right; column += 1) byPlace.set(`${row}:${column}`, range);
  }
  const mergeAt = (row: number, column: number): MergedRange | null => byPlace.get(`${row}:${column}`) ?? null;
  const cell = (row: number, column: number): SheetCell => {
    const own = byRow.get(row)?.cells[column] ?? null;
    if (!isBlank(own)) return own;
    const range = mergeAt(row, column);
    return range === null ? null : (byRow.get(range.top)?.cells[range.left] ?? null);
  };
  return {
    rows: filled,
    byRow,
    width: widthOf(filled, near),
    cell,
    text: (row, column) => {
      const value = cell(row, column);
      return value === null
        ? ''
        : typeof value === 'string'
          ? tidied(value)
          : typeof value === 'object'
            ? ''
            : String(value);
    },
    mergeAt,
    isMerged: (row, column) => byPlace.has(`${row}:${column}`),
  };
}

/** The last column that any row uses, merges of a title left out. */
function widthOf(rows: readonly SheetRow[], merges: readonly MergedRange[]): number {
  let width = 0;
  for (const { row, cells } of rows) {
    const filled = cells.filter((cell) => !isBlank(cell)).length;
    if (filled < 2 && width > 0) continue;
    width = Math.max(width, cells.findLastIndex((cell) => !isBlank(cell)) + 1);
    if (filled < 2) continue;
    for (const range of merges)
      if (range.top === row && !isBlank(cells[range.left])) width = Math.max(width, range.right + 1);
  }
  return width;
}
