import { useMemo, useState } from 'react';
import type { Problem } from '../../../core/kernel/problem.ts';
import { useGuard } from '../leave-guard.tsx';

/** A definition that is being edited, and what is wrong with it. */
export interface Draft<D> {
  definition: D;
  change: (part: Partial<D>) => void;
  problems: readonly Problem[];
  /** Keeps what the server refused until the next change. */
  refuse: (problems: readonly Problem[]) => void;
}

/** Makes the draft: each change is checked at once by the rules of core. `fit` mends what a change left unfitting. */
export function useNewDraft<D>(
  first: D,
  check: (definition: D) => readonly Problem[],
  fit: (definition: D) => D = (definition) => definition,
): Draft<D> {
  const [definition, setDefinition] = useState(first);
  const [refused, refuse] = useState<readonly Problem[]>([]);
  const guard = useGuard();
  const found = useMemo(() => check(definition), [check, definition]);
  const problems = useMemo(
    () => [...found, ...refused.filter((one) => !found.some((other) => other.at === one.at))],
    [found, refused],
  );
  const change = (part: Partial<D>) => {
    refuse([]);
    guard?.touch(true);
    setDefinition((now) => fit({ ...now, ...part }));
  };
  return { definition, change, problems, refuse };
}

/** What the rules of core say, and what the contract says of parts that they say nothing of. */
export function withOthers(found: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  const within = (one: Problem, other: Problem) => `${one.at ?? ''}.`.startsWith(`${other.at ?? ''}.`);
  return [...found, ...others.filter((other) => !found.some((one) => within(one, other) || within(other, one)))];
}
