import type { PrintUnit } from './definition.ts';
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
