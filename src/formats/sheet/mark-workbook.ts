import type { Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { markCsv } from './mark-csv.ts';
import { markXlsx } from './mark-xlsx.ts';
import { plainWorkbook } from './plain-workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import { sniffSheet } from './sniff-sheet.ts';
import type { MarkedWorkbook, MarkSpec } from './types.ts';
import { sheetProblem } from './unreadable-sheet.ts';

/**
 * The user's own workbook back with what is wrong marked: light red cells, the reasons in their comments. Of an xlsx all
 * that is not touched stays byte for byte; rows to drop are emptied and hidden, so that every other row keeps its number,
 * formulas and merges. A csv keeps its lines and encoding and gets a column of reasons. An xls or an HTML table comes back
 * as a plain xlsx. Never throws for what the file holds.
 */
export async function markWorkbook(
  bytes: Uint8Array,
  name: string,
  spec: MarkSpec,
): Promise<Result<MarkedWorkbook, Problem>> {
  try {
    const format = sniffSheet(bytes);
    if (format === 'csv') return ok({ ...(await markCsv(bytes, spec)), format: 'csv' });
    if (format === 'xlsx') return ok({ ...(await markXlsx(bytes, spec)), format: 'xlsx' });
    const read = await readWorkbook(bytes, name);
    if (!read.ok) return read;
    return ok({ ...(await markXlsx(await plainWorkbook(read.value), spec)), format: 'xlsx' });
  } catch (error) {
    return refused(sheetProblem(error, name));
  }
}
