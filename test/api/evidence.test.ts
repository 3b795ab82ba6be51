import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as evidence from '../../src/contract/evidence.ts';
import { countOf, digests } from '../support/digest.ts';
import { withHouse, type Caller } from '../support/house.ts';
import { makeEntry, makeProvedKind } from '../support/make-entry.ts';
import { exifOf, jpegOf, pngOf, scene, turn } from '../support/make-photo.ts';
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

describe('a file that is brought', () => {
  it('is known by its content and keeps its bytes, whatever it is called', async () => {
    const bytes = jpegOf(scene(1, 400, 300), 85, exifOf(1, '2021:06:04 15:30:12'));
    const one = await bring(bytes, '收据.pdf');
    expect(one).toMatchObject({
      kind: 'photo',
      mediaType: 'image/jpeg',
      shown: 'image',
      fileName: '收据.pdf',
      size: bytes.length,
      takenAt: '2021-06-04 15:30:12',
      unitId: a1,
      countyId: county,
      broughtBy: '陈挂',
    });
    expect(one.digest).toMatch(/^[0-9a-f]{64}$/);
    const file = await fileOf(world.as.cadreA, one.id);
    expect(file.rawPayload.equals(bytes)).toBe(true);
  });

  it('again in the same county and unit is the earlier one; for another unit it is its own', async () => {
    const bytes = photo(2);
    const first = await done(add(world.as.cadreA, 'a.jpg', bytes));
    const again = await done(add(world.as.officeA, 'b.jpg', bytes));
    expect([first.again, again.again]).toEqual([false, true]);
    expect(again.evidence).toEqual(first.evidence);
    const other = await done(add(world.as.officeA, 'c.jpg', bytes, { unitId: world.units.a2 }));
    expect(other.again).toBe(false);
    expect(other.evidence.id).not.toBe(first.evidence.id);
  });

  it('by two at once is one, and a repeated act is answered as before', async () => {
    const bytes = photo(3);
    const answers = await Promise.all(
      [world.as.cadreA, world.as.officeA, world.as.cadreA].map((by) => add(by, 'a.jpg', bytes)),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.value.evidence.id)).size).toBe(1);
    expect(answers.filter((answer) => !answer.value.again)).toHaveLength(1);
    const actId = newId();
    const one = await done(add(world.as.cadreA, 'a.jpg', photo(4), { actId }));
    expect(await done(add(world.as.cadreA, 'a.jpg', photo(4), { actId }))).toEqual(one);
    expect((await add(world.as.cadreA, 'a.jpg', photo(5), { actId })).problems[0]?.code).toBe('act.id_used');
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'evidence.not_accepted'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'evidence.not_accepted'],
    ['nothing', '', 'file.empty'],
    [
      'a PDF with a script',
      '%PDF-1.7\n1 0 obj << /Type /Page /AA << /S /JavaScript /JS (x) >> >> endobj\nstartxref\n0\n%%EOF',
      'evidence.active',
    ],
  ])('is refused by its name and reason, and leaves nothing: %s', async (_, words, code) => {
    const before = await digests(test.db.owner);
    const answer = await add(world.as.cadreA, '现场.jpg', Buffer.from(words));
    expect([
      answer.status,
      answer.problems[0]?.code,
      answer.problems[0]?.at,
      answer.problems[0]?.params?.['file'],
    ]).toEqual([422, code, 'file', '现场.jpg']);
    expect(await digests(test.db.owner)).toEqual(before);
  });

  it('is refused when it is too large, with both sizes', async () => {
    const answer = await add(world.as.cadreA, '大.jpg', Buffer.alloc(20 * 1024 * 1024 + 1));
    expect([answer.status, answer.problems]).toEqual([
      422,
      [{ code: 'evidence.too_large', at: 'file', params: { bytes: '21 MB', limit: '20 MB', file: '大.jpg' } }],
    ]);
  });

  it('is refused at the field when the form is wrong, and out of reach when unit or county are', async () => {
    const at = async (more: Record<string, string>, by = world.as.cadreA) =>
      (await add(by, 'a.jpg', photo(6), more)).problems.map((one) => `${one.code} ${one.at ?? ''}`.trim());
    expect(await at({ actId: 'x', unitId: 'y', countyId: 'z' })).toEqual([
      'input.invalid actId',
      'input.invalid unitId',
      'input.invalid countyId',
    ]);
    expect(await at({ countyId: COUNTY.four })).toEqual(['access.missing']);
    expect(await at({ unitId: b1 }, world.as.officeA)).toEqual(['access.missing']);
    expect(await at({ unitId: newId() })).toEqual(['access.missing']);
    expect(await at({ countyId: '999999' }, world.as.officeA)).toEqual(['place.unknown countyId']);
    expect(await at({}, world.as.leaderA)).toEqual(['access.forbidden']);
    expect(await at({}, world.as.cadreB)).toEqual(['access.missing']);
  });
});

describe('the original', () => {
  it('is sent so that nothing in it can run, whatever it is', async () => {
    const picture = await bring(photo(10));
    const seen = await fileOf(world.as.cadreA, picture.id);
    expect(seen.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(seen.headers['content-disposition']).toMatch(/^inline; filename\*=UTF-8''/);
    expect(seen.headers['content-security-policy']).toContain("default-src 'none'");
    expect(seen.headers['content-security-policy']).toContain('sandbox');
    const saved = await fileOf(world.as.cadreA, picture.id, '?download=true');
    expect(saved.headers['content-type']).toBe('application/octet-stream');
    expect(saved.headers['content-disposition']).toMatch(/^attachment/);
    const pdf = await bring(makePdf(setText(['银行回单。'])), '回单.pdf');
    const shown = await fileOf(world.as.cadreA, pdf.id);
    expect(shown.headers['content-type']).toBe('application/pdf');
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    const xml = await bring(Buffer.from('<EInvoice><a/></EInvoice>'), 'a.html');
    expect((await fileOf(world.as.cadreA, xml.id)).headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''a.html",
    });
  });

  it('has a name that breaks out of no header', async () => {
    const one = await bring(photo(11), '../..\\a"\r\nset-cookie: x=1;\u202egpj.jpg');
    const file = await fileOf(world.as.cadreA, one.id);
    expect(file.headers['set-cookie']).toBeUndefined();
    expect(file.headers['content-disposition']).toMatch(/^inline; filename\*=UTF-8''[\w%.~!$&+^`|#-]+$/);
  });

  it('is there for who reaches its unit and county, and missing for all others, also in another county', async () => {
    const { id } = await bring(photo(12));
    for (const key of ['cadreA', 'officeA', 'liaisonA1', 'leaderA', 'auditorA'] as const) {
      expect([key, (await fileOf(world.as[key], id)).statusCode]).toEqual([key, 200]);
      expect([key, (await read(world.as[key], id)).status]).toEqual([key, 200]);
    }
    for (const key of ['officeB', 'cadreB', 'countyA', 'countyB'] as const) {
      const unknown = await read(world.as[key], newId());
      const hidden = await read(world.as[key], id);
      expect([key, hidden.status, hidden.problems]).toEqual([key, unknown.status, unknown.problems]);
      expect([key, (await fileOf(world.as[key], id)).statusCode]).toEqual([key, 404]);
    }
    expect((await read(world.as.officeA, id, COUNTY.one)).status).toBe(404);
    const nobody = await test.app.inject({ method: 'GET', url: `/api/evidence/${county}/${id}/file` });
    expect(nobody.statusCode).toBe(401);
  });
});

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
