/** An exact rational number: `over` above zero, in lowest terms. Figures are computed in it and rounded only when printed. */
export interface Fraction {
  up: bigint;
  over: bigint;
}

/** Zero. */
export const ZERO: Fraction = { up: 0n, over: 1n };

/** up ÷ over in lowest terms; `over` may not be zero. */
export function fraction(up: bigint, over = 1n): Fraction {
  const sign = over < 0n ? -1n : 1n;
  const common = divisor(up < 0n ? -up : up, over < 0n ? -over : over);
  return { up: (sign * up) / common, over: (sign * over) / common };
}

/** Reads a decimal text with an optional sign ("-12.50"); null for anything else. */
export function parseFraction(text: string): Fraction | null {
  const m = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (m === null) return null;
  const part = m[3] ?? '';
  const digits = BigInt((m[2] ?? '') + part);
  return fraction(m[1] === '-' ? -digits : digits, 10n ** BigInt(part.length));
}

/** a + b. */
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.up * b.over + b.up * a.over, a.over * b.over);

/** a − b. */
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.up * b.over - b.up * a.over, a.over * b.over);

/** a × b. */
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.up * b.up, a.over * b.over);

/** a ÷ b; null where b is zero: what cannot be divided is unknown, never 0. */
export const divided = (a: Fraction, b: Fraction): Fraction | null =>
  b.up === 0n ? null : fraction(a.up * b.over, a.over * b.up);

/** Below 0 where a < b, 0 where equal, above 0 where a > b. */
export function compare(a: Fraction, b: Fraction): number {
  const d = a.up * b.over - b.up * a.over;
  return d < 0n ? -1 : d > 0n ? 1 : 0;
}

/** The distance from zero. */
export const size = (a: Fraction): Fraction => (a.up < 0n ? { up: -a.up, over: a.over } : a);

/** With so many digits after the point, half away from zero (四舍五入): "1.50". Minus zero is zero. */
export function rounded(a: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const up = a.up < 0n ? -a.up : a.up;
  const whole = (2n * up * scale + a.over) / (2n * a.over);
  const text = whole.toString().padStart(decimals + 1, '0');
  const sign = a.up < 0n && whole !== 0n ? '-' : '';
  return decimals === 0 ? sign + text : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** Decimal text without trailing zeros: exact where it ends within twelve digits after the point, else rounded there. */
export function decimalText(a: Fraction): string {
  const text = rounded(a, 12);
  return text.replace(/\.?0+$/, '') || '0';
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
