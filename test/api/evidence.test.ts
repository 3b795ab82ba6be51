import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { refusalPage } from '../../src/api/refusal-page.ts';
import * as evidence from '../../src/contract/evidence.ts';
import { digests } from '../support/digest.ts';
import { withHouse, type Caller } from '../support/house.ts';
import { exifOf, jpegOf, scene } from '../support/make-photo.ts';
import { makePdf, setText } from '../support/make-pdf.ts';
import { COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let a1: string;
let b1: string;
const county = COUNTY.two;

beforeAll(async () => {
  world = await makeWorld(test);
  a1 = world.units.a1;
  b1 = world.units.b1;
});

const add = (by: Caller, name: string, bytes: Uint8Array, more: Record<string, string> = {}) =>
  by.upload(evidence.addEvidence, name, Buffer.from(bytes), { countyId: county, unitId: a1, ...more });
const photo = (seed: number, size = 400) => jpegOf(scene(seed, size, (size * 3) / 4), 85);
const bring = async (bytes: Uint8Array, name = '照片.jpg') => (await done(add(world.as.cadreA, name, bytes))).evidence;
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

  it('that a browser went to by itself is refused on a page, not as bare data', async () => {
    const url = `/api/evidence/${county}/${newId()}/file`;
    const headers = { 'sec-fetch-mode': 'navigate', 'accept-language': 'zh-CN' };
    const page = await test.app.inject({ method: 'GET', url, headers });
    expect(page.statusCode).toBe(401);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toContain('<p>请先登录。</p>');
    expect(page.body).not.toContain('problems');
    expect(refusalPage(['<img src=x> & "so"'], 'en')).toContain('<p>&lt;img src=x&gt; &amp; &quot;so&quot;</p>');
  });
});
