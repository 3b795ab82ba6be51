import type { Actor } from '../../core/access/reach.ts';
import { roleMay } from '../../core/access/role.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Tx } from '../../storage/database/transaction.ts';
import {
  askCancel,
  endJob,
  findJob,
  insertJob,
  listJobs,
  lockJob,
  type JobRow,
  type LockedJob,
} from '../../storage/job/job.ts';
import { newId, type House } from '../house.ts';
import { cursorOf, pageOf } from '../paging.ts';
import type { Act, ActContext } from '../run-act.ts';
import type { JobKinds } from './job-kind.ts';

const shown = (job: JobRow) => ({
  ...job,
  done: Number(job.done),
  total: job.total === null ? null : Number(job.total),
  error: job.state === 'failed' ? 'failed' : null,
  can: { cancel: ['queued', 'running'].includes(job.state) && !job.cancelAsked },
});

/** Queues a job as part of an act; gives its id. Call `wakeJobs` after the act. */
export async function queueJob(
  context: Pick<ActContext, 'actor' | 'now'> & { tx: Tx },
  job: { kind: string; about: string | null; input: unknown; total?: number | null },
): Promise<string> {
  const id = newId();
  const { personId, limits } = context.actor;
  await insertJob(context.tx, { ...job, id, personId, limits, total: job.total ?? null, now: context.now });
  return id;
}

/** One's own job. */
export async function readJob(house: House, actor: Actor, id: string): Promise<Result<object, Problem>> {
  const job = await findJob(house.app, id, actor.personId);
  return job === null ? refused(problem('access.missing')) : ok(shown(job));
}

/** One's own jobs, newest first. */
export async function readJobs(
  house: House,
  actor: Actor,
  ask: { open?: boolean | undefined; after?: string | undefined; limit: number },
) {
  const rows = await listJobs(house.app, actor.personId, {
    open: ask.open === true,
    after: cursorOf(ask.after),
    limit: ask.limit + 1,
  });
  const page = pageOf(rows, ask.limit, (row) => [row.madeAt, row.id]);
  return { items: page.items.map(shown), next: page.next };
}

/** Stops a job: one that waits at once, one that runs after the chunk it works on. The job is locked. */
export async function stopJob(tx: Tx, kinds: JobKinds, job: LockedJob, now: Instant): Promise<void> {
  if (job.state === 'queued' || job.state === 'running') await askCancel(tx, job.id, now);
  if (job.state !== 'queued') return;
  await kinds[job.kind]?.cancelled?.(tx, job, now);
  await endJob(tx, job.id, { state: 'cancelled', outcome: null, error: null, now });
}

/** Stops one's own job: one that waits at once, one that runs after the chunk it works on. What has ended stays as it is. */
export const cancelJob = (kinds: JobKinds): Act<{ id: string }, { id: string }> => ({
  name: 'job.cancel',
  async perform(context, input) {
    const { tx, actor, now } = context;
    const job = await lockJob(tx, input.id);
    if (job === null || job.personId !== actor.personId) return refused(problem('access.missing'));
    context.post = actor.posts.find((post) => roleMay(post.role, 'ledger.read'))?.id ?? null;
    await stopJob(tx, kinds, job, now);
    return ok({
      answer: { id: input.id },
      subject: { kind: 'job', id: input.id },
      before: { state: job.state },
      after: { asked: true },
    });
  },
});
