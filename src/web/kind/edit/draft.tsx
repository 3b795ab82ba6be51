import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { checkKind } from '../../../core/ledger/check-kind.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import type { Problem } from '../../../core/kernel/problem.ts';
import { problemText } from '../../client/problem-text.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useGuard } from '../../parts/leave-guard.tsx';

/** The definition that is being edited, and what is wrong with it. */
export interface Draft {
  definition: KindDefinition;
  /** True: an existing kind, whose code stays. */
  fixedCode: boolean;
  change: (part: Partial<KindDefinition>) => void;
  problems: readonly Problem[];
}

const Context = createContext<Draft | null>(null);

/** The draft around this part of the editor. */
export function useDraft(): Draft {
  const draft = useContext(Context);
  if (draft === null) throw new Error('outside of an editor');
  return draft;
}

/** Makes the draft: each change is checked at once by the rules of core; what the server refused stays until the next change. */
export function useNewDraft(first: KindDefinition, fixedCode: boolean) {
  const [definition, setDefinition] = useState(first);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const guard = useGuard();
  const problems = useMemo(() => {
    const found = checkKind(definition);
    const known = new Set(found.map((one) => one.at));
    return [...found, ...refused.filter((one) => !known.has(one.at))];
  }, [definition, refused]);
  const change = (part: Partial<KindDefinition>) => {
    setRefused([]);
    guard?.touch(true);
    setDefinition((now) => ({ ...now, ...part }));
  };
  return { draft: { definition, fixedCode, change, problems }, setRefused };
}

/** Gives the draft to the parts inside. */
export function DraftProvider({ draft, children }: { draft: Draft; children: ReactNode }) {
  return <Context value={draft}>{children}</Context>;
}

/** The sentence of what is wrong at a path, and below it where `below`; null: nothing. */
export function useWrong(at: string, below = false): string | null {
  const { problems } = useDraft();
  const { language } = usePreferences().preferences;
  const found = problems.find((one) => one.at === at || (below && one.at?.startsWith(`${at}.`) === true));
  return found === undefined ? null : problemText(found, language);
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
