import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as evidence from '../../src/contract/evidence.ts';
import { countOf } from '../support/digest.ts';
import { withHouse, type Caller } from '../support/house.ts';
import { makeEntry, makeProvedKind } from '../support/make-entry.ts';
import { jpegOf, pngOf, scene, turn } from '../support/make-photo.ts';
import { makePdf, setText } from '../support/make-pdf.ts';
import { COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let a1: string;
let b1: string;
const county = COUNTY.two;

beforeAll(async () => {
  world = await makeWorld(test);
  await makeProvedKind(test.db.owner);
  a1 = world.units.a1;
  b1 = world.units.b1;
});

const add = (by: Caller, name: string, bytes: Uint8Array, more: Record<string, string> = {}) =>
  by.upload(evidence.addEvidence, name, Buffer.from(bytes), { countyId: county, unitId: a1, ...more });
const photo = (seed: number, size = 400) => jpegOf(scene(seed, size, (size * 3) / 4), 85);
const bring = async (bytes: Uint8Array, name = '照片.jpg') => (await done(add(world.as.cadreA, name, bytes))).evidence;
const entryIn = (state = 'draft', more: { countyId?: string; unitId?: string; number?: string } = {}) =>
  makeEntry(test.db.owner, { countyId: county, unitId: a1, by: world.people.cadreA, state, ...more });
const link = (by: Caller, id: string, entryId: string, demand = 'scene', countyId: string = county) =>
  by.call(evidence.linkEvidence, { params: { countyId, id }, body: { entryId, demand } });
const unlink = (by: Caller, id: string, entryId: string) =>
  by.call(evidence.unlinkEvidence, { params: { countyId: county, id }, body: { entryId } });
const read = (by: Caller, id: string, countyId: string = county) =>
  by.call(evidence.readEvidence, { params: { countyId, id } });
const fileOf = (by: Caller, id: string, query = '') =>
  by.raw({ method: 'GET', url: `/api/evidence/${county}/${id}/file${query}` });

describe('a file and its entries', () => {
  it('proves several; each shows it, and its page shows them all', async () => {
    const { id } = await bring(photo(20));
    const [first, second] = [await entryIn('draft', { number: '2021-451022-000001' }), await entryIn('returned')];
    await done(link(world.as.cadreA, id, first));
    await done(link(world.as.cadreA, id, second, 'other'));
    const page = await done(read(world.as.cadreA, id));
    expect(page.proves.map((use) => [use.entryId, use.demand])).toEqual(
      expect.arrayContaining([
        [first, 'scene'],
        [second, 'other'],
      ]),
    );
    expect(page.proves.find((use) => use.entryId === first)).toMatchObject({
      number: '2021-451022-000001',
      kindName: { zh: '试验类别' },
      unitName: '云帆部产业司',
    });
    expect([page.elsewhere, page.hidden]).toEqual([[], 0]);
    const list = await done(world.as.cadreA.call(evidence.entryEvidence, { params: { countyId: county, id: first } }));
    expect(list).toMatchObject({ items: [{ id, demand: 'scene', others: 1 }], can: { link: true } });
  });

  it('stands under a demand that accepts its kind', async () => {
    const pdf = await bring(makePdf(setText(['另一份回单。'])), '回单.pdf');
    const entry = await entryIn();
    const wrong = await link(world.as.cadreA, pdf.id, entry, 'scene');
    expect([wrong.status, wrong.problems]).toEqual([
      422,
      [
        {
          code: 'evidence.wrong_kind',
          at: 'demand',
          params: { file: '回单.pdf', demand: '现场照片', demandEn: 'Photo of the place' },
        },
      ],
    ]);
    expect((await link(world.as.cadreA, pdf.id, entry, 'nothing_such')).problems[0]?.code).toBe(
      'evidence.unknown_demand',
    );
    await done(link(world.as.cadreA, pdf.id, entry, 'receipt'));
    await done(link(world.as.cadreA, pdf.id, entry, 'other'));
    expect(await countOf(test.db.owner, 'entry_evidence', `entry_id = '${entry}'`)).toBe(1);
  });

  it('is taken off a draft at will, off a submitted one as long as the demand stays met, and off a posted one never', async () => {
    const [one, two] = [await bring(photo(21)), await bring(photo(22))];
    const draft = await entryIn();
    await done(link(world.as.cadreA, one.id, draft));
    await done(unlink(world.as.cadreA, one.id, draft));
    expect((await unlink(world.as.cadreA, one.id, draft)).problems[0]?.code).toBe('evidence.not_tied');
    await done(link(world.as.cadreA, one.id, draft));
    await test.db.owner.query(`update entry set state = 'reported' where id = $1`, [draft]);
    expect((await unlink(world.as.cadreA, one.id, draft)).problems).toEqual([
      { code: 'evidence.demanded', params: { demand: '现场照片', demandEn: 'Photo of the place', least: 1 } },
    ]);
    expect((await link(world.as.cadreA, one.id, draft, 'other')).problems[0]?.code).toBe('evidence.demanded');
    await done(link(world.as.cadreA, two.id, draft));
    await done(unlink(world.as.cadreA, one.id, draft));
    await test.db.owner.query(`update entry set state = 'posted', posted_at = now(), number = 'N1' where id = $1`, [
      draft,
    ]);
    for (const answer of [await unlink(world.as.cadreA, two.id, draft), await link(world.as.cadreA, one.id, draft)])
      expect([answer.status, answer.problems[0]?.code, answer.problems[0]?.params]).toEqual([
        409,
        'evidence.entry_closed',
        { number: 'N1' },
      ]);
    const list = await done(world.as.cadreA.call(evidence.entryEvidence, { params: { countyId: county, id: draft } }));
    expect([list.items.map((item) => item.id), list.can]).toEqual([[two.id], { link: false }]);
  });

  it('of others is neither tied nor taken off, and an entry of others shows nothing', async () => {
    const { id } = await bring(photo(23));
    const entry = await entryIn();
    await done(link(world.as.cadreA, id, entry));
    const foreign = await entryIn('draft', { countyId: COUNTY.four, unitId: b1 });
    for (const by of [world.as.officeB, world.as.cadreB, world.as.countyB]) {
      expect((await link(by, id, entry)).status).toBe(404);
      expect((await unlink(by, id, entry)).status).toBe(404);
      expect((await by.call(evidence.entryEvidence, { params: { countyId: county, id: entry } })).status).toBe(404);
    }
    expect((await link(world.as.cadreA, id, foreign)).status).toBe(404);
    for (const by of [world.as.leaderA, world.as.auditorA]) expect((await unlink(by, id, entry)).status).toBe(403);
    expect((await link(world.as.cadreA, newId(), entry)).status).toBe(404);
  });

  it('is within reach of who reaches an entry that it proves', async () => {
    const one = (await done(add(world.as.officeA, 'a.jpg', photo(24), { unitId: world.units.a }))).evidence;
    expect((await read(world.as.liaisonA1, one.id)).status).toBe(404);
    const entry = await entryIn();
    await done(link(world.as.officeA, one.id, entry));
    expect((await read(world.as.liaisonA1, one.id)).status).toBe(200);
    expect((await fileOf(world.as.liaisonA1, one.id)).statusCode).toBe(200);
    await done(unlink(world.as.officeA, one.id, entry));
    expect((await read(world.as.liaisonA1, one.id)).status).toBe(404);
  });
});

describe('the same photo used twice', () => {
  it('is found though saved again, scaled or turned, in another county; another photo is not', async () => {
    const entries: string[] = [];
    const put = async (bytes: Uint8Array, countyId: string) => {
      const by = world.as.officeA;
      const { evidence: one } = await done(add(by, 'a.jpg', bytes, { countyId }));
      const entry = await entryIn('draft', { countyId });
      await done(link(by, one.id, entry, 'scene', countyId));
      entries.push(entry);
      return one.id;
    };
    const first = await put(jpegOf(scene(40, 800, 600), 92), county);
    await put(jpegOf(scene(40, 500, 375), 45), COUNTY.one);
    await put(jpegOf(turn(scene(40, 640, 480)), 80), COUNTY.shared);
    await put(pngOf(scene(40, 400, 300)), county);
    await put(photo(41), county);
    const page = await done(read(world.as.officeA, first));
    expect(page.elsewhere.map((use) => use.entryId).sort()).toEqual([entries[1], entries[2], entries[3]].sort());
    expect(page.elsewhere.every((use) => use.same === 'photo')).toBe(true);
    expect(page.proves.map((use) => use.entryId)).toEqual([entries[0]]);
    const list = await done(
      world.as.officeA.call(evidence.entryEvidence, { params: { countyId: county, id: entries[0] ?? '' } }),
    );
    expect(list.items[0]?.others).toBe(3);
  });

  it('by another unit out of reach is only counted', async () => {
    const bytes = photo(42);
    const mine = (await done(add(world.as.officeA, 'a.jpg', bytes, { countyId: COUNTY.shared }))).evidence;
    const theirs = (await done(add(world.as.officeB, 'b.jpg', bytes, { countyId: COUNTY.shared, unitId: b1 })))
      .evidence;
    const foreign = await entryIn('draft', { countyId: COUNTY.shared, unitId: b1, number: 'SECRET-7' });
    await done(link(world.as.officeB, theirs.id, foreign, 'scene', COUNTY.shared));
    const page = await done(read(world.as.officeA, mine.id, COUNTY.shared));
    expect([page.elsewhere, page.hidden]).toEqual([[], 1]);
    expect(JSON.stringify(page)).not.toMatch(new RegExp(`SECRET|${foreign}|${theirs.id}|星火`));
    const both = await done(read(world.as.countyB, mine.id, COUNTY.shared));
    expect(both.elsewhere).toMatchObject([
      { entryId: foreign, number: 'SECRET-7', same: 'file', unitName: '星火集团规划部' },
    ]);
    await test.db.owner.query(`update entry set state = 'withdrawn' where id = $1`, [foreign]);
    expect((await done(read(world.as.officeA, mine.id, COUNTY.shared))).hidden).toBe(0);
  });
});
