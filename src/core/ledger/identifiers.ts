import { plainDate } from '../kernel/plain-date.ts';

const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** Whether 18 capital letters and digits are a 统一社会信用代码: alphabet and check sign of GB 32100-2015. */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) {
    const value = CREDIT_SIGNS.indexOf(text.charAt(i));
    if (value < 0) return false;
    sum += value * (CREDIT_WEIGHTS[i] ?? 0);
  }
  return CREDIT_SIGNS.charAt((31 - (sum % 31)) % 31) === text.charAt(17);
}

/**
 * Whether the text is a number of an identity card: 18 signs with day of birth and check sign (GB 11643-1999), the old 15 digits,
 * or a disability card (20 or 22 signs that begin with the identity number). Capital X.
 */
export function isIdNumber(text: string): boolean {
  if (/^\d{15}$/.test(text)) return isDay(`19${text.slice(6, 12)}`);
  if (!/^\d{17}[\dX](\d{2}|\d{4})?$/.test(text) || !isDay(text.slice(6, 14))) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(text.charAt(i)), 0);
  return ID_CHECKS.charAt(sum % 11) === text.charAt(17);
}

const isDay = (digits: string): boolean =>
  plainDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))) !== null;
