import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { jobKinds } from '../../src/acts/job/job-kinds.ts';
import { workOnce } from '../../src/acts/job/run-jobs.ts';
import * as contract from '../../src/contract/import.ts';
import { readWorkbook } from '../../src/formats/sheet/read-workbook.ts';
import { countOf } from '../support/digest.ts';
import { afterQueries, dying } from '../support/dying.ts';
import { withHouse } from '../support/house.ts';
import { answer, apply, bringSheet, check, csv, rowsOf, shown, workOff } from '../support/sheets.ts';
import { done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;

beforeAll(async () => {
  world = await makeWorld(test);
}, 60_000);

const HEAD = ['受援县', '到账日期', '投入金额（元）', '凭证号', '收款方', '无偿或有偿', '资金或实物'];
const line = (voucher: string, more: Partial<Record<number, string>> = {}) =>
  ['田东县', '2021-03-05', '1000', voucher, '田东县财政局', '无偿', '资金'].map((cell, i) => more[i] ?? cell);
const bring = (rows: string[][], encoding?: string) =>
  bringSheet(world.as.officeA, {
    unitId: world.units.a,
    kind: 'direct_input',
    bytes: encoding === undefined ? csv(rows) : iconv.encode(csv(rows), encoding),
  });
const entriesOf = async (id: string) =>
  (
    await test.db.owner.query<{ import_row: number; state: string; number: string | null; amount_fen: string }>(
      'select import_row, state, number, amount_fen from entry where import_id = $1 order by import_row',
      [id],
    )
  ).rows;

describe('ugly sheets', () => {
  it('in GB18030, with full-width digits, ids as formulas, units in titles and totals inside', async () => {
    const id = await bring(
      [
        ['某部帮扶资金台账（二〇二一年）'],
        ['', '', '', '', '', '', '单位：万元'],
        ['受援县', '到账时间', '投入金额', '凭证编号', '收款单位', '无偿/有偿', '资金或实物'],
        ['1', '2', '3', '4', '5', '6', '7'],
        [
          '河北省石家庄市灵寿县',
          '２０２１年６月',
          '１２．５',
          '="000123456789012345678"',
          '㐂镇合作社',
          '无偿帮扶资金',
          '资金',
        ],
        ['小计', '', '12.5'],
        ['130126', '20210607', '3万元', '记-2', '某公司', '有偿', '资金'],
        ['填表人：某某', '', '审核人：某某'],
      ],
      'gb18030',
    );
    const checked = await check(test, world.as.officeA, id);
    expect(checked.counts).toMatchObject({ rowsIn: 8, accepted: 2, refused: 0, ignored: 6 });
    expect(checked.counts?.sums?.amountFen).toBe('15500000');
    await apply(test, world.as.officeA, id, 'all');
    const rows = await test.db.owner.query(
      'select voucher, payee, occurred_on, county_id from entry where import_id = $1 order by import_row',
      [id],
    );
    expect(rows.rows).toEqual([
      { voucher: '000123456789012345678', payee: '㐂镇合作社', occurred_on: '2021-06-01', county_id: '130126' },
      { voucher: '记-2', payee: '某公司', occurred_on: '2021-06-07', county_id: '130126' },
    ]);
  });

  it('pasted from a spreadsheet', async () => {
    const id = newId();
    const text = [HEAD, line('贴-1'), line('贴-2', { 2: 'x' })].map((row) => row.join('\t')).join('\n');
    const body = { id, unitId: world.units.a, kind: 'direct_input', text, html: null };
    await done(world.as.officeA.call(contract.pasteImport, { body }));
    const checked = await check(test, world.as.officeA, id);
    expect(checked.counts).toMatchObject({ rowsIn: 3, accepted: 1, refused: 1, ignored: 1 });
    const file = await world.as.officeA.raw({ method: 'GET', url: `/api/imports/${id}/refused` });
    expect(file.statusCode).toBe(200);
    expect(file.body).toContain('不是金额');
  });

  it('with a year only, a unit of no own, a county out of reach', async () => {
    const id = await bringSheet(world.as.cadreA, {
      unitId: world.units.a1,
      kind: 'direct_input',
      bytes: csv([
        [...HEAD, '单位'],
        [...line('近-1'), ''],
        [...line('近-2', { 0: '汪清县' }), ''],
        [...line('近-3', { 1: '2021年' }), ''],
        [...line('近-4'), '星火集团研究院之外'],
      ]),
    });
    const checked = await check(test, world.as.cadreA, id);
    expect(checked.counts).toMatchObject({ rowsIn: 5, accepted: 1, refused: 3, ignored: 1 });
    const codes = (await rowsOf(world.as.cadreA, id)).flatMap((row) => row.problems.map((one) => one.code));
    expect(codes).toEqual(['import.out_of_reach', 'import.only_a_year', 'import.unit_unknown']);
  });
});

describe('the same told twice', () => {
  it('in one sheet: ignored where all is the same, refused where the voucher comes again with something else', async () => {
    const id = await bring([HEAD, line('双-1'), line('双-1'), line('双-1', { 5: '有偿' }), line('双-2')]);
    const checked = await check(test, world.as.officeA, id);
    expect(checked.counts).toMatchObject({
      rowsIn: 5,
      accepted: 2,
      refused: 1,
      ignored: 2,
      ignoredBecause: { twin: 1 },
    });
    const rows = await rowsOf(world.as.officeA, id);
    expect(rows.filter((row) => row.because === 'twin')).toMatchObject([{ row: 3, otherRow: 2 }]);
    expect(rows.filter((row) => row.fate === 'refused')).toMatchObject([
      { row: 4, problems: [{ column: null, code: 'import.same_key', params: { row: 2 } }] },
    ]);
    expect(
      (await world.as.officeA.call(contract.applyImport, { params: { id }, body: { mode: 'all' } })).problems,
    ).toMatchObject([{ code: 'import.has_refused', params: { count: 1 } }]);
    expect(await entriesOf(id)).toEqual([]);
  });

  it('by two people at once: each row comes in once, and the second is told which are there', async () => {
    const rows = [HEAD, ...Array.from({ length: 40 }, (_, n) => line(`同-${n}`))];
    const ids = [await bring(rows), await bring(rows)];
    for (const id of ids) await check(test, world.as.officeA, id);
    for (const id of ids)
      await done(world.as.officeA.call(contract.applyImport, { params: { id }, body: { mode: 'good' } }));
    const work = () => workOnce(test.house, jobKinds, { server: newId() });
    await Promise.all([work(), work()]);
    await workOff(test);
    const ends = await Promise.all(ids.map((id) => shown(world.as.officeA, id)));
    expect(ends.map((one) => one.state)).toEqual(['done', 'done']);
    expect(ends.map((one) => one.counts?.applied).sort()).toEqual([0, 40]);
    for (const { counts } of ends)
      expect(counts?.rowsIn).toBe((counts?.accepted ?? 0) + (counts?.refused ?? 0) + (counts?.ignored ?? 0));
    expect(await countOf(test.db.owner, 'entry', `voucher like '同-%'`)).toBe(40);
  });
});

describe('what comes back', () => {
  it('is the user’s own sheet with reasons, and nothing in it can run', async () => {
    const id = await bring([HEAD, line('好-1'), line('坏-1', { 4: '=HYPERLINK("http://x","y")', 2: '-5' })]);
    await check(test, world.as.officeA, id);
    const file = await world.as.officeA.raw({ method: 'GET', url: `/api/imports/${id}/refused` });
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''/);
    const text = file.rawPayload.toString();
    expect(text).toContain('坏-1');
    expect(text).not.toContain('好-1');
    expect(text).toContain('负数');
    expect(text).not.toMatch(/(^|[,\n])"?=HYPERLINK/);
  });

  it('is a template that goes in as it is, without its example', async () => {
    const file = await world.as.officeA.raw({ method: 'GET', url: '/api/kinds/direct_input/template' });
    const book = await readWorkbook(new Uint8Array(file.rawPayload), '模板.xlsx');
    expect(book.ok).toBe(true);
    const id = await bringSheet(world.as.officeA, {
      unitId: world.units.a,
      kind: 'direct_input',
      name: '模板.xlsx',
      bytes: file.rawPayload,
    });
    const read = await shown(world.as.officeA, id);
    expect(read.open).toEqual([]);
    expect(read.columns.filter((column) => column.code === null).map((column) => column.name)).toEqual(['序号']);
    const checked = await check(test, world.as.officeA, id);
    expect(checked.counts).toMatchObject({ accepted: 0, refused: 0, ignoredBecause: { example: 1 } });
  });
});

describe('an import that is given up', () => {
  it('before it came in leaves nothing, and while it comes in takes back what had come', async () => {
    const early = await bring([HEAD, line('弃-0')]);
    await check(test, world.as.officeA, early);
    await done(world.as.officeA.call(contract.cancelImport, { params: { id: early } }));
    expect(await shown(world.as.officeA, early)).toMatchObject({ state: 'cancelled' });
    expect(await entriesOf(early)).toEqual([]);
    // Two chunks and a bit; the first is in when somebody cancels.
    const rows = [HEAD, ...Array.from({ length: 10_050 }, (_, n) => line(`弃-${n + 1}`))];
    const id = await bring(rows);
    await check(test, world.as.officeA, id);
    await done(world.as.officeA.call(contract.applyImport, { params: { id }, body: { mode: 'good' } }));
    const house = afterQueries(test.house, /^\s*with taken/, 1, async () => {
      await done(world.as.officeA.call(contract.cancelImport, { params: { id } }));
    });
    await workOnce(house, jobKinds, { server: newId() });
    expect(await shown(world.as.officeA, id)).toMatchObject({ state: 'cancelled', counts: { applied: 0 } });
    expect(new Set((await entriesOf(id)).map((row) => row.state))).toEqual(new Set(['withdrawn']));
    // The same rows can come in again.
    const again = await bring(rows.slice(0, 3));
    expect((await check(test, world.as.officeA, again)).counts).toMatchObject({ accepted: 2, ignored: 1 });
  }, 120_000);
});

describe('a server that dies at any point', () => {
  const rows = [
    HEAD,
    ...Array.from({ length: 300 }, (_, n) => line(`亡-${n}`, n % 50 === 7 ? { 2: '坏' } : {})),
    line('亡-1'),
  ];

  it.each([1, 3, 6, 9, 12, 15, 18, 21, 24, 27])(
    'after %i more statements: the books are the same in the end',
    async (n) => {
      const unique = rows.map((row, i) => (i === 0 ? row : row.map((cell, c) => (c === 3 ? `${cell}-${n}` : cell))));
      const id = await bring(unique);
      await done(world.as.officeA.call(contract.checkImport, { params: { id } }));
      await dieAndGoOn(n);
      expect((await shown(world.as.officeA, id)).counts).toMatchObject({
        rowsIn: 302,
        accepted: 294,
        refused: 6,
        ignored: 2,
      });
      await done(world.as.officeA.call(contract.applyImport, { params: { id }, body: { mode: 'good' } }));
      // A crash of the database itself empties the stage, which is not logged.
      if (n % 2 === 0) await test.db.owner.query('truncate import_stage');
      await dieAndGoOn(n);
      expect(await shown(world.as.officeA, id)).toMatchObject({
        state: 'done',
        counts: { accepted: 294, applied: 294, refused: 6, ignored: 2 },
      });
      const entries = await entriesOf(id);
      expect(entries).toHaveLength(294);
      expect(new Set(entries.map((row) => row.import_row)).size).toBe(294);
      expect(
        await countOf(test.db.owner, 'entry_step', `entry_id in (select id from entry where import_id = '${id}')`),
      ).toBe(294);
    },
  );

  /** Works with connections that all break after so many statements, then with whole ones. */
  async function dieAndGoOn(n: number): Promise<void> {
    await workOnce(dying(test.house, n), jobKinds, { server: newId() }).catch(() => undefined);
    await test.db.owner.query(`update job set beat_at = beat_at - interval '1 hour' where state = 'running'`);
    await workOff(test);
  }
});

it('keeps the columns that a person chose for the next time', async () => {
  const head = [...HEAD.slice(0, 4), '钱给了谁', ...HEAD.slice(5)];
  const id = await bring([head, line('忆-1')]);
  const read = await shown(world.as.officeA, id);
  expect(read.columns[4]?.code).toBeNull();
  const mapping = [
    ...read.columns.flatMap(({ column, code }) => (code === null ? [] : [{ column, code }])),
    { column: 4, code: 'payee' },
  ];
  await done(
    world.as.officeA.call(contract.mapImport, { params: { id }, body: { sheet: 0, mapping, options: read.options } }),
  );
  const next = await shown(world.as.officeA, await bring([head, line('忆-2')]));
  expect(next.columns[4]).toMatchObject({ code: 'payee', certainty: 'remembered' });
  const wrong = await world.as.officeA.call(contract.mapImport, {
    params: { id },
    body: { sheet: 0, mapping: null, options: { ...read.options, fixed: { county: '无此县' } } },
  });
  expect([wrong.status, wrong.problems]).toMatchObject([200, []]);
  expect((await answer(world.as.officeA, id, { asDrafts: true })).options.asDrafts).toBe(true);
});
