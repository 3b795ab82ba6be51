import { dayOf } from '../../core/kernel/plain-date.ts';
import { loadActor } from '../../storage/access/actor.ts';
import { inTransaction } from '../../storage/database/transaction.ts';
import { beatJob, endJob, releaseJob, storeStep, takeJob, type TakenJob } from '../../storage/job/job.ts';
import { newId, type House } from '../house.ts';
import type { JobKinds, JobRun, JobStep } from './job-kind.ts';

/** How jobs are run. */
export interface RunOptions {
  /** Jobs at once; 2 unless told. */
  slots?: number;
  /** How often is looked for work that nobody announced; 1 000 ms. */
  everyMs?: number;
  /** A server that gave no sign for so long is dead; 20 000 ms. */
  deadAfterMs?: number;
  /** Hears of every error that ended a job. */
  failed?(error: unknown, kind: string): void;
}

/** The jobs of this process. */
export interface JobRunner {
  /** There may be work. */
  wake(): void;
  /** Ends after the chunks that are being worked on; what is left goes on at the next start. */
  stop(): Promise<void>;
}

const TRIES = 5;
const BEAT_MS = 3000;
const runners = new WeakMap<House, Set<JobRunner>>();

/** Tells the runners of this process that a job was queued. Call it after the commit; without it work begins a second later. */
export function wakeJobs(house: House): void {
  for (const runner of runners.get(house) ?? []) runner.wake();
}

/** Starts working on jobs; `stop` before the database is closed. */
export function runJobs(house: House, kinds: JobKinds, options: RunOptions = {}): JobRunner {
  const stopping = new AbortController();
  const server = newId();
  const sleepers = new Set<() => void>();
  const wake = () => sleepers.forEach((one) => one());
  const rest = () =>
    new Promise<void>((resolve) => {
      if (stopping.signal.aborted) return resolve();
      const up = () => {
        clearTimeout(timer);
        sleepers.delete(up);
        resolve();
      };
      const timer = setTimeout(up, options.everyMs ?? 1000);
      sleepers.add(up);
    });
  const slot = async () => {
    while (!stopping.signal.aborted) {
      const worked = await workOnce(house, kinds, { ...options, server, signal: stopping.signal }).catch(
        (error: unknown) => {
          options.failed?.(error, 'take');
          return false;
        },
      );
      if (!worked) await rest();
    }
  };
  const slots = Array.from({ length: options.slots ?? 2 }, slot);
  const runner: JobRunner = {
    wake,
    async stop() {
      runners.get(house)?.delete(runner);
      stopping.abort();
      wake();
      await Promise.all(slots);
    },
  };
  runners.set(house, (runners.get(house) ?? new Set()).add(runner));
  return runner;
}

/** Takes one job up and works until it ends, is stopped or lost; false: there was none. */
export async function workOnce(
  house: House,
  kinds: JobKinds,
  options: RunOptions & { server: string; signal?: AbortSignal },
): Promise<boolean> {
  const { server } = options;
  const ask = { server, kinds: Object.keys(kinds), deadAfterMs: options.deadAfterMs ?? 20_000, now: house.clock() };
  const job = await inTransaction(house.app, (tx) => takeJob(tx, ask));
  if (job === null) return false;
  const hold = new Hold(house, job, server, options.signal);
  try {
    if (job.attempts > TRIES) throw new Error(`given up: it ended ${TRIES} times without getting further`);
    await work(house, kinds, job, hold);
  } catch (error) {
    if (hold.lost) return true;
    if (hold.stopped) await inTransaction(house.app, (tx) => releaseJob(tx, job.id, server));
    else if (hold.cancelAsked) await endAs(house, kinds, job, server, 'cancelled', null);
    else {
      options.failed?.(error, job.kind);
      const text = error instanceof Error ? error.message : String(error);
      await endAs(house, kinds, job, server, 'failed', text);
    }
  } finally {
    hold.end();
  }
  return true;
}

/** Chunk after chunk. Ends by returning, or by an error: what the error means is in the hold. */
async function work(house: House, kinds: JobKinds, job: TakenJob, hold: Hold): Promise<void> {
  const kind = kinds[job.kind];
  if (kind === undefined) throw new Error(`no such kind of job: ${job.kind}`);
  const actor = () => loadActor(house.app, job.personId, dayOf(house.clock()), job.limits);
  const run: JobRun = { id: job.id, house, input: job.input, about: job.about, actor, signal: hold.signal };
  const opened = await kind.open(run);
  try {
    for (let progress = job.progress; ;) {
      hold.signal.throwIfAborted();
      const step = await opened.step(progress);
      if (await keep(house, job, hold, step)) return;
      progress = step.progress;
    }
  } finally {
    await opened.close?.();
  }
}

/** Stores a chunk with its progress; true: that was the last one. */
async function keep(house: House, job: TakenJob, hold: Hold, step: JobStep): Promise<boolean> {
  return inTransaction(house.app, async (tx) => {
    // Locks the job's row: a server that takes over waits, and finds this chunk done.
    hold.see(await beatJob(tx, job.id, hold.server));
    if (hold.lost || (hold.cancelAsked && step.outcome === undefined)) throw new Error('the chunk does not count');
    await step.store?.(tx);
    await storeStep(tx, job.id, { progress: step.progress, done: step.done, total: step.total ?? null });
    if (step.outcome === undefined) return false;
    await endJob(tx, job.id, { state: 'done', outcome: step.outcome, error: null, now: house.clock() });
    return true;
  });
}

async function endAs(
  house: House,
  kinds: JobKinds,
  job: TakenJob,
  server: string,
  state: 'failed' | 'cancelled',
  error: string | null,
): Promise<void> {
  await inTransaction(house.app, async (tx) => {
    if ((await beatJob(tx, job.id, server)) === null) return;
    const now = house.clock();
    await kinds[job.kind]?.[state]?.(tx, job, now);
    await endJob(tx, job.id, { state, outcome: null, error, now });
  });
}

/** That this process works on a job: gives signs of life, and knows when it has to end. */
class Hold {
  readonly server: string;
  lost = false;
  cancelAsked = false;
  private readonly outer: AbortSignal | undefined;
  private readonly abort = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly onStop = () => this.abort.abort();

  constructor(house: House, job: TakenJob, server: string, outer: AbortSignal | undefined) {
    this.server = server;
    this.outer = outer;
    outer?.addEventListener('abort', this.onStop);
    const beat = () => inTransaction(house.app, (tx) => beatJob(tx, job.id, server)).then((seen) => this.see(seen));
    // A beat that does not come through shows again with the next chunk.
    this.timer = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
  }

  /** Ends early where somebody wants an end. */
  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** The server stops. */
  get stopped(): boolean {
    return this.outer?.aborted === true;
  }

  /** Takes note of what a beat answered. */
  see(seen: { cancelAsked: boolean } | null): void {
    if (seen === null) this.lost = true;
    else this.cancelAsked = seen.cancelAsked;
    if (this.lost || this.cancelAsked) this.abort.abort();
  }

  end(): void {
    clearInterval(this.timer);
    this.outer?.removeEventListener('abort', this.onStop);
  }
}
