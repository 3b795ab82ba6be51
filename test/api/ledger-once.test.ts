import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as acts from '../../src/contract/ledger-acts.ts';
import * as ledger from '../../src/contract/ledger.ts';
import { withHouse } from '../support/house.ts';
import { addTestKinds, draft, fourOf, read, report, step, takeTo, tryStep } from '../support/ledger.ts';
import { COUNTY, done, makeWorld, type World } from '../support/world.ts';

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

describe('counted once', () => {
  it('the same voucher is refused, naming the entry that has it only within reach', async () => {
    const first = await report(four.reporter, own({ voucher: '记 88号', payee: '某公司' }));
    expect(
      await four.reporter.call(acts.addEntry, { body: own({ voucher: '记８８号', payee: '某 公司' }) }),
    ).toMatchObject({
      status: 409,
      problems: [
        { code: 'ledger.counted_already', params: { number: first.number, state: 'reported', unit: '云帆部产业司' } },
      ],
    });
    const foreign = draft(world.units.b, { countyId: COUNTY.shared, voucher: '外-1', payee: '丙' });
    await report(world.as.countyB, foreign);
    expect(
      await world.as.officeA.call(acts.addEntry, {
        body: own({ countyId: COUNTY.shared, voucher: '外-1', payee: '丙' }),
      }),
    ).toMatchObject({ problems: [{ code: 'ledger.counted_elsewhere', at: 'voucher' }] });
  });

  it('two reports of one voucher at the same moment: one counts, the other hears of it', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => four.reporter.call(acts.addEntry, { body: own({ voucher: '同时-1', payee: '丁' }) })),
    );
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(answers.find((one) => one.status === 409)?.problems[0]).toMatchObject({ code: 'ledger.counted_already' });
  });

  it('a tie says which one counts; the tied one does not, and its voucher is free', async () => {
    const counts = await report(four.reporter, own({ voucher: '并-1', payee: '戊' }));
    const other = await step(
      four.county,
      acts.confirmEntry,
      await report(four.reporter, own({ voucher: '并-2', payee: '戊' })),
    );
    expect(await tryStep(four.reviewer, acts.tieEntry, other, { to: other.id, reason: '同' })).toMatchObject({
      problems: [{ code: 'ledger.tie_itself' }],
    });
    const tied = await step(four.reviewer, acts.tieEntry, other, { to: counts.id, reason: '收款方也报了' });
    expect(tied.state).toBe('tied');
    expect((await read(four.reporter, tied)).countsInstead).toMatchObject({ id: counts.id, reason: '收款方也报了' });
    expect((await read(four.reporter, counts)).tiedHere).toMatchObject([{ id: other.id }]);
    expect(await tryStep(four.reporter, acts.withdrawEntry, counts, { reason: null })).toMatchObject({
      problems: [{ code: 'ledger.has_ties', params: { count: 1 } }],
    });
    expect(
      await tryStep(four.reviewer, acts.tieEntry, await report(four.reporter, own()), { to: tied.id, reason: '试' }),
    ).toMatchObject({
      problems: [{ code: 'ledger.tie_dead', params: { state: 'tied' } }],
    });
    await report(four.reporter, own({ voucher: '并-2', payee: '戊' }));
  });
});

describe('a reversal', () => {
  it('takes an entry out of every figure by another entry, and another person', async () => {
    const unit = world.units.a2;
    const { officeA, countyA } = world.as;
    const entry = await step(
      countyA,
      acts.confirmEntry,
      await report(officeA, draft(unit, { voucher: '冲-1', payee: '己' })),
    );
    await test.db.owner.query(`update entry set state = 'reviewed', reviewed_by = $2 where id = $1`, [
      entry.id,
      world.people.liaisonA1,
    ]);
    const posted = await step(world.first, acts.postEntry, entry);
    expect(await inYear(unit)).toEqual({ sum: '1000000', entries: '1' });
    const asked = await step(officeA, acts.reverseEntry, posted, { reversalId: newId(), reason: '退款' });
    expect(asked).toMatchObject({ state: 'reviewed' });
    expect(await tryStep(officeA, acts.postEntry, asked)).toMatchObject({ problems: [{ code: 'ledger.same_person' }] });
    expect(await tryStep(officeA, acts.reverseEntry, posted, { reversalId: newId(), reason: '又' })).toMatchObject({
      problems: [{ code: 'ledger.reversed_already', params: { number: asked.number } }],
    });
    expect(await four.reporter.call(ledger.entries, { query: { reversed: 'true' } })).toMatchObject({ status: 200 });
    const reversal = await step(world.first, acts.postEntry, asked);
    expect(reversal).toMatchObject({ state: 'posted', countedOn: '2021-05-10' });
    expect(await inYear(unit)).toEqual({ sum: '0', entries: '0' });
    const shown = await read(officeA, posted);
    expect(shown.links.reversedBy).toMatchObject({ id: asked.id, state: 'posted' });
    await report(officeA, draft(unit, { voucher: '冲-1', payee: '己' }));
    expect(await officeA.call(acts.addEntry, { body: draft(unit, { voucher: '冲-1', payee: '己' }) })).toMatchObject({
      problems: [{ code: 'ledger.counted_already' }],
    });
  });

  it('that is sent back is off, and may be asked for again', async () => {
    const posted = await takeTo(world, await report(four.reporter, own()), 'posted');
    const asked = await step(four.reporter, acts.reverseEntry, posted, { reversalId: newId(), reason: '试' });
    const off = await step(four.poster, acts.returnEntry, asked, { reason: '不用冲' });
    expect(off.state).toBe('withdrawn');
    await step(four.reporter, acts.reverseEntry, posted, { reversalId: newId(), reason: '还是要冲' });
  });

  it('of a correction comes first, then what is right', async () => {
    const posted = await takeTo(world, await report(four.reporter, own({ voucher: '更-1', payee: '庚' })), 'posted');
    const before = BigInt((await inYear(world.units.a1))?.sum ?? 0);
    const {
      id: correctedId,
      countyId: _,
      submit: __,
      ...body
    } = own({ voucher: '更-1', payee: '庚', measures: money('700000') });
    const answer = await done(
      tryStep(four.reporter, acts.correctEntry, posted, { reversalId: newId(), correctedId, reason: '金额', ...body }),
    );
    const right = await takeTo(world, { countyId: posted.countyId, ...answer.corrected }, 'reviewed');
    expect(await tryStep(four.poster, acts.postEntry, right)).toMatchObject({
      problems: [{ code: 'ledger.reversal_first' }],
    });
    await step(four.poster, acts.postEntry, { countyId: posted.countyId, ...answer.reversal });
    await step(four.poster, acts.postEntry, right);
    expect(BigInt((await inYear(world.units.a1))?.sum ?? 0) - before).toBe(-300000n);
    expect((await read(four.reporter, right)).links.corrects).toMatchObject({ id: posted.id });
    expect((await read(four.reporter, posted)).links.correctedBy).toMatchObject([{ id: right.id }]);
  });
});

describe('a closed period', () => {
  const close = (unitId: string, period: string, fromOn: string, toOn: string, state = 'closed') =>
    test.db.owner.query(
      `insert into ledger_period (unit_id, period, from_on, to_on, state, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, now())
       on conflict (unit_id, period) do update set state = excluded.state`,
      [unitId, period, fromOn, toOn, state, world.people.officeA],
    );

  it('of a unit above moves a late entry to the day of posting, and a reversal too', async () => {
    const early = await takeTo(world, await report(four.reporter, own({ occurredOn: '2021-02-01' })), 'posted');
    const late = await takeTo(world, await report(four.reporter, own({ occurredOn: '2021-02-02' })), 'reviewed');
    await close(world.units.a, '2021-Q1', '2021-01-01', '2021-03-31');
    const posted = await done(tryStep(four.poster, acts.postEntry, late));
    expect(posted).toMatchObject({ countedOn: '2021-06-20', moved: true });
    expect(await read(four.reporter, late)).toMatchObject({ occurredOn: '2021-02-02', movedByClosing: true });
    const asked = await step(four.reporter, acts.reverseEntry, early, { reversalId: newId(), reason: '试' });
    expect(await step(four.poster, acts.postEntry, asked)).toMatchObject({ countedOn: '2021-06-20' });
    const now = await takeTo(world, await report(four.reporter, own({ occurredOn: '2021-02-03' })), 'reviewed');
    await close(world.units.a1, '2021-06', '2021-06-01', '2021-06-30', 'reopen_asked');
    expect(await tryStep(four.poster, acts.postEntry, now)).toMatchObject({
      problems: [{ code: 'ledger.period_closed' }],
    });
    await close(world.units.a1, '2021-06', '2021-06-01', '2021-06-30', 'open');
    await step(four.poster, acts.postEntry, now);
    await close(world.units.a, '2021-Q1', '2021-01-01', '2021-03-31', 'open');
  });
});

describe('a joint payment', () => {
  const shares = (points: number[]) =>
    [world.units.a1, world.units.a2, world.units.a3].slice(0, points.length).map((unitId, i) => ({
      id: newId(),
      unitId,
      countyId: null,
      points: points[i] ?? 0,
    }));
  const joint = (points: number[], amount: string) => {
    const {
      id: _,
      unitId: __,
      submit: ___,
      ...rest
    } = own({ measures: money(amount), voucher: `共-${amount}`, payee: '辛' });
    return { ...rest, jointId: newId(), shares: shares(points) };
  };

  it('is divided so that every fen is in one share, and posted only while it is whole', async () => {
    const answer = await done(world.as.officeA.call(acts.addJoint, { body: joint([3333, 3333, 3334], '100001') }));
    const entries = answer.items.map((one) => ({ countyId: COUNTY.one, ...one }));
    const shown = await Promise.all(entries.map((one) => read(world.as.officeA, one)));
    expect(shown.map((one) => one.amountFen)).toEqual(['33330', '33330', '33341']);
    expect(shown[0]?.joint).toMatchObject({ whole: true, shares: [{}, {}, {}] });
    const first = entries[0] as (typeof entries)[number];
    expect(await tryStep(four.county, acts.differEntry, first, { measures: money('1'), reason: '试' })).toMatchObject({
      problems: [{ code: 'ledger.joint_fixed' }],
    });
    await step(four.county, acts.returnEntry, entries[1] as typeof first, { reason: '不全' });
    const confirmed = await step(four.county, acts.confirmEntry, first);
    await test.db.owner.query(`update entry set state = 'reviewed', reviewed_by = $2 where id = $1`, [
      first.id,
      world.people.liaisonA1,
    ]);
    expect(await tryStep(four.poster, acts.postEntry, confirmed)).toMatchObject({
      problems: [{ code: 'ledger.joint_not_whole' }],
    });
  });

  it('is refused where shares do not sum, stand twice or get nothing', async () => {
    const codes = async (body: object) =>
      (await world.as.officeA.call(acts.addJoint, { body })).problems.map((one) => one.code);
    expect(await codes(joint([5000, 4000], '100'))).toEqual(['ledger.shares_sum']);
    const twice = joint([5000, 5000], '100');
    expect(await codes({ ...twice, shares: twice.shares.map((one) => ({ ...one, unitId: world.units.a1 })) })).toEqual([
      'ledger.share_twice',
    ]);
    expect(await codes(joint([9999, 1], '100'))).toEqual(['ledger.joint_amount']);
    expect(
      await codes({
        ...joint([5000, 5000], '100'),
        measures: { ...money('100'), quantity: '2' },
      }),
    ).toEqual(['ledger.measure_not_asked']);
  });
});
