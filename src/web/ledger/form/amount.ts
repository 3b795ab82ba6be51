import type { ProblemCode } from '../../../core/kernel/problem.ts';

/** What an amount is typed in: 元 or 万元. */
export const MONEY_SCALES = ['yuan', 'wan'] as const;
/** One of them. */
export type MoneyScale = (typeof MONEY_SCALES)[number];
/** An amount as it stands in its field: the text that was typed, and in what. */
export interface MoneyText {
  text: string;
  scale: MoneyScale;
}

/** Fen of what was typed; null with a problem where it is no amount, null without one where nothing was typed. */
export function readAmount({ text, scale }: MoneyText): { fen: string | null; problem: ProblemCode | null } {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return { fen: null, problem: null };
  const m = /^(\d{1,13})(?:\.(\d*))?$/.exec(plain);
  const places = scale === 'yuan' ? 2 : 6;
  if (m === null || (m[2] ?? '').replace(/0+$/, '').length > places) return { fen: null, problem: 'input.invalid' };
  const fen = BigInt(`${m[1]}${(m[2] ?? '').slice(0, places).padEnd(places, '0')}`);
  return { fen: fen.toString(), problem: null };
}

/** Fen as 元 with two places and thousands apart: `112,000.00`. */
export function yuanText(fen: string): string {
  const negative = fen.startsWith('-');
  const digits = fen.replace('-', '').padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${negative ? '−' : ''}${whole}.${digits.slice(-2)}`;
}

/** Fen as the text of a field in 元 or 万元, without needless zeros. */
export function fenToText(fen: string, scale: MoneyScale): string {
  const places = scale === 'yuan' ? 2 : 6;
  const digits = fen.padStart(places + 1, '0');
  const part = digits.slice(-places).replace(/0+$/, '');
  return `${digits.slice(0, -places)}${part === '' ? '' : `.${part}`}`;
}
