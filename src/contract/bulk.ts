import { z } from 'zod';
import { BULK_STEPS, MOST_CHOSEN } from '../core/ledger/bulk.ts';
import { entryFilter, entryState } from './ledger.ts';
import { actBody, dryRun, id, line, listOf, paging, placeId, refusal, route } from './route.ts';
import { job } from './job.ts';

const chosen = z
  .array(z.object({ countyId: placeId, id }))
  .min(1)
  .max(MOST_CHOSEN);
const counts = z.partialRecord(entryState, z.number().int());

/** How many entries a filter has that are not at their end, exactly and by state, and how many of them each step would take. */
export const bulkCount = route({
  id: 'entry.bulk_count',
  method: 'GET',
  path: '/entries/bulk/count',
  access: 'ledger.read',
  query: z.object(entryFilter),
  answer: z.object({
    states: counts,
    /** Entries whose state the step fits, and of them those that wait for this person: the others will be refused. */
    steps: z.record(z.enum(BULK_STEPS), z.object({ count: z.number().int(), mine: z.number().int() })),
    /** The most entries of one step. */
    most: z.number().int(),
  }),
});
/** Takes one step with every entry that the filter has now and whose state it fits. Goes on as a job; each refusal is kept with its reason. */
export const bulk = route({
  id: 'entry.bulk',
  method: 'POST',
  path: '/entries/bulk',
  access: 'ledger.read',
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    step: z.enum(BULK_STEPS),
    /** As in the list, in the same words. */
    filter: z.strictObject(entryFilter),
    /** Only these of them. */
    chosen: chosen.optional(),
    /** How many the person saw: by now it must be exactly so many. */
    countSeen: z.number().int().min(1),
    /** For `return`. */
    reason: line(1000).nullable(),
  }),
  answer: z.object({ jobId: id, count: z.number().int() }),
});
const params = z.object({ id });
/** One's own step with many entries: how far it is, and what was refused for which reason. */
export const readBulk = route({
  id: 'entry.bulk_read',
  method: 'GET',
  path: '/entries/bulk/:id',
  access: 'ledger.read',
  params,
  answer: z.object({
    job,
    step: z.enum(BULK_STEPS),
    reason: z.string().nullable(),
    total: z.number().int(),
    done: z.number().int(),
    refused: z.number().int(),
    /** Not reached: still to do, or left where it was stopped. */
    left: z.number().int(),
    /** Refusals by their first reason, most first. */
    reasons: z.array(z.object({ code: z.string(), count: z.number().int() })),
  }),
});
/** Entries that were refused, each with every reason. */
export const bulkRefusals = route({
  id: 'entry.bulk_refusals',
  method: 'GET',
  path: '/entries/bulk/:id/refusals',
  access: 'ledger.read',
  params,
  query: z.object({ ...paging, code: z.string().max(60).optional() }),
  answer: listOf(
    z.object({
      id,
      countyId: placeId,
      /** null: it has none, or is out of reach by now. */
      number: z.string().nullable(),
      kindName: z.object({ zh: z.string(), en: z.string() }).nullable(),
      state: entryState.nullable(),
      problems: refusal.shape.problems,
    }),
  ),
});
