import type { Ability } from '../access/role.ts';

/** Where an entry stands. */
export const ENTRY_STATES = [
  'draft',
  'reported',
  'differs',
  'confirmed',
  'reviewed',
  'posted',
  'returned',
  'withdrawn',
  'tied',
] as const;
/**
 * draft 草稿 | reported 待县确认 | differs 有差异 | confirmed 待审核 | reviewed 待入账 | posted 已入账 | returned 已退回 | withdrawn 已撤回 |
 * tied 并入另一条, does not count.
 */
export type EntryState = (typeof ENTRY_STATES)[number];

/** What can be done with an entry. */
export const ENTRY_STEPS = [
  'change',
  'submit',
  'withdraw',
  'confirm',
  'differ',
  'settle',
  'review',
  'post',
  'return',
  'tie',
  'reverse',
] as const;
/** One step in the life of an entry. */
export type EntryStep = (typeof ENTRY_STEPS)[number];

/** Which steps fit which state. Server refuses by it, screens draw buttons by it. */
export const STEPS_OF_STATE = {
  draft: ['change', 'submit', 'withdraw'],
  reported: ['confirm', 'differ', 'return', 'withdraw', 'tie'],
  differs: ['settle', 'return', 'withdraw'],
  confirmed: ['review', 'return', 'withdraw', 'tie'],
  reviewed: ['post', 'return', 'tie'],
  posted: ['reverse'],
  returned: ['change', 'submit', 'withdraw', 'tie'],
  withdrawn: ['change', 'submit'],
  tied: [],
} as const satisfies Record<EntryState, readonly EntryStep[]>;

/** Who holds an entry in a state: whose turn it is. */
export const HOLDER_OF_STATE = {
  draft: 'reporter',
  reported: 'county',
  differs: 'both',
  confirmed: 'reviewer',
  reviewed: 'poster',
  posted: 'nobody',
  returned: 'reporter',
  withdrawn: 'nobody',
  tied: 'nobody',
} as const satisfies Record<EntryState, string>;
/** Whose turn it is. */
export type Holder = (typeof HOLDER_OF_STATE)[EntryState];

/** The ability that a step takes. `return` takes the one of whoever holds the entry; `withdraw` and `submit` are the reporter's own. */
export const ABILITY_OF_STEP = {
  change: 'ledger.report',
  submit: 'ledger.report',
  withdraw: 'ledger.report',
  confirm: 'ledger.confirm',
  differ: 'ledger.confirm',
  settle: 'ledger.report',
  review: 'ledger.review',
  post: 'ledger.post',
  return: 'ledger.read',
  tie: 'ledger.review',
  reverse: 'ledger.report',
} as const satisfies Record<EntryStep, Ability>;

/** The measures of an entry; null: the kind does not have it. Money in fen, quantity as decimal text. */
export interface Measures {
  amountFen: bigint | null;
  quantity: string | null;
  people: number | null;
  personTimes: number | null;
}

/** States whose entries count or will: shown beside the figures as 在途 when not yet posted. */
export const IN_TRANSIT = [
  'reported',
  'differs',
  'confirmed',
  'reviewed',
  'returned',
] as const satisfies readonly EntryState[];

/** One person of a roster: `idNumber` is only digested and never kept. `times`: sessions attended, 1 or more. */
export interface RosterRow {
  name: string;
  idNumber: string | null;
  times: number;
  note: string | null;
}

/** What an entry says, however it comes in (form, sheet, API), after its texts were normalised. */
export interface EntryDraft {
  kind: string;
  unitId: string;
  countyId: string;
  /** Town or village below the county. */
  placeId: string | null;
  /** YYYY-MM-DD: the date that counts by the kind. */
  occurredOn: string;
  measures: Measures;
  voucher: string | null;
  payee: string | null;
  /** By field code, normalised text (see FIELD_TYPES); empty ones left out. */
  fields: Readonly<Record<string, string>>;
  note: string | null;
  roster: readonly RosterRow[];
}
