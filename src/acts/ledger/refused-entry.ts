import type { Problem, ProblemCode } from '../../core/kernel/problem.ts';
import { problem } from '../../core/kernel/problem.ts';
import { lastSteps, personNames } from '../../storage/ledger/around.ts';
import type { EntryKey } from '../../storage/ledger/entry.ts';
import type { Reader } from '../../storage/database/transaction.ts';

/** An entry that a step was refused with, and every reason. */
export interface Refused extends EntryKey {
  problems: Problem[];
}

/** A reason whose parameters are filled in later, for all at once. */
export const newReason = (code: ProblemCode): Problem => problem(code);

/** Fills the reasons: names instead of ids of people, and who changed an entry when. */
export async function nameReasons(db: Reader, refused: readonly Refused[]): Promise<Refused[]> {
  if (refused.length === 0) return [];
  const changed = refused.filter((one) => one.problems.some((p) => p.code === 'ledger.changed_meanwhile'));
  const last = changed.length === 0 ? new Map<string, never>() : await lastSteps(db, changed);
  const ids = refused.flatMap((one) => one.problems.flatMap((p) => (p.params?.['person'] as string | undefined) ?? []));
  const names = await personNames(db, [...new Set([...ids, ...[...last.values()].map((one) => one.personId)])]);
  const nameOf = (id: string) => names.get(id) ?? '';
  return refused.map((one) => ({
    ...one,
    problems: one.problems.map((p) => {
      const step = last.get(one.id);
      if (p.code === 'ledger.changed_meanwhile' && step !== undefined)
        return { ...p, params: { name: nameOf(step.personId), at: step.at } };
      const { person, ...params } = p.params ?? {};
      return person === undefined ? p : { ...p, params: { ...params, name: nameOf(String(person)) } };
    }),
  }));
}
