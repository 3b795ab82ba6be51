import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as document from '../../src/contract/document.ts';
import * as pairing from '../../src/contract/pairing.ts';
import * as unit from '../../src/contract/unit.ts';
import * as work from '../../src/contract/work.ts';
import { countOf } from '../support/digest.ts';
import { withHouse, type Caller } from '../support/house.ts';
import { report } from '../support/report.ts';
import { accept, bring, COUNTY, done, makeWorld, newEvent, newPosting, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let office: Caller;

beforeAll(async () => {
  world = await makeWorld(test);
  office = world.as.officeA;
});

const newPairing = (countyId: string, more: object = {}) => ({
  id: newId(),
  unitId: world.units.a,
  countyId,
  fromOn: '2000-01-01' as string | null,
  fromPrecision: 'year',
  source: '结对通知（示例）',
  ...more,
});
const add = (body: object) => office.call(pairing.addPairing, { body });
const end = (id: string, toOn: string) => office.call(pairing.endPairing, { params: { id }, body: { toOn } });
const county = async (id: string, by = office) => done(by.call(pairing.readCounty, { params: { id } }));
const problems = (answer: { status: number; problems: { code: string; at?: string }[] }) => [
  answer.status,
  ...answer.problems.map(({ code, at }) => (at === undefined ? code : `${at} ${code}`)),
];

describe('a pairing', () => {
  it('is there once as long as it is open, also when two people record it at once', async () => {
    expect(problems(await add(newPairing(COUNTY.two)))).toEqual([409, 'countyId pairing.exists']);
    const answers = await Promise.all([
      add(newPairing('140724')),
      world.first.call(pairing.addPairing, { body: newPairing('140724') }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.flatMap((answer) => answer.problems).map((one) => one.code)).toEqual(['pairing.exists']);
    expect(await countOf(test.db.owner, 'pairing', `county_id = '140724'`)).toBe(1);
  });

  it('is with a county that there is, and its beginning is said or unknown', async () => {
    expect(problems(await add(newPairing('999999')))).toEqual([422, 'countyId place.unknown']);
    expect(problems(await add(newPairing('1301')))).toEqual([422, 'countyId place.not_a_county']);
    expect(problems(await add(newPairing('140725', { fromOn: null })))).toEqual([422, 'fromOn input.required']);
    expect(problems(await add(newPairing('140725', { fromOn: null, fromPrecision: 'unknown' })))).toEqual([200]);
    expect(problems(await add(newPairing('140726', { unitId: world.units.b })))).toEqual([404, 'access.missing']);
  });

  it('ends once, not before it began, and may begin again after', async () => {
    const body = newPairing('140727');
    await done(add(body));
    expect(problems(await end(body.id, '1999-12-31'))).toEqual([422, 'toOn input.dates_reversed']);
    await done(end(body.id, '2020-12-31'));
    expect(problems(await end(body.id, '2021-01-31'))).toEqual([409, 'pairing.ended']);
    await done(add(newPairing('140727', { fromOn: '2021-03-01', fromPrecision: 'month' })));
    const lines = (await county('140727')).timeline.map((line) => `${line.on ?? ''} ${line.kind}`);
    expect(lines.filter((line) => line.includes('pair'))).toEqual([
      '2000-01-01 paired',
      '2020-12-31 pairing_ended',
      '2021-03-01 paired',
    ]);
    const open = (await done(office.call(pairing.pairings))).items.filter((one) => one.countyId === '140727');
    expect(open).toHaveLength(1);
    const all = (await done(office.call(pairing.pairings, { query: { ended: 'true' } }))).items;
    expect(all.filter((one) => one.countyId === '140727')).toHaveLength(2);
  });
});

describe('a posting', () => {
  const post = (unitId: string, countyId: string, more: object = {}, by = office) =>
    by.call(pairing.addPosting, { body: newPosting(unitId, countyId, more) });

  it('goes to a county that the unit or one above it helps, while it helps', async () => {
    expect(problems(await post(world.units.a1, COUNTY.two))).toEqual([200]);
    expect(problems(await post(world.units.a1, '140728'))).toEqual([422, 'countyId posting.county_not_paired']);
    expect(problems(await post(world.units.b2, COUNTY.five, {}, world.as.officeB))).toEqual([200]);
    expect(problems(await post(world.units.b, COUNTY.five, {}, world.as.officeB))).toEqual([
      422,
      'countyId posting.county_not_paired',
    ]);
    const body = newPairing('140729');
    await done(add(body));
    await done(end(body.id, '2019-12-31'));
    expect(problems(await post(world.units.a, '140729', { fromOn: '2019-05-01' }))).toEqual([200]);
    expect(problems(await post(world.units.a, '140729', { fromOn: '2020-05-01' }))).toEqual([
      422,
      'countyId posting.county_not_paired',
    ]);
  });

  it('may be in a town or village of the county and nowhere else, and ends after it began', async () => {
    const town = (
      await test.db.owner.query<{ id: string }>(
        `select id from place where id like '${COUNTY.two}%' and length(id) = 9 limit 1`,
      )
    ).rows[0]?.id;
    expect(problems(await post(world.units.a, COUNTY.two, { placeId: town, kind: 'first_secretary' }))).toEqual([200]);
    const wrong = { placeId: COUNTY.one, dueOn: '2019-01-01' };
    expect(problems(await post(world.units.a, COUNTY.two, wrong))).toEqual([
      422,
      'placeId place.unknown',
      'dueOn input.dates_reversed',
    ]);
    expect(problems(await post(world.units.a, COUNTY.two, { placeId: `${COUNTY.two}999` }))).toEqual([
      422,
      'place.unknown',
    ]);
  });

  it('is handed over once, to one in the same county, and both stand in the history', async () => {
    const [old, next, elsewhere] = [
      newPosting(world.units.a, COUNTY.shared, { personName: '老周', fromOn: '2019-03-01' }),
      newPosting(world.units.a, COUNTY.shared, { personName: '小吴', fromOn: '2021-03-01' }),
      newPosting(world.units.a, COUNTY.two),
    ];
    for (const body of [old, next, elsewhere]) await done(office.call(pairing.addPosting, { body }));
    const hand = (toOn: string, successorId: string | null) =>
      office.call(pairing.handOver, {
        params: { id: old.id },
        body: { toOn, successorId, handover: '项目台账、联系人名单' },
      });
    expect(problems(await hand('2019-02-28', null))).toEqual([422, 'toOn input.dates_reversed']);
    for (const id of [elsewhere.id, old.id, newId()])
      expect(problems(await hand('2021-02-28', id))).toEqual([404, 'successorId access.missing']);
    await done(hand('2021-02-28', next.id));
    expect(problems(await hand('2021-03-31', null))).toEqual([409, 'posting.ended']);
    const page = await county(COUNTY.shared);
    expect(page.postings.find((one) => one.id === old.id)).toMatchObject({
      toOn: '2021-02-28',
      successorName: '小吴',
      handover: '项目台账、联系人名单',
      can: { handOver: false },
    });
    expect(page.timeline.find((line) => line.kind === 'handed_over')).toMatchObject({
      on: '2021-02-28',
      params: { person: '老周', successor: '小吴' },
    });
    expect(page.postings.map((one) => one.personName)).not.toContain('钱星火');
  });
});

describe("a county's history", () => {
  it('is in order, each line with its source, those of a document with the way to the sentence', async () => {
    const { timeline, place } = await county(COUNTY.one);
    expect(place.name).toBe('灵寿县');
    const days = timeline.map((line) => line.on ?? '');
    expect(days).toEqual([...days].sort());
    for (const line of [...timeline, ...(await county(COUNTY.two)).timeline])
      expect([line.kind, line.source]).not.toEqual([line.kind, '']);
    expect(timeline.find((line) => line.kind === 'paired')).toMatchObject({
      documentId: world.documents.a,
      source: '云帆部第三次材料',
      params: { unit: '云帆部' },
    });
    expect(timeline.find((line) => line.kind === 'delisted')).toMatchObject({ precision: 'year' });
    expect(timeline.find((line) => line.kind === 'meeting')).toMatchObject({
      on: '2021-06-10',
      source: '云帆部第三次材料',
    });
  });

  it('shows the county office the same lines, their unit instead of papers that it does not reach', async () => {
    const page = await county(COUNTY.one, world.as.countyA);
    expect(page.timeline.find((line) => line.kind === 'paired')).toMatchObject({
      documentId: null,
      itemId: null,
      source: '云帆部',
    });
    const facts = (await done(world.as.countyA.call(work.facts, { query: { countyId: COUNTY.one } }))).items;
    expect(facts.length).toBeGreaterThan(0);
    for (const { voucher } of facts) {
      expect(voucher).toMatchObject({ documentId: null, itemId: null, title: null });
      expect(voucher.quote).toContain('2020年');
    }
  });

  it('takes a line from who works there, and takes it back by a further act that stays in the log', async () => {
    const body = newEvent(world.units.aCounty, '县里开了一次会');
    await done(
      world.as.countyA.call(pairing.addCountyEvent, {
        params: { id: COUNTY.one },
        body: { ...body, unitId: world.units.aCounty },
      }),
    );
    expect((await county(COUNTY.one)).timeline.map((line) => line.text)).toContain('县里开了一次会');
    const withdraw = () => world.as.countyA.call(pairing.withdrawCountyEvent, { params: { id: body.id } });
    await done(withdraw());
    expect(problems(await withdraw())).toEqual([409, 'county_event.withdrawn']);
    expect((await county(COUNTY.one)).timeline.map((line) => line.text)).not.toContain('县里开了一次会');
    expect(await countOf(test.db.owner, 'act_log', `subject_id = '${body.id}'`)).toBe(2);
  });

  it('of a county far away has no line of ours, and to who works elsewhere is no county at all', async () => {
    expect((await county('140721')).pairings).toEqual([]);
    expect(problems(await world.as.countyA.call(pairing.readCounty, { params: { id: COUNTY.two } }))).toEqual([
      404,
      'access.missing',
    ]);
    for (const id of ['13', '1301', '130126100', '999999'])
      expect(problems(await office.call(pairing.readCounty, { params: { id } }))).toEqual([404, 'access.missing']);
  });

  it('two units in one county each see their own, and who works in the county sees both', async () => {
    const seen = async (by: Caller) => new Set((await county(COUNTY.shared, by)).pairings.map((one) => one.unitName));
    expect(await seen(office)).toEqual(new Set(['云帆部']));
    expect(await seen(world.as.officeB)).toEqual(new Set(['星火集团']));
    expect(await seen(world.as.countyB)).toEqual(new Set(['云帆部', '星火集团']));
    const events = (await county(COUNTY.shared, world.as.officeB)).timeline.map((line) => line.text);
    expect(events).toContain('星火集团到共同县');
    expect(events).not.toContain('云帆部到共同县');
  });
});

describe('a pairing that a document tells', () => {
  it('is made with it, named after it, left alone where there is one, and withdrawn with it', async () => {
    const id = await bring(office, world.units.a2, report('人事司', '第二十次', '榆社县'), []);
    await accept(office, id, '人事司计划');
    const made = (await done(office.call(pairing.pairings))).items.find((one) => one.documentId === id);
    expect(made).toMatchObject({ countyName: '榆社县', unitName: '云帆部人事司', source: '人事司第二十次材料' });
    const again = await bring(office, world.units.a2, report('人事司', '第二十一次', '榆社县'), []);
    await accept(office, again, '人事司又一计划');
    expect(await countOf(test.db.owner, 'pairing', `document_id = '${again}'`)).toBe(0);
    await done(office.call(document.withdrawDocument, { params: { id }, body: { reason: '重录' } }));
    expect((await done(office.call(pairing.pairings))).items.some((one) => one.documentId === id)).toBe(false);
  });

  it('goes on under the unit that the helping unit went into', async () => {
    await done(
      world.first.call(unit.endUnit, {
        params: { id: world.units.b1 },
        body: { endedOn: '2021-06-01', into: world.units.a1 },
      }),
    );
    const office = world.as.officeA;
    expect((await county(COUNTY.five, office)).pairings.map((one) => one.unitName)).toEqual(['星火集团规划部']);
    expect(
      problems(
        await office.call(pairing.addPosting, {
          body: newPosting(world.units.a1, COUNTY.five, { fromOn: '2021-06-10' }),
        }),
      ),
    ).toEqual([200]);
  });
});
