import type { Problem } from '../kernel/problem.ts';

/** A cell that the file shows as a day, a month or a moment (by its number format or its type). */
export interface SheetDate {
  kind: 'date';
  /** `YYYY-MM-DD` or, with a time of day, `YYYY-MM-DDTHH:MM:SS` (`HH:MM:SS` alone for `time`); already right for the 1900 and 1904 systems. */
  text: string;
  /** What its number format shows: `month` for 2021年6月, `year` for 2021年, `time` for a time of day alone. */
  shows: 'day' | 'month' | 'year' | 'time';
}

/** A number that the file shows in percent: `value` is the stored fraction, 0.85 for 85 %. */
export interface SheetPercent {
  kind: 'percent';
  value: number;
}

/** A cell that holds no value but an error: `#N/A`, `#REF!` …, or `uncalculated` for a formula without a stored value. */
export interface SheetError {
  kind: 'error';
  error: string;
}

/** One cell as the file has it, before any meaning; empty is null, never ''. A number shown with leading zeros comes as text. */
export type SheetCell = string | number | boolean | null | SheetDate | SheetPercent | SheetError;

/** One row that has cells. */
export interface SheetRow {
  /** The row's number as the user sees it, from 1 (csv: the number of the record). */
  row: number;
  /** By column from 0 (A); may be shorter than the sheet is wide. */
  cells: SheetCell[];
  hidden: boolean;
}

/** A merged range: row numbers from 1, columns from 0, both ends inside. Its value stands in the first cell. */
export interface MergedRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Why a row is no data; the screens have a word for each. */
export type IgnoredBecause =
  | 'blank'
  | 'title'
  | 'header'
  | 'repeated_header'
  | 'other_header'
  | 'total'
  | 'note'
  | 'example'
  | 'hidden'
  | 'column_numbers';

/** A column of the found table. */
export interface TableColumn {
  /** Column from 0. */
  index: number;
  /** Header texts from the top level down, tidied for people (one line, no `*`); empty levels left out. */
  path: string[];
  /** `path` joined with `/`; '' where the column has no header. */
  name: string;
  /** The unit that the header (or an upper level, or the title rows) states, as written: 万元, 元, 人次, % …; null where none does. */
  unit: string | null;
  /** The header carries the `*` of a required column. */
  starred: boolean;
  hidden: boolean;
}

/** Where the table of a sheet lies. Row numbers from 1. */
export interface TableLayout {
  /** Rows above the header that are not blank. */
  titleRows: number[];
  /** Texts of the title rows, for the year, the unit and the kind of table. */
  titles: string[];
  /** One to three rows. */
  headerRows: number[];
  firstDataRow: number;
  columns: TableColumn[];
  /** Normalised texts of each header row, to know a repeated header again. */
  headerKeys: string[][];
  /** Units that the cells of each header row state themselves. */
  headerUnits: (string | null)[][];
  /** The unit of money that a title row states (单位：万元), null where none does. */
  titleUnit: string | null;
  /** Column of 序号, null where there is none. */
  serialColumn: number | null;
  /** How sure the header is: `clear`, or `guessed` where a person should look. */
  certainty: 'clear' | 'guessed';
}

/** One row of data, with the values of vertical merges given to every row that they cover. */
export interface TableRow {
  row: number;
  cells: SheetCell[];
  /** Columns whose value comes from a merged cell that began in an earlier row; an amount there must not be counted again. */
  fromMerge: ReadonlySet<number>;
  /** Columns whose merged cell begins in this row and covers rows below: one amount stands for several rows. */
  startsMerge: ReadonlySet<number>;
}

/** A column that the table is wanted to have. */
export interface WantedColumn {
  code: string;
  /** Its names, the first is the one shown. */
  names: readonly string[];
  synonyms: readonly string[];
  required?: boolean;
}

/** What a sender's headers were taken for before: normalised header text (`headerKey`) → code; '' means: not wanted. */
export type RememberedHeaders = ReadonlyMap<string, string>;

/** How a header was known; `similar` and `leaf` should be shown to a person. */
export type MatchCertainty = 'remembered' | 'exact' | 'synonym' | 'leaf' | 'similar';

/** One header taken for a wanted column. */
export interface ColumnMatch {
  column: number;
  code: string;
  certainty: MatchCertainty;
  /** The name or synonym that it was known by. */
  by: string;
}

/** Headers and wanted columns brought together, and what is left over on both sides. */
export interface ColumnMapping {
  matches: ColumnMatch[];
  /** Columns with a header that nothing wanted, or that another column took first. */
  unmatchedColumns: number[];
  /** Codes that no column was found for. */
  missing: string[];
  missingRequired: string[];
  /** Codes that several columns could be; the best or leftmost was taken. */
  rivals: { code: string; columns: number[] }[];
}

/** Whole fen and nothing else: the unit that a bare number is in. */
export type MoneyUnit = '元' | '千元' | '万元' | '百万元' | '亿元';

/** A quantity: exact decimal text and the unit written beside it (null where none is). */
export interface CellQuantity {
  value: string;
  unit: string | null;
}

/** A day, month or year as far as the cell says it. `from` and `to` are its first and last day, `YYYY-MM-DD`. */
export interface CellDate {
  precision: 'day' | 'month' | 'year';
  from: string;
  to: string;
}

/** One entry of a dictionary for `readChoice`. */
export interface Choice {
  code: string;
  names: readonly string[];
}

/** Why one cell was refused: `column` from 0, null for the whole row. */
export interface RefusedCell {
  row: number;
  column: number | null;
  problem: Problem;
}

/** What became of every row: rows in = accepted + refused + ignored, always. */
export interface RowAccount {
  rowsIn: number;
  accepted: number;
  refused: number;
  ignored: number;
  /** Ignored rows by reason; sums to `ignored`. */
  ignoredBecause: Partial<Record<IgnoredBecause, number>>;
}
