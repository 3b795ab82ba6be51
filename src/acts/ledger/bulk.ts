import { abilitiesOf, reachOf, type Actor } from '../../core/access/reach.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { BULK_STEPS, MOST_IN_BULK, statesOf, type BulkStep } from '../../core/ledger/bulk.ts';
import type { EntryState } from '../../core/ledger/entry.ts';
import { abilityOf } from '../../core/ledger/life.ts';
import { countItems, countStates, findBulkInput, freezeItems, listRefused } from '../../storage/ledger/bulk.ts';
import type { EntryKey } from '../../storage/ledger/entry.ts';
import type { House } from '../house.ts';
import { queueJob, readJob } from '../job/jobs.ts';
import type { Act } from '../run-act.ts';
import { filterOf, type EntryAsk } from './read-entries.ts';

/** What is asked of many entries. The filter is that of the list. */
export interface BulkInput {
  step: BulkStep;
  filter: EntryAsk;
  chosen: readonly EntryKey[] | null;
  countSeen: number;
  reason: string | null;
}

/** What the job knows: the entries themselves stand in its items. */
export interface BulkJobInput {
  step: BulkStep;
  reason: string | null;
}

const sum = (counts: ReadonlyMap<EntryState, number>, states: readonly EntryState[]): number =>
  states.reduce((all, state) => all + (counts.get(state) ?? 0), 0);

/** How many entries a filter has by state, how many each step would take, and how many of those wait for the person. */
export async function countBulk(house: House, actor: Actor, ask: EntryAsk) {
  const pairs = reachOf(actor, 'ledger.read');
  const states = await countStates(house.app, pairs, await filterOf(house, actor, ask));
  const mine = await countStates(house.app, pairs, await filterOf(house, actor, { ...ask, waiting: true }));
  const steps = Object.fromEntries(
    BULK_STEPS.map((step) => [
      step,
      mayAnywhere(actor, step)
        ? { count: sum(states, statesOf(step)), mine: sum(mine, statesOf(step)) }
        : { count: 0, mine: 0 },
    ]),
  );
  return { states: Object.fromEntries(states), steps, most: MOST_IN_BULK };
}

/** Whether the person may take the step with any entry at all. */
const mayAnywhere = (actor: Actor, step: BulkStep): boolean =>
  statesOf(step).some((state) => abilitiesOf(actor).includes(abilityOf(step, state)));

/** Keeps which entries the filter has at this moment, and queues the step with them. */
export const beginBulk: Act<BulkInput, { jobId: string; count: number }> = {
  name: 'entry.bulk',
  async perform(context, input) {
    const { tx, actor, house } = context;
    const { step, countSeen } = input;
    if (!mayAnywhere(actor, step)) return refused(problem('access.forbidden'));
    if (step === 'return' && input.reason === null) return refused(problem('input.required', 'reason'));
    const about: BulkJobInput = { step, reason: step === 'return' ? input.reason : null };
    const jobId = await queueJob(context, { kind: 'entry.bulk', about: null, input: about, total: countSeen });
    const count = await freezeItems(tx, jobId, reachOf(actor, 'ledger.read'), {
      ...(await filterOf(house, actor, input.filter)),
      fits: statesOf(step),
      chosen: input.chosen,
      most: MOST_IN_BULK,
    });
    if (count > MOST_IN_BULK) return refused(problem('bulk.too_many', undefined, { most: MOST_IN_BULK }));
    if (count !== countSeen) return refused(problem('bulk.count_differs', 'countSeen', { seen: countSeen, count }));
    context.post = actor.posts[0]?.id ?? null;
    return ok({
      answer: { jobId, count },
      subject: { kind: 'job', id: jobId },
      after: { ...about, filter: input.filter, count },
      note: input.reason,
    });
  },
};

/** One's own step with many entries. */
export async function readBulk(house: House, actor: Actor, id: string): Promise<Result<object, Problem>> {
  const job = await readJob(house, actor, id);
  if (!job.ok) return job;
  const input = await bulkInput(house, actor, id);
  if (input === null) return refused(problem('access.missing'));
  const counts = await countItems(house.app, id);
  const of = (outcome: 'done' | 'refused' | null) =>
    counts.reduce((all, one) => all + (one.outcome === outcome ? one.count : 0), 0);
  return ok({
    job: job.value,
    ...input,
    total: counts.reduce((all, one) => all + one.count, 0),
    done: of('done'),
    refused: of('refused'),
    left: of(null),
    reasons: counts.flatMap(({ code, count }) => (code === null ? [] : [{ code, count }])),
  });
}

/** Entries that one's own step was refused with. */
export async function readRefusals(
  house: House,
  actor: Actor,
  id: string,
  ask: { code?: string | undefined; after?: string | undefined; limit: number },
): Promise<Result<object, Problem>> {
  if ((await bulkInput(house, actor, id)) === null) return refused(problem('access.missing'));
  const after = /^\d{1,9}$/.test(ask.after ?? '') ? Number(ask.after) : 0;
  const rows = await listRefused(house.app, id, reachOf(actor, 'ledger.read'), {
    code: ask.code,
    after,
    limit: ask.limit + 1,
  });
  const items = rows.slice(0, ask.limit);
  return ok({ items, next: rows.length > ask.limit ? String(items.at(-1)?.seq ?? '') : null });
}

const bulkInput = async (house: House, actor: Actor, id: string): Promise<BulkJobInput | null> =>
  (await findBulkInput(house.app, id, actor.personId)) as BulkJobInput | null;
