import { beforeAll, describe, expect, it } from 'vitest';
import { cancelImport } from '../../src/contract/import.ts';
import { countOf } from '../support/digest.ts';
import { withHouse } from '../support/house.ts';
import { answer, apply, bringSheet, check, csv, rowsOf, shown } from '../support/sheets.ts';
import { done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;

beforeAll(async () => {
  world = await makeWorld(test);
}, 60_000);

const HEAD = ['序号', '受援县', '到账日期', '投入金额（万元）', '凭证号', '收款方', '无偿或有偿', '备注', '资金或实物'];
const line = (n: number, more: (string | number)[] = []) => [
  n,
  '田东县',
  '2021年3月5日',
  `${n}.5`,
  `记-${String(n).padStart(4, '0')}`,
  '田东县财政局',
  '无偿',
  '',
  '资金',
  ...more,
];
const bring = (rows: (string | number)[][], by = world.as.officeA) =>
  bringSheet(by, { unitId: world.units.a, kind: 'direct_input', bytes: csv(rows) });

describe('a table', () => {
  it('is read, checked and becomes entries, each row accounted for', async () => {
    const rows = [
      ['某部2021年直接投入帮扶资金台账'],
      HEAD,
      line(1),
      line(2),
      ['', '不存在县', '2021-03-06', '3', '记-9', '某公司', '无偿', '', '资金'],
      ['', '汪清县', '2021年13月', '三万', '', '某公司', '也许', '', '资金'],
      ['合计', '', '', '8.0'],
    ];
    const id = await bring(rows);
    const read = await shown(world.as.officeA, id);
    expect(read).toMatchObject({ state: 'read', open: [], headerRows: [2], can: { check: true, apply: false } });
    expect(read.columns.map((column) => column.code)).toEqual([
      null,
      'county',
      'occurred_on',
      'amount',
      'voucher',
      'payee',
      'pay_class',
      'note',
      'form',
    ]);
    const checked = await check(test, world.as.officeA, id);
    expect(checked.counts).toMatchObject({ rowsIn: 7, accepted: 2, refused: 2, ignored: 3 });
    expect(checked.counts?.ignoredBecause).toEqual({ title: 1, header: 1, total: 1 });
    expect(checked.counts?.sums).toMatchObject({ amountFen: '4000000', counties: 1 });
    const refused = (await rowsOf(world.as.officeA, id)).filter((row) => row.fate === 'refused');
    expect(refused.map((row) => [row.row, row.problems.map((one) => [one.column, one.code])])).toEqual([
      [5, [[1, 'import.place_unknown']]],
      [
        6,
        [
          [2, 'cell.not_a_date'],
          [3, 'cell.not_money'],
          [6, 'cell.not_in_list'],
          [4, 'ledger.required'],
        ],
      ],
    ]);
    expect(await countOf(test.db.owner, 'entry', 'import_id is not null')).toBe(0);
    const applied = await apply(test, world.as.officeA, id);
    expect(applied).toMatchObject({ state: 'done', counts: { accepted: 2, applied: 2 } });
    const entries = await test.db.owner.query('select * from entry where import_id is not null order by import_row');
    expect(entries.rows).toMatchObject([
      {
        county_id: '451022',
        state: expect.stringMatching(/reported|draft/) as string,
        amount_fen: '1500000',
        occurred_on: '2021-03-05',
        import_row: 3,
      },
      { amount_fen: '2500000', voucher: '记-0002' },
    ]);
    expect(
      await countOf(test.db.owner, 'entry_step', `entry_id in (select id from entry where import_id = '${id}')`),
    ).toBe(2);
  });

  it('brought again, or one that overlaps, changes nothing and says so', async () => {
    const rows = [HEAD, line(1), line(2), line(3)];
    const id = await bring(rows);
    const checked = await check(test, world.as.officeA, id);
    expect(checked.counts).toMatchObject({
      rowsIn: 4,
      accepted: 1,
      refused: 0,
      ignored: 3,
      ignoredBecause: { there: 2, header: 1 },
    });
    const twice = await bring(rows);
    expect((await shown(world.as.officeA, twice)).sameFile).toMatchObject([{ id, state: 'checked', applied: 0 }]);
    await apply(test, world.as.officeA, id, 'all');
    await done(world.as.officeA.call(cancelImport, { params: { id: twice }, body: {} }));
    const again = await bring(rows);
    expect((await shown(world.as.officeA, again)).sameFile).toMatchObject([{ id, state: 'done', applied: 1 }]);
    const all = await check(test, world.as.officeA, again);
    expect(all).toMatchObject({ counts: { accepted: 0, ignored: 4 }, can: { apply: false } });
    const there = (await rowsOf(world.as.officeA, again)).filter((row) => row.because === 'there');
    expect(there.map((row) => row.entry?.number ?? 'draft')).toHaveLength(3);
    expect(await countOf(test.db.owner, 'entry', 'import_id is not null')).toBe(3);
  });

  it('asks for the unit of money and the county where nothing says them', async () => {
    const rows = [
      ['到账日期', '金额', '凭证号', '收款方', '无偿或有偿'],
      ['2021-03-05', '7', '记-77', '某局', '无偿'],
    ];
    const id = await bring(rows);
    const read = await shown(world.as.officeA, id);
    expect(read.open.map((one) => [one.code, one.at])).toEqual([
      ['import.column_missing', 'county'],
      ['import.column_missing', 'form'],
      ['import.money_unit', 'amount'],
    ]);
    const open = await answer(world.as.officeA, id, { moneyUnit: '万元', fixed: { county: '汪清', form: '资金' } });
    expect(open.open).toEqual([]);
    expect(open.preview[1]?.values).toMatchObject({ amount: '7000000', county: '222424' });
    const checked = await check(test, world.as.officeA, id);
    expect(checked.counts).toMatchObject({ accepted: 1 });
  });
});
