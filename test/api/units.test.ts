import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as document from '../../src/contract/document.ts';
import * as people from '../../src/contract/people.ts';
import * as unit from '../../src/contract/unit.ts';
import * as work from '../../src/contract/work.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import { countOf } from '../support/digest.ts';
import { asPerson, type Caller, withHouse } from '../support/house.ts';
import { report } from '../support/report.ts';
import { accept, bring, COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let first: Caller;
const on = (day: string) => `${day}T02:00:00.000Z` as Instant;
/** The same people on another day: sessions last hours, and so they sign in again. */
const as = (key: keyof World['people']) => asPerson(test, world.people[key]);
const goTo = async (day: string) => {
  test.now = on(day);
  first = await as('first');
};

beforeAll(async () => {
  world = await makeWorld(test);
  first = world.first;
});

const change = (id: string, body: object) =>
  first.call(unit.changeUnit, {
    params: { id },
    body: { shortName: null, reason: null, parentId: world.units.a, ...body },
  });
const end = (id: string, endedOn: string, into: string | null) =>
  first.call(unit.endUnit, { params: { id }, body: { endedOn, into } });
const newUnit = () => ({
  id: newId(),
  kind: 'department',
  name: '新处',
  shortName: null,
  parentId: world.units.a as string | null,
  startedOn: null,
  placeId: null,
});
const read = async (id: string) => done(first.call(unit.readUnit, { params: { id } }));
const codes = (answer: { problems: { code: string; at?: string }[] }) => answer.problems.map((one) => one.code);

describe('a unit', () => {
  it('is renamed from a day on, and was called otherwise before', async () => {
    await done(change(world.units.a1, { validFrom: '2021-07-01', name: '云帆部产业振兴司', reason: '三定规定' }));
    expect((await read(world.units.a1)).name).toBe('云帆部产业司');
    const later = await done(first.call(unit.units, { query: { on: '2021-07-01' } }));
    expect(later.items.find((one) => one.id === world.units.a1)?.name).toBe('云帆部产业振兴司');
    await goTo('2021-07-01');
    const now = await read(world.units.a1);
    expect(now.name).toBe('云帆部产业振兴司');
    expect(now.versions).toMatchObject([
      { validFrom: '2021-07-01', name: '云帆部产业振兴司', reason: '三定规定', parentName: '云帆部' },
      { validFrom: '2018-04-01', name: '云帆部产业司', reason: null },
    ]);
  });

  it('is not changed before its last change, nor twice from the same day', async () => {
    for (const validFrom of ['2021-07-01', '2020-01-01'])
      expect(codes(await change(world.units.a1, { validFrom, name: '又一名' }))).toEqual(['unit.version_exists']);
  });

  it('moves with all below it, and who reaches the new place reaches it from that day', async () => {
    const liaison = async () => (await done((await as('liaisonA1')).call(unit.units))).items.map((one) => one.id);
    expect(await liaison()).not.toContain(world.units.a3);
    await done(change(world.units.a2, { validFrom: '2021-07-05', name: '云帆部人事司', parentId: world.units.a1 }));
    expect(await liaison()).not.toContain(world.units.a2);
    await goTo('2021-07-05');
    expect(await liaison()).toEqual(expect.arrayContaining([world.units.a1, world.units.a2, world.units.a3]));
  });

  it('never stands under itself, directly or by way of others', async () => {
    for (const parentId of [world.units.a1, world.units.a2, world.units.a3]) {
      const answer = await change(world.units.a1, { validFrom: '2021-08-01', name: '圈', parentId });
      expect(answer).toMatchObject({ status: 422, problems: [{ code: 'unit.cycle', at: 'parentId' }] });
    }
  });

  it('two moves at once make no circle either', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [x, y] = [newId(), newId()];
      for (const id of [x, y])
        await done(first.call(unit.addUnit, { body: { ...newUnit(), id, parentId: world.units.b } }));
      const move = (id: string, parentId: string) => change(id, { validFrom: '2021-08-01', name: '动', parentId });
      const answers = await Promise.all([move(x, y), move(y, x)]);
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    }
  });

  it('is set up under one that is there, with a place that exists', async () => {
    const body = {
      id: newId(),
      kind: 'department',
      name: '新处',
      shortName: null,
      parentId: newId(),
      startedOn: null,
      placeId: null,
    };
    expect(await first.call(unit.addUnit, { body })).toMatchObject({
      status: 404,
      problems: [{ code: 'access.missing', at: 'parentId' }],
    });
    const place = { ...body, id: newId(), parentId: world.units.a, placeId: '999999' };
    expect(codes(await first.call(unit.addUnit, { body: place }))).toEqual(['place.unknown']);
    const twice = { ...body, id: world.units.a1, parentId: world.units.a };
    expect((await first.call(unit.addUnit, { body: twice })).status).toBe(409);
  });
});

describe('a unit that ends', () => {
  it('does not leave units below it to nobody', async () => {
    expect(await end(world.units.b1, '2021-07-31', null)).toMatchObject({
      status: 409,
      problems: [{ code: 'unit.has_children' }],
    });
    expect(codes(await end(world.units.b1, '2021-07-31', world.units.b2))).toEqual(['unit.cycle']);
    expect(codes(await end(world.units.b1, '2021-07-31', world.units.b1))).toEqual(['unit.merge_itself']);
    expect(codes(await end(world.units.b2, '2018-03-01', null))).toEqual(['input.dates_reversed']);
  });

  it('goes into another one: its things are reached from there from the next day on, and stay under its name', async () => {
    const office = await as('officeB');
    const id = await bring(office, world.units.b2, report('星火集团研究院', '第一次', '雷波县'), []);
    await accept(office, id, '研究院计划');
    const sees = async (key: 'liaisonA1') => {
      const by = await as(key);
      const meetings = (await done(by.call(work.meetings))).items.map((one) => one.unitName);
      return [meetings.includes('星火集团研究院'), (await by.call(document.readDocument, { params: { id } })).status];
    };
    expect(await sees('liaisonA1')).toEqual([false, 404]);
    await done(end(world.units.b2, '2021-07-10', world.units.a1));
    expect(await sees('liaisonA1')).toEqual([false, 404]);
    await goTo('2021-07-10');
    expect(await sees('liaisonA1')).toEqual([false, 404]);
    await goTo('2021-07-11');
    expect(await sees('liaisonA1')).toEqual([true, 200]);
    expect(await read(world.units.a1)).toMatchObject({
      merged: [{ id: world.units.b2, name: '星火集团研究院', endedOn: '2021-07-10' }],
    });
    const listed = (await done(first.call(unit.units))).items.map((one) => one.id);
    expect(listed).not.toContain(world.units.b2);
    expect((await done(first.call(unit.units, { query: { ended: 'true' } }))).items.map((one) => one.id)).toContain(
      world.units.b2,
    );
  });

  it('is not changed or ended again, and takes no other in', async () => {
    expect(codes(await change(world.units.b2, { validFrom: '2021-09-01', name: '复活' }))).toEqual(['unit.ended']);
    expect(codes(await end(world.units.b2, '2021-09-01', null))).toEqual(['unit.ended']);
    expect(await end(world.units.bCounty, '2021-09-01', world.units.b2)).toMatchObject({
      status: 409,
      problems: [{ code: 'unit.ended', at: 'into' }],
    });
    const body = {
      id: newId(),
      kind: 'department',
      name: '新处',
      shortName: null,
      parentId: world.units.b2,
      startedOn: null,
      placeId: null,
    };
    expect(codes(await first.call(unit.addUnit, { body }))).toEqual(['unit.ended']);
  });
});

describe('a post', () => {
  const newPost = (more: object) => ({
    id: newId(),
    unitId: world.units.a2,
    role: 'liaison',
    title: null,
    fromOn: '2021-08-01',
    toOn: '2021-08-31',
    scope: [],
    ...more,
  });
  const add = (key: keyof World['people'], more: object) =>
    first.call(people.addPost, { params: { id: world.people[key] }, body: { post: newPost(more) } });

  it('counts from its first day to its last', async () => {
    await done(add('past', {}));
    const units = async () => (await (await as('past')).call(unit.units)).status;
    const seen = [];
    for (const day of ['2021-07-31', '2021-08-01', '2021-08-31', '2021-09-01']) {
      test.now = on(day);
      seen.push(await units());
    }
    expect(seen).toEqual([403, 200, 200, 403]);
    await goTo('2021-07-11');
  });

  it('has its days in order, a unit that is there, and a scope', async () => {
    expect(codes(await add('past', { toOn: '2021-07-01' }))).toEqual(['input.dates_reversed']);
    expect(codes(await add('past', { unitId: newId() }))).toEqual(['access.missing']);
    expect(codes(await add('past', { unitId: world.units.b2 }))).toEqual(['unit.ended']);
    expect(codes(await add('past', { role: 'cadre' }))).toEqual(['input.required']);
    expect(codes(await add('past', { scope: [{ unitId: null, placeId: '999999' }] }))).toEqual(['place.unknown']);
  });

  it('of a county office reaches its county by itself', async () => {
    const id = newId();
    await done(add('past', { id, unitId: world.units.aCounty, role: 'county', fromOn: '2021-07-01' }));
    const shown = await done(first.call(people.readPerson, { params: { id: world.people.past } }));
    expect(shown.posts.find((one) => one.id === id)?.scope).toMatchObject([
      { unitId: null, placeId: COUNTY.one, placeName: '灵寿县' },
    ]);
    expect(shown.phone).toBe('138******00');
  });

  it('ends, but not twice, and not before it began', async () => {
    const id = newId();
    await done(add('future', { id, toOn: null }));
    const endPost = (toOn: string) => first.call(people.endPost, { params: { id }, body: { toOn } });
    expect(codes(await endPost('2021-07-31'))).toEqual(['input.dates_reversed']);
    await done(endPost('2021-08-15'));
    expect(codes(await endPost('2021-08-20'))).toEqual(['post.ended']);
    await done(endPost('2021-08-10'));
  });
});

describe('the last operator of everything', () => {
  it('keeps the post and the account, also when two go at once', async () => {
    const second = newId();
    const post = {
      id: newId(),
      unitId: world.units.a,
      role: 'operator',
      title: null,
      fromOn: '2021-07-01',
      toOn: null,
      scope: [],
    };
    await done(
      first.call(people.addPerson, { body: { id: second, name: '第二', phone: null, login: 'second', post } }),
    );
    const own = await test.db.owner.query<{ id: string }>(
      `select id from post where person_id = $1 and role = 'operator'`,
      [world.people.first],
    );
    const endPost = (id: string) => first.call(people.endPost, { params: { id }, body: { toOn: '2021-07-11' } });
    const answers = await Promise.all([endPost(post.id), endPost(own.rows[0]?.id ?? '')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const left = answers[0].status === 200 ? world.people.first : second;
    const by = await asPerson(test, left);
    const disable = await by.call(people.disableAccount, { params: { id: left }, body: { disabled: true } });
    expect(disable).toMatchObject({ status: 409, problems: [{ code: 'post.last_operator' }] });
    expect(await countOf(test.db.owner, 'post', `role = 'operator' and to_on is null`)).toBeGreaterThan(1);
  });

  it('is nobody who is an operator of a part', async () => {
    const open = await test.db.owner.query<{ person_id: string; id: string }>(
      `select person_id, id from post p where role = 'operator' and to_on is null and exists (select from post_scope s where s.post_id = p.id and unit_id is null and place_id is null)`,
    );
    expect(open.rows).toHaveLength(1);
    const by = await asPerson(test, open.rows[0]?.person_id ?? '');
    const answer = await by.call(people.endPost, {
      params: { id: open.rows[0]?.id ?? '' },
      body: { toOn: '2021-07-12' },
    });
    expect(codes(answer)).toEqual(['post.last_operator']);
  });
});
