import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as acts from '../../src/contract/ledger-acts.ts';
import * as ledger from '../../src/contract/ledger.ts';
import { withHouse } from '../support/house.ts';
import { addTestKinds, draft, fourOf, read, report, step, takeTo, tryStep } from '../support/ledger.ts';
import { makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let four: ReturnType<typeof fourOf>;

beforeAll(async () => {
  world = await makeWorld(test);
  await addTestKinds(test.db.app);
  four = fourOf(world);
});

const money = (amountFen: string) => ({ amountFen, quantity: null, people: null, personTimes: null });
const inYear = async (unitId: string) =>
  (
    await test.db.owner.query<{ sum: string | null; entries: string | null }>(
      `select sum(amount_fen)::text as sum, sum(entries)::text as entries from ledger_year where unit_id = $1`,
      [unitId],
    )
  ).rows[0];
const own = (more: Record<string, unknown> = {}) => draft(world.units.a1, more);

describe('the life of an entry', () => {
  it('goes from its reporter over the county and the office into the figures, by four people', async () => {
    const entry = await report(four.reporter, own({ voucher: '记-001', payee: '某合作社' }));
    expect(entry).toMatchObject({ state: 'reported', number: '2021-130126-000001', revision: 1 });
    const before = await inYear(world.units.a1);
    const shown = await read(four.reporter, entry);
    expect(shown).toMatchObject({ holder: 'county', holders: ['褚县'], can: { withdraw: true } });
    expect(Object.keys(shown.can)).toEqual(['withdraw', 'tie']);
    expect((await read(four.county, entry)).can).toEqual({ confirm: true, differ: true, return: true });
    const posted = await takeTo(world, entry, 'posted');
    expect(posted).toMatchObject({ state: 'posted', countedOn: '2021-05-10', revision: 4 });
    expect(before).toEqual({ sum: null, entries: null });
    expect(await inYear(world.units.a1)).toEqual({ sum: '1000000', entries: '1' });
    const whole = await read(four.reporter, posted);
    expect(whole.steps.map((one) => [one.step, one.toState, one.person])).toEqual([
      ['report', 'reported', '吴联'],
      ['confirm', 'confirmed', '褚县'],
      ['review', 'reviewed', '周办'],
      ['post', 'posted', '首位'],
    ]);
    expect(whole).toMatchObject({ confirmedBy: '褚县', reviewedBy: '周办', postedBy: '首位', holder: 'nobody' });
  });

  it('nobody takes two of the four steps', async () => {
    const mine = await report(four.reviewer, own());
    const same = await tryStep(four.reviewer, acts.reviewEntry, await step(four.county, acts.confirmEntry, mine));
    expect(same).toMatchObject({
      status: 409,
      problems: [{ code: 'ledger.same_person', params: { step: 'submit', name: '周办' } }],
    });
    const reviewed = await step(world.first, acts.reviewEntry, { ...mine, revision: 2 });
    expect(await tryStep(world.first, acts.postEntry, reviewed)).toMatchObject({
      problems: [{ code: 'ledger.same_person', params: { step: 'review', name: '首位' } }],
    });
    const county = await report(four.county, own());
    expect(await tryStep(four.county, acts.confirmEntry, county)).toMatchObject({
      problems: [{ code: 'ledger.same_person', params: { step: 'submit', name: '褚县' } }],
    });
  });

  it('is returned with a reason, changed, sent again; or taken back', async () => {
    const entry = await report(four.reporter, own({ voucher: '退-1', payee: '甲' }));
    const back = await step(four.county, acts.returnEntry, entry, { reason: '金额写错' });
    expect(back.state).toBe('returned');
    expect((await read(four.reporter, back)).steps.at(-1)).toMatchObject({ step: 'return', reason: '金额写错' });
    const { id: _, countyId: __, ...body } = own({ voucher: '退-1', payee: '甲', measures: money('1200000') });
    const again = await step(four.reporter, acts.changeEntry, back, body);
    expect(again).toMatchObject({ state: 'reported', number: entry.number, revision: 4 });
    expect(await tryStep(four.county, acts.withdrawEntry, again, { reason: null })).toMatchObject({
      problems: [{ code: 'ledger.reporter_only', params: { name: '吴联' } }],
    });
    const off = await step(four.reporter, acts.withdrawEntry, again, { reason: null });
    expect(off.state).toBe('withdrawn');
    await report(four.reporter, own({ voucher: '退-1', payee: '甲' }));
  });

  it('taken back, it is changed and sent on again by its reporter alone, and counted once', async () => {
    const entry = await report(four.reporter, own({ voucher: '撤-1', payee: '甲' }));
    const off = await step(four.reporter, acts.withdrawEntry, entry, { reason: null });
    expect((await read(four.reporter, off)).can).toEqual({ change: true, submit: true });
    expect(await tryStep(four.reviewer, acts.submitEntry, off)).toMatchObject({
      problems: [{ code: 'ledger.reporter_only', params: { name: '吴联' } }],
    });
    const { id: _, countyId: __, ...body } = own({ voucher: '撤-1', payee: '甲', submit: false });
    const kept = await step(four.reporter, acts.changeEntry, off, body);
    expect(kept).toMatchObject({ state: 'draft', number: entry.number });
    const other = await report(four.reporter, own({ voucher: '撤-1', payee: '甲' }));
    expect(await tryStep(four.reporter, acts.submitEntry, kept)).toMatchObject({
      problems: [{ code: 'ledger.counted_already' }],
    });
    await step(four.reporter, acts.withdrawEntry, other, { reason: null });
    expect(await step(four.reporter, acts.submitEntry, kept)).toMatchObject({
      state: 'reported',
      number: entry.number,
    });
  });

  it('a draft may lack what is required, and is checked when it is sent', async () => {
    const entry = await report(four.reporter, own({ measures: { ...money('1'), amountFen: null }, submit: false }));
    expect(entry).toMatchObject({ state: 'draft', number: null });
    expect(await tryStep(four.reporter, acts.submitEntry, entry)).toMatchObject({
      status: 422,
      problems: [{ code: 'ledger.required', at: 'amountFen' }],
    });
    const { id: _, countyId: __, ...body } = own({ submit: false });
    const changed = await step(four.reporter, acts.changeEntry, entry, body);
    expect(changed.state).toBe('draft');
    expect(await step(four.reporter, acts.submitEntry, changed)).toMatchObject({ state: 'reported' });
  });

  it('a dry run and a refusal leave nothing', async () => {
    const body = own({ voucher: '空-1' });
    const rows = async () => (await test.db.owner.query('select from entry')).rowCount;
    const before = await rows();
    const dry = await four.reporter.call(acts.addEntry, { body, query: { dryRun: 'true' } });
    expect(dry.status).toBe(200);
    const wrong = await four.reporter.call(acts.addEntry, {
      body: own({ occurredOn: '2021-07-01', measures: money('0'), fields: { nothing: 'x' }, placeId: '451022100' }),
    });
    expect(wrong.problems.map((one) => [one.code, one.at])).toEqual(
      expect.arrayContaining([
        ['ledger.place_outside', 'placeId'],
        ['ledger.in_future', 'occurredOn'],
        ['ledger.not_positive', 'amountFen'],
        ['ledger.unknown_field', 'fields.nothing'],
      ]),
    );
    expect(await rows()).toBe(before);
  });

  it('two at once: the second is told who changed it', async () => {
    const entry = await report(four.reporter, own());
    const both = await Promise.all([
      tryStep(four.county, acts.confirmEntry, entry),
      tryStep(four.county, acts.returnEntry, entry, { reason: '再看' }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    const no = both.find((one) => one.status === 409);
    expect(JSON.stringify(no?.value)).toContain('褚县 已在 2021-06-20 10:00 改过这一条');
    expect(no?.problems).toEqual([
      {
        code: 'ledger.changed_meanwhile',
        params: { name: '褚县', at: '2021-06-20T02:00:00.000Z' },
      },
    ]);
  });

  it('out of reach is missing, for reading and for every step', async () => {
    const entry = await report(four.reporter, own());
    const by = world.as.officeB;
    const key = { params: { countyId: entry.countyId, id: entry.id } };
    expect(await by.call(ledger.readEntry, key)).toMatchObject({ status: 404, problems: [{ code: 'access.missing' }] });
    for (const [route, more] of [
      [acts.reviewEntry, {}],
      [acts.postEntry, {}],
      [acts.withdrawEntry, { reason: null }],
      [acts.returnEntry, { reason: '试' }],
      [acts.tieEntry, { to: newId(), reason: '试' }],
      [acts.reverseEntry, { reversalId: newId(), reason: '试' }],
    ] as const)
      expect(await tryStep(by, route, entry, more), route.id).toMatchObject({
        status: 404,
        problems: [{ code: 'access.missing' }],
      });
    expect(await tryStep(world.as.leaderA, acts.returnEntry, entry, { reason: '试' })).toMatchObject({ status: 403 });
    expect(await tryStep(four.reviewer, acts.reviewEntry, entry)).toMatchObject({
      problems: [{ code: 'ledger.step_unfit', params: { state: 'reported', step: 'review' } }],
    });
  });
});

describe('a difference', () => {
  const open = async () => {
    const entry = await report(four.reporter, own());
    return step(four.county, acts.differEntry, entry, { measures: money('900000'), reason: '到账只有九千' });
  };

  it('ends when the reporter takes the county’s figure', async () => {
    const entry = await open();
    expect(entry.state).toBe('differs');
    expect(await tryStep(four.reviewer, acts.reviewEntry, entry)).toMatchObject({
      problems: [{ code: 'ledger.step_unfit' }],
    });
    const settled = await step(four.reporter, acts.settleEntry, entry, {
      outcome: 'county',
      measures: null,
      reason: null,
    });
    expect(settled.state).toBe('confirmed');
    const shown = await read(four.reporter, settled);
    expect(shown).toMatchObject({ amountFen: '900000', confirmedBy: '褚县' });
    expect(shown.differences).toMatchObject([
      { outcome: 'county', reported: { amountFen: '1000000' }, confirmed: { amountFen: '900000' }, settledBy: '吴联' },
    ]);
  });

  it('other figures wait for the other side', async () => {
    const entry = await open();
    const other = { outcome: 'other', measures: money('950000'), reason: '折中' };
    const proposed = await step(four.reporter, acts.settleEntry, entry, other);
    expect(proposed.state).toBe('differs');
    expect((await read(four.county, proposed)).differences[0]).toMatchObject({
      outcome: null,
      proposedBy: 'reporter',
      settled: { amountFen: '950000' },
    });
    expect(
      await tryStep(four.county, acts.settleEntry, proposed, { outcome: 'county', measures: null, reason: null }),
    ).toMatchObject({
      problems: [{ code: 'ledger.settle_other_side' }],
    });
    const settled = await step(four.county, acts.settleEntry, proposed, other);
    expect(settled.state).toBe('confirmed');
    const shown = await read(four.county, settled);
    expect(shown).toMatchObject({ amountFen: '950000', confirmedBy: '褚县' });
    expect(shown.differences[0]).toMatchObject({ outcome: 'other' });
  });

  it('the county may give in; the same figure is none; a return drops it', async () => {
    const entry = await open();
    const given = await step(four.county, acts.settleEntry, entry, {
      outcome: 'reporter',
      measures: null,
      reason: null,
    });
    expect((await read(four.county, given)).amountFen).toBe('1000000');
    const same = await report(four.reporter, own());
    expect(
      await tryStep(four.county, acts.differEntry, same, { measures: money('1000000'), reason: '同' }),
    ).toMatchObject({
      problems: [{ code: 'ledger.no_difference' }],
    });
    expect(
      await tryStep(four.county, acts.differEntry, same, { measures: { ...money('1'), people: 3 }, reason: '同' }),
    ).toMatchObject({ problems: [{ code: 'ledger.measure_not_asked', at: 'measures.people' }] });
    const back = await step(four.county, acts.returnEntry, await open(), { reason: '重报' });
    expect((await read(four.county, back)).differences[0]).toMatchObject({ outcome: 'dropped' });
  });
});
