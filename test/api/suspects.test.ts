import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { jobKinds } from '../../src/acts/job/job-kinds.ts';
import { workOnce } from '../../src/acts/job/run-jobs.ts';
import * as job from '../../src/contract/job.ts';
import * as contract from '../../src/contract/suspect.ts';
import type { AnswerOf } from '../../src/contract/route.ts';
import type { KindDefinition } from '../../src/core/ledger/kind.ts';
import { inTransaction } from '../../src/storage/database/transaction.ts';
import { insertKind, insertKindVersion } from '../../src/storage/ledger/kind.ts';
import { withHouse, type Caller } from '../support/house.ts';
import { addTestKinds, draft, fourOf, KINDS, read, report, takeTo, versionOf, type Known } from '../support/ledger.ts';
import { COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let four: ReturnType<typeof fourOf>;

const text = (code: string, type: 'text' | 'date' = 'text'): KindDefinition['fields'][number] => ({
  code,
  name: { zh: code, en: code },
  type,
  required: false,
  help: null,
  choices: [],
  unit: null,
  maxLength: null,
  personal: false,
  synonyms: [],
});

beforeAll(async () => {
  world = await makeWorld(test);
  await addTestKinds(test.db.app);
  four = fourOf(world);
  const [funds, , course] = KINDS as [KindDefinition, KindDefinition, KindDefinition];
  const more = [
    { ...funds, code: 'test_goods', fields: [text('product')], facets: [], rules: [], once: null },
    { ...course, code: 'test_class', fields: [text('began_on', 'date')] },
  ];
  await inTransaction(test.db.app, async (tx) => {
    for (const definition of more) {
      await insertKind(tx, definition.code, false, null);
      await insertKindVersion(tx, versionOf(definition, 1, '2000-01-01'));
    }
  });
});

type Found = AnswerOf<typeof contract.suspects>['items'][number];
const list = async (by: Caller, query: Record<string, string> = {}) =>
  (await done(by.call(contract.suspects, { query: { limit: '200', ...query } }))).items;
const of = async (entry: Known, by: Caller = four.reviewer): Promise<Found[]> =>
  (await done(by.call(contract.suspectsOfEntry, { params: { countyId: entry.countyId, id: entry.id } }))).items;
const codes = async (entry: Known) => (await of(entry)).map((one) => one.code).sort();
const money = (amountFen: string, quantity: string | null = null) => ({
  amountFen,
  quantity,
  people: null,
  personTimes: null,
});
const one = (more: Record<string, unknown>, by: Caller = four.reporter) =>
  report(by, draft(world.units.a1, { occurredOn: '2021-02-02', ...more }));
const search = async (year = 2021) => {
  const { jobId } = await done(four.reviewer.call(contract.findSuspects, { body: { year } }));
  while (await workOnce(test.house, jobKinds, { server: newId() }));
  const ended = await done(four.reviewer.call(job.readJob, { params: { id: jobId } }));
  expect(ended.state).toBe('done');
  return ended.outcome;
};

describe('findings', () => {
  it('are made when an entry is sent: a round sum, a rule of its kind, a voucher told elsewhere', async () => {
    const plain = await one({ measures: money('12345600'), voucher: '疑-0' });
    expect(await codes(plain)).toEqual([]);
    const round = await one({ measures: money('20000000'), voucher: '疑-1' });
    expect(await codes(round)).toEqual(['round_amount']);
    const large = await one({ measures: money('99999901'), voucher: '疑-2' });
    expect(await of(large)).toMatchObject([{ code: 'rule.large', text: { zh: '金额很大' }, outcome: null }]);
    const twin = await one({ kind: 'test_proof', measures: money('12345600'), voucher: '疑-0', submit: false });
    expect(await codes(twin)).toEqual([]);
    const other = await one({ kind: 'test_goods', measures: money('12345600'), voucher: '疑-0', fields: {} });
    expect(await of(other)).toMatchObject([
      { code: 'voucher_elsewhere', params: { voucher: '疑-0' }, other: { id: plain.id, number: plain.number } },
    ]);
    expect(await read(four.reviewer, large)).toMatchObject({
      suspects: 1,
      suspectList: [{ code: 'rule.large', text: { zh: '金额很大' } }],
    });
  });

  it('block nothing, and are settled by another person with a reason, once', async () => {
    const entry = await one({ measures: money('30000000'), voucher: '疑-5' }, four.reviewer);
    const [found] = (await of(entry)) as [Found];
    expect(found.can.settle).toBe(false);
    const params = { countyId: entry.countyId, id: found.id };
    const end = { outcome: 'fine', reason: '协议就是整数' };
    const settle = (by: Caller, body: object = end) => by.call(contract.settleSuspect, { params, body });
    expect(await settle(four.reviewer)).toMatchObject({ status: 403, problems: [{ code: 'suspect.own' }] });
    expect((await settle(world.as.officeB)).status).toBe(404);
    expect((await settle(four.county)).status).toBe(403);
    expect((await settle(four.poster, { outcome: 'fine', reason: ' ' })).status).toBe(422);
    await done(settle(four.poster));
    expect(await settle(four.poster)).toMatchObject({ status: 409, problems: [{ code: 'suspect.settled' }] });
    expect(await of(entry)).toMatchObject([{ outcome: 'fine', reason: '协议就是整数', settledBy: '首位' }]);
    expect((await read(four.reviewer, entry)).suspects).toBe(0);
    // Found again with the same words it stays settled.
    await search();
    expect(await of(entry)).toHaveLength(1);
    expect((await list(four.reviewer, { settled: 'true' })).map((row) => row.id)).toEqual([found.id]);
  });

  it('of a search: odd prices, one person in two classes at once, the year spent in its last days', async () => {
    for (const [i, amount] of ['1000', '1010', '990', '1020', '980'].entries())
      await one({ kind: 'test_goods', measures: money(amount, '1'), voucher: `价-${i}`, fields: { product: '木耳' } });
    const dear = await one({
      kind: 'test_goods',
      measures: money('5000', '1'),
      voucher: '价-9',
      fields: { product: '木耳' },
    });
    const roster = [{ name: '赵一', idNumber: '11010519491231002X', times: 1, note: null }];
    const course = (from: string, to: string, by: Caller = four.reporter, more: object = {}) =>
      one(
        { kind: 'test_class', measures: money('1'), occurredOn: to, fields: { began_on: from }, roster, ...more },
        by,
      );
    const none = { amountFen: null, quantity: null, people: null, personTimes: null };
    const first = await course('2021-03-01', '2021-03-05', four.reporter, { measures: none });
    const apart = await course('2021-03-10', '2021-03-12', four.reporter, { measures: none });
    const second = await course('2021-03-05', '2021-03-08', world.as.cadreA, { measures: none, countyId: COUNTY.two });
    await one({ occurredOn: '2020-03-01', measures: money('1000001'), voucher: '末-1' });
    const late = await one({ occurredOn: '2020-12-30', measures: money('15000001'), voucher: '末-2' });
    expect(await codes(late)).toEqual([]);
    expect(await search()).toMatchObject({ found: 2 });
    await search(2020);
    expect(await of(dear)).toMatchObject([
      { code: 'price_outlier', params: { product: '木耳', priceFen: '5000', medianFen: '1000', entries: 6 } },
    ]);
    expect(await codes(second)).toEqual(['person_twice']);
    expect(await codes(first)).toEqual(['person_twice']);
    expect(await codes(apart)).toEqual([]);
    expect(await of(late)).toMatchObject([{ code: 'year_end', params: { percent: 93, days: 7 } }]);
    expect(await search()).toMatchObject({ found: 0 });
    // The county of the first class sees that there is another one, and not which.
    const [there] = (await of(first, four.county)) as [Found];
    expect(there).toMatchObject({ other: null, otherHidden: true });
  });

  it('show the same file in another unit', async () => {
    const put = async (countyId: string, unitId: string, entry: Known) => {
      const id = newId();
      await test.db.owner.query(
        `insert into evidence (county_id, id, unit_id, digest, file_name, media_type, size, brought_by, brought_at)
         values ($1, $2, $3, sha256('same'), '收据.pdf', 'application/pdf', 10, $4, now())`,
        [countyId, id, unitId, world.people.liaisonA1],
      );
      await test.db.owner.query(`insert into entry_evidence values ($1, $2, $3, 'other', $4, now(), null)`, [
        countyId,
        entry.id,
        id,
        world.people.liaisonA1,
      ]);
    };
    const own = await one({ voucher: '图-1' });
    const away = await report(
      world.as.liaisonB1,
      draft(world.units.b1, { countyId: COUNTY.four, voucher: '图-2', occurredOn: '2021-02-03' }),
    );
    await put(COUNTY.one, world.units.a1, own);
    await put(COUNTY.four, world.units.b1, away);
    await search();
    expect(await of(own)).toMatchObject([
      { code: 'same_file', params: { same: 'file' }, other: null, otherHidden: true },
    ]);
  });

  it('lie within reach, by rule and filter, and rules can be set', async () => {
    const all = await done(four.reviewer.call(contract.suspects, { query: {} }));
    expect(all.codes.map((row) => row.code)).toContain('rule');
    const rounds = await list(four.reviewer, { code: 'round_amount' });
    expect(new Set(rounds.map((row) => row.code))).toEqual(new Set(['round_amount']));
    expect((await list(world.as.officeB)).filter((row) => row.unitId === world.units.a1)).toEqual([]);
    const rule = (by: Caller, body: object, code = 'round_amount') =>
      by.call(contract.setSuspectRule, { params: { code }, body });
    const off = { enabled: false, params: {} };
    expect((await rule(four.reporter, off)).status).toBe(403);
    expect((await rule(four.reviewer, off, 'no_such')).status).toBe(404);
    expect(await rule(four.reviewer, { enabled: true, params: { fromFen: '0' } })).toMatchObject({ status: 422 });
    await done(rule(four.reviewer, off));
    const rules = await done(four.reviewer.call(contract.suspectRules, {}));
    expect(rules.items[0]).toMatchObject({ code: 'round_amount', enabled: false, set: true });
    expect(await codes(await one({ measures: money('50000000'), voucher: '疑-9' }))).toEqual([]);
    await done(rule(four.reviewer, { enabled: true, params: { fromFen: '1000000' } }));
    expect(await codes(await one({ measures: money('1000000'), voucher: '疑-10' }))).toEqual(['round_amount']);
    const posted = await takeTo(world, await one({ measures: money('2000000'), voucher: '疑-11' }), 'posted');
    expect(posted.state).toBe('posted');
  });
});
