import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTable } from '../../../src/core/exchange/find-table.ts';
import { mergeFiller } from '../../../src/core/exchange/merge-filler.ts';
import {
  balances,
  blankBetween,
  countRow,
  newAccount,
  refuseAccepted,
} from '../../../src/core/exchange/row-account.ts';
import { judgeRow } from '../../../src/core/exchange/row-fate.ts';
import type { MergedRange, SheetCell, SheetRow, TableLayout } from '../../../src/core/exchange/types.ts';

/** Rows from lines of cells parted by |; empty is null, digits are numbers. */
const rowsOf = (...lines: string[]): SheetRow[] =>
  lines.flatMap((line, i): SheetRow[] => {
    const cells = line.split('|').map((text): SheetCell => {
      const cell = text.trim();
      return cell === '' ? null : /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
    });
    return cells.every((cell) => cell === null) ? [] : [{ row: i + 1, cells, hidden: false }];
  });

const merge = (top: number, left: number, bottom: number, right: number): MergedRange => ({ top, left, bottom, right });

function layoutOf(rows: SheetRow[], merges: MergedRange[] = []): TableLayout {
  const found = findTable(rows, merges);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const names = (layout: TableLayout): string[] => layout.columns.map(({ name }) => name);

describe('finding the table', () => {
  it('a header in the first row', () => {
    const layout = layoutOf(rowsOf('县|金额（万元）|日期', '青石县|12.5|2021.6', '赤溪县|3|2021.7'));
    expect(layout).toMatchObject({
      headerRows: [1],
      firstDataRow: 2,
      certainty: 'clear',
      titleUnit: null,
      serialColumn: null,
    });
    expect(layout.columns.map(({ unit }) => unit)).toEqual([null, '万元', null]);
  });

  it('two title rows and a blank one before the header (purchase list)', () => {
    const rows = rowsOf(
      '拟采购物资清单',
      '本次采购优先通过平台采购脱贫地区农副产品，具体如下：',
      '',
      '序号|商品名称|商品分类|单位|每人数量|总计数量|是否平台|供应商|备注',
      '1|木耳|干货|斤|2|200|是|青石合作社|',
      '合计||||2|200|||',
    );
    const layout = layoutOf(rows, [merge(1, 0, 1, 8), merge(2, 0, 2, 8)]);
    expect(layout).toMatchObject({ titleRows: [1, 2], headerRows: [4], firstDataRow: 5, serialColumn: 0 });
    expect(judgeRow(layout, rows.at(-1) as SheetRow)).toBe('total');
  });

  it('a title line with the unit, a line with the reporter', () => {
    const layout = layoutOf(
      rowsOf(
        '2021年帮扶资金台账',
        '填报单位：青石县||||单位：万元',
        '序号|项目|金额|时间|备注',
        '1|路|12|2021.5|',
        '2|桥|3.5|2021.6|',
      ),
    );
    expect(layout).toMatchObject({ headerRows: [3], titleUnit: '万元' });
    expect(layout.titles).toEqual(['2021年帮扶资金台账', '填报单位：青石县', '单位：万元']);
  });

  it('three merged levels (village progress)', () => {
    const rows = rowsOf(
      '村名|基础设施|||资金投入情况|||农民人均可支配收入|',
      '|饮水|电力|信息化|财政资金投入(万元)||社会资金投入|绝对值(万元)|增长幅度(%)',
      '|生活饮用水户数(户)|农村电网改造数|宽带(户)|中央/省级投入(万元)|县级投入(万元)|金融投入(万元)||',
      '上河村|120|3|80|12.5|3|0|1.2|8',
    );
    const layout = layoutOf(rows, [
      merge(1, 0, 3, 0),
      merge(1, 1, 1, 3),
      merge(1, 4, 1, 6),
      merge(1, 7, 1, 8),
      merge(2, 4, 2, 5),
      merge(2, 7, 3, 7),
      merge(2, 8, 3, 8),
    ]);
    expect(layout).toMatchObject({ headerRows: [1, 2, 3], firstDataRow: 4, certainty: 'clear' });
    expect(names(layout)).toEqual([
      '村名',
      '基础设施/饮水/生活饮用水户数(户)',
      '基础设施/电力/农村电网改造数',
      '基础设施/信息化/宽带(户)',
      '资金投入情况/财政资金投入(万元)/中央/省级投入(万元)',
      '资金投入情况/财政资金投入(万元)/县级投入(万元)',
      '资金投入情况/社会资金投入/金融投入(万元)',
      '农民人均可支配收入/绝对值(万元)',
      '农民人均可支配收入/增长幅度(%)',
    ]);
    expect(layout.columns.map(({ unit }) => unit)).toEqual([
      null,
      '户',
      null,
      '户',
      '万元',
      '万元',
      '万元',
      '万元',
      '%',
    ]);
  });

  it('two levels of a csv, where nothing is merged', () => {
    const layout = layoutOf(
      rowsOf(
        '序号|县|培训|||采购|',
        '||基层干部|带头人|技术人才|直接购买|帮助销售',
        '1|青石县|30|20|10|5.5|6',
        '2|赤溪县|3|2|1|0.5|0.6',
      ),
    );
    expect(names(layout)).toEqual([
      '序号',
      '县',
      '培训/基层干部',
      '培训/带头人',
      '培训/技术人才',
      '采购/直接购买',
      '采购/帮助销售',
    ]);
    expect(layout).toMatchObject({ headerRows: [1, 2], certainty: 'guessed' });
  });

  it('a table of texts alone has one header row', () => {
    const layout = layoutOf(rowsOf('姓名|单位|职务', '张甲|青石乡|干事', '李乙|赤溪乡|主任', '王丙|白岩乡|干事'));
    expect(layout.headerRows).toEqual([1]);
  });

  it('merged data below the header stays data', () => {
    const rows = rowsOf('县|乡|金额', '青石县|一乡|1', '|二乡|2', '|三乡|3', '赤溪县|四乡|4');
    const layout = layoutOf(rows, [merge(2, 0, 4, 0)]);
    expect(layout.headerRows).toEqual([1]);
    const fill = mergeFiller([merge(2, 0, 4, 0)], layout.firstDataRow);
    const filled = rows.slice(1).map(fill);
    expect(filled.map(({ cells }) => cells[0])).toEqual(['青石县', '青石县', '青石县', '赤溪县']);
    expect(filled.map(({ fromMerge }) => [...fromMerge])).toEqual([[], [0], [0], []]);
    expect([...(filled[0]?.startsMerge ?? [])]).toEqual([0]);
  });

  it('a person may say where the header is', () => {
    const found = findTable(rowsOf('甲|乙', '1|2', '县|额', '青石|3'), [], { headerRows: [3, 3] });
    expect(found.ok && found.value.firstDataRow).toBe(4);
  });

  it.each([[[]], [rowsOf('1|2|3', '4|5|6')], [rowsOf('一份说明，没有表格')]])(
    'finds none where there is none',
    (rows) => {
      const found = findTable(rows, []);
      if (found.ok) expect(found.value.certainty).toBe('guessed');
      else expect(found.problems[0]?.code).toBe('sheet.no_header');
    },
  );

  it('a table that is wider than any ledger is refused with its width', () => {
    const names = Array.from({ length: 16_384 }, (_, i) => `列${i}`);
    expect(findTable([{ row: 1, cells: names, hidden: false }], [])).toMatchObject({
      problems: [{ code: 'sheet.too_many_columns', params: { columns: 16_384, most: 1000 } }],
    });
  });

  it('stands any rows and merges', () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string({ maxLength: 6 }),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom('合计', '序号', '县', '金额（万元）'),
    );
    const sheet = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 20 });
    const range = fc
      .tuple(fc.nat(20), fc.nat(8), fc.nat(4), fc.nat(4))
      .map(([t, l, h, w]) => merge(t + 1, l, t + 1 + h, l + w));
    fc.assert(
      fc.property(sheet, fc.array(range, { maxLength: 6 }), (lines, merges) => {
        const rows = lines.map((cells, i): SheetRow => ({ row: i + 1, cells, hidden: false }));
        const found = findTable(rows, merges);
        if (!found.ok) return;
        const layout = found.value;
        expect(layout.headerRows.length).toBeLessThanOrEqual(3);
        const account = newAccount();
        const fill = mergeFiller(merges, layout.firstDataRow);
        for (const row of rows) {
          fill(row);
          countRow(account, judgeRow(layout, row) ?? 'accepted');
        }
        expect(balances(account)).toBe(true);
        expect(account.rowsIn).toBe(rows.length);
      }),
    );
  });
});

describe('rows that are no data', () => {
  const layout = layoutOf(rowsOf('序号|县|项目|金额|备注', '1|青石县|路|3|', '2|赤溪县|桥|4|'));
  const fate = (line: string, hidden = false): string | null => {
    const [row] = rowsOf(...Array<string>(9).fill(''), line);
    return row === undefined ? 'blank' : judgeRow(layout, { ...row, hidden });
  };
  it.each([
    ['合计|||7|', 'total'],
    ['|合 计||7|', 'total'],
    ['3|小计||7|', 'total'],
    ['青石县合计|||7|', 'total'],
    ['总　计|||7|', 'total'],
    ['填表人：张甲||审核人：李乙||', 'note'],
    ['填表说明：金额按到账填写|', 'note'],
    ['注：以上为初步数|', 'note'],
    ['1、|', null],
    ['备注|', 'note'],
    ['（盖章）|', 'note'],
    ['一、产业帮扶||||', 'note'],
    ['一、产业帮扶|青石县|路|3|', null],
    ['示例|青石县|修路|3|', 'example'],
    ['（示例）|青石县|修路|3|', 'example'],
    ['例：|青石县|修路|3|', 'example'],
    ['例村|青石县|修路|3|', null],
    ['序号|县|项目|金额|备注', 'repeated_header'],
    ['序号|县 |*项目|金额（万元）|备注', 'repeated_header'],
    ['3|青石县|合计收入统计站建设|3|', null],
    ['3|青石县|备注：无|3|', null],
    ['日期牧场|青石县|路|3|', null],
    ['|青石县|路|3|', null],
    [' | ', 'blank'],
  ])('%s: %s', (line, expected) => {
    expect(fate(line)).toBe(expected);
  });

  it('hidden rows, unless they are wanted', () => {
    expect(fate('3|青石县|路|3|', true)).toBe('hidden');
    expect(
      judgeRow(layout, { row: 9, cells: ['3', '青石县', '路', 3], hidden: true }, { readHidden: true }),
    ).toBeNull();
  });

  it('the line that numbers the columns', () => {
    const rows = rowsOf('县|项目|金额|人数', '甲|乙|1|2', '青石县|路|3|4');
    const found = layoutOf(rows);
    expect(judgeRow(found, rows[1] as SheetRow)).toBe('column_numbers');
  });

  it('an account balances', () => {
    const account = newAccount();
    for (const one of ['accepted', 'refused', 'total', 'total', 'accepted'] as const) countRow(account, one);
    countRow(account, 'blank', blankBetween(5, 9));
    expect(account).toEqual({ rowsIn: 8, accepted: 2, refused: 1, ignored: 5, ignoredBecause: { total: 2, blank: 3 } });
    refuseAccepted(account, 2);
    expect(balances(account)).toBe(true);
    expect(balances({ ...account, ignored: 4 })).toBe(false);
  });
});
