import type { FastifyInstance } from 'fastify';
import type { House } from '../acts/house.ts';
import { fromJson } from '../acts/ledger/measures.ts';
import { readEntries, readSums } from '../acts/ledger/read-entries.ts';
import { readEntry, showRoster } from '../acts/ledger/read-entry.ts';
import { addEntry, changeEntry, submitEntry } from '../acts/ledger/report-entry.ts';
import { addJoint, correctEntry, reverseEntry } from '../acts/ledger/reverse-entry.ts';
import {
  confirmEntry,
  differEntry,
  postEntry,
  returnEntry,
  reviewEntry,
  settleEntry,
  tieEntry,
  withdrawEntry,
} from '../acts/ledger/step-entry.ts';
import * as ledger from '../contract/ledger.ts';
import * as acts from '../contract/ledger-acts.ts';
import { ok } from '../core/kernel/result.ts';
import { serve, serveAct } from './serve.ts';

/** Ledger entries: lists, one entry, and every step of its life. */
export function serveLedger(app: FastifyInstance, house: House): void {
  serve(app, house, ledger.entries, async ({ actor, query }) => ok(await readEntries(house, actor, query)));
  serve(app, house, ledger.entrySums, async ({ actor, query }) => ok(await readSums(house, actor, query)));
  serve(app, house, ledger.readEntry, ({ actor, params }) => readEntry(house, actor, params));
  serveAct(app, house, ledger.showRoster, showRoster, ({ params }) => params);
  serveReporting(app, house);
  serveSteps(app, house);
}

function serveReporting(app: FastifyInstance, house: House): void {
  serveAct(app, house, acts.addEntry, addEntry, ({ body: { actId: _, ...input } }) => input);
  serveAct(app, house, acts.addJoint, addJoint, ({ body: { actId: _, ...input } }) => input);
  serveAct(
    app,
    house,
    acts.changeEntry,
    changeEntry,
    ({ params, body: { actId: _, revision, submit, keepPersonal, ...said } }) => ({
      ...params,
      revision,
      reason: null,
      submit,
      keepPersonal: keepPersonal === true,
      said: { ...said, countyId: params.countyId },
    }),
  );
  serveAct(app, house, acts.submitEntry, submitEntry, ({ params, body }) => ({
    ...params,
    revision: body.revision,
    reason: null,
  }));
  serveAct(
    app,
    house,
    acts.correctEntry,
    correctEntry,
    ({ params, body: { actId: _, revision, reversalId, correctedId, reason, ...said } }) => ({
      ...params,
      revision,
      reversalId,
      correctedId,
      reason,
      said: { ...said, countyId: params.countyId },
    }),
  );
}

function serveSteps(app: FastifyInstance, house: House): void {
  const plain = [
    [acts.confirmEntry, confirmEntry],
    [acts.reviewEntry, reviewEntry],
    [acts.postEntry, postEntry],
  ] as const;
  for (const [route, act] of plain)
    serveAct(app, house, route, act, ({ params, body }) => ({ ...params, revision: body.revision, reason: null }));
  serveAct(app, house, acts.withdrawEntry, withdrawEntry, ({ params, body: { actId: _, ...input } }) => ({
    ...params,
    ...input,
  }));
  serveAct(app, house, acts.returnEntry, returnEntry, ({ params, body: { actId: _, ...input } }) => ({
    ...params,
    ...input,
  }));
  serveAct(app, house, acts.tieEntry, tieEntry, ({ params, body: { actId: _, ...input } }) => ({
    ...params,
    ...input,
  }));
  serveAct(app, house, acts.reverseEntry, reverseEntry, ({ params, body: { actId: _, ...input } }) => ({
    ...params,
    ...input,
  }));
  serveAct(app, house, acts.differEntry, differEntry, ({ params, body: { actId: _, measures, ...input } }) => ({
    ...params,
    ...input,
    measures: fromJson(measures),
  }));
  serveAct(app, house, acts.settleEntry, settleEntry, ({ params, body: { actId: _, measures, ...input } }) => ({
    ...params,
    ...input,
    measures: measures === null ? null : fromJson(measures),
  }));
}
