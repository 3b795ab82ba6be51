import * as bulk from '../../src/contract/bulk.ts';
import * as exports from '../../src/contract/export.ts';
import * as period from '../../src/contract/period.ts';
import type { Route } from '../../src/contract/route.ts';
import * as suspect from '../../src/contract/suspect.ts';
import type { Target, Write } from './writes.ts';

/** A reason where the route asks for one. */
export const reasonOf = (route: Route): { reason?: string } =>
  'reason' in (route.body?.shape ?? {}) ? { reason: '试' } : {};

/** Closing of periods, steps with many, exports and findings: `any` says itself which entries it reaches. */
export function bookWrites(t: Target, office: (route: Route, params: object, body: object) => Write): Write[] {
  const of = { unitId: t.unitId, period: '2019-01' };
  const closing = [period.askClose, period.closePeriod, period.askReopen, period.reopenPeriod, period.declinePeriod];
  const any = (route: Route, body: object): Write => ({ ...office(route, {}, body), needs: 'any' });
  const filter = { unitId: t.unitId };
  const { suspectId: id, countyId } = t;
  return [
    ...closing.map((route): Write => ({ ...office(route, {}, { ...of, ...reasonOf(route) }), needs: 'unit' })),
    any(bulk.bulk, { step: 'review', filter, countSeen: 1, reason: null }),
    any(exports.exportEntries, { filter, format: 'csv', columns: 'common', money: 'yuan' }),
    any(suspect.findSuspects, { year: 2021 }),
    office(suspect.settleSuspect, { countyId, id }, { outcome: 'fine', reason: '试' }),
    { ...office(suspect.setSuspectRule, { code: 'year_end' }, { enabled: true, params: {} }), needs: 'kinds' },
  ];
}
