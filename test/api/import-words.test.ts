import { beforeAll, expect, it } from 'vitest';
import { importOf } from '../../src/acts/exchange/read-imports.ts';
import { refusedMarks } from '../../src/acts/exchange/refused-marks.ts';
import * as contract from '../../src/contract/import.ts';
import { openApi } from '../../src/api/openapi.ts';
import { dayOf } from '../../src/core/kernel/plain-date.ts';
import { loadActor } from '../../src/storage/access/actor.ts';
import { withHouse } from '../support/house.ts';
import { makeXlsx } from '../support/make-xlsx.ts';
import { bringSheet, check, csv } from '../support/sheets.ts';
import { done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;

beforeAll(async () => {
  world = await makeWorld(test);
}, 60_000);

const HEAD = ['受援县', '到账日期', '投入金额（元）', '凭证号', '收款方', '无偿或有偿', '资金或实物'];
const line = (voucher: string, amount = '1000') => [
  '田东县',
  '2021-03-05',
  amount,
  voucher,
  '田东县财政局',
  '无偿',
  '资金',
];

it('a second table below is refused row by row, and what is wrong is said in words with its cell', async () => {
  const other = ['受援县', '到账日期', '引进金额（元）', ...HEAD.slice(3)];
  const id = await bringSheet(world.as.officeA, {
    unitId: world.units.a,
    kind: 'direct_input',
    bytes: csv([HEAD, line('一-1'), line('一-2', '八万'), ['二、引进资金'], other, line('二-1')]),
  });
  const checked = await check(test, world.as.officeA, id);
  expect(checked.counts).toMatchObject({
    rowsIn: 6,
    accepted: 1,
    refused: 2,
    ignored: 3,
    ignoredBecause: { header: 1, note: 1, other_header: 1 },
  });
  const { items } = await done(
    world.as.officeA.call(contract.importRows, { params: { id }, query: { fate: 'refused', lang: 'en' } }),
  );
  expect(items.map(({ row, problems }) => [row, problems.map((one) => [one.cell, one.header, one.message])])).toEqual([
    [3, [['C3', '投入金额（元）', expect.stringContaining('八万')]]],
    [6, [[null, null, expect.stringContaining('row 5')]]],
  ]);
});

it('signs that no database keeps, in a title, a cell that is taken and one that is refused, stop nothing', async () => {
  const text = (said: string) => `<c t="inlineStr"><is><t>${said}</t></is></c>`;
  const sheet = [['标_x0000_题'], HEAD, line('零-1', '1_x0000_000'), line('零-2', '八_xD800_万')];
  const rows = sheet.map((cells) => `<row>${cells.map(text).join('')}</row>`).join('');
  const id = await bringSheet(world.as.officeA, {
    unitId: world.units.a,
    kind: 'direct_input',
    name: '表.xlsx',
    bytes: Buffer.from(makeXlsx({ sheets: [{ name: '_x0000_甲', xml: `<sheetData>${rows}</sheetData>` }] })),
  });
  const checked = await check(test, world.as.officeA, id);
  expect(checked).toMatchObject({ sheetName: '甲', counts: { rowsIn: 4, accepted: 1, refused: 1, ignored: 2 } });
});

it('a refusal by HTTP says its sentence in the language asked for', async () => {
  const ask = (language: string) =>
    world.as.officeA.raw({
      method: 'GET',
      url: '/api/imports/01900000-0000-7000-8000-000000000000',
      headers: { 'accept-language': language },
    });
  const said = async (language: string) =>
    (await ask(language)).json<{ problems: { message: string }[] }>().problems[0]?.message ?? '';
  expect(await said('zh-CN')).toMatch(/\p{Script=Han}/u);
  expect(await said('en-GB,en')).toMatch(/^[A-Z][a-z]/);
});

it('the description of the API names the fields of forms, files as files, and what each code says', () => {
  const api = openApi() as {
    paths: Record<string, Record<string, { summary: string; requestBody?: object; responses: Record<number, object> }>>;
    components: { 'x-problems': Record<string, object> };
  };
  expect(api.paths['/api/imports']?.['post']?.requestBody).toMatchObject({
    content: { 'multipart/form-data': { schema: { required: ['actId', 'id', 'unitId', 'kind', 'file'] } } },
  });
  expect(api.paths['/api/imports/{id}/refused']?.['get']?.responses[200]).toMatchObject({
    content: { 'application/octet-stream': { schema: { format: 'binary' } } },
  });
  expect(api.components['x-problems']['cell.not_money']).toMatchObject({ kind: 'invalid' });
  for (const [path, methods] of Object.entries(api.paths))
    for (const [method, one] of Object.entries(methods)) expect(one.summary, `${method} ${path}`).toContain(' ');
});

it('refused cells are marked each, or, where they are too many, all of a row at once; more rows than that are said', async () => {
  const id = await bringSheet(world.as.officeA, {
    unitId: world.units.a,
    kind: 'direct_input',
    bytes: csv([HEAD, line('多-1', '八万').with(0, '乌有县'), line('多-2'), line('多-3', '九万').with(0, '子虚县')]),
  });
  await check(test, world.as.officeA, id);
  const actor = await loadActor(test.db.app, world.people.officeA, dayOf(test.now), null);
  const found = await importOf(test.house, actor!, id);
  if (!found.ok) throw new Error('no import');
  const marks = (most: number) => refusedMarks(test.house, found.value, 'zh-CN', most);
  const places = (of: Awaited<ReturnType<typeof marks>>) => of?.map(({ row, column }) => [row, column]);
  expect(places(await marks(4))).toEqual([
    [2, 0],
    [2, 2],
    [4, 0],
    [4, 2],
  ]);
  const joined = await marks(3);
  expect(places(joined)).toEqual([
    [2, 0],
    [4, 0],
  ]);
  expect(joined?.[1]?.reason).toMatch(/^A .*子虚县.*\nC .*九万/);
  expect(await marks(1)).toBeNull();
});
