import { problem, type Problem } from './problem.ts';
import { ok, refused, type Result } from './result.ts';

/** What people write amounts in: 元 or 万元. */
export const MONEY_SCALES = ['yuan', 'wan'] as const;
/** One of them. */
export type MoneyScale = (typeof MONEY_SCALES)[number];

/** Places behind the point that are still whole fen. */
const PLACES = { yuan: 2, wan: 6 } as const satisfies Record<MoneyScale, number>;
const UNITS: Readonly<Record<string, MoneyScale>> = { 元: 'yuan', 圆: 'yuan', 万: 'wan', 万元: 'wan' };
const SHAPE = /^[¥￥]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?(元|圆|万元|万)?$/;
const MOST_DIGITS = 15;

/**
 * Whole fen of an amount as a person types it: digits (also full-width), commas between thousands, 元 or 万元 behind it, which then goes before
 * `scale`. Null where nothing was typed. Problems: ledger.not_money, ledger.money_too_fine (finer than a fen), ledger.too_large.
 */
export function parseMoney(text: string, scale: MoneyScale): Result<bigint | null, Problem> {
  const plain = text.normalize('NFKC').replace(/[\s，]/g, (sign) => (sign === '，' ? ',' : ''));
  if (plain === '') return ok(null);
  const [, whole, part = '', unit] = SHAPE.exec(plain) ?? [];
  if (whole === undefined) return refused(problem('ledger.not_money', undefined, { value: text.trim().slice(0, 40) }));
  const places = PLACES[unit === undefined ? scale : (UNITS[unit] ?? scale)];
  const behind = part.replace(/0+$/, '');
  const before = whole.replaceAll(',', '');
  if (behind.length > places)
    return refused(problem('ledger.money_too_fine', undefined, { value: text.trim().slice(0, 40) }));
  if (before.replace(/^0+/, '').length > MOST_DIGITS) return refused(problem('ledger.too_large'));
  return ok(BigInt(`${before}${behind.padEnd(places, '0')}`));
}

/** Fen as 元 with two places and thousands apart: `112,000.00`; a negative amount begins with U+2212. */
export function yuanText(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${fen < 0n ? '−' : ''}${whole}.${digits.slice(-2)}`;
}

/** Fen as plain text in 元 or 万元 without needless zeros, as a field to be changed begins: `11.2`. Not for negative amounts. */
export function moneyText(fen: bigint, scale: MoneyScale): string {
  const places = PLACES[scale];
  const digits = fen.toString().padStart(places + 1, '0');
  const part = digits.slice(-places).replace(/0+$/, '');
  return `${digits.slice(0, -places)}${part === '' ? '' : `.${part}`}`;
}
