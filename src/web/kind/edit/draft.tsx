import { createContext, useContext } from 'react';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import type { Problem } from '../../../core/kernel/problem.ts';
import type { Draft } from '../../parts/definition/draft.ts';

/** The kind that is being edited. */
export interface KindDraft extends Draft<KindDefinition> {
  /** True: an existing kind, whose code stays. */
  fixedCode: boolean;
}

/** Gives the draft to the parts inside. */
export const DraftContext = createContext<KindDraft | null>(null);

/** The draft around this part of the editor. */
export function useDraft(): KindDraft {
  const draft = useContext(DraftContext);
  if (draft === null) throw new Error('outside of an editor');
  return draft;
}

/** How many problems stand below these parts. */
export function countBelow(problems: readonly Problem[], parts: readonly string[]): number {
  return problems.filter((one) => parts.includes(one.at?.split('.')[0] ?? '')).length;
}

/** A list with one element changed, taken out, added or moved. */
export const listOps = {
  set: <T,>(list: readonly T[], index: number, part: Partial<T>): T[] =>
    list.map((one, i) => (i === index ? { ...one, ...part } : one)),
  remove: <T,>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index),
  move: <T,>(list: readonly T[], index: number, by: -1 | 1): T[] => {
    const next = [...list];
    const [one] = next.splice(index, 1);
    if (one !== undefined) next.splice(index + by, 0, one);
    return next;
  },
};
