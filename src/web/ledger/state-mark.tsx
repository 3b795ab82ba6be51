import type { EntryState, Holder } from '../../core/ledger/entry.ts';
import { useWords } from '../client/use-words.ts';
import { Mark } from '../parts/mark.tsx';

const TONES = {
  draft: 'quiet',
  reported: 'info',
  differs: 'late',
  confirmed: 'info',
  reviewed: 'info',
  posted: 'good',
  returned: 'warn',
  withdrawn: 'quiet',
  tied: 'quiet',
} as const satisfies Record<EntryState, string>;

/** Where an entry stands, in one mark. */
export function StateMark({ state }: { state: EntryState }) {
  const { ledger } = useWords();
  return <Mark tone={TONES[state]}>{ledger.state[state]}</Mark>;
}

/** Whose turn it is, in quiet words; nothing where nobody has to do anything. */
export function HolderText({ holder }: { holder: Holder }) {
  const { ledger } = useWords();
  if (holder === 'nobody') return null;
  return <span className="bf-quiet bf-small">{ledger.holder[holder]}</span>;
}
