import { useWords } from '../client/use-words.ts';
import { Mark } from '../parts/mark.tsx';

const TONES = { draft: 'warn', adopted: 'good', closed: 'quiet' } as const;

/** The state of a plan; a draft says why it is one. */
export function PlanState({ state }: { state: keyof typeof TONES }) {
  const { term, plan } = useWords();
  return (
    <Mark tone={TONES[state]} {...(state === 'draft' ? { title: plan.draftWhy } : {})}>
      {term.planState[state]}
    </Mark>
  );
}
