import * as bulk from '../../src/contract/bulk.ts';
import * as acts from '../../src/contract/ledger-acts.ts';
import * as period from '../../src/contract/period.ts';
import type { Route } from '../../src/contract/route.ts';
import { newId } from '../../src/acts/house.ts';
import { draft, fourOf, report, step, takeTo, type Known } from './ledger.ts';
import { reasonOf } from './write-books.ts';
import { done, type World } from './world.ts';

/** Who takes the steps of `fourOf`. */
type Four = 'liaisonA1' | 'countyA' | 'officeA' | 'first';

/** A write that goes through as things stand: who sends it, and what. */
export interface Fitting {
  by: Four;
  route: Route;
  input: { params?: Record<string, string>; body: object };
}

const EQUAL = { amountFen: '999900', quantity: null, people: null, personTimes: null };

/**
 * Writes that go through only where an entry or a period stands at the right step, by the person whose turn it is: each makes what
 * it needs in the first unit's world. Every period is asked for by one test alone.
 */
export function fittingWrites(world: World): Record<string, () => Promise<Fitting>> {
  const four = fourOf(world);
  const unitId = world.units.a1;
  const at = (state: 'reported' | 'confirmed' | 'reviewed' | 'posted') => async () =>
    takeTo(world, await report(four.reporter, draft(unitId)), state);
  const drafted = () => report(four.reporter, draft(unitId, { submit: false }));
  const differs = async () =>
    step(four.county, acts.differEntry, await at('reported')(), { measures: EQUAL, reason: '少' });
  const on =
    (by: Four, route: Route, make: () => Promise<Known>, more: object = {}) =>
    async (): Promise<Fitting> => {
      const { countyId, id, revision } = await make();
      return { by, route, input: { params: { countyId, id }, body: { revision, ...more } } };
    };
  const { id: _, countyId: __, ...changed } = draft(unitId, { submit: false });
  const { submit: ___, ...corrected } = changed;
  return {
    'entry.change': on('liaisonA1', acts.changeEntry, drafted, changed),
    'entry.submit': on('liaisonA1', acts.submitEntry, drafted),
    'entry.withdraw': on('liaisonA1', acts.withdrawEntry, at('reported'), { reason: null }),
    'entry.confirm': on('countyA', acts.confirmEntry, at('reported')),
    'entry.differ': on('countyA', acts.differEntry, at('reported'), { measures: EQUAL, reason: '少' }),
    'entry.settle': on('liaisonA1', acts.settleEntry, differs, { outcome: 'county', measures: null, reason: null }),
    'entry.review': on('officeA', acts.reviewEntry, at('confirmed')),
    'entry.return': on('officeA', acts.returnEntry, at('confirmed'), { reason: '试' }),
    'entry.post': on('first', acts.postEntry, at('reviewed')),
    'entry.reverse': on('liaisonA1', acts.reverseEntry, at('posted'), { reversalId: newId(), reason: '试' }),
    'entry.correct': on('liaisonA1', acts.correctEntry, at('posted'), {
      reversalId: newId(),
      correctedId: newId(),
      reason: '试',
      ...corrected,
    }),
    'entry.bulk': async () => {
      const q = `批-${newId()}`;
      await takeTo(world, await report(four.reporter, draft(unitId, { voucher: q })), 'confirmed');
      const body = { step: 'review', filter: { unitId, q }, countSeen: 1, reason: null };
      return { by: 'officeA', route: bulk.bulk, input: { body } };
    },
    ...periodWrites(world),
  };
}

function periodWrites(world: World): Record<string, () => Promise<Fitting>> {
  const { first, officeA } = world.as;
  const take = async (by: World['first'], route: Route, code: string) =>
    done(by.call(route, { body: { unitId: world.units.a1, period: code, ...reasonOf(route) } }));
  const fitting = (by: Four, route: Route, code: string): Fitting => ({
    by,
    route,
    input: { body: { unitId: world.units.a1, period: code, ...reasonOf(route) } },
  });
  const closed = async (code: string) => {
    await take(first, period.askClose, code);
    await take(officeA, period.closePeriod, code);
  };
  return {
    'period.close': async () => {
      await take(first, period.askClose, '2019-02');
      return fitting('officeA', period.closePeriod, '2019-02');
    },
    'period.ask_reopen': async () => {
      await closed('2019-03');
      return fitting('first', period.askReopen, '2019-03');
    },
    'period.reopen': async () => {
      await closed('2019-04');
      await take(first, period.askReopen, '2019-04');
      return fitting('officeA', period.reopenPeriod, '2019-04');
    },
    'period.decline': async () => {
      await take(first, period.askClose, '2019-05');
      return fitting('officeA', period.declinePeriod, '2019-05');
    },
  };
}
