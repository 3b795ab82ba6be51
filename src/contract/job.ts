import { z } from 'zod';
import { actBody, id, instant, listOf, paging, route } from './route.ts';

/** Long work that goes on beside the requests: how far it is, and what came of it. */
export const job = z.object({
  id,
  kind: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  /** Id of the thing that it works on. */
  about: z.string().nullable(),
  done: z.number().int(),
  total: z.number().int().nullable(),
  outcome: z.record(z.string(), z.unknown()).nullable(),
  error: z.string().nullable(),
  cancelAsked: z.boolean(),
  madeAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  can: z.object({ cancel: z.boolean() }),
});
/** Long work that goes on beside the requests. */
export type Job = z.output<typeof job>;

/** One's own jobs, newest first; with `open=true` only those that have not ended. */
export const jobs = route({
  id: 'job.list',
  method: 'GET',
  path: '/jobs',
  access: 'ledger.read',
  query: z.object({ open: z.stringbool().optional(), ...paging }),
  answer: listOf(job),
});
/** One of one's own jobs. */
export const readJob = route({
  id: 'job.read',
  method: 'GET',
  path: '/jobs/:id',
  access: 'ledger.read',
  params: z.object({ id }),
  answer: job,
});
/** Stops one of one's own jobs after the part that it works on; what was stored before stays. */
export const cancelJob = route({
  id: 'job.cancel',
  method: 'POST',
  path: '/jobs/:id/cancel',
  access: 'ledger.read',
  params: z.object({ id }),
  body: z.object({ ...actBody }),
  answer: z.object({ id }),
});
