import type { MergedRange } from '../../core/exchange/types.ts';

/** Column letters of a column from 0: A, Z, AA. */
export function columnName(column: number): string {
  let out = '';
  for (let n = column; n >= 0; n = Math.floor(n / 26) - 1) out = String.fromCharCode(65 + (n % 26)) + out;
  return out;
}

/** Column from 0 of a reference such as AB12; −1 where it begins with no letter. */
export function columnOf(ref: string): number {
  let n = 0;
  for (let i = 0; i < ref.length; i += 1) {
    const c = ref.charCodeAt(i) & 0xdf;
    if (c < 65 || c > 90) break;
    n = n * 26 + (c - 64);
  }
  return n - 1;
}

/** A merged range from A1:B2; null where it is none. */
export function rangeOf(ref: string): MergedRange | null {
  const m = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref);
  if (m === null) return null;
  const [left, right] = [columnOf(m[1] ?? ''), columnOf(m[3] ?? '')];
  const [top, bottom] = [Number(m[2]), Number(m[4])];
  return {
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
    left: Math.min(left, right),
    right: Math.max(left, right),
  };
}
