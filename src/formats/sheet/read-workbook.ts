import type { SheetRow } from '../../core/exchange/types.ts';
import type { Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { MAX_CELLS } from './limits.ts';
import { readRows } from './read-rows.ts';
import type { ReadOptions, RowSource, Sheet, Workbook } from './types.ts';
import { sheetProblem, UnreadableSheet } from './unreadable-sheet.ts';

/** Reads a whole table file of at most 8 000 000 cells as plain data; larger ones by `readRows`. Never throws. */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<Result<Workbook, Problem>> {
  const source = await readRows(bytes, name, options);
  return source.ok ? gather(source.value, name) : source;
}

/** All rows of an opened source. */
async function gather(source: RowSource, name: string): Promise<Result<Workbook, Problem>> {
  const sheets: Sheet[] = [];
  let cells = 0;
  try {
    for (const info of source.sheets) {
      const rows: SheetRow[] = [];
      for await (const batch of source.batches(info.index)) {
        for (const row of batch) {
          rows.push(row);
          cells += row.cells.length;
        }
        if (cells > MAX_CELLS) throw new UnreadableSheet('sheet.too_many_cells', { most: MAX_CELLS });
      }
      sheets.push({ ...info, ...(await source.frame(info.index)), rows });
    }
  } catch (error) {
    return refused(sheetProblem(error, name));
  }
  if (sheets.every((sheet) => sheet.rows.length === 0))
    return refused(sheetProblem(new UnreadableSheet('sheet.empty'), name));
  return ok({ format: source.format, encoding: source.encoding, separator: source.separator, sheets });
}
