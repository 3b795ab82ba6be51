import { problem, type Problem, type ProblemCode } from '../kernel/problem.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { errorOf, halfWidth, isBlank, readText, shownCell } from './cell-text.ts';
import { decimalOfNumber, decimalOfText, decimalText, shifted, type SignedDecimal } from './decimal.ts';
import { EMPTY_MARKS } from './dictionary.ts';
import type { CellQuantity, SheetCell } from './types.ts';

/** A number with what is written around it. */
export interface Figure {
  decimal: SignedDecimal;
  /** Text behind the number without its multiplier: 人次, %, ''. */
  unit: string;
  /** Text behind the number as written: 万人次. */
  written: string;
  /** The cell said how large it is (万, 亿 …), so that the header's unit does not count. */
  multiplied: boolean;
}

const POWERS: readonly [RegExp, number][] = [
  [/^百万/, 6],
  [/^千万/, 7],
  [/^万/, 4],
  [/^亿/, 8],
  [/^千(?![克米瓦])/, 3],
];

/** The number of a cell and what stands behind it; null where the cell is empty or says that there is nothing. */
export function figureOf(cell: SheetCell, code: ProblemCode): Result<Figure | null, Problem> {
  const wrong = errorOf(cell);
  if (wrong !== null) return refused(wrong);
  const bad = (): Result<Figure | null, Problem> => refused(problem(code, undefined, { text: shownCell(cell) }));
  if (isBlank(cell)) return ok(null);
  if (typeof cell === 'number') {
    const decimal = decimalOfNumber(cell);
    return decimal === null ? bad() : ok({ decimal, unit: '', written: '', multiplied: false });
  }
  if (typeof cell === 'object' && cell?.kind === 'percent') {
    const decimal = decimalOfNumber(cell.value);
    return decimal === null ? bad() : ok({ decimal: shifted(decimal, 2), unit: '%', written: '%', multiplied: false });
  }
  if (typeof cell !== 'string') return bad();
  const plain = readText(cell);
  if (!plain.ok) return plain;
  const text = halfWidth(plain.value ?? '').replace(/\s+/g, '');
  if (EMPTY_MARKS.has(text)) return ok(null);
  const figure = figureOfText(text);
  return figure === null ? bad() : ok(figure);
}

function figureOfText(text: string): Figure | null {
  const m = /^(?:¥|RMB|CNY|人民币)?([+-]?(?:¥)?[\d,.]+(?:[eE][+-]?\d{1,2})?|\([\d,.]+\))(\D*)$/.exec(text);
  const decimal = decimalOfText((m?.[1] ?? '').replace('¥', ''));
  if (m === null || decimal === null) return null;
  const written = m[2] ?? '';
  for (const [word, power] of POWERS) {
    const unit = written.replace(word, '');
    if (unit !== written) return { decimal: shifted(decimal, power), unit, written, multiplied: true };
  }
  return { decimal, unit: written, written, multiplied: false };
}

/** Rules for a number: decimals allowed, whether it may be below zero, and the units that may stand behind it. */
export interface NumberRules {
  places?: number;
  negative?: boolean;
  units?: readonly string[];
  /** A bare number counts 10^power of what is meant, because the header says so. */
  power?: number;
}

/**
 * A quantity as exact decimal text with the unit written in the cell; percent as 85 with the unit %. Null for an empty cell.
 * Problems: cell.not_a_number, cell.negative, cell.too_fine, cell.other_unit, cell.too_big, and those of an error cell.
 */
export function readQuantity(cell: SheetCell, rules: NumberRules = {}): Result<CellQuantity | null, Problem> {
  const figure = figureOf(cell, 'cell.not_a_number');
  if (!figure.ok || figure.value === null) return figure as Result<null, Problem>;
  const { unit, written } = figure.value;
  const decimal = written === '' ? shifted(figure.value.decimal, rules.power ?? 0) : figure.value.decimal;
  const text = shownCell(cell);
  if (/\d/.test(unit) || [...unit].length > 8) return refused(problem('cell.not_a_number', undefined, { text }));
  if (rules.units !== undefined && unit !== '' && !rules.units.includes(unit))
    return refused(problem('cell.other_unit', undefined, { text, unit, wanted: rules.units[0] ?? '' }));
  if (decimal.digits < 0n && rules.negative !== true) return refused(problem('cell.negative', undefined, { text }));
  if (decimal.places > (rules.places ?? 6))
    return refused(problem('cell.too_fine', undefined, { text, places: rules.places ?? 6 }));
  const value = decimalText(decimal);
  if (value.length > 24) return refused(problem('cell.too_big', undefined, { text }));
  return ok({ value, unit: unit === '' ? null : unit });
}

/** A whole number; `35.0` is one. Null for an empty cell. Problems: cell.not_whole and those of `readQuantity`. */
export function readWhole(cell: SheetCell, rules: Omit<NumberRules, 'places'> = {}): Result<bigint | null, Problem> {
  const read = readQuantity(cell, { ...rules, places: 20 });
  if (!read.ok) return read;
  if (read.value === null) return ok(null);
  if (!/^-?\d+$/.test(read.value.value))
    return refused(problem('cell.not_whole', undefined, { text: shownCell(cell) }));
  return ok(BigInt(read.value.value));
}
