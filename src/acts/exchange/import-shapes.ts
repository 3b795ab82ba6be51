import type { ColumnMatch, IgnoredBecause, MoneyUnit, SheetCell, TableLayout } from '../../core/exchange/types.ts';
import type { ImportRow } from '../../storage/exchange/sheet-import.ts';
import type { StageSums } from '../../storage/exchange/import-stage.ts';

/** One of the first rows of a sheet, kept for the preview. */
export interface HeadRow {
  row: number;
  cells: SheetCell[];
  fromMerge: number[];
  startsMerge: number[];
  because: IgnoredBecause | null;
  /** Row of another table's header above it; null: none. */
  under: number | null;
}

/** The top of a sheet: where the table lies (null: no header was found) and its first rows. */
export interface SheetHead {
  layout: TableLayout | null;
  rows: HeadRow[];
}

/** What was chosen for an import. */
export interface ImportOptions {
  /** Unit of money where the sheet states none; null: not answered. */
  moneyUnit: MoneyUnit | null;
  /** What holds for all rows where the sheet has no column for it, by code. */
  fixed: Record<string, string>;
  /** All rows become drafts, to be looked at before they are reported. */
  asDrafts: boolean;
  /** Hidden rows are data too. */
  readHidden: boolean;
  /** First and last header row as a person chose them; null: as found. */
  headerRows: [number, number] | null;
}

/** What nobody has said yet. */
export const NO_OPTIONS: ImportOptions = {
  moneyUnit: null,
  fixed: {},
  asDrafts: false,
  readHidden: false,
  headerRows: null,
};

/** Why a row became no entry: what the sheet's reader says, or already there, or the same as a row above. */
export type Because = IgnoredBecause | 'there' | 'twin';

/** What became of the rows. rowsIn = accepted + refused + ignored, always. */
export interface ImportCounts {
  rowsIn: number;
  accepted: number;
  refused: number;
  ignored: number;
  ignoredBecause: Partial<Record<Because, number>>;
  /** Sums of the accepted rows. */
  sums: Omit<StageSums, 'rows'> | null;
  /** Of the accepted rows those that are entries. */
  applied: number;
}

/** An account of rows with nothing in it. */
export const noCounts = (): ImportCounts => ({
  rowsIn: 0,
  accepted: 0,
  refused: 0,
  ignored: 0,
  ignoredBecause: {},
  sums: null,
  applied: 0,
});

/** Enters rows into an account. */
export function enter(counts: ImportCounts, fate: 'accepted' | 'refused' | Because, times = 1): void {
  if (times === 0) return;
  counts.rowsIn += times;
  if (fate === 'accepted' || fate === 'refused') counts[fate] += times;
  else {
    counts.ignored += times;
    counts.ignoredBecause[fate] = (counts.ignoredBecause[fate] ?? 0) + times;
  }
}

/** Adds one account to another. */
export function addCounts(counts: ImportCounts, more: ImportCounts): void {
  enter(counts, 'accepted', more.accepted);
  enter(counts, 'refused', more.refused);
  for (const [because, times] of Object.entries(more.ignoredBecause)) enter(counts, because as Because, times);
}

/** Moves rows that were accepted to another fate. */
export function moveAccepted(counts: ImportCounts, fate: 'refused' | Because, times: number): void {
  counts.accepted -= times;
  counts.rowsIn -= times;
  enter(counts, fate, times);
}

/** An import with its jsonb columns in their shapes. */
export type Import = Omit<ImportRow, 'sheets' | 'head' | 'mapping' | 'options' | 'counts'> & {
  sheets: { name: string; hidden: boolean }[];
  head: SheetHead;
  mapping: ColumnMatch[];
  options: ImportOptions;
  counts: ImportCounts | null;
};

/** The stored row as what it is. */
export const shaped = (row: ImportRow): Import => row as unknown as Import;
