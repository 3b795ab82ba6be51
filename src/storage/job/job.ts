import type { Ability } from '../../core/access/role.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** Where a job stands. */
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** A job as it is shown to its person. `done` and `total` are counts as decimal text. */
export interface JobRow {
  id: string;
  kind: string;
  state: JobState;
  about: string | null;
  done: string;
  total: string | null;
  outcome: Record<string, unknown> | null;
  error: string | null;
  cancelAsked: boolean;
  madeAt: Instant;
  startedAt: Instant | null;
  endedAt: Instant | null;
}

/** A job to be queued. */
export interface NewJob {
  id: string;
  kind: string;
  personId: string;
  /** Abilities of the token that asks; null: a session. */
  limits: readonly Ability[] | null;
  about: string | null;
  input: unknown;
  total: number | null;
  now: Instant;
}

/** A job that this process has taken up. */
export interface TakenJob {
  id: string;
  kind: string;
  personId: string;
  limits: Ability[] | null;
  about: string | null;
  input: unknown;
  progress: unknown;
  attempts: number;
}

const COLUMNS = `id, kind, state, about, done, total, outcome, error, cancel_asked_at is not null as "cancelAsked",
  made_at as "madeAt", started_at as "startedAt", ended_at as "endedAt"`;

/** Queues a job; it begins when the transaction is committed. */
export async function insertJob(tx: Tx, job: NewJob): Promise<void> {
  await tx.query(
    `insert into job (id, kind, state, person_id, limits, about, input, total, made_at) values ($1, $2, 'queued', $3, $4, $5, $6, $7, $8)`,
    [job.id, job.kind, job.personId, job.limits, job.about, JSON.stringify(job.input), job.total, job.now],
  );
}

/** Takes up the oldest job that waits, or whose server gave no sign of life for `deadAfterMs`; null: there is none. */
export async function takeJob(
  tx: Tx,
  ask: { server: string; kinds: readonly string[]; deadAfterMs: number; now: Instant },
): Promise<TakenJob | null> {
  const found = await tx.query<TakenJob>(
    `update job set state = 'running', server = $1, beat_at = clock_timestamp(), attempts = attempts + 1, started_at = coalesce(started_at, $2)
      where id = (select id from job where kind = any($3) and (state = 'queued' or state = 'running'
          and beat_at <= clock_timestamp() - $4 * interval '1 millisecond') order by made_at, id for update skip locked limit 1)
     returning id, kind, person_id as "personId", limits, about, input, progress, attempts`,
    [ask.server, ask.now, ask.kinds, ask.deadAfterMs],
  );
  return found.rows[0] ?? null;
}

/** Gives a sign of life; says whether the person wants it stopped. null: another server has taken over, or it has ended. */
export async function beatJob(tx: Tx, id: string, server: string): Promise<{ cancelAsked: boolean } | null> {
  const found = await tx.query<{ cancelAsked: boolean }>(
    `update job set beat_at = clock_timestamp() where id = $1 and server = $2 and state = 'running'
     returning cancel_asked_at is not null as "cancelAsked"`,
    [id, server],
  );
  return found.rows[0] ?? null;
}

/** Keeps how far the job came, in the transaction of the chunk itself. */
export async function storeStep(
  tx: Tx,
  id: string,
  step: { progress: unknown; done: number; total: number | null },
): Promise<void> {
  await tx.query('update job set progress = $2, done = $3, total = coalesce($4, total), attempts = 0 where id = $1', [
    id,
    JSON.stringify(step.progress),
    step.done,
    step.total,
  ]);
}

/** Ends a job. */
export async function endJob(
  tx: Tx,
  id: string,
  end: { state: 'done' | 'failed' | 'cancelled'; outcome: unknown; error: string | null; now: Instant },
): Promise<void> {
  await tx.query('update job set state = $2, outcome = $3, error = $4, ended_at = $5, server = null where id = $1', [
    id,
    end.state,
    end.outcome === null ? null : JSON.stringify(end.outcome),
    end.error,
    end.now,
  ]);
}

/** Puts a job back for the next server: this one stops. */
export async function releaseJob(tx: Tx, id: string, server: string): Promise<void> {
  await tx.query(
    `update job set state = 'queued', server = null, attempts = 0 where id = $1 and server = $2 and state = 'running'`,
    [id, server],
  );
}

/** One job of a person; null: there is none, or it is another's. */
export async function findJob(db: Reader, id: string, personId: string): Promise<JobRow | null> {
  const found = await db.query<JobRow>(`select ${COLUMNS} from job where id = $1 and person_id = $2`, [id, personId]);
  return found.rows[0] ?? null;
}

/** Jobs of a person, newest first; `after` is the moment and id of the last row seen. */
export async function listJobs(
  db: Reader,
  personId: string,
  ask: { open: boolean; after: [string, string] | null; limit: number },
): Promise<JobRow[]> {
  const [at, id] = ask.after ?? [null, null];
  const found = await db.query<JobRow>(
    `select ${COLUMNS} from job where person_id = $1 and ($2::timestamptz is null or (made_at, id) < ($2, $3::uuid))
       and (not $4 or state in ('queued', 'running')) order by made_at desc, id desc limit $5`,
    [personId, at, id, ask.open, ask.limit],
  );
  return found.rows;
}

/** A job for a decision. */
export interface LockedJob {
  id: string;
  kind: string;
  state: JobState;
  personId: string;
  about: string | null;
  input: unknown;
}

/** A job for a decision, locked. */
export async function lockJob(tx: Tx, id: string): Promise<LockedJob | null> {
  const found = await tx.query<LockedJob>(
    'select id, kind, state, person_id as "personId", about, input from job where id = $1 for no key update',
    [id],
  );
  return found.rows[0] ?? null;
}

/** Notes that the person wants a running job stopped. */
export async function askCancel(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.query('update job set cancel_asked_at = coalesce(cancel_asked_at, $2) where id = $1', [id, now]);
}
