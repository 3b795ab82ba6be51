import { pushTo } from '../../core/kernel/grouping.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import { sumsOf, type IndicatorDefinition, type Level, type SumOf } from '../../core/indicator/definition.ts';
import {
  evaluate,
  needsOf,
  personsKey,
  type Book,
  type FigureValue,
  type Need,
  type RollRow,
} from '../../core/indicator/evaluate.ts';
import { rangeKey, type Range } from '../../core/indicator/period.ts';
import { countPersons } from '../../storage/indicator/beneath.ts';
import type { FigureRows } from '../../storage/indicator/figure-sql.ts';
import { readLatest, readSums, type By, type SumRow } from '../../storage/indicator/sums.ts';
import type { House } from '../house.ts';

/** Definitions with the months that each is asked for. */
export interface Asked {
  definition: IndicatorDefinition;
  range: Range;
}

/** How to read: which rows, told apart by what, as known when. `persons`: count persons too (one scope only; it reads rosters). */
export interface HowToRead {
  rows: FigureRows;
  by: By;
  rowOfUnit?: readonly (readonly [string, string])[];
  knownOn: Instant | null;
  persons?: boolean;
}

/** What was read, one book a row of the answer (county, unit row; '' for all together). */
export type Books = ReadonlyMap<string, Book>;

/** A book that is being filled. */
interface Shelf {
  sums: Map<string, SumRow[]>;
  latest: Map<string, SumRow[]>;
  persons: Map<string, bigint>;
}

const EMPTY: Book = { sums: new Map(), latest: new Map(), persons: new Map() };

/** Reads all that the definitions need, each range once. */
export async function readBooks(house: House, asked: readonly Asked[], how: HowToRead): Promise<Books> {
  const needs = asked.flatMap(({ definition, range }) => needsOf(definition.formula, range));
  const measures = [
    ...new Set(asked.flatMap(({ definition }) => sumsOf(definition.formula)).map((sum) => sum.measure)),
  ];
  const books = new Map<string, Shelf>();
  const bookOf = (at: string): Shelf => {
    const book: Shelf = books.get(at) ?? { sums: new Map(), latest: new Map(), persons: new Map() };
    books.set(at, book);
    return book;
  };
  const units = how.rowOfUnit === undefined ? {} : { rowOfUnit: how.rowOfUnit };
  const readOne = async ({ how: kind, range, kinds }: Need) => {
    if (kind === 'persons') return;
    const read = kind === 'sums' ? readSums : readLatest;
    const ask = { rows: how.rows, kinds, measures, range, by: how.by, knownOn: how.knownOn, ...units };
    const key = rangeKey(range);
    for (const row of await read(house.app, ask)) pushTo(bookOf(row.at)[kind], key, row);
  };
  await Promise.all(gathered(needs).map(readOne));
  if (how.persons === true) {
    for (const { range, kinds } of needs.filter((need) => need.how === 'persons')) {
      const sums: SumOf[] = [{ kinds, measure: 'people' }];
      const count = await countPersons(house.app, { rows: how.rows, sums, range, knownOn: how.knownOn });
      bookOf('').persons.set(personsKey(range, kinds), count);
    }
  }
  return books;
}

/** One need a way and range, for all kinds together. */
function gathered(needs: readonly Need[]): Need[] {
  const byKey = new Map<string, Need>();
  for (const need of needs) {
    const key = `${need.how}${rangeKey(need.range)}`;
    const kinds = [...new Set([...(byKey.get(key)?.kinds ?? []), ...need.kinds])];
    byKey.set(key, { ...need, kinds });
  }
  return [...byKey.values()];
}

/** The figure of a definition by a book; none where its level has none. */
export function figureOf(asked: Asked, level: Level, book: Book | undefined): FigureValue {
  if (asked.definition.level[level] === 'none') return { value: null, why: 'not_at_level' };
  return evaluate(asked.definition.formula, asked.range, book ?? EMPTY);
}

/** What is on its way of a figure that is a sum; null where the formula is none. */
export function transitOf({ definition }: Asked, rows: readonly RollRow[]) {
  const { formula } = definition;
  if ('ratio' in formula || 'growth' in formula || 'distinct' in formula || 'latest' in formula) return null;
  // The same formula over what is on its way, whatever the months.
  const here: Range = { from: null, to: '9999-12' as Range['to'] };
  return evaluate(formula, here, { ...EMPTY, sums: new Map([[rangeKey(here), rows]]) }).value;
}
