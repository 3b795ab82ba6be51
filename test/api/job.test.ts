import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import type { JobKind, JobStep } from '../../src/acts/job/job-kind.ts';
import { queueJob } from '../../src/acts/job/jobs.ts';
import { runJobs, workOnce, type RunOptions } from '../../src/acts/job/run-jobs.ts';
import * as job from '../../src/contract/job.ts';
import type { Actor } from '../../src/core/access/reach.ts';
import { inTransaction, type Tx } from '../../src/storage/database/transaction.ts';
import { asPerson, beginHouse, withHouse, type Caller } from '../support/house.ts';
import { done } from '../support/world.ts';

const test = withHouse();
let office: Caller;
let actor: Actor;

beforeAll(async () => {
  const begun = await beginHouse(test);
  office = begun.caller;
  actor = { personId: begun.personId, name: '', posts: [], limits: null };
  await test.db.owner.query('create table counted (job uuid, n int, primary key (job, n))');
  await test.db.owner.query('grant select, insert on counted to bangfu_app');
});
beforeEach(async () => {
  await test.db.owner.query(`delete from job`);
});

const queue = (kind = 'count', input: unknown = { to: 5 }) =>
  inTransaction(test.db.app, (tx) => queueJob({ tx, actor, now: test.now }, { kind, about: null, input, total: 5 }));

/** Counts to five, one a chunk; `at` is called before each. */
const counting = (at: (n: number) => void | Promise<void> = () => undefined): JobKind => ({
  open: (run) =>
    Promise.resolve({
      async step(progress): Promise<JobStep> {
        const n = ((progress as { n: number } | null)?.n ?? 0) + 1;
        await at(n);
        const store = async (tx: Tx) => {
          await tx.query('insert into counted values ($1, $2)', [run.id, n]);
        };
        return { progress: { n }, done: n, store, ...(n === 5 ? { outcome: { counted: n } } : {}) };
      },
    }),
});

const once = (kind: JobKind, options: Partial<RunOptions> & { server?: string; signal?: AbortSignal } = {}) =>
  workOnce(test.house, { count: kind }, { server: newId(), ...options });
const read = async (id: string) => done(office.call(job.readJob, { params: { id } }));
const counted = async (id: string) =>
  (await test.db.owner.query<{ n: number }>('select n from counted where job = $1 order by n', [id])).rows.map(
    (row) => row.n,
  );

describe('a job', () => {
  it('is worked on chunk by chunk, and its person sees how far it is', async () => {
    const id = await queue();
    expect(await read(id)).toMatchObject({ state: 'queued', done: 0, total: 5, can: { cancel: true } });
    const seen: number[] = [];
    expect(await once(counting(async () => void seen.push((await read(id)).done)))).toBe(true);
    expect(seen).toEqual([0, 1, 2, 3, 4]);
    expect(await read(id)).toMatchObject({ state: 'done', done: 5, outcome: { counted: 5 }, can: { cancel: false } });
    expect(await counted(id)).toEqual([1, 2, 3, 4, 5]);
    expect(await once(counting())).toBe(false);
  });

  it('stops after the chunk when its person asks, and another person cannot', async () => {
    const id = await queue();
    await once(
      counting(async (n) => {
        if (n === 3) await done(office.call(job.cancelJob, { params: { id } }));
      }),
    );
    expect(await read(id)).toMatchObject({ state: 'cancelled', done: 2, cancelAsked: true });
    expect(await counted(id)).toEqual([1, 2]);
    const waiting = await queue();
    await done(office.call(job.cancelJob, { params: { id: waiting } }));
    expect(await read(waiting)).toMatchObject({ state: 'cancelled' });
    expect(await once(counting())).toBe(false);
    const stranger = await asPerson(test, await otherPerson());
    expect((await stranger.call(job.readJob, { params: { id } })).status).not.toBe(200);
  });

  it('that fails says so and keeps what was stored', async () => {
    const id = await queue();
    const errors: unknown[] = [];
    const bad = counting((n) => {
      if (n === 4) throw new Error('disk full');
    });
    await once(bad, { failed: (error) => errors.push(error) });
    expect(await read(id)).toMatchObject({ state: 'failed', error: 'failed', done: 3 });
    expect(errors).toHaveLength(1);
    expect(await counted(id)).toEqual([1, 2, 3]);
  });

  it('goes on at the next server when this one stops or dies, with nothing twice', async () => {
    const id = await queue();
    const stop = new AbortController();
    await once(
      counting((n) => {
        if (n === 2) stop.abort();
      }),
      { signal: stop.signal },
    );
    expect(await read(id)).toMatchObject({ state: 'queued', done: 2 });
    // A server that dies in a chunk: it holds the job and gives no sign of life any more.
    await test.db.owner.query(
      `update job set state = 'running', server = $2, beat_at = now() - interval '1 minute' where id = $1`,
      [id, newId()],
    );
    await once(counting());
    expect(await counted(id)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is never stored by a server that another one took it from', async () => {
    const id = await queue();
    const second = once(
      counting(async (n) => {
        if (n === 3) await once(counting(), { deadAfterMs: 0 });
      }),
    );
    await second;
    expect(await read(id)).toMatchObject({ state: 'done', done: 5 });
    expect(await counted(id)).toEqual([1, 2, 3, 4, 5]);
  });

  it('that brings servers down is given up', async () => {
    const id = await queue();
    await test.db.owner.query('update job set attempts = 5 where id = $1', [id]);
    await once(counting());
    expect(await read(id)).toMatchObject({ state: 'failed', done: 0 });
  });

  it('is found by a running server, each by one slot only', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => queue()));
    const runner = runJobs(test.house, { count: counting() }, { everyMs: 20, slots: 3 });
    for (let i = 0; i < 300; i += 1) {
      if ((await Promise.all(ids.map(read))).every((one) => one.state === 'done')) break;
      await new Promise((wake) => setTimeout(wake, 20));
    }
    await runner.stop();
    for (const id of ids) expect(await counted(id)).toEqual([1, 2, 3, 4, 5]);
    const list = await done(office.call(job.jobs, { query: { limit: '4' } }));
    expect(list.items).toHaveLength(4);
    const rest = await done(office.call(job.jobs, { query: { limit: '4', after: list.next ?? '' } }));
    expect([...list.items, ...rest.items].map((one) => one.id).sort()).toEqual([...ids].sort());
  });
});

async function otherPerson(): Promise<string> {
  const id = newId();
  await test.db.owner.query(`insert into person (id, name, created_at) values ($1, '旁人', now())`, [id]);
  return id;
}
