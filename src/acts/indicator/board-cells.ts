import { decimalText, plus, ZERO, type Fraction } from '../../core/indicator/fraction.ts';
import type { Level } from '../../core/indicator/definition.ts';
import { sumRows, type Book } from '../../core/indicator/evaluate.ts';
import { completion } from '../../core/indicator/print.ts';
import { reachedOn } from '../../core/indicator/target.ts';
import type { SumRow } from '../../storage/indicator/sums.ts';
import { figureOf, transitOf, type Asked } from './read-books.ts';

/** A cell before it is shown. */
export interface Cell {
  code: string;
  version: number | null;
  value: Fraction | null;
  why: string | null;
  target: Fraction | null;
  transit: Fraction | null;
}

/** The cell of one definition in one row. */
export function cellOf(of: {
  code: string;
  asked: (Asked & { version: number }) | null;
  level: Level;
  book: Book | undefined;
  target: Fraction | null;
  transit: readonly SumRow[];
  now: boolean;
}): Cell {
  const { code, asked, target } = of;
  if (asked === null) return { code, version: null, value: null, why: 'no_version', target, transit: null };
  const { value, why } = figureOf(asked, of.level, of.book);
  return { code, version: asked.version, value, why, target, transit: of.now ? transitOf(asked, of.transit) : null };
}

/** Exact text of a value; null: none. */
export const text = (value: Fraction | null): string | null => (value === null ? null : decimalText(value));
/** A cell as the contract has it, without the month in which it was reached. */
export const shown = (cell: Cell) => ({
  ...cell,
  value: text(cell.value),
  target: text(cell.target),
  transit: text(cell.transit),
  completion: completion(cell.value, cell.target),
});

/** Whether the target is reached. */
export const isReached = (cell: Cell): boolean =>
  cell.value !== null &&
  cell.target !== null &&
  cell.target.up > 0n &&
  cell.value.up * cell.target.over >= cell.target.up * cell.value.over;

/** The month from which on the sum has stayed at the target; null: not reached, or no plain sum. */
export function reachedIn(cell: Cell, asked: Asked | null, rows: readonly SumRow[]): string | null {
  if (!isReached(cell) || cell.target === null || asked === null) return null;
  const { formula } = asked.definition;
  const sums =
    'sum' in formula
      ? [formula.sum]
      : 'add' in formula
        ? formula.add.flatMap((one) => ('sum' in one ? [one.sum] : []))
        : [];
  if (sums.length === 0) return null;
  const months = [...new Set(rows.map((row) => row.at))].sort();
  const steps = months.map((on) => {
    const here = rows.filter((row) => row.at === on);
    return { on, value: sums.reduce((all, sum) => plus(all, sumRows(here, sum)), ZERO) };
  });
  return reachedOn(steps, cell.target, ZERO);
}
