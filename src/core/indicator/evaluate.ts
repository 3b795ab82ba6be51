import type { Formula, SumOf } from './definition.ts';
import { divided, fraction, minus, parseFraction, plus, times, ZERO, type Fraction } from './fraction.ts';
import { rangeBefore, rangeKey, type Range } from './period.ts';

/** A row of the roll-ups, summed to the scope that a figure is asked for: one kind, one slice. Decimal texts as stored. */
export interface RollRow {
  kind: string;
  /** `;facet=value;…`, empty: none. */
  slice: string;
  entries: string;
  amountFen: string;
  quantity: string;
  people: string;
  personTimes: string;
}

/** Why there is no value: unknown is never 0. */
export const NO_VALUE = ['divisor_zero', 'no_base', 'not_counted', 'not_at_level', 'no_version'] as const;
/** divisor_zero: a ratio of nothing | no_base: growth from nothing | not_counted: persons are not counted here | not_at_level: the definition gives none at this level | no_version: no definition holds. */
export type NoValue = (typeof NO_VALUE)[number];

/** A figure: an exact value in the plain unit (fen for money), or the reason why there is none. */
export type FigureValue = { value: Fraction; why: null } | { value: null; why: NoValue };

/** What was read of the ledger for one scope: by range the sums of flows, the newest rows of stocks, the persons counted once. */
export interface Book {
  sums: ReadonlyMap<string, readonly RollRow[]>;
  latest: ReadonlyMap<string, readonly RollRow[]>;
  /** Key: range and kinds, see `personsKey`. */
  persons: ReadonlyMap<string, bigint>;
}

/** What has to be read before a formula can be evaluated over a range. */
export interface Need {
  how: 'sums' | 'latest' | 'persons';
  range: Range;
  kinds: readonly string[];
}

const some = (value: Fraction): FigureValue => ({ value, why: null });
const none = (why: NoValue): FigureValue => ({ value: null, why });

/** Key of a count of persons in a book. */
export const personsKey = (range: Range, kinds: readonly string[]): string =>
  `${rangeKey(range)}:${[...kinds].sort().join(',')}`;

/** All that a formula needs read for a range. */
export function needsOf(formula: Formula, range: Range): Need[] {
  if ('sum' in formula) return [{ how: 'sums', range, kinds: formula.sum.kinds }];
  if ('latest' in formula) return [{ how: 'latest', range, kinds: formula.latest.kinds }];
  if ('distinct' in formula) return [{ how: 'persons', range, kinds: formula.distinct.kinds }];
  if ('add' in formula) return formula.add.flatMap((one) => needsOf(one, range));
  if ('ratio' in formula) return [...needsOf(formula.ratio.of, range), ...needsOf(formula.ratio.by, range)];
  const { of, against } = formula.growth;
  return [...needsOf(of, range), ...needsOf(of, rangeBefore(range, against))];
}

/** The figure of a formula over a range; a part without value makes the whole one without value, for the same reason. */
export function evaluate(formula: Formula, range: Range, book: Book): FigureValue {
  if ('sum' in formula) return some(sumRows(book.sums.get(rangeKey(range)) ?? [], formula.sum));
  if ('latest' in formula) return some(sumRows(book.latest.get(rangeKey(range)) ?? [], formula.latest));
  if ('distinct' in formula) {
    const count = book.persons.get(personsKey(range, formula.distinct.kinds));
    return count === undefined ? none('not_counted') : some(fraction(count));
  }
  if ('add' in formula) {
    let total = ZERO;
    for (const one of formula.add) {
      const part = evaluate(one, range, book);
      if (part.value === null) return part;
      total = plus(total, part.value);
    }
    return some(total);
  }
  if ('ratio' in formula) return ratio(formula.ratio, range, book);
  const { of, against } = formula.growth;
  const now = evaluate(of, range, book);
  const then = evaluate(of, rangeBefore(range, against), book);
  if (now.value === null || then.value === null) return now.value === null ? now : then;
  const grown = divided(minus(now.value, then.value), then.value);
  return grown === null ? none('no_base') : some(times(grown, HUNDRED));
}

const HUNDRED = fraction(100n);

function ratio(
  formula: { of: Formula; by: Formula; percent?: boolean | undefined },
  range: Range,
  book: Book,
): FigureValue {
  const of = evaluate(formula.of, range, book);
  const by = evaluate(formula.by, range, book);
  if (of.value === null || by.value === null) return of.value === null ? of : by;
  const value = divided(of.value, by.value);
  if (value === null) return none('divisor_zero');
  return some(formula.percent === true ? times(value, HUNDRED) : value);
}

/** The sum of a measure over the rows that a sum means. */
export function sumRows(rows: readonly RollRow[], of: SumOf): Fraction {
  let total = ZERO;
  for (const row of rows) if (meansRow(of, row)) total = plus(total, measureOf(row, of.measure));
  return total;
}

/** Whether a sum means entries of this kind and slice. */
export function meansRow(of: SumOf, row: { kind: string; slice: string }): boolean {
  if (!of.kinds.includes(row.kind)) return false;
  return Object.entries(of.where ?? {}).every(([facet, values]) =>
    values.some((value) => row.slice.includes(`;${facet}=${value};`)),
  );
}

/** A measure of a row as an exact number. */
export function measureOf(row: Omit<RollRow, 'kind' | 'slice'>, measure: SumOf['measure']): Fraction {
  const text = {
    entries: row.entries,
    amount: row.amountFen,
    quantity: row.quantity,
    people: row.people,
    person_times: row.personTimes,
  }[measure];
  return parseFraction(text) ?? ZERO;
}
