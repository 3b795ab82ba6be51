import type { z } from 'zod';
import type { importState } from '../../contract/import.ts';
import { useWords } from '../client/use-words.ts';
import { Mark } from '../parts/mark.tsx';

const TONE = {
  read: 'quiet',
  checking: 'info',
  checked: 'warn',
  applying: 'info',
  done: 'good',
  cancelled: 'quiet',
} as const;

/** Where an import stands. */
export function ImportStateMark({ state }: { state: z.output<typeof importState> }) {
  const { imports } = useWords();
  return <Mark tone={TONE[state]}>{imports.state[state]}</Mark>;
}
