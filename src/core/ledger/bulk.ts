import { STEPS_OF_STATE, ENTRY_STATES, type EntryState, type EntryStep } from './entry.ts';

/** Steps that can be taken with many entries at once. */
export const BULK_STEPS = ['confirm', 'review', 'post', 'return'] as const satisfies readonly EntryStep[];
/** One of them. */
export type BulkStep = (typeof BULK_STEPS)[number];

/** States that a step fits, so that entries in them are taken. */
export const statesOf = (step: BulkStep): EntryState[] =>
  ENTRY_STATES.filter((state) => (STEPS_OF_STATE[state] as readonly EntryStep[]).includes(step));

/** The most entries of one step; a default of ours. */
export const MOST_IN_BULK = 100_000;
/** The most entries that can be named one by one. */
export const MOST_CHOSEN = 1000;
