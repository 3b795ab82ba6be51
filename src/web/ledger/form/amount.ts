import { moneyText, parseMoney, yuanText as yuan, type MoneyScale } from '../../../core/kernel/money.ts';
import type { Problem } from '../../../core/kernel/problem.ts';

/** An amount as it stands in its field: the text that was typed, and in what. */
export interface MoneyText {
  text: string;
  scale: MoneyScale;
}

/** Fen of what was typed; null with a problem where it is no amount, null without one where nothing was typed. */
export function readAmount({ text, scale }: MoneyText): { fen: string | null; problem: Problem | null } {
  const read = parseMoney(text, scale);
  if (!read.ok) return { fen: null, problem: read.problems[0] ?? null };
  return { fen: read.value === null ? null : read.value.toString(), problem: null };
}

/** Fen as it travels, as 元 for the eye. */
export function yuanText(fen: string): string {
  return yuan(BigInt(fen));
}

/** Fen as it travels, as the text of a field. */
export function fenToText(fen: string, scale: MoneyScale): string {
  return moneyText(BigInt(fen), scale);
}
