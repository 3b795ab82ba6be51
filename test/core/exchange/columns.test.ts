import { describe, expect, it } from 'vitest';
import { findTable } from '../../../src/core/exchange/find-table.ts';
import { bareKey, headerKey, headerOf } from '../../../src/core/exchange/header.ts';
import { matchColumns } from '../../../src/core/exchange/match-columns.ts';
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

describe('headers', () => {
  it.each([
    ['*各部门各单位', '各部门各单位', null, true],
    ['金额（万元）', '金额', '万元', false],
    ['务工时间（月）', '务工时间', '月', false],
    ['公益性岗位(月数)', '公益性岗位(月数)', null, false],
    ['地区生产总值(万元)\n—来源公众号【某某】', '地区生产总值', '万元', false],
    ['县(市、区、旗)', '县', null, false],
    ['B92-1姓名', '姓名', null, false],
    ['A70 姓名', '姓名', null, false],
    ['AAC001', 'aac001', null, false],
    ['是否第一书记（是/否）', '是否第一书记', null, false],
    ['培 训\n人 次', '培训人次', null, false],
    ['金额（单位：元）', '金额', '元', false],
    ['金额：万元', '金额', '万元', false],
    ['行政村文化（图书）室个数 （个）', '行政村文化(图书)室个数', '个', false],
    ['风险是否已消除0', '风险是否已消除0', null, false],
    ['中央/省级投入(万元)', '中央/省级投入', '万元', false],
  ])('%s', (text, key, unit, starred) => {
    expect([headerKey(text), headerOf(text).unit, headerOf(text).starred]).toEqual([key, unit, starred]);
  });

  it('brackets may be left out', () => {
    expect(bareKey(headerKey('乡(镇)'))).toBe('乡');
  });
});

describe('matching columns', () => {
  const wanted = [
    { code: 'county', names: ['县'], synonyms: ['县区', '所在县'], required: true },
    { code: 'amount', names: ['金额'], synonyms: ['投入资金', '到账金额'], required: true },
    { code: 'people', names: ['人次'], synonyms: ['培训人次'] },
    { code: 'day', names: ['日期'], synonyms: ['时间'], required: true },
  ];
  const map = (header: string, remembered?: Map<string, string>) =>
    matchColumns(
      layoutOf(rowsOf(header, ...Array<string>(3).fill(header.replace(/[^|]+/g, '1')))).columns,
      wanted,
      remembered,
    );

  it('by name, synonym and likeness; the rest is listed on both sides', () => {
    const mapping = map('序号|县(市、区、旗)|到账金额（万元）|培训总人次|经办人');
    expect(mapping.matches).toEqual([
      { column: 1, code: 'county', certainty: 'exact', by: '县' },
      { column: 2, code: 'amount', certainty: 'synonym', by: '到账金额' },
      { column: 3, code: 'people', certainty: 'similar', by: '培训人次' },
    ]);
    expect(mapping.unmatchedColumns).toEqual([0, 4]);
    expect([mapping.missing, mapping.missingRequired]).toEqual([['day'], ['day']]);
  });

  it('what the sender chose before goes first, also a no', () => {
    const mapping = map(
      '县|金额|拨付数|时间',
      new Map([
        ['拨付数', 'amount'],
        ['时间', ''],
      ]),
    );
    expect(mapping.matches.find(({ code }) => code === 'amount')).toMatchObject({ column: 2, certainty: 'remembered' });
    expect(mapping.missing).toContain('day');
    expect(mapping.unmatchedColumns).toEqual([1, 3]);
  });

  it('several columns of one name are rivals', () => {
    const mapping = map('县|金额|金额|日期');
    expect(mapping.rivals).toEqual([{ code: 'amount', columns: [1, 2] }]);
  });

  it('levels: the same leaf twice is not sure, a path is', () => {
    const rows = rowsOf('县|基层干部||带头人|', '|人次|金额|人次|金额', '青石县|1|2|3|4');
    const { columns } = layoutOf(rows, [merge(1, 0, 2, 0), merge(1, 1, 1, 2), merge(1, 3, 1, 4)]);
    const mapping = matchColumns(columns, [
      { code: 'cadres', names: ['基层干部/人次'], synonyms: [] },
      { code: 'people', names: ['人次'], synonyms: [] },
    ]);
    expect(mapping.matches).toEqual([
      { column: 1, code: 'cadres', certainty: 'exact', by: '基层干部/人次' },
      { column: 3, code: 'people', certainty: 'leaf', by: '人次' },
    ]);
  });
});
