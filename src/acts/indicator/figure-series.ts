import { groupBy } from '../../core/kernel/grouping.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import { kindsOf, sumsOf, type IndicatorDefinition } from '../../core/indicator/definition.ts';
import { evaluate, sumRows, type Book, type RollRow } from '../../core/indicator/evaluate.ts';
import { plus, ZERO, type Fraction } from '../../core/indicator/fraction.ts';
import {
  addMonths,
  monthOf,
  rangeKey,
  yearOf,
  type Month,
  type PeriodCode,
  type Range,
} from '../../core/indicator/period.ts';
import { reachedOn } from '../../core/indicator/target.ts';
import { readDays } from '../../storage/indicator/beneath.ts';
import type { FigureRows } from '../../storage/indicator/figure-sql.ts';
import { readLatest, readSums, type SumRow } from '../../storage/indicator/sums.ts';
import type { House } from '../house.ts';

/** A month alone, and the year (or all time) up to its end. */
export interface MonthPoint {
  month: Month;
  value: Fraction | null;
  toDate: Fraction | null;
}

/** What a series is read for. */
export interface SeriesAsk {
  definition: IndicatorDefinition;
  rows: FigureRows;
  period: PeriodCode;
  knownOn: Instant | null;
}

/** Years that a series goes back. */
const YEARS = 5;
const ANY: Range = { from: null, to: '9999-12' as Month };

/** A formula over some rows, whatever their months; growth and persons have no such series. */
function over(definition: IndicatorDefinition, rows: readonly RollRow[]): Fraction | null {
  const book: Book = {
    sums: new Map([[rangeKey(ANY), rows]]),
    latest: new Map([[rangeKey(ANY), rows]]),
    persons: new Map(),
  };
  return 'growth' in definition.formula ? null : evaluate(definition.formula, ANY, book).value;
}

/** The twelve months of the period's year. */
export async function monthSeries(house: House, ask: SeriesAsk): Promise<MonthPoint[]> {
  const { definition, period } = ask;
  const year = yearOf(period);
  const months = Array.from({ length: 12 }, (_, index) => monthOf(year, index + 1));
  if ('latest' in definition.formula) return stockSeries(house, ask, months);
  const of = {
    rows: ask.rows,
    kinds: kindsOf(definition.formula),
    measures: measuresOf(definition),
    knownOn: ask.knownOn,
  };
  const sums = await readSums(house.app, {
    ...of,
    range: { from: monthOf(year, 1), to: monthOf(year, 12) },
    by: 'month',
  });
  const start =
    definition.period === 'cumulative'
      ? await readSums(house.app, { ...of, range: { from: null, to: monthOf(year - 1, 12) }, by: 'nothing' })
      : [];
  const byMonth = groupBy(sums, (row) => row.at);
  let held: SumRow[] = start;
  return months.map((month) => {
    const rows = byMonth.get(month) ?? [];
    held = [...held, ...rows];
    return { month, value: over(definition, rows), toDate: over(definition, held) };
  });
}

/** A stock at the end of each month. */
async function stockSeries(house: House, ask: SeriesAsk, months: readonly Month[]): Promise<MonthPoint[]> {
  const { definition } = ask;
  const of = {
    rows: ask.rows,
    kinds: kindsOf(definition.formula),
    measures: measuresOf(definition),
    knownOn: ask.knownOn,
    by: 'nothing' as const,
  };
  const points: MonthPoint[] = [];
  for (const month of months) {
    const rows = await readLatest(house.app, { ...of, range: { from: null, to: month } });
    points.push({ month, value: null, toDate: over(definition, rows) });
  }
  return points;
}

/** The last five years up to the period's. */
export async function yearSeries(house: House, ask: SeriesAsk): Promise<{ year: number; value: Fraction | null }[]> {
  const { definition, period } = ask;
  const last = yearOf(period);
  const years = Array.from({ length: YEARS }, (_, index) => last - YEARS + 1 + index);
  if ('latest' in definition.formula) return years.map((year) => ({ year, value: null }));
  const from = definition.period === 'cumulative' ? null : monthOf(last - YEARS + 1, 1);
  const range = { from, to: monthOf(last, 12) };
  const of = {
    rows: ask.rows,
    kinds: kindsOf(definition.formula),
    measures: measuresOf(definition),
    knownOn: ask.knownOn,
  };
  const byYear = groupBy(await readSums(house.app, { ...of, range, by: 'year' }), (row) => Number(row.at));
  return years.map((year) => {
    const rows =
      from === null ? [...byYear].filter(([one]) => one <= year).flatMap(([, list]) => list) : (byYear.get(year) ?? []);
    return { year, value: over(definition, rows) };
  });
}

const measuresOf = (definition: IndicatorDefinition) => [
  ...new Set(sumsOf(definition.formula).map((sum) => sum.measure)),
];

/** The day from which on the year's sum has stayed at the target: the month by the series, the day by that month's entries. */
export async function dayReached(
  house: House,
  ask: SeriesAsk,
  months: readonly MonthPoint[],
  target: Fraction | null,
): Promise<PlainDate | null> {
  const { formula, period } = ask.definition;
  const plain = 'sum' in formula || ('add' in formula && formula.add.every((one) => 'sum' in one));
  if (target === null || target.up <= 0n || period !== 'flow' || !plain) return null;
  const steps = months.map((one) => ({ on: one.month, value: one.value ?? ZERO }));
  const month = reachedOn(steps, target, ZERO);
  if (month === null) return null;
  const start = months.find((one) => one.month === addMonths(month, -1))?.toDate ?? ZERO;
  const sums = sumsOf(formula);
  const rows = await readDays(house.app, {
    rows: ask.rows,
    sums,
    range: { from: month, to: month },
    knownOn: ask.knownOn,
  });
  const byDay = groupBy(rows, (row) => row.on);
  const days = [...byDay].map(([on, list]) => ({
    on,
    value: sums.reduce((all, sum) => plus(all, sumRows(list, sum)), ZERO),
  }));
  return reachedOn(days, target, start);
}
