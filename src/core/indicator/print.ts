import type { PrintUnit, SumOf } from './definition.ts';
import { divided, fraction, rounded, type Fraction } from './fraction.ts';

/** How many of the plain unit (fen, or the unit itself) one printed unit is. */
const PLAIN: Partial<Record<PrintUnit, bigint>> = {
  元: 100n,
  万元: 1_000_000n,
  亿元: 10_000_000_000n,
  '元/人': 100n,
  '元/人次': 100n,
};

/** How many of the plain unit (fen for money, else the unit itself) one printed unit is. */
export const plainOf = (unit: PrintUnit): Fraction => fraction(PLAIN[unit] ?? 1n);

/** A figure in its printed unit, rounded half away from zero (四舍五入): fen 123456789 in 万元 with 2 decimals is "123.46". */
export function printFigure(value: Fraction, unit: PrintUnit, decimals: number): string {
  return rounded(divided(value, plainOf(unit)) ?? value, decimals);
}

/** Completion in per cent with one decimal, never capped; null where the target is 0 or there is none. */
export function completion(value: Fraction | null, target: Fraction | null): string | null {
  if (value === null || target === null) return null;
  const share = divided(value, target);
  return share === null ? null : rounded({ up: share.up * 100n, over: share.over }, 1);
}

/** How what entries add to a figure is printed: money exact to the fen, of a ratio the measure that is listed, else as the figure. */
export function unitOfPart(
  measure: SumOf['measure'],
  figure: { unit: PrintUnit; decimals: number },
  ratio: boolean,
): { unit: PrintUnit; decimals: number } {
  if (measure === 'amount') return figure.unit === '元' ? { unit: '元', decimals: 2 } : { unit: '万元', decimals: 6 };
  if (!ratio) return { unit: figure.unit, decimals: figure.decimals };
  if (measure === 'people') return { unit: '人', decimals: 0 };
  return measure === 'person_times' ? { unit: '人次', decimals: 0 } : { unit: '项', decimals: 0 };
}
