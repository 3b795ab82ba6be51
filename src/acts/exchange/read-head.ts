import { findTable, HEAD_ROWS } from '../../core/exchange/find-table.ts';
import { mergeFiller } from '../../core/exchange/merge-filler.ts';
import { rowJudge } from '../../core/exchange/row-fate.ts';
import type { SheetCell, SheetRow, TableLayout } from '../../core/exchange/types.ts';
import type { RowSource, SheetFrame } from '../../formats/sheet/types.ts';
import { UnreadableSheet } from '../../formats/sheet/unreadable-sheet.ts';
import type { HeadRow, ImportOptions, SheetHead } from './import-shapes.ts';

/** Rows of data that a preview shows. */
const SHOWN = 50;
const LONGEST = 500;

/** Reads the top of a sheet: finds the table and keeps the first rows. Throws `UnreadableSheet`: also for a table that is too wide. */
export async function readHead(
  source: RowSource,
  sheet: number,
  options: Pick<ImportOptions, 'headerRows' | 'readHidden'>,
): Promise<SheetHead> {
  const rows: SheetRow[] = [];
  for await (const batch of source.batches(sheet)) {
    rows.push(...batch);
    if (rows.length >= HEAD_ROWS * 2) break;
  }
  const { merges, hiddenColumns } = await source.frame(sheet);
  const found = findTable(rows, merges, {
    hiddenColumns,
    ...(options.headerRows === null ? {} : { headerRows: options.headerRows }),
  });
  if (!found.ok) {
    const [why] = found.problems;
    if (why !== undefined && why.code !== 'sheet.no_header') throw new UnreadableSheet(why.code, why.params);
    return { layout: null, rows: rows.slice(0, SHOWN).map(asTitle) };
  }
  return { layout: found.value, rows: firstRows(found.value, rows, merges, options.readHidden) };
}

/** Sheets with something in them that are looked at for a table; a person may choose any other. */
const LOOKED_AT = 100;

/** The sheet that an import begins with: the first that is not hidden and has a table, else the first. Throws `UnreadableSheet`: empty and others. */
export async function likelySheet(source: RowSource): Promise<{ sheet: number; head: SheetHead }> {
  let fallback: { sheet: number; head: SheetHead } | null = null;
  const shown = source.sheets.filter((one) => !one.hidden);
  let looked = 0;
  for (const info of shown.length > 0 ? shown : source.sheets) {
    const head = await readHead(source, info.index, { headerRows: null, readHidden: false });
    if (head.layout !== null && head.rows.some((row) => row.because === null)) return { sheet: info.index, head };
    if (head.rows.length === 0) continue;
    fallback ??= { sheet: info.index, head };
    looked += 1;
    if (looked >= LOOKED_AT) break;
  }
  if (fallback === null) throw new UnreadableSheet('sheet.empty');
  return fallback;
}

function firstRows(
  layout: TableLayout,
  rows: readonly SheetRow[],
  merges: SheetFrame['merges'],
  readHidden: boolean,
): HeadRow[] {
  const fill = mergeFiller(merges, layout.firstDataRow);
  const kept: HeadRow[] = [];
  const judge = rowJudge(layout, { readHidden });
  let data = 0;
  for (const row of rows) {
    const { because, under } = judge(row);
    const filled = fill(row);
    if (because === null) data += 1;
    kept.push({
      row: row.row,
      cells: filled.cells.slice(0, layout.columns.length).map(cut),
      fromMerge: [...filled.fromMerge],
      startsMerge: [...filled.startsMerge],
      because,
      under,
    });
    if (data >= SHOWN || kept.length >= SHOWN * 2) break;
  }
  return kept;
}

const cut = (cell: SheetCell): SheetCell =>
  typeof cell === 'string' && cell.length > LONGEST ? cell.slice(0, LONGEST) : cell;

const asTitle = (row: SheetRow): HeadRow => ({
  row: row.row,
  cells: row.cells.slice(0, 200).map(cut),
  fromMerge: [],
  startsMerge: [],
  because: 'title',
  under: null,
});
