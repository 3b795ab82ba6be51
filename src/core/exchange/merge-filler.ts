import type { MergedRange, SheetCell, SheetRow, TableRow } from './types.ts';

const NONE: ReadonlySet<number> = new Set<number>();

/**
 * Gives the value of a vertical merge to every row that it covers, and says which cells are such. Call it for every row
 * in order, also for rows that are ignored afterwards, because a merge may begin there. Merges beginning before
 * `firstDataRow` are the header's.
 */
export function mergeFiller(merges: readonly MergedRange[], firstDataRow: number): (row: SheetRow) => TableRow {
  const vertical = merges
    .filter(({ top, bottom }) => top >= firstDataRow && bottom > top)
    .sort((a, b) => a.top - b.top);
  let next = 0;
  // By column: ranges of a true sheet do not overlap, so that one is open in a column at most.
  const open = new Map<number, { range: MergedRange; value: SheetCell }>();
  return ({ row, cells }) => {
    for (const [column, { range }] of open) if (range.bottom < row) open.delete(column);
    const starts = new Set<number>();
    for (let range = vertical[next]; range !== undefined && range.top <= row; range = vertical[++next]) {
      if (range.bottom < row) continue;
      // Where the first row was passed over it had no value.
      open.set(range.left, { range, value: range.top === row ? (cells[range.left] ?? null) : null });
      if (range.top === row) starts.add(range.left);
    }
    const filling = [...open.values()].filter(({ range }) => range.top < row);
    if (filling.length === 0) return { row, cells, fromMerge: NONE, startsMerge: starts.size === 0 ? NONE : starts };
    const filled = [...cells];
    const from = new Set<number>();
    for (const { range, value } of filling) {
      while (filled.length <= range.left) filled.push(null);
      if (value === null) continue;
      filled[range.left] = value;
      from.add(range.left);
    }
    return { row, cells: filled, fromMerge: from, startsMerge: starts };
  };
}
