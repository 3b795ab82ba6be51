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

/** Months of a range that are whole years, whole quarters or neither; `from` and `to` are the first months of the first and last year, quarter or month. */
export interface Span {
  grain: 'year' | 'quarter' | 'month';
  from: Month;
  to: Month;
}

const GRAINS = [
  ['year', 12],
  ['quarter', 3],
  ['month', 1],
] as const;

/** A range cut into as few spans as there can be, one after the other; `monthly`: into months only. */
export function spansOf({ from, to }: Range, monthly = false): Span[] {
  const [begin, end] = [from === null ? 0 : indexOf(from), indexOf(to) + 1];
  if (monthly) return [{ grain: 'month', from: monthAt(begin), to }];
  const spans: Span[] = [];
  for (let at = begin; at < end;) {
    const [grain, size] = GRAINS.find(([, months]) => at % months === 0 && at + months <= end) ?? ['month', 1];
    const pieces = grain === 'year' ? Math.floor((end - at) / size) : 1;
    const last = monthAt(at + (pieces - 1) * size);
    const before = spans.at(-1);
    if (before?.grain === grain) before.to = last;
    else spans.push({ grain, from: monthAt(at), to: last });
    at += pieces * size;
  }
  return spans;
}

const indexOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthAt = (index: number): Month => monthOf(Math.floor(index / 12), (index % 12) + 1);

/** The month so many months on. */
export function addMonths(month: Month, count: number): Month {
  return monthAt(indexOf(month) + count);
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
