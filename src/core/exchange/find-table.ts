import { problem, type Problem } from '../kernel/problem.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { halfWidth, isBlank, tidied } from './cell-text.ts';
import { findHeader, type HeaderBlock } from './find-header.ts';
import { headerKey, headerOf } from './header.ts';
import { sheetGrid, type SheetGrid } from './sheet-grid.ts';
import type { MergedRange, SheetRow, TableColumn, TableLayout } from './types.ts';

/** What the caller knows already. */
export interface FindHints {
  hiddenColumns?: readonly number[];
  /** First and last header row as a person chose them. */
  headerRows?: readonly [number, number];
}

/** Rows from the top of a sheet that `findTable` looks at; more change nothing. */
export const HEAD_ROWS = 100;

/** Most columns of a table: ten times those of the widest ledger, and as many as a screen can show. */
const MOST_COLUMNS = 1000;

/** Columns without a header that are kept behind the last one that has one. */
const NAMELESS = 20;

/**
 * Finds the table of a sheet from its first rows: titles, a header of one to three levels, where data begin. Merged header
 * cells give their text to all that they cover. Problems: sheet.no_header, sheet.too_many_columns.
 */
export function findTable(
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
  hints: FindHints = {},
): Result<TableLayout, Problem> {
  const grid = sheetGrid(rows.slice(0, HEAD_ROWS), merges);
  const block: HeaderBlock | null =
    hints.headerRows === undefined
      ? findHeader(grid)
      : {
          top: hints.headerRows[0],
          bottom: hints.headerRows[1],
          certainty: 'clear',
          spread: hints.headerRows[0] < hints.headerRows[1],
        };
  if (block === null) return refused(problem('sheet.no_header'));
  const headerRows = Array.from({ length: block.bottom - block.top + 1 }, (_, i) => block.top + i);
  const titles = grid.rows.filter(({ row }) => row < block.top);
  const texts = titles.flatMap(({ row }) => ownTexts(grid, row));
  const titleUnit = unitOfTitles(texts);
  const all = columnsOf(grid, headerRows, block.spread, new Set(hints.hiddenColumns));
  const columns = all.slice(0, all.findLastIndex(({ name }) => name !== '') + 1 + NAMELESS);
  if (columns.every(({ name }) => name === '')) return refused(problem('sheet.no_header'));
  if (columns.length > MOST_COLUMNS)
    return refused(problem('sheet.too_many_columns', undefined, { columns: columns.length, most: MOST_COLUMNS }));
  return ok({
    titleRows: titles.map(({ row }) => row),
    titles: texts,
    headerRows,
    firstDataRow: block.bottom + 1,
    columns,
    headerKeys: headerRows.map((row) => keysOf(grid, row)),
    headerUnits: headerRows.map((row) => unitsOf(grid, row)),
    titleUnit,
    serialColumn: columns.find(({ path }) => SERIAL.test(headerKey(path.at(-1) ?? '')))?.index ?? null,
    certainty: block.certainty,
  });
}

const SERIAL = /^(序号|序|编序|no\.?|项次|行号)$/;

function ownTexts(grid: SheetGrid, row: number): string[] {
  return (grid.byRow.get(row)?.cells ?? []).flatMap((cell) =>
    typeof cell === 'string' && !isBlank(cell) ? [tidied(cell)] : [],
  );
}

function unitOfTitles(texts: string[]): string | null {
  for (const text of texts) {
    const m = /(?:金额|计量)?单位\s*[:：]\s*(元|千元|万元|百万元|亿元)(?![\p{L}])/u.exec(halfWidth(text));
    if (m !== null) return m[1] ?? null;
  }
  return null;
}

function keysOf(grid: SheetGrid, row: number): string[] {
  const cells = grid.byRow.get(row)?.cells ?? [];
  return Array.from(cells, (cell) => (typeof cell === 'string' ? headerKey(cell) : ''));
}

const unitsOf = (grid: SheetGrid, row: number): (string | null)[] =>
  Array.from(grid.byRow.get(row)?.cells ?? [], (cell) => (typeof cell === 'string' ? headerOf(cell).unit : null));

function columnsOf(grid: SheetGrid, headerRows: number[], spread: boolean, hidden: Set<number>): TableColumn[] {
  const levels = headerRows.map((row, level) => {
    const texts = Array.from({ length: grid.width }, (_, column) => grid.text(row, column));
    // Unmerged upper levels (csv) name the first of their columns only.
    return spread && level < headerRows.length - 1 ? spreadRight(grid, headerRows, row, texts) : texts;
  });
  return (
    levels[0]?.map((_, index) => {
      const parts = levels.map((texts) => headerOf(texts[index] ?? '')).filter(({ name }) => name !== '');
      const path = parts.map(({ name }) => name).filter((name, i, all) => name !== all[i - 1]);
      return {
        index,
        path,
        name: path.join('/'),
        unit: [...parts].reverse().find(({ unit }) => unit !== null)?.unit ?? null,
        starred: parts.some(({ starred }) => starred),
        hidden: hidden.has(index),
      };
    }) ?? []
  );
}

/** Gives a name of an upper level to the nameless columns right of it that have a name below. */
function spreadRight(grid: SheetGrid, headerRows: number[], row: number, texts: string[]): string[] {
  const below = headerRows.filter((one) => one > row);
  let last = '';
  return texts.map((text, column) => {
    const merged = grid.isMerged(row, column);
    if (text !== '') last = merged ? '' : text;
    else if (merged || !below.some((one) => grid.text(one, column) !== '')) last = '';
    return text === '' ? last : text;
  });
}
