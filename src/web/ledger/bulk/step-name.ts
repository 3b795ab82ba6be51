import type { BulkStep } from '../../../core/ledger/bulk.ts';
import { useWords } from '../../client/use-words.ts';

/** What a step is called. */
export function useStepName(): (step: BulkStep) => string {
  const { ledger } = useWords();
  return (step) => ledger.act[step];
}
