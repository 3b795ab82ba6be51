import type { MergedRange, SheetCell, SheetRow } from '../../core/exchange/types.ts';

/** What a table file is, told by content. */
export type SheetFormat = 'xlsx' | 'xls' | 'csv' | 'html';

/** A sheet as its workbook lists it. */
export interface SheetInfo {
  /** Position in the workbook, from 0. */
  index: number;
  name: string;
  hidden: boolean;
}

/** What stands around the rows of a sheet. */
export interface SheetFrame {
  merges: MergedRange[];
  /** Hidden columns, from 0. */
  hiddenColumns: number[];
}

/** A sheet with all its rows (those with cells only, in order). */
export interface Sheet extends SheetInfo, SheetFrame {
  rows: SheetRow[];
}

/** A whole workbook as plain data. */
export interface Workbook {
  format: SheetFormat;
  /** Encoding of a csv or HTML file as TextDecoder names it (`utf-8`, `gb18030`, `utf-16le`); null for workbooks. */
  encoding: string | null;
  /** Separator of a csv file; null otherwise. */
  separator: string | null;
  sheets: Sheet[];
}

/** A file opened for reading row after row. */
export interface RowSource {
  format: SheetFormat;
  encoding: string | null;
  separator: string | null;
  sheets: SheetInfo[];
  /** What stands around the rows of one sheet. Throws `UnreadableSheet`. */
  frame: (sheet: number) => Promise<SheetFrame>;
  /**
   * Rows of one sheet in batches, with bounded memory; may be called once per sheet and again (a stream: once in all).
   * `width` says how many columns are wanted: of the cells behind them a workbook gives the first one, in column `width`.
   * Throws `UnreadableSheet` (its `problem` is the reason) where damage shows only later.
   */
  batches: (sheet: number, width?: number) => AsyncGenerator<SheetRow[], void, undefined>;
}

/** Options of `readRows`. */
export interface ReadOptions {
  /** Rows of one batch; 1 000 unless told. */
  batchRows?: number;
  /** Encoding of a csv file where the caller knows better. */
  encoding?: string;
}

/** How a column is written. Values are plain: see `OutCell`. */
export type OutType = 'text' | 'integer' | 'number' | 'money' | 'percent' | 'date' | 'month';

/** A column to write. */
export interface OutColumn {
  header: string;
  /** `text` keeps long ids as they are; `money` is yuan with two decimals; numbers are decimal texts (exact) or JS numbers. */
  type: OutType;
  /** Width in characters; from the header and the type unless told. */
  width?: number;
}

/**
 * A value to write. In a number column a decimal text becomes a number (text where it has more than 15 digits); in a
 * date column `YYYY-MM-DD` or `YYYY-MM` becomes a date; what does not fit its column is written as text. Never a formula.
 */
export type OutCell = string | number | boolean | null;

/** A sheet to write. */
export interface OutSheet {
  name: string;
  /** Rows above the header, one text each. */
  titles?: string[];
  columns: OutColumn[];
  /** Batches of rows; read once, only as fast as the answer is taken. */
  rows: AsyncIterable<OutCell[][]> | Iterable<OutCell[][]>;
}

/** What `writeRows` makes. A csv holds the first sheet only. */
export type WriteSpec =
  { format: 'xlsx'; sheets: OutSheet[] } | { format: 'csv'; encoding?: 'utf-8' | 'gb18030'; sheets: [OutSheet] };

/** A column of a template for filling. */
export interface TemplateColumn {
  /** Header without `*`; the unit in brackets if any. */
  header: string;
  required: boolean;
  /** `id` is text that Excel must not turn into a number. */
  type: OutType | 'id' | 'choice';
  /** The list of a `choice`. */
  choices?: string[];
  /** Shown as the header's comment. */
  help?: string;
  /** Value of the example row. */
  example?: OutCell;
  width?: number;
}

/** A template for filling: one sheet, plus hidden lists. */
export interface TemplateSpec {
  sheetName: string;
  title: string;
  notes: string[];
  columns: TemplateColumn[];
  /** Rows below the header that get formats and dropdowns; 2 000 unless told. */
  rows?: number;
}

/** One cell or row of the user's workbook to mark. */
export interface SheetMark {
  /** Position of the sheet, from 0. */
  sheet: number;
  /** Row number from 1. */
  row: number;
  /** Column from 0; null marks the whole row (the comment goes to its first cell with a value). */
  column: number | null;
  /** Said in the cell's comment: all reasons, in the user's words. */
  reason: string;
}

/** What `markWorkbook` keeps. */
export interface MarkSpec {
  marks: SheetMark[];
  /**
   * Per sheet position: the rows of data that were accepted. They are emptied and hidden, so that all other rows keep
   * their numbers, formulas and merges. Leave out to keep everything and only mark.
   */
  drop?: ReadonlyMap<number, ReadonlySet<number>>;
  /** Csv only: numbers of the records that are the header (and titles), kept at the top. */
  headerRows?: number[];
  /** Author of the comments. */
  author: string;
  /** Header of the column with reasons in a csv (退回原因). */
  reasonHeader: string;
}

/** The user's workbook back. */
export interface MarkedWorkbook {
  bytes: Uint8Array;
  /** `xlsx` also where an xls or HTML table came in. */
  format: 'xlsx' | 'csv';
  /** Marks that could not be placed (no such sheet); 0 in all ordinary cases. */
  unplaced: number;
}

/** What a cell of a plain workbook is made from (used to answer an xls with an xlsx). */
export type PlainCell = SheetCell;

/*
 * The doors, each in its own file:
 *   read-workbook.ts  readWorkbook(bytes, name): Promise<Result<Workbook, Problem>>
 *   read-rows.ts      readRows(bytes | AsyncIterable<Uint8Array>, name, options?): Promise<Result<RowSource, Problem>>
 *   read-pasted.ts    readPasted({ text?, html? }): Result<Workbook, Problem>
 *   write-rows.ts     writeRows(spec): AsyncGenerator<Uint8Array>
 *   make-template.ts  makeTemplate(spec): Promise<Uint8Array>
 *   mark-workbook.ts  markWorkbook(bytes, name, spec): Promise<Result<MarkedWorkbook, Problem>>
 * and in core/exchange:
 *   find-table.ts     findTable(rows, merges, hiddenColumns?): Result<TableLayout, Problem>
 *                     judgeRow(layout, row): IgnoredBecause | null
 *   merge-filler.ts   mergeFiller(merges): (row: SheetRow) => TableRow
 *   match-columns.ts  headerKey(text): string; matchColumns(columns, wanted, remembered?): ColumnMapping
 *   read-money.ts     readMoney(cell, { unit, negative? }): Result<bigint | null, Problem>      whole fen
 *   read-number.ts    readQuantity(cell, { places?, negative? }): Result<CellQuantity | null, Problem>
 *                     readWhole(cell, { negative? }): Result<bigint | null, Problem>
 *   read-date.ts      readDate(cell): Result<CellDate | null, Problem>
 *   read-text.ts      readText(cell, { max? }), readId(cell, { max? }): Result<string | null, Problem>
 *   read-choice.ts    readYesNo(cell): Result<boolean | null, Problem>; readChoice(cell, choices): Result<string | null, Problem>
 *   row-account.ts    newAccount(), countRow(account, fate), balances(account)
 * An empty cell is always ok(null): whether it may be empty is the caller's rule.
 */
