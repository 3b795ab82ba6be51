import { beforeAll, describe, expect, it } from 'vitest';
import * as acts from '../../src/contract/ledger-acts.ts';
import * as ledger from '../../src/contract/ledger.ts';
import * as period from '../../src/contract/period.ts';
import type { AnswerOf } from '../../src/contract/route.ts';
import { withHouse } from '../support/house.ts';
import { addTestKinds, draft, fourOf, report, step, takeTo, tryStep } from '../support/ledger.ts';
import { done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let four: ReturnType<typeof fourOf>;
const MAY = '2021-05';

beforeAll(async () => {
  world = await makeWorld(test);
  await addTestKinds(test.db.app);
  four = fourOf(world);
});

type Shown = AnswerOf<typeof period.periods>['items'][number]['periods'][number];
const of = async (code: string, by = four.poster, unitId = world.units.a): Promise<Shown> => {
  const answer = await done(by.call(period.periods, { query: { unitId } }));
  const found = answer.items.flatMap((one) => one.periods).find((one) => one.period === code);
  if (found === undefined) throw new Error(code);
  return found;
};
const body = (code = MAY, more: object = {}) => ({ unitId: world.units.a, period: code, ...more });

describe('a period', () => {
  it('shows what is still on its way in it, with all units below', async () => {
    const entry = await report(four.reporter, draft(world.units.a1, { voucher: '途-1' }));
    expect(await of(MAY)).toMatchObject({ state: 'open', transit: 1, over: true, can: { ask_close: true } });
    expect(await of('2021')).toMatchObject({ transit: 1, over: false, can: {} });
    expect((await of('2021-06')).can).toEqual({});
    const { from, to } = await of(MAY);
    const query = { unitId: world.units.a, from, to, state: 'reported,differs,confirmed,reviewed,returned' };
    expect((await done(four.poster.call(ledger.entries, { query }))).items.map((one) => one.id)).toEqual([entry.id]);
  });

  it('is asked to be closed by one person and closed by another', async () => {
    const { officeA } = world.as;
    expect(await four.poster.call(period.closePeriod, { body: body() })).toMatchObject({
      status: 409,
      problems: [{ code: 'period.act_unfit' }],
    });
    await done(four.poster.call(period.askClose, { body: body(MAY, { reason: '五月已对账' }) }));
    expect(await four.poster.call(period.closePeriod, { body: body() })).toMatchObject({
      status: 403,
      problems: [{ code: 'period.same_person' }],
    });
    expect((await of(MAY)).can).toEqual({ decline: true });
    expect(await of(MAY, officeA)).toMatchObject({ can: { close: true, decline: true }, askedBy: '首位' });
    await done(officeA.call(period.closePeriod, { body: body() }));
    expect(await of(MAY)).toMatchObject({ state: 'closed', decidedBy: '周办', can: { ask_reopen: true } });
    expect(await of(MAY)).toMatchObject({ asked: 'close', outcome: 'approved' });
  });

  it('that is closed takes no posting: an entry of its days counts today and says so', async () => {
    const entry = await report(four.reporter, draft(world.units.a1, { voucher: '晚-1' }));
    const posted = await takeTo(world, entry, 'posted');
    expect(posted).toMatchObject({ state: 'posted', countedOn: '2021-06-20' });
    const other = await report(four.reporter, draft(world.units.a1, { voucher: '晚-2', occurredOn: '2021-06-02' }));
    expect(await takeTo(world, other, 'posted')).toMatchObject({ countedOn: '2021-06-02' });
    // A day later the month of today is closed too: then nothing can be posted until it is opened.
    const late = await takeTo(
      world,
      await report(four.reporter, draft(world.units.a1, { voucher: '晚-3' })),
      'reviewed',
    );
    const rows = [world.units.a, '2021-06', '2021-06-01', '2021-06-30', world.people.first];
    await test.db.owner.query(
      `insert into ledger_period values ($1, $2, $3, $4, 'closed', $5, now(), null, null, now())`,
      rows,
    );
    expect(await tryStep(four.poster, acts.postEntry, late)).toMatchObject({
      problems: [{ code: 'ledger.period_closed' }],
    });
    await test.db.owner.query(`delete from ledger_period where period = '2021-06'`);
    expect(await step(four.poster, acts.postEntry, late)).toMatchObject({ countedOn: '2021-06-20' });
  });

  it('is opened again by two persons with a reason, and postings count in it again', async () => {
    const { officeA } = world.as;
    expect((await officeA.call(period.askReopen, { body: body() })).status).toBe(422);
    await done(officeA.call(period.askReopen, { body: body(MAY, { reason: '漏了一笔' }) }));
    const entry = await report(four.reporter, draft(world.units.a1, { voucher: '漏-1' }));
    // Asked is not decided: it is closed still.
    expect(await takeTo(world, entry, 'posted')).toMatchObject({ countedOn: '2021-06-20' });
    await done(four.poster.call(period.declinePeriod, { body: body(MAY, { reason: '下月补' }) }));
    expect(await of(MAY)).toMatchObject({ state: 'closed', reason: '下月补', asked: 'reopen', outcome: 'declined' });
    await done(officeA.call(period.askReopen, { body: body(MAY, { reason: '确实漏了' }) }));
    expect(await officeA.call(period.reopenPeriod, { body: body() })).toMatchObject({
      problems: [{ code: 'period.same_person' }],
    });
    expect(await of(MAY)).toMatchObject({ asked: 'reopen', outcome: null });
    await done(four.poster.call(period.reopenPeriod, { body: body() }));
    expect(await of(MAY)).toMatchObject({ state: 'open', asked: 'reopen', outcome: 'approved' });
    const again = await report(four.reporter, draft(world.units.a1, { voucher: '漏-2' }));
    expect(await takeTo(world, again, 'posted')).toMatchObject({ countedOn: '2021-05-10' });
  });

  it('within a closed quarter, or of a unit below, is covered', async () => {
    const { officeA } = world.as;
    await done(officeA.call(period.askClose, { body: body('2021-Q1', { reason: null }) }));
    await done(four.poster.call(period.closePeriod, { body: body('2021-Q1') }));
    expect(await of('2021-02')).toMatchObject({ state: 'open', coveredBy: { period: '2021-Q1' }, can: {} });
    expect((await of('2021-02', officeA, world.units.a1)).coveredBy).toEqual({
      unitName: '云帆部',
      period: '2021-Q1',
    });
    // A member of the unit below reads that it is closed, and not by whom.
    expect((await of('2021-02', world.as.liaisonA1, world.units.a1)).coveredBy).toEqual({
      unitName: null,
      period: '2021-Q1',
    });
    expect(await officeA.call(period.askClose, { body: body('2021-02', { reason: null }) })).toMatchObject({
      problems: [{ code: 'period.covered', params: { by: '2021-Q1' } }],
    });
    const entry = await report(four.reporter, draft(world.units.a1, { occurredOn: '2021-02-10', voucher: '季-1' }));
    expect(await takeTo(world, entry, 'posted')).toMatchObject({ countedOn: '2021-06-20' });
  });

  it('cannot be closed before it is over, nor out of reach, nor a made-up one', async () => {
    const { officeB, liaisonA1 } = world.as;
    const ask = (by: typeof officeB, code: string) => by.call(period.askClose, { body: body(code, { reason: null }) });
    expect(await ask(four.poster, '2021-06')).toMatchObject({ problems: [{ code: 'period.not_over' }] });
    expect(await ask(officeB, '2021-04')).toMatchObject({ status: 404 });
    expect(await ask(liaisonA1, '2021-04')).toMatchObject({ status: 403 });
    expect((await ask(four.poster, '2021-13')).status).toBe(422);
    const query = { unitId: world.units.a };
    expect((await officeB.call(period.periods, { query })).status).toBe(404);
    expect((await officeB.call(period.periods, { query: { unitId: world.people.first } })).status).toBe(404);
  });

  it('asked for in a unit below waits for whoever may decide it above, and for nobody else', async () => {
    const { officeA, officeB, liaisonA1 } = world.as;
    const waiting = async (by: typeof officeA) =>
      (await done(by.call(period.waitingPeriods, {}))).items.map((one) => [one.unitId, one.period, one.asked]);
    const below = (code: string, reason: string) => ({ unitId: world.units.a1, period: code, reason });
    expect(await waiting(four.poster)).toEqual([]);
    await done(officeA.call(period.askClose, { body: below('2020-03', '三月已对账') }));
    expect(await waiting(four.poster)).toEqual([[world.units.a1, '2020-03', 'close']]);
    expect((await done(four.poster.call(period.waitingPeriods, {}))).items[0]).toMatchObject({
      unitName: '云帆部产业司',
      askedBy: '周办',
      reason: '三月已对账',
    });
    expect(await waiting(officeA)).toEqual([]);
    expect(await waiting(officeB)).toEqual([]);
    expect((await liaisonA1.call(period.waitingPeriods, {})).status).toBe(403);
    await done(four.poster.call(period.closePeriod, { body: { unitId: world.units.a1, period: '2020-03' } }));
    expect(await waiting(four.poster)).toEqual([]);
    await done(four.poster.call(period.askReopen, { body: below('2020-03', '漏了一笔') }));
    expect(await waiting(officeA)).toEqual([[world.units.a1, '2020-03', 'reopen']]);
    await done(four.poster.call(period.declinePeriod, { body: below('2020-03', '查过了，没有漏') }));
    expect(await waiting(officeA)).toEqual([]);
    expect(await of('2020-03', officeA, world.units.a1)).toMatchObject({ asked: 'reopen', outcome: 'taken_back' });
  });
});
