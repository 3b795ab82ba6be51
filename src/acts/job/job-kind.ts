import type { Actor } from '../../core/access/reach.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import type { Tx } from '../../storage/database/transaction.ts';
import type { House } from '../house.ts';

/** A job that is being worked on, as its kind sees it. */
export interface JobRun {
  id: string;
  house: House;
  /** What was asked for. */
  input: unknown;
  /** The thing that it works on. */
  about: string | null;
  /** The person with the posts of this moment; null: there are none any more. Ask before each chunk that writes. */
  actor(): Promise<Actor | null>;
  /** Aborted where the person wants it stopped, the server ends, or another server has taken over. A long step may look at it. */
  signal: AbortSignal;
}

/** What one chunk came to. It counts only when `store` and the progress are committed together. */
export interface JobStep {
  /** From where the next chunk goes on, also after a crash. */
  progress: unknown;
  /** Rows or things done so far. */
  done: number;
  total?: number | null;
  /** Writes of this chunk, in one transaction with the progress; runs again after a deadlock. */
  store?(tx: Tx): Promise<void>;
  /** There is no further chunk; this came of it. */
  outcome?: Record<string, unknown>;
}

/** A job taken up. */
export interface JobWork {
  /** Works on the chunk after `progress` (null: the first). It writes nothing itself. */
  step(progress: unknown): Promise<JobStep>;
  /** Lets go of what it holds (open files); called in any case. */
  close?(): Promise<void>;
}

/** A kind of long work. */
export interface JobKind {
  /** Takes it up: the first time, and after a crash with the progress that was stored last. */
  open(run: JobRun): Promise<JobWork>;
  /** What else a cancellation means, in its transaction; progress is what was stored last. */
  cancelled?(tx: Tx, job: EndedJob, now: Instant): Promise<void>;
  /** What else a failure means. */
  failed?(tx: Tx, job: EndedJob, now: Instant): Promise<void>;
}

/** A job that ends without having been done. */
export interface EndedJob {
  id: string;
  about: string | null;
  input: unknown;
}

/** Every kind of job by its name. */
export type JobKinds = Readonly<Record<string, JobKind>>;
