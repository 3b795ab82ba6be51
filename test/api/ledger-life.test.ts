import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as acts from '../../src/contract/ledger-acts.ts';
import * as ledger from '../../src/contract/ledger.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import { compareRollUps } from '../../src/storage/ledger/roll-up.ts';
import { asPerson, withHouse } from '../support/house.ts';
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
    expect(both.find((one) => one.status === 409)?.problems).toEqual([
      { code: 'ledger.changed_meanwhile', params: { name: '褚县', at: '2021-06-20T02:00:00.000Z' } },
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
    const foreign = draft(world.units.bCounty, { countyId: COUNTY.shared, voucher: '外-1', payee: '丙' });
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

describe('evidence', () => {
  const file = async (unitId: string, countyId: string = COUNTY.one) => {
    const id = newId();
    await test.db.owner.query(
      `insert into evidence (county_id, id, unit_id, digest, file_name, media_type, size, brought_by, brought_at)
       values ($1, $2, $3, sha256('x'), '收据.pdf', 'application/pdf', 10, $4, now())`,
      [countyId, id, unitId, world.people.liaisonA1],
    );
    return id;
  };

  it('that a kind demands is there when an entry is sent, and when it is posted', async () => {
    const body = own({ kind: 'test_proof' });
    expect(await four.reporter.call(acts.addEntry, { body })).toMatchObject({
      status: 422,
      problems: [
        { code: 'ledger.evidence_missing', at: 'evidence.receipt', params: { name: '收据', least: 1, have: 0 } },
      ],
    });
    const foreign = [{ evidenceId: await file(world.units.b1, COUNTY.four), demand: 'receipt' }];
    expect(await four.reporter.call(acts.addEntry, { body: { ...body, evidence: foreign } })).toMatchObject({
      problems: [{ code: 'ledger.evidence_unknown', at: 'evidence.0' }, { code: 'ledger.evidence_missing' }].slice(
        0,
        1,
      ),
    });
    const evidence = [{ evidenceId: await file(world.units.a1), demand: 'receipt' }];
    const entry = await report(four.reporter, { ...body, evidence } as never);
    expect((await read(four.county, entry)).evidenceFiles).toMatchObject([{ demand: 'receipt', fileName: '收据.pdf' }]);
    const reviewed = await takeTo(world, entry, 'reviewed');
    await test.db.owner.query('update entry_evidence set removed_at = now() where entry_id = $1', [entry.id]);
    expect(await tryStep(four.poster, acts.postEntry, reviewed)).toMatchObject({
      problems: [{ code: 'ledger.evidence_missing' }],
    });
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
    const entries = answer.items.map((one) => ({ countyId: COUNTY.one as string, ...one }));
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

describe('a roster', () => {
  it('gives people and sessions, is masked, and each viewing is logged without a name', async () => {
    const roster = [
      { name: '赵一', idNumber: '11010519491231002X', times: 2, note: null },
      { name: '欧阳二', idNumber: null, times: 3, note: null },
    ];
    const body = own({
      kind: 'test_course',
      measures: { ...money('0'), amountFen: null },
      roster,
      fields: { contact: '13812345678' },
    });
    const entry = await report(four.reporter, body);
    const shown = await read(four.county, entry);
    expect(shown).toMatchObject({ people: 2, personTimes: 5, fields: { contact: '138****5678' }, mayUnmask: true });
    expect(shown.roster.map((one) => [one.name, one.idTail])).toEqual([
      ['赵*', '****'],
      ['欧**', null],
    ]);
    const key = { params: { countyId: entry.countyId, id: entry.id } };
    const plain = await done(four.county.call(ledger.showRoster, key));
    expect(plain).toMatchObject({ roster: [{ name: '赵一', idTail: '002X' }, {}], fields: { contact: '13812345678' } });
    expect(await four.reporter.call(ledger.showRoster, key)).toMatchObject({ status: 403 });
    expect(await world.as.officeB.call(ledger.showRoster, key)).toMatchObject({ status: 404 });
    const log = await test.db.owner.query<{ answer: unknown }>(
      `select answer from act_log where act = 'entry.roster' and subject_id = $1`,
      [entry.id],
    );
    expect(log.rows).toEqual([{ answer: { secret: true } }]);
    const kept = await test.db.owner.query<{ text: string }>(
      `select string_agg(p::text, ' ') as text from entry_person p`,
    );
    expect(kept.rows[0]?.text).not.toContain('19491231');
  });
});

describe('lists', () => {
  it('are filtered, paged and summed alike', async () => {
    const unit = world.units.aCounty;
    const made = [];
    for (let i = 1; i <= 5; i += 1)
      made.push(
        await report(
          four.county,
          draft(unit, {
            voucher: `列-${i}`,
            payee: `列表${i}社`,
            occurredOn: `2021-04-0${i}`,
            measures: { ...money(`${i}00`), quantity: '1.5' },
          }),
        ),
      );
    const query = { unitId: unit, limit: '2' };
    const ids: string[] = [];
    for (let after: string | null | undefined = ''; after !== null;) {
      const page: { items: { id: string }[]; next: string | null } = await done(
        four.county.call(ledger.entries, {
          query: { ...query, ...(after === '' || after === undefined ? {} : { after }) },
        }),
      );
      ids.push(...page.items.map((one) => one.id));
      after = page.next;
    }
    expect(ids).toEqual(made.map((one) => one.id).reverse());
    const sums = await done(four.county.call(ledger.entrySums, { query: { unitId: unit } }));
    expect(sums).toMatchObject({
      count: 5,
      capped: false,
      sums: {
        posted: { entries: 0, amountFen: '0' },
        inTransit: { entries: 5, amountFen: '1500', quantities: [{ unit: '公斤', quantity: '7.5000' }] },
      },
    });
    const found = async (ask: Record<string, string>, by = four.county) =>
      (await done(by.call(ledger.entries, { query: { unitId: unit, ...ask } }))).items.length;
    expect(await found({ q: '列-3' })).toBe(1);
    expect(await found({ q: '表4' })).toBe(1);
    expect(await found({ q: made[0]?.number ?? '' })).toBe(1);
    expect(await found({ countyId: '1301', kind: 'test_funds,test_proof', state: 'reported,draft' })).toBe(5);
    expect(await found({ line: '人才' })).toBe(0);
    expect(await found({ minAmountFen: '200', maxAmountFen: '400', from: '2021-04-03', to: '2021-04-04' })).toBe(2);
    expect(await found({ mine: 'true' })).toBe(5);
    expect(await found({ waiting: 'true' })).toBe(0);
    expect(await found({ knownOn: '2021-06-20' })).toBe(0);
    const waits = await done(four.county.call(ledger.entries, { query: { waiting: 'true' } }));
    expect(new Set(waits.items.map((one) => one.state))).toEqual(new Set(['reported']));
  });

  it('show what was known on a day', async () => {
    const before = await done(four.reporter.call(ledger.entrySums, { query: { knownOn: '2021-06-20' } }));
    test.now = '2021-06-22T02:00:00.000Z' as Instant;
    const again = async (key: 'liaisonA1' | 'countyA' | 'officeA' | 'first') => asPerson(test, world.people[key]);
    const reporter = await again('liaisonA1');
    let entry = await report(reporter, own());
    entry = await step(await again('countyA'), acts.confirmEntry, entry);
    entry = await step(await again('officeA'), acts.reviewEntry, entry);
    await step(await again('first'), acts.postEntry, entry);
    const sums = async (knownOn: string) => done(reporter.call(ledger.entrySums, { query: { knownOn } }));
    expect((await sums('2021-06-20')).sums).toEqual(before.sums);
    expect((await sums('2021-06-22')).count).toBe(before.count + 1);
    test.now = '2021-06-20T02:00:00.000Z' as Instant;
  });

  it('and the roll-ups are what the entries say', async () => {
    expect(await compareRollUps(test.db.app)).toEqual([]);
    await test.db.owner.query('update ledger_month set amount_fen = amount_fen + 1 where unit_id = $1', [
      world.units.a1,
    ]);
    expect((await compareRollUps(test.db.app, COUNTY.one)).length).toBeGreaterThan(0);
    expect(await compareRollUps(test.db.app, COUNTY.two)).toEqual([]);
  });
});
