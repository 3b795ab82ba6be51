import { problem, type Problem } from '../kernel/problem.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { halfWidth, shownCell } from './cell-text.ts';
import { FEN_IN, MONEY_WORDS } from './dictionary.ts';
import { figureOf, type Figure } from './read-number.ts';
import type { MoneyUnit, SheetCell } from './types.ts';

/** 100 trillion yuan: more is a wrong unit, not an amount. */
const MAX_FEN = 10_000_000_000_000_000n;

/** The unit of money that a word names (万元, 万, 圆 …); null where it names none. */
export const moneyUnit = (word: string): MoneyUnit | null => MONEY_WORDS[halfWidth(word).replace(/\s+/g, '')] ?? null;

/** The unit of money that a header states: of 元/公斤 the 元; null where it states none. */
export const moneyUnitOf = (header: string | null): MoneyUnit | null =>
  moneyUnit((header ?? '').replace(/[/每].*$/, ''));

/**
 * An amount as whole fen. `unit` is that of the header, null where it states none; a unit in the cell goes before it.
 * Null for an empty cell. Problems: cell.not_money, cell.money_unit_unknown, cell.money_too_fine, cell.negative,
 * cell.too_big, and those of an error cell.
 */
export function readMoney(
  cell: SheetCell,
  rules: { unit: MoneyUnit | null; negative?: boolean },
): Result<bigint | null, Problem> {
  const figure = figureOf(cell, 'cell.not_money');
  if (!figure.ok || figure.value === null) return figure as Result<null, Problem>;
  const text = shownCell(cell);
  const unit = unitOf(figure.value, rules.unit);
  if (unit === 'other') return refused(problem('cell.not_money', undefined, { text }));
  if (unit === null) return refused(problem('cell.money_unit_unknown', undefined, { text }));
  const { digits, places } = figure.value.decimal;
  const scaled = digits * FEN_IN[unit];
  const step = 10n ** BigInt(places);
  if (scaled < 0n && rules.negative !== true) return refused(problem('cell.negative', undefined, { text }));
  if (scaled % step !== 0n)
    return refused(
      problem('cell.money_too_fine', undefined, { text, unit: figure.value.multiplied ? figure.value.written : unit }),
    );
  const fen = scaled / step;
  if (fen > MAX_FEN || fen < -MAX_FEN) return refused(problem('cell.too_big', undefined, { text }));
  return ok(fen);
}

/** The unit of the figure's own number (already multiplied by 万 and the like). */
function unitOf(figure: Figure, header: MoneyUnit | null): MoneyUnit | 'other' | null {
  const { unit, multiplied } = figure;
  if (unit !== '' && MONEY_WORDS[unit] !== '元') return 'other';
  if (multiplied || unit !== '') return '元';
  return header;
}

/** Fen as yuan text with two decimals: 1234.50. */
export function yuanText(fen: bigint): string {
  const text = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}
