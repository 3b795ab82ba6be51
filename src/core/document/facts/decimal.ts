/** An exact decimal: `digits` × 10^−`places`. No floats anywhere. */
export interface Decimal {
  digits: bigint;
  places: number;
}

/** Reads "12", "1,024.50"; null for anything else. Separators , and ， are dropped. */
export function parseDecimal(text: string): Decimal | null {
  const clean = text.replace(/[,，]/g, '');
  const m = /^(\d+)(?:\.(\d+))?$/.exec(clean);
  if (!m) return null;
  const fraction = m[2] ?? '';
  return { digits: BigInt((m[1] ?? '') + fraction), places: fraction.length };
}

/** The decimal of a whole number. */
export const whole = (n: number | bigint): Decimal => ({ digits: BigInt(n), places: 0 });

/** a × 10^power; power ≥ 0. */
export function shift(a: Decimal, power: number): Decimal {
  return power <= a.places
    ? { digits: a.digits, places: a.places - power }
    : { digits: a.digits * 10n ** BigInt(power - a.places), places: 0 };
}

/** a + b. */
export function add(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { digits: scaled(a, places) + scaled(b, places), places };
}

/** Below 0 where a < b, 0 where equal, above 0 where a > b. */
export function compare(a: Decimal, b: Decimal): number {
  const places = Math.max(a.places, b.places);
  const d = scaled(a, places) - scaled(b, places);
  return d < 0n ? -1 : d > 0n ? 1 : 0;
}

/** Shortest decimal text: "112000", "0.5"; no trailing zeros after the point. */
export function formatDecimal(a: Decimal): string {
  const text = a.digits.toString().padStart(a.places + 1, '0');
  if (a.places === 0) return text;
  const fraction = text.slice(text.length - a.places).replace(/0+$/, '');
  const head = text.slice(0, text.length - a.places);
  return fraction === '' ? head : `${head}.${fraction}`;
}

/**
 * Whether `rough` is `exact` cut off or rounded at the last digit that `rough` shows (32 for 32.01, 44 for 44.35).
 * A lone leading digit (30 for 32.4) is too coarse, unless `looser`.
 */
export function roundsTo(exact: Decimal, rough: Decimal, looser = false): boolean {
  const places = Math.max(exact.places, rough.places);
  const fine = scaled(exact, places);
  const coarse = scaled(rough, places);
  if (coarse === 0n || fine === coarse) return false;
  let step = 1n;
  while (coarse % (step * 10n) === 0n) step *= 10n;
  if (!looser && coarse / step < 10n && fine * 20n > coarse * 21n) return false;
  const cut = fine - (fine % step);
  const up = ((fine + step / 2n) / step) * step;
  return coarse === cut || coarse === up;
}

function scaled(a: Decimal, places: number): bigint {
  return a.digits * 10n ** BigInt(places - a.places);
}
