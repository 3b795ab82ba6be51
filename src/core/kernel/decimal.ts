/** An exact decimal: `units` × 10^−`scale`. Never through floats. */
export interface Decimal {
  units: bigint;
  scale: number;
}

const SHAPE = /^-?\d+(\.\d+)?$/;

/** Reads plain decimal text (`-12.50`); null for anything else (blanks, grouping signs, exponents). */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > 60 || !SHAPE.test(text)) return null;
  const point = text.indexOf('.');
  if (point < 0) return { units: BigInt(text), scale: 0 };
  return { units: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

const raised = (one: Decimal, scale: number): bigint => one.units * 10n ** BigInt(scale - one.scale);

/** Negative, 0 or positive as a is below, equal to or above b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [raised(a, scale), raised(b, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** a × b, exact. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** a − b, exact. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: raised(a, scale) - raised(b, scale), scale };
}

/** Without its sign. */
export function absoluteDecimal(a: Decimal): Decimal {
  return a.units < 0n ? { units: -a.units, scale: a.scale } : a;
}

/** The one way to write a plain decimal: no leading or trailing zeros, no `-0` (`007.50` → `7.5`); the text must be one. */
export function normalDecimal(text: string): string {
  let out = text;
  if (out.includes('.')) out = out.replace(/\.?0+$/, '');
  out = out.replace(/^(-?)0+(?=\d)/, '$1');
  return out === '-0' ? '0' : out;
}
