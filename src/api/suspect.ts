import type { FastifyInstance } from 'fastify';
import type { House } from '../acts/house.ts';
import { wakeJobs } from '../acts/job/run-jobs.ts';
import { findSuspects } from '../acts/ledger/suspect-job.ts';
import { readRules, readSuspects, readSuspectsOf, setRule, settleSuspect } from '../acts/ledger/suspects.ts';
import { runAct } from '../acts/run-act.ts';
import * as contract from '../contract/suspect.ts';
import { ok } from '../core/kernel/result.ts';
import { serve, serveAct } from './serve.ts';

/** What a person should look at in entries. */
export function serveSuspects(app: FastifyInstance, house: House): void {
  serve(app, house, contract.suspects, async ({ actor, query }) => ok(await readSuspects(house, actor, query)));
  serve(app, house, contract.suspectsOfEntry, ({ actor, params }) => readSuspectsOf(house, actor, params));
  serve(app, house, contract.suspectRules, async ({ actor }) => ok(await readRules(house, actor)));
  serveAct(app, house, contract.settleSuspect, settleSuspect, ({ params, body: { actId: _, ...end } }) => ({
    ...params,
    ...end,
  }));
  serveAct(app, house, contract.setSuspectRule, setRule, ({ params, body: { actId: _, ...rule } }) => ({
    ...params,
    ...rule,
  }));
  serve(app, house, contract.findSuspects, async ({ actor, query, body: { actId, ...input }, request }) => {
    const call = { actId, actor, input, dryRun: query.dryRun, requestId: request.id };
    const done = await runAct(house, findSuspects, call);
    wakeJobs(house);
    return done;
  });
}
