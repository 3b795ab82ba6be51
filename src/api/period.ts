import type { FastifyInstance } from 'fastify';
import type { House } from '../acts/house.ts';
import { askClose, askReopen, closePeriod, declinePeriod, reopenPeriod } from '../acts/ledger/change-period.ts';
import { readPeriods } from '../acts/ledger/read-periods.ts';
import { readWaitingPeriods } from '../acts/ledger/waiting-periods.ts';
import * as period from '../contract/period.ts';
import { serve, serveAct } from './serve.ts';

/** Closing of periods, by two persons. */
export function servePeriods(app: FastifyInstance, house: House): void {
  serve(app, house, period.periods, ({ actor, query }) => readPeriods(house, actor, query));
  serve(app, house, period.waitingPeriods, ({ actor }) => readWaitingPeriods(house, actor));
  const said = ({ unitId, period: code, reason }: { unitId: string; period: string; reason?: string | null }) => ({
    unitId,
    period: code,
    reason: reason ?? null,
  });
  serveAct(app, house, period.askClose, askClose, ({ body }) => said(body));
  serveAct(app, house, period.closePeriod, closePeriod, ({ body }) => said(body));
  serveAct(app, house, period.askReopen, askReopen, ({ body }) => said(body));
  serveAct(app, house, period.reopenPeriod, reopenPeriod, ({ body }) => said(body));
  serveAct(app, house, period.declinePeriod, declinePeriod, ({ body }) => said(body));
}
