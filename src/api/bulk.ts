import type { FastifyInstance } from 'fastify';
import type { House } from '../acts/house.ts';
import { wakeJobs } from '../acts/job/run-jobs.ts';
import { beginBulk, countBulk, readBulk, readRefusals } from '../acts/ledger/bulk.ts';
import { runAct } from '../acts/run-act.ts';
import * as bulk from '../contract/bulk.ts';
import { ok } from '../core/kernel/result.ts';
import { serve } from './serve.ts';

/** Steps with many entries at once. */
export function serveBulk(app: FastifyInstance, house: House): void {
  serve(app, house, bulk.bulkCount, async ({ actor, query }) => ok(await countBulk(house, actor, query)));
  serve(app, house, bulk.readBulk, ({ actor, params }) => readBulk(house, actor, params.id));
  serve(app, house, bulk.bulkRefusals, ({ actor, params, query }) => readRefusals(house, actor, params.id, query));
  serve(app, house, bulk.bulk, async ({ actor, query, body: { actId, chosen, ...input }, request }) => {
    const { dryRun } = query;
    const call = { actId, actor, input: { ...input, chosen: chosen ?? null }, dryRun, requestId: request.id };
    const done = await runAct(house, beginBulk, call);
    wakeJobs(house);
    return done;
  });
}
