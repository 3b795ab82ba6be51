/** How far a document is: being reviewed, accepted, or withdrawn (set aside, to be reopened at will). */
export const DOCUMENT_STATES = ['review', 'accepted', 'withdrawn'] as const;
/** A state of a document. */
export type DocumentState = (typeof DOCUMENT_STATES)[number];
/** What can be done with a document. */
export type DocumentAct = 'review' | 'accept' | 'withdraw' | 'discard' | 'reopen';

/** What may be done in each state; the server refuses by it, the screen draws its buttons by it. */
export const DOCUMENT_ACTS = {
  review: ['review', 'accept', 'discard'],
  accepted: ['withdraw'],
  withdrawn: ['reopen'],
} as const satisfies Record<DocumentState, readonly DocumentAct[]>;

/** Whether a document in this state may be reviewed, accepted … */
export function documentMay(state: DocumentState, act: DocumentAct): boolean {
  return (DOCUMENT_ACTS[state] as readonly DocumentAct[]).includes(act);
}
