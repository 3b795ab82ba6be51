import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as figure from '../../src/contract/figure.ts';
import * as indicator from '../../src/contract/indicator.ts';
import * as unit from '../../src/contract/unit.ts';
import { inTransaction } from '../../src/storage/database/transaction.ts';
import { holdPeriods } from '../../src/storage/ledger/period.ts';
import { behindOf as behind, boardOf as board, readOf as read } from '../support/figures-asked.ts';
import { withHouse, type Caller } from '../support/house.ts';
import {
  clearEntries,
  madeEntry,
  makeTestIndicators,
  putEntries,
  reversalOf,
  type MadeEntry,
} from '../support/ledger-made.ts';
import { COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse('2021-06-20T02:00:00.000Z');
let world: World;

beforeAll(async () => {
  world = await makeWorld(test);
  await makeTestIndicators(test.db.app);
});
beforeEach(() => clearEntries(test.db.owner));

const put = (...entries: MadeEntry[]) => putEntries(test.db.owner, world.people.officeA, entries);

describe('a figure', () => {
  it('is the sum of what was posted, and what is on its way stands beside it', async () => {
    const { a1 } = world.units;
    const at = { countyId: COUNTY.two, unitId: a1 };
    await put(
      madeEntry({ ...at, slice: ';pay=free;', amountFen: '1234500' }),
      madeEntry({ ...at, slice: ';pay=lent;', amountFen: '500' }),
      madeEntry({ ...at, slice: ';pay=free;', amountFen: '77', postedAt: null }),
      madeEntry({ ...at, slice: ';pay=free;', amountFen: '9', countedOn: '2020-12-31' }),
      madeEntry({ ...at, kind: 't_goods', amountFen: '11', countyId: COUNTY.shared }),
    );
    const by = world.as.officeA;
    const free = await read(by, 't_free');
    expect(free.figure).toMatchObject({ value: '1234500', transit: '77', version: 1, why: null });
    expect(free.before).toEqual({ period: '2020', value: '9', growth: '13716566.7' });
    expect(free.months[2]).toEqual({ month: '2021-03', value: '1234500', toDate: '1234500' });
    expect(free.months[11]?.toDate).toBe('1234500');
    expect(free.latest?.on).toBe('2021-03-05');
    expect((await read(by, 't_all')).figure.value).toBe('1235011');
    expect((await read(by, 't_sofar')).figure.value).toBe('1235009');
    expect((await read(by, 't_share')).figure.value).toBe('99.95951417004');
    expect((await read(by, 't_all', { period: '2021-Q2' })).figure.value).toBe('0');
    expect((await read(by, 't_all', { period: '2021-01to03', placeId: COUNTY.two })).figure.value).toBe('1235000');
    expect((await read(by, 't_all', { placeId: '45' })).figure.value).toBe('1235000');
    const shown = await board(by);
    expect(shown.sum.map((cell) => cell.value)).toEqual(['1234500', '1235011', '0', '1235009', '99.95951417004']);
    expect(shown.items.map((row) => [row.id, row.cells[1]?.value])).toEqual([
      // Paired by a document, and nothing posted.
      [COUNTY.one, '0'],
      [COUNTY.shared, '11'],
      [COUNTY.two, '1235000'],
    ]);
    expect(shown.items[2]?.cells[0]?.transit).toBe('77');
    expect(await behind(by, 't_all')).toEqual({ sum: '1235011', said: '1235011' });
  });

  it('and its reversal are nothing, and both stand in the list', async () => {
    const entry = madeEntry({ countyId: COUNTY.two, unitId: world.units.a1, slice: ';pay=free;', amountFen: '500' });
    await put(entry, reversalOf(entry, { countedOn: '2021-05-01', postedAt: '2021-05-02T00:00:00.000Z' }));
    expect((await read(world.as.officeA, 't_free')).figure.value).toBe('0');
    const list = await done(
      world.as.officeA.call(figure.figureEntries, { params: { code: 't_free' }, query: { period: '2021' } }),
    );
    expect(list.items.map((one) => one.value)).toEqual(['-500', '500']);
    expect(list).toMatchObject({ sum: '0', count: 0 });
    // Entries of another facet are not behind it, and are not counted as if they were.
    const at = { countyId: COUNTY.two, unitId: world.units.a1 };
    await put(
      madeEntry({ ...at, slice: ';pay=free;', amountFen: '7' }),
      madeEntry({ ...at, slice: ';pay=paid;', amountFen: '9' }),
    );
    const behind = await done(
      world.as.officeA.call(figure.figureEntries, { params: { code: 't_free' }, query: { period: '2021' } }),
    );
    expect(behind.items).toHaveLength(3);
    expect(behind).toMatchObject({ sum: '7', count: 1 });
  });

  it('as known on a day leaves out what was posted later; cited, it says the same for ever', async () => {
    const at = { countyId: COUNTY.two, unitId: world.units.a1, slice: ';pay=free;' };
    await put(madeEntry({ ...at, amountFen: '100', postedAt: '2021-04-01T00:00:00.000Z' }));
    await put(madeEntry({ ...at, amountFen: '30', postedAt: '2021-05-01T00:00:00.000Z' }));
    const by = world.as.officeA;
    const knownOn = '2021-04-15T00:00:00.000Z';
    expect((await read(by, 't_free', { knownOn })).figure.value).toBe('100');
    expect((await board(by, { knownOn })).sum[0]?.value).toBe('100');
    expect(await behind(by, 't_free', { knownOn })).toEqual({ sum: '100', said: '100' });
    const { figureId } = (await read(by, 't_free', { placeId: COUNTY.two })).figure;
    await put(madeEntry({ ...at, amountFen: '7', postedAt: '2021-06-20T02:10:00.000Z', countedOn: '2021-02-01' }));
    test.now = '2021-06-20T02:20:00.000Z' as typeof test.now;
    const cited = await done(by.call(figure.citedFigure, { params: { figureId: figureId ?? '' } }));
    expect(cited).toMatchObject({ figure: { value: '130', figureId }, now: { value: '137', version: 1 }, since: 1 });
    const outside = await world.as.officeB.call(figure.citedFigure, { params: { figureId: figureId ?? '' } });
    expect(outside).toMatchObject({ status: 404, problems: [{ code: 'access.missing' }] });
    test.now = '2021-06-20T02:00:00.000Z' as typeof test.now;
    const tomorrow = (figureId ?? '').replace('20210620', '20210622');
    expect((await by.call(figure.citedFigure, { params: { figureId: tomorrow } })).status).toBe(404);
  });

  it('cannot be cited while entries are being posted, whose moment may have come before', async () => {
    const by = world.as.officeA;
    const cited = async () => (await read(by, 't_free', { placeId: COUNTY.two })).figure;
    await inTransaction(test.db.app, async (tx) => {
      await holdPeriods(tx, 'shared');
      expect(await cited()).toMatchObject({ figureId: null, notCited: 'posting' });
    });
    expect(await cited()).toMatchObject({ figureId: expect.stringMatching(/^t_free\.v1\./) as string, notCited: null });
  });

  it('of a stock is the newest month that has entries; persons are counted once', async () => {
    const at = { countyId: COUNTY.two, unitId: world.units.a1 };
    const old = madeEntry({ ...at, kind: 't_land', quantity: '5.5', countedOn: '2020-11-01' });
    const wrong = madeEntry({ ...at, kind: 't_land', quantity: '99', countedOn: '2021-02-01' });
    await put(
      old,
      wrong,
      reversalOf(wrong),
      madeEntry({ ...at, kind: 't_land', quantity: '2', unitId: world.units.a2, countedOn: '2021-01-01' }),
    );
    expect((await read(world.as.officeA, 't_land_left')).figure.value).toBe('7.5');
    const classes = [1, 2].map(() => madeEntry({ ...at, kind: 't_class', people: 2, personTimes: 3 }));
    await put(...classes);
    for (const [i, entry] of classes.entries())
      await test.db.owner.query(
        `insert into entry_person (county_id, entry_id, seq, name, id_hash, times, removed_at, posted_at, kind, counted_on, unit_id, slice)
         select e.county_id, e.id, n, '某人', hash, 1, removed, e.posted_at, e.kind, e.counted_on, e.unit_id, e.slice from entry e,
           (values (1, '\\x01'::bytea, null::timestamptz), (2, $3, null), (3, '\\x09', now())) p (n, hash, removed) where e.county_id = $1 and e.id = $2`,
        [entry.countyId, entry.id, Buffer.from([7 + i])],
      );
    expect((await read(world.as.officeA, 't_persons')).figure.value).toBe('3');
    expect((await read(world.as.officeA, 't_times')).figure.value).toBe('6');
    expect((await board(world.as.officeA, { codes: 't_persons' })).sum[0]).toMatchObject({
      value: null,
      why: 'not_counted',
    });
  });
});

describe('a figure of a document', () => {
  it('stands beside ours of the counties that it names', async () => {
    const named = [COUNTY.two, COUNTY.shared];
    const { rows } = await test.db.owner.query<{ id: string }>(
      `insert into fact (id, unit_id, document_id, item_id, value, unit, exact, plain_unit, what, from_on, to_on, planned, quote, recorded_at)
       select $2, $1, document_id, item_id, '1.2', '万元', '12000', '元', '试用资金', '2021-01-01', '2021-12-31', false, '两县试用资金1.2万元', now()
       from fact limit 1 returning id`,
      [world.units.a, newId()],
    );
    await test.db.owner.query('insert into fact_place (fact_id, place_id) select $1, unnest($2::text[])', [
      rows[0]?.id,
      named,
    ]);
    const unitId = world.units.a1;
    const told = [COUNTY.one, ...named].map((countyId, i) =>
      madeEntry({ countyId, unitId, amountFen: String(10 ** i * 10_000) }),
    );
    await put(...told);
    const beside = async (by: Caller, query = {}) =>
      (await read(by, 't_all', query)).facts.map(({ verdict, why, ours, by: more }) => ({ verdict, why, ours, more }));
    const both = { verdict: 'equal', why: null, ours: '1100000', more: '-100000' };
    expect(await beside(world.as.officeA)).toEqual([{ ...both, verdict: 'differs' }]);
    await put(madeEntry({ countyId: COUNTY.shared, unitId, amountFen: '98000' }));
    expect(await beside(world.as.officeA, { placeId: COUNTY.two })).toEqual([
      { ...both, ours: '1198000', more: '-2000' },
    ]);
    // Of a part of its year the fact is told, and nothing of ours, which would be of another time.
    const other = { verdict: 'not_comparable', why: 'period', ours: null, more: null };
    expect(await beside(world.as.officeA, { period: '2021-03' })).toEqual([other]);
    expect(await beside(world.as.officeA, { placeId: COUNTY.two, period: '2021-03' })).toEqual([other]);
  });
});

describe('units', () => {
  it('count with all below them, once each, and a merged one under its heir, no roll-up rewritten', async () => {
    const { a, a1, a2, a3 } = world.units;
    const fen = { [a]: 1, [a1]: 10, [a2]: 100, [a3]: 1000 };
    await put(
      ...Object.entries(fen).map(([unitId, n]) => madeEntry({ countyId: COUNTY.two, unitId, amountFen: String(n) })),
    );
    const rows = async () => {
      const { items: list, sum } = await board(world.as.officeA, { level: 'unit', codes: 't_all' });
      const told = Object.fromEntries(list.map((row) => [row.direct ? 'direct' : row.id, row.cells[0]?.value]));
      expect(list.reduce((all, row) => all + BigInt(row.cells[0]?.value ?? '0'), 0n)).toBe(
        BigInt(sum[0]?.value ?? '-1'),
      );
      return told;
    };
    expect(await rows()).toMatchObject({ direct: '1', [a1]: '10', [a2]: '1100' });
    expect((await read(world.as.officeA, 't_all', { unitId: a2 })).figure.value).toBe('1100');
    await done(world.first.call(unit.endUnit, { params: { id: a3 }, body: { endedOn: '2021-05-31', into: a1 } }));
    expect(await rows()).toMatchObject({ direct: '1', [a1]: '1010', [a2]: '100' });
    expect((await read(world.as.officeA, 't_all', { unitId: a1 })).figure.value).toBe('1010');
    const before = { unitId: a2, knownOn: '2021-05-01T00:00:00.000Z' };
    expect((await read(world.as.officeA, 't_all', before)).figure.value).toBe('1100');
  });
});

describe('targets', () => {
  const set = (by: Caller, more: object) =>
    by.call(indicator.setTarget, {
      body: {
        id: newId(),
        indicator: 't_all',
        year: 2021,
        unitId: world.units.a,
        countyId: null,
        value: '200',
        planItemId: null,
        ...more,
      },
    });

  it('stand beside the figure; completion is not capped, and the day is told', async () => {
    const at = { countyId: COUNTY.two, unitId: world.units.a1 };
    await put(
      madeEntry({ ...at, amountFen: '150', countedOn: '2021-02-03' }),
      madeEntry({ ...at, amountFen: '60', countedOn: '2021-03-08' }),
      madeEntry({ ...at, amountFen: '-20', countedOn: '2021-03-09' }),
      madeEntry({ ...at, amountFen: '40', countedOn: '2021-03-20' }),
      madeEntry({ ...at, amountFen: '170', countedOn: '2021-05-20' }),
    );
    await done(set(world.as.officeA, {}));
    await done(set(world.as.officeA, { countyId: COUNTY.two, value: '80' }));
    const { figure: all } = await read(world.as.officeA, 't_all');
    expect(all).toMatchObject({
      value: '400',
      target: '200',
      completion: '200.0',
      reached: '2021-03',
      reachedOn: '2021-03-20',
    });
    const shown = await board(world.as.officeA, { codes: 't_all' });
    expect(shown.items.find((row) => row.id === COUNTY.two)?.cells[0]).toMatchObject({
      target: '80',
      completion: '500.0',
      reached: '2021-02',
    });
    expect((await board(world.as.officeA, { codes: 't_all', period: '2021-Q1' })).sum[0]?.target).toBeNull();
    expect(await set(world.as.officeA, {})).toMatchObject({ status: 409, problems: [{ code: 'target.exists' }] });
    const { items } = await done(world.as.officeA.call(indicator.targets, { query: { year: '2021' } }));
    const total = items.find((one) => one.countyId === null);
    test.now = '2021-06-20T02:20:00.000Z' as typeof test.now;
    await done(
      world.as.officeA.call(indicator.withdrawTarget, { params: { id: total?.id ?? '' }, body: { reason: '写错' } }),
    );
    expect((await read(world.as.officeA, 't_all')).figure.target).toBe('80');
    expect((await read(world.as.officeA, 't_all', { knownOn: '2021-06-20T02:10:00.000Z' })).figure.target).toBe('200');
    test.now = '2021-06-20T02:00:00.000Z' as typeof test.now;
    expect(await set(world.as.officeB, {})).toMatchObject({ status: 404 });
    expect(await set(world.as.leaderA, {})).toMatchObject({ status: 403 });
    expect(await set(world.as.officeA, { value: '-1' })).toMatchObject({
      status: 422,
      problems: [{ code: 'target.negative' }],
    });
  });
});
