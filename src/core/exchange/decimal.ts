/** An exact decimal with a sign: `digits` × 10^−`places`. No floats anywhere. */
export interface SignedDecimal {
  digits: bigint;
  places: number;
}

/** Significant digits that a spreadsheet keeps of a number; what lies behind them is noise of its doubles. */
const KEPT_DIGITS = 15;

/**
 * A stored number as the decimal that was meant: its shortest text, rounded to 15 significant digits, so that
 * 0.30000000000000004 is 0.3. Null for infinities and NaN.
 */
export function decimalOfNumber(value: number): SignedDecimal | null {
  const m = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (m === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = m;
  let digits = BigInt(whole + fraction);
  let places = fraction.length - Number(exponent);
  const extra = digits.toString().length - KEPT_DIGITS;
  if (extra > 0 && places > 0) {
    const step = 10n ** BigInt(extra);
    digits = (digits + step / 2n) / step;
    places -= extra;
  }
  if (places < 0) [digits, places] = [digits * 10n ** BigInt(-places), 0];
  return trimmed({ digits: sign === '-' ? -digits : digits, places });
}

/**
 * Reads "12", "-1,024.50", "(3.5)" (negative), "+2", ".5", "1.2E+3"; text in half width. Commas must part groups of three
 * (or of four, as some write); null for anything else.
 */
export function decimalOfText(text: string): SignedDecimal | null {
  const bracketed = /^\((.+)\)$/.exec(text);
  const m = /^([+-]?)\s*([\d,]*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/.exec(bracketed?.[1] ?? text);
  if (m === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = m;
  if (whole === '' && fraction === '') return null;
  if (whole.includes(',') && !/^\d{1,3}(,\d{3})+$|^\d{1,4}(,\d{4})+$/.test(whole)) return null;
  if (bracketed !== null && sign !== '') return null;
  let digits = BigInt(whole.replaceAll(',', '') + fraction || '0');
  let places = fraction.length - Number(exponent);
  if (places < 0) [digits, places] = [digits * 10n ** BigInt(-places), 0];
  return trimmed({ digits: sign === '-' || bracketed !== null ? -digits : digits, places });
}

/** a × 10^power; the power may be negative. */
export function shifted(a: SignedDecimal, power: number): SignedDecimal {
  const places = a.places - power;
  return places >= 0 ? trimmed({ digits: a.digits, places }) : { digits: a.digits * 10n ** BigInt(-places), places: 0 };
}

/** Shortest text: "-1024.5"; no zeros at the end, no "-0". */
export function decimalText(a: SignedDecimal): string {
  const { digits, places } = trimmed(a);
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const cut = text.length - places;
  const sign = digits < 0n ? '-' : '';
  return places === 0 ? sign + text : `${sign}${text.slice(0, cut)}.${text.slice(cut)}`;
}

function trimmed(a: SignedDecimal): SignedDecimal {
  let { digits, places } = a;
  while (places > 0 && digits % 10n === 0n) [digits, places] = [digits / 10n, places - 1];
  return { digits, places };
}
