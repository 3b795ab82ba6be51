import type { Actor } from '../../core/access/reach.ts';
import { sumsOf, type Formula, type SumOf } from '../../core/indicator/definition.ts';
import { evaluate, meansRow, measureOf, type Book } from '../../core/indicator/evaluate.ts';
import { decimalText, plus, ZERO } from '../../core/indicator/fraction.ts';
import { addMonths, rangeKey, type Range } from '../../core/indicator/period.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { listBehind } from '../../storage/indicator/beneath.ts';
import type { House } from '../house.ts';
import { cursorOf, pageOf } from '../paging.ts';
import { text } from './board-cells.ts';
import { rangeFor } from './definitions.ts';
import { readBooks } from './read-books.ts';
import { findFigure, type FigureAsk } from './read-figure.ts';

/** The part of a formula whose entries are listed: of a ratio what is divided or what by, of a growth what grows. */
function partOf(formula: Formula, part: 'of' | 'by'): Formula {
  if ('ratio' in formula) return part === 'of' ? formula.ratio.of : formula.ratio.by;
  return 'growth' in formula ? partOf(formula.growth.of, part) : formula;
}

/** The entries behind a figure, newest counted first, each with what it adds; all of them add up to the figure exactly. */
export async function readFigureEntries(
  house: House,
  actor: Actor,
  code: string,
  ask: FigureAsk & { part: 'of' | 'by'; after?: string | undefined; limit: number },
): Promise<Result<object, Problem>> {
  const found = await findFigure(house, actor, code, ask);
  if (found === null) return refused(problem('access.missing'));
  const { seen, version, period, known } = found;
  const formula = partOf(version.definition.formula, ask.part);
  const sums = sumsOf(formula);
  const stock = 'latest' in formula;
  const range = rangeFor(version.definition, period);
  const of = { rows: seen.rows, sums, range: stock ? lookedBack(range) : range, knownOn: known };
  const rows = await listBehind(house.app, { ...of, after: cursorOf(ask.after), limit: ask.limit + 1 });
  const isSum = !stock && !('distinct' in formula);
  const counted: Formula = { sum: { kinds: sums.flatMap((one) => one.kinds), measure: 'entries' } };
  const asked = (isSum ? [formula, counted] : [counted]).map((one) => ({
    definition: { ...version.definition, formula: one },
    range,
  }));
  const books = await readBooks(house, asked, { rows: seen.rows, by: 'nothing', knownOn: known });
  const book = books.get('') ?? NOTHING;
  const page = pageOf(rows, ask.limit, (row) => [row.countedOn, row.id]);
  return ok({
    items: page.items.map((row) => ({
      ...row,
      value: decimalText(
        sums.reduce((all, one) => (meansRow(one, row) ? plus(all, measureOf(row, one.measure)) : all), ZERO),
      ),
    })),
    next: page.next,
    sum: text(isSum ? evaluate(formula, range, book).value : null),
    count: countOf(book, range, sums),
    measure: sums[0]?.measure ?? 'entries',
  });
}

/** How many entries of a book are meant by any of the sums, less what was reversed: each once, and only those whose facets fit. */
function countOf(book: Book, range: Range, sums: readonly SumOf[]): number {
  const rows = book.sums.get(rangeKey(range)) ?? [];
  const meant = rows.filter((row) => sums.some((one) => meansRow(one, row)));
  return meant.reduce((all, row) => all + Number(row.entries), 0);
}

const NOTHING: Book = { sums: new Map(), latest: new Map(), persons: new Map() };

/** A stock was told some time before the end of its period. */
const lookedBack = (range: Range): Range => ({ from: addMonths(range.to, -23), to: range.to });
