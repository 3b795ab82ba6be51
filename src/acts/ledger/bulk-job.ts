import type { Actor } from '../../core/access/reach.ts';
import { dayOf } from '../../core/kernel/plain-date.ts';
import { ok } from '../../core/kernel/result.ts';
import type { Tx } from '../../storage/database/transaction.ts';
import { endItems, nextItems, type BulkItem } from '../../storage/ledger/bulk.ts';
import { newId } from '../house.ts';
import type { JobKind, JobRun, JobStep } from '../job/job-kind.ts';
import { actWithin, type Act, type ActContext } from '../run-act.ts';
import { applyStep, type StepsTaken } from './apply-step.ts';
import type { BulkJobInput } from './bulk.ts';
import { nameReasons } from './refused-entry.ts';

/** Entries of one transaction. */
const CHUNK = 500;

/** How far it came: the last item, and what became of all so far. */
interface BulkProgress {
  seq: number;
  done: number;
  refused: number;
}

/** The job that takes one step with many entries: each chunk in one transaction with its lines in the log and how far it came. */
export const bulkJob: JobKind = {
  open(run) {
    const input = run.input as BulkJobInput;
    return Promise.resolve({
      async step(before) {
        const at = (before as BulkProgress | null) ?? { seq: 0, done: 0, refused: 0 };
        const items = await nextItems(run.house.app, run.id, at.seq, CHUNK);
        const actor = await run.actor();
        if (actor === null) throw new Error('the person holds no post any more');
        return chunk(run, actor, input, items, at);
      },
    });
  },
};

function chunk(run: JobRun, actor: Actor, input: BulkJobInput, items: readonly BulkItem[], at: BulkProgress): JobStep {
  const progress: BulkProgress = { ...at, seq: items.at(-1)?.seq ?? at.seq };
  const step: JobStep = { progress, done: progress.seq };
  if (items.length < CHUNK) step.outcome = {};
  step.store = async (tx) => {
    const taken = await take(tx, run, actor, input, items);
    progress.done = at.done + taken.done.length;
    progress.refused = at.refused + taken.refused.length;
    if (step.outcome !== undefined) step.outcome = { done: progress.done, refused: progress.refused };
  };
  return step;
}

async function take(
  tx: Tx,
  run: JobRun,
  actor: Actor,
  input: BulkJobInput,
  items: readonly BulkItem[],
): Promise<StepsTaken> {
  if (items.length === 0) return { done: [], refused: [] };
  const now = run.house.clock();
  const context: ActContext = { tx, actor, now, today: dayOf(now), house: run.house, post: null };
  const taken = await applyStep(context, { step: input.step, reason: input.reason }, items);
  const against = new Map((await nameReasons(tx, taken.refused)).map((one) => [one.id, one.problems]));
  await endItems(
    tx,
    run.id,
    items.map((item) => ({ seq: item.seq, problems: against.get(item.id) ?? [] })),
  );
  await log(tx, run, context, input, items, taken);
  return taken;
}

/** One line a county: which entries were moved, from which revision to which. */
async function log(
  tx: Tx,
  run: JobRun,
  { actor, post }: ActContext,
  input: BulkJobInput,
  items: readonly BulkItem[],
  taken: StepsTaken,
): Promise<void> {
  const seen = new Map(items.map((item) => [item.id, item.revision]));
  for (const countyId of new Set(taken.done.map((row) => row.countyId))) {
    const rows = taken.done.filter((row) => row.countyId === countyId);
    const act: Act<{ jobId: string; countyId: string; entries: string[] }, { count: number }> = {
      name: `entry.bulk_${input.step}`,
      county: () => countyId,
      perform(context) {
        context.post = post;
        return Promise.resolve(
          ok({
            answer: { count: rows.length },
            subject: { kind: 'job', id: run.id },
            before: rows.map((row) => ({ id: row.id, revision: seen.get(row.id) })),
            after: rows.map(({ id, revision, state }) => ({ id, revision, state })),
            note: input.reason,
          }),
        );
      },
    };
    const asked = { jobId: run.id, countyId, entries: rows.map((row) => row.id) };
    await actWithin(tx, run.house, act, { actId: newId(), actor, input: asked });
  }
}
