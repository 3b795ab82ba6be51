import type { Brand } from '../kernel/brand.ts';
import { daysInMonth, type PlainDate } from '../kernel/plain-date.ts';
import type { Against } from './definition.ts';

/** A month, `YYYY-MM`. */
export type Month = Brand<string, 'Month'>;

/** Periods of figures: `2021` | `2021-Q1` | `2021-03` | `2021-01to06` (January to June). */
export type PeriodCode = Brand<string, 'PeriodCode'>;

/** Months from first to last, both counted; `from` null: since the beginning. */
export interface Range {
  from: Month | null;
  to: Month;
}

const SHAPE = /^(\d{4})(?:-(?:Q([1-4])|01to(0[1-9]|1[0-2])|(0[1-9]|1[0-2])))?$/;

/** Reads the code of a period; null for anything else. Years before 1980 are none. */
export function parsePeriod(text: string): PeriodCode | null {
  return SHAPE.test(text) && text >= '1980' ? (text as PeriodCode) : null;
}

/** The months of a period. */
export function rangeOf(period: PeriodCode): Range & { from: Month } {
  const [, year = '', quarter, until, month] = SHAPE.exec(period) ?? [];
  if (quarter !== undefined) {
    const last = Number(quarter) * 3;
    return { from: monthOf(Number(year), last - 2), to: monthOf(Number(year), last) };
  }
  if (until !== undefined) return { from: monthOf(Number(year), 1), to: monthOf(Number(year), Number(until)) };
  if (month !== undefined)
    return { from: monthOf(Number(year), Number(month)), to: monthOf(Number(year), Number(month)) };
  return { from: monthOf(Number(year), 1), to: monthOf(Number(year), 12) };
}

/** The year of a period. */
export const yearOf = (period: PeriodCode): number => Number(period.slice(0, 4));

/** The month so many months on. */
export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return monthOf(Math.floor(index / 12), (index % 12) + 1);
}

/** Year and month (1–12) as a month. */
export const monthOf = (year: number, month: number): Month =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Month;

/** Last day of a month. */
export const lastDayOf = (month: Month): PlainDate =>
  `${month}-${String(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))).padStart(2, '0')}` as PlainDate;

/** The range that a growth is measured against. */
export function rangeBefore(range: Range, against: Against): Range {
  const back = { year: -12, quarter: -3, month: -1 }[against];
  return { from: range.from === null ? null : addMonths(range.from, back), to: addMonths(range.to, back) };
}

/** A range as text, to find what was read for it. */
export const rangeKey = (range: Range): string => `${range.from ?? ''}~${range.to}`;
