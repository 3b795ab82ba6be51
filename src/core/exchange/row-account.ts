import type { IgnoredBecause, RowAccount } from './types.ts';

/** What became of a row. */
export type RowFate = 'accepted' | 'refused' | IgnoredBecause;

/**
 * With more comments than these spreadsheets hardly open a workbook, and making it takes a gigabyte for four times as many; that many
 * cells are wrong where a column is taken for another.
 */
const MOST_COMMENTS = 50_000;
/** A csv has its reasons in a column of their own, which costs little. */
const MOST_REASONS = 200_000;

/** Most cells that are marked in a file that goes back, by the format in which it came; where there are more, one cell a row. */
export const mostMarks = (format: string): number =>
  format === 'csv' || format === 'paste' ? MOST_REASONS : MOST_COMMENTS;

/** An account of rows with nothing in it. */
export const newAccount = (): RowAccount => ({ rowsIn: 0, accepted: 0, refused: 0, ignored: 0, ignoredBecause: {} });

/** Enters a row (or `times` rows, such as the blank ones between two rows with cells). */
export function countRow(account: RowAccount, fate: RowFate, times = 1): void {
  account.rowsIn += times;
  if (fate === 'accepted' || fate === 'refused') {
    account[fate] += times;
    return;
  }
  account.ignored += times;
  account.ignoredBecause[fate] = (account.ignoredBecause[fate] ?? 0) + times;
}

/** Blank rows that a reader left out between two rows: 0 where they follow each other. */
export const blankBetween = (before: number, row: number): number => Math.max(0, row - before - 1);

/** Moves rows from accepted to refused: all-or-none, or a check that came later. */
export function refuseAccepted(account: RowAccount, times: number): void {
  account.accepted -= times;
  account.refused += times;
}

/** Whether rows in = accepted + refused + ignored, and the reasons sum to the ignored. */
export function balances({ rowsIn, accepted, refused, ignored, ignoredBecause }: RowAccount): boolean {
  const reasons = Object.values(ignoredBecause).reduce((sum, n) => sum + n, 0);
  return rowsIn === accepted + refused + ignored && reasons === ignored && accepted >= 0 && refused >= 0;
}
