import { problem, type Problem } from '../kernel/problem.ts';
import type { KindDefinition } from './kind.ts';

/** A share of a joint payment as it is typed: the unit, and its part in percent. */
export interface ShareText {
  unitId?: string | null;
  percent?: string | null;
}

/** Whether payments of a kind can be borne jointly: only money can be divided by shares. */
export function canBeJoint(kind: Pick<KindDefinition, 'measures' | 'roster'>): boolean {
  const others = kind.measures.filter((one) => one.measure !== 'amount');
  const money = kind.measures.some((one) => one.measure === 'amount' && one.required);
  return money && kind.roster !== 'required' && others.every((one) => !one.required);
}

/** The kind as a joint payment asks it: its money alone. */
export function jointForm(kind: KindDefinition): KindDefinition {
  return { ...kind, roster: 'no', measures: kind.measures.filter((one) => one.measure === 'amount') };
}

/** Hundredths of a percent of a typed share; null where it is none (two decimals at most, more than 0, up to 100). */
export function pointsOf(percent: string | null | undefined): number | null {
  const text = (percent ?? '').normalize('NFKC').replace(/[\s%]/g, '');
  const read = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text);
  if (read === null) return null;
  const points = Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0'));
  return points > 0 && points <= 10_000 ? points : null;
}

/** Hundredths of a percent as people read them: 3333 is 33.33. */
export function percentText(points: number): string {
  return `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}`;
}

/** What is wrong with typed shares before they are sent: a part that is no number, units twice, a sum that is not 100 %. */
export function checkShares(shares: readonly ShareText[]): Problem[] {
  const problems: Problem[] = [];
  shares.forEach((one, i) => {
    if (pointsOf(one.percent) === null)
      problems.push(problem((one.percent ?? '') === '' ? 'input.required' : 'input.invalid', `shares.${i}.percent`));
    const first = shares.findIndex((other) => other.unitId === one.unitId);
    if ((one.unitId ?? '') === '') problems.push(problem('input.required', `shares.${i}.unitId`));
    else if (first !== i) problems.push(problem('ledger.share_twice', `shares.${i}.unitId`));
  });
  const sum = shares.reduce((all, one) => all + (pointsOf(one.percent) ?? 0), 0);
  if (sum !== 10_000) problems.push(problem('ledger.shares_sum', 'shares', { sum: percentText(sum) }));
  return problems;
}
