import { z } from 'zod';
import type { Ability } from '../core/access/role.ts';
import { entryState, fenText, kindCode, quantityText } from './ledger.ts';
import { actBody, day, dryRun, id, line, placeId, route } from './route.ts';

/** Measures as they are entered: never negative. */
const entered = z.object({
  amountFen: fenText.nullable(),
  quantity: quantityText.nullable(),
  people: z.number().int().min(0).max(2_000_000_000).nullable(),
  personTimes: z.number().int().min(0).max(2_000_000_000).nullable(),
});
/** A file for a demand of the kind; `other`: for none of them. */
const evidenceLink = z.object({ evidenceId: id, demand: z.string().min(1).max(50) });
/** What an entry says. Texts are normalised by the server; fields by code, empty ones left out or empty. */
export const entryDraft = {
  kind: kindCode,
  unitId: id,
  /** Town or village below the county. */
  placeId: placeId.nullable(),
  occurredOn: day,
  measures: entered,
  voucher: line(100).nullable(),
  payee: line(200).nullable(),
  fields: z.record(z.string().max(50), z.string().max(8000)),
  note: line(2000).nullable(),
  roster: z
    .array(
      z.object({
        name: line(60),
        idNumber: line(40).nullable(),
        times: z.number().int().min(1).max(10_000),
        note: line(200).nullable(),
      }),
    )
    .max(5000),
  evidence: z.array(evidenceLink).max(200),
};
const params = z.object({ countyId: placeId, id });
/** What the caller saw when he decided: another revision by now is refused, saying who changed it. */
const revision = z.number().int().min(1);
const reason = line(1000);
/** An entry after an act. */
const after = z.object({
  id,
  number: z.string().nullable(),
  state: entryState,
  countedOn: day,
  /** Its period was closed, so it counts on `countedOn` instead of its own day. */
  moved: z.boolean(),
  revision: z.number().int(),
});
/** An entry after an act: what its step answers. */
export type AfterStep = z.infer<typeof after>;

/** Reports an entry: at once, or as a draft that may lack evidence. */
export const addEntry = route({
  id: 'entry.add',
  method: 'POST',
  path: '/entries',
  access: 'ledger.report',
  query: z.object(dryRun),
  body: z.object({ ...actBody, id, countyId: placeId, ...entryDraft, submit: z.boolean() }),
  answer: after,
});
/** Changes a draft or a returned entry; its county stays. Whoever changes it is its reporter from then on. */
export const changeEntry = route({
  id: 'entry.change',
  method: 'POST',
  path: '/entries/:countyId/:id/change',
  access: 'ledger.report',
  params,
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    revision,
    ...entryDraft,
    submit: z.boolean(),
    /** Roster and personal fields stay as they are kept, whatever is sent of them: who changes the rest need not see them. */
    keepPersonal: z.boolean().optional(),
  }),
  answer: after,
});

const step = <const Verb extends string, const A extends Ability, const B extends z.ZodRawShape>(
  verb: Verb,
  access: A,
  more: B,
) =>
  route({
    id: `entry.${verb}`,
    method: 'POST',
    path: `/entries/:countyId/:id/${verb}`,
    access,
    params,
    query: z.object(dryRun),
    body: z.object({ ...actBody, revision, ...more }),
    answer: after,
  });
/** Sends a draft or a returned entry on to the county. */
export const submitEntry = step('submit', 'ledger.report', {});
/** The reporter takes an entry back that is not posted. */
export const withdrawEntry = step('withdraw', 'ledger.report', { reason: reason.nullable() });
/** The county confirms the entry as reported. */
export const confirmEntry = step('confirm', 'ledger.confirm', {});
/** The county has other measures. */
export const differEntry = step('differ', 'ledger.confirm', { measures: entered, reason });
/**
 * Ends a difference, or proposes an end: measures that the other side already stands for end it at once; others wait
 * for the other side to say the same.
 */
export const settleEntry = step('settle', 'ledger.report', {
  outcome: z.enum(['county', 'reporter', 'other']),
  /** For `other`: the measures to agree on. */
  measures: entered.nullable(),
  reason: reason.nullable(),
});
/** The office found it right. */
export const reviewEntry = step('review', 'ledger.review', {});
/** Sends an entry back to its reporter, by whoever holds it; a reversal that is sent back is off. */
export const returnEntry = step('return', 'ledger.read', { reason });
/** Posts it: from now on it counts. */
export const postEntry = step('post', 'ledger.post', {});
/** Another entry tells of the same and counts instead of this one. */
export const tieEntry = step('tie', 'ledger.review', { to: id, reason });
/** Asks for the reversal of a posted entry: a new entry that another person posts. */
export const reverseEntry = step('reverse', 'ledger.report', { reversalId: id, reason });

/** Asks for a reversal and enters what is right, in one act. */
export const correctEntry = route({
  id: 'entry.correct',
  method: 'POST',
  path: '/entries/:countyId/:id/correct',
  access: 'ledger.report',
  params,
  query: z.object(dryRun),
  body: z.object({ ...actBody, revision, reversalId: id, correctedId: id, reason, ...entryDraft }),
  answer: z.object({ reversal: after, corrected: after }),
});
const { unitId: _, ...jointDraft } = entryDraft;
/** One payment that several units bear: an entry for each share, the total divided so that every fen is in one of them. */
export const addJoint = route({
  id: 'entry.joint',
  method: 'POST',
  path: '/entries/joint',
  access: 'ledger.report',
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    jointId: id,
    countyId: placeId,
    ...jointDraft,
    /** Shares in 1/100 %, together 10 000; a share may be for another county. */
    shares: z
      .array(
        z.object({
          id,
          unitId: id,
          countyId: placeId.nullable(),
          points: z.number().int().min(1).max(10_000),
          /** Left out: the files of the whole, where the share is for the same county. */
          evidence: z.array(evidenceLink).max(200).optional(),
        }),
      )
      .min(2)
      .max(100),
  }),
  answer: z.object({ items: z.array(after) }),
});
