import { writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { findTable } from '../../../src/core/exchange/find-table.ts';
import { judgeRow } from '../../../src/core/exchange/row-fate.ts';
import { markWorkbook } from '../../../src/formats/sheet/mark-workbook.ts';
import { readWorkbook } from '../../../src/formats/sheet/read-workbook.ts';
import type { MarkedWorkbook, MarkSpec, Workbook } from '../../../src/formats/sheet/types.ts';
import { gb18030 } from '../../support/gb18030.ts';
import { uglyWorkbook } from '../../support/ugly-workbook.ts';

const spec = (more: Partial<MarkSpec>): MarkSpec => ({ marks: [], author: '帮扶', reasonHeader: '退回原因', ...more });

async function marked(bytes: Uint8Array, name: string, more: Partial<MarkSpec>): Promise<MarkedWorkbook> {
  const result = await markWorkbook(bytes, name, spec(more));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

async function read(bytes: Uint8Array): Promise<Workbook> {
  const result = await readWorkbook(bytes, 'a');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const texts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, new TextDecoder().decode(data)]));

const MARKS: MarkSpec['marks'] = [
  { sheet: 0, row: 6, column: 2, reason: '年份只有两位' },
  { sheet: 0, row: 6, column: 3, reason: '“十二万”不是金额' },
  { sheet: 0, row: 7, column: 4, reason: '人次必填' },
  { sheet: 0, row: 9, column: 4, reason: '不是整数 <40.5>' },
  { sheet: 0, row: 9, column: null, reason: '与第 8 行重复' },
];

describe('the user’s own xlsx back', () => {
  it('keeps what was not touched byte for byte', async () => {
    const before = uglyWorkbook();
    const { bytes } = await marked(before, 'a.xlsx', { marks: MARKS });
    const [old, now] = [unzipSync(before), unzipSync(bytes)];
    for (const name of [
      'xl/worksheets/sheet2.xml',
      'xl/workbook.xml',
      'xl/sharedStrings.xml',
      'xl/calcChain.xml',
      'docProps/custom.bin',
      '[Content_Types].xml',
    ])
      expect(now[name], name).toEqual(old[name]);
    const [a, b] = [texts(before)['xl/worksheets/sheet1.xml'] ?? '', texts(bytes)['xl/worksheets/sheet1.xml'] ?? ''];
    expect(b.slice(0, b.indexOf('<row r="6"'))).toBe(a.slice(0, a.indexOf('<row r="6"')));
    expect(b.slice(b.indexOf('<row r="10"'))).toBe(a.slice(a.indexOf('<row r="10"')));
  });

  it('fills wrong cells red and puts the reasons into comments', async () => {
    const { bytes, unplaced } = await marked(uglyWorkbook(), 'a.xlsx', { marks: MARKS });
    if (process.env.KEEP_MARKED) writeFileSync(process.env.KEEP_MARKED, bytes);
    expect(unplaced).toBe(0);
    const other = await readXlsx(bytes, { readStyles: true });
    const at = (ref: [number, number]) => other.sheets[0]?.cells?.get(ref.join(','));
    for (const ref of [
      [5, 2],
      [5, 3],
      [6, 4],
      [8, 4],
      [8, 0],
    ] as [number, number][])
      expect(JSON.stringify(at(ref)?.style?.fill), ref.join()).toContain('FFC7CE');
    expect(JSON.stringify(at([4, 3])?.style?.fill ?? '')).not.toContain('FFC7CE');
    expect(at([8, 4])?.style?.alignment).toMatchObject({ horizontal: 'center' });
    const comments = texts(bytes)['xl/comments1.xml'] ?? '';
    expect(comments).toContain('待核');
    expect(comments).toContain('\n“十二万”不是金额');
    expect(comments).toContain('不是整数 &lt;40.5&gt;');
    expect(comments.match(/<comment /g)).toHaveLength(6);
    expect((texts(bytes)['xl/drawings/vmlDrawing1.vml'] ?? '').match(/ObjectType="Note"/g)).toHaveLength(6);
  });

  it('empties and hides accepted rows; merges, shared formulas and numbers stay', async () => {
    const { bytes } = await marked(uglyWorkbook(), 'a.xlsx', { marks: MARKS, drop: new Map([[0, new Set([5, 8])]]) });
    const sheet = (await read(bytes)).sheets[0];
    const rows = sheet?.rows ?? [];
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10, 11]);
    expect(rows.find(({ row }) => row === 5)).toEqual({
      row: 5,
      cells: ['青石县', null, null, null, null, { kind: 'error', error: 'uncalculated' }],
      hidden: true,
    });
    expect(sheet?.merges).toHaveLength(6);
    const xml = texts(bytes);
    expect(xml['xl/worksheets/sheet1.xml']).toContain('<f t="shared" ref="F5:F9" si="0">D5/E5</f>');
    expect(xml['xl/worksheets/sheet1.xml']).not.toContain('养殖技术');
    expect(Object.keys(xml)).not.toContain('xl/calcChain.xml');
    expect(xml['[Content_Types].xml']).not.toContain('calcChain');
    expect(xml['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
    const layout = findTable(rows, sheet?.merges ?? []);
    if (!layout.ok) throw new Error('no table');
    expect(rows.filter((row) => judgeRow(layout.value, row) === null).map(({ row }) => row)).toEqual([6, 7, 9]);
  });

  it('makes comments where there were none, and rows that are not there', async () => {
    const { bytes } = await marked(uglyWorkbook(), 'a.xlsx', {
      marks: [
        { sheet: 1, row: 4, column: 1, reason: '缺少' },
        { sheet: 7, row: 1, column: 0, reason: 'x' },
      ],
    });
    const xml = texts(bytes);
    expect(xml['xl/worksheets/sheet2.xml']).toMatch(
      /<row r="4"><c r="B4" s="\d+"\/><\/row><\/sheetData><legacyDrawing [^>]*r:id="rId2"\/><extLst>/,
    );
    expect(xml['xl/worksheets/_rels/sheet2.xml.rels']).toContain('/xl/comments2.xml');
    expect(xml['[Content_Types].xml']).toContain('/xl/comments2.xml');
    expect((await readXlsx(bytes)).sheets).toHaveLength(2);
  });

  it('an html table called xls comes back as xlsx', async () => {
    const html = new TextEncoder().encode(
      '<html><body><table><tr><th>县</th><th>金额</th></tr><tr><td rowspan=2>青石县</td><td>一</td></tr><tr><td>2</td></tr></table></body></html>',
    );
    const { bytes, format } = await marked(html, 'a.xls', {
      marks: [{ sheet: 0, row: 2, column: 1, reason: '不是金额' }],
    });
    expect(format).toBe('xlsx');
    const sheet = (await read(bytes)).sheets[0];
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['县', '金额'],
      ['青石县', '一'],
      [null, '2'],
    ]);
    expect(sheet?.merges).toEqual([{ top: 2, bottom: 3, left: 0, right: 0 }]);
  });
});

describe('the user’s own csv back', () => {
  const lines = ['说明,,', '县,金额,备注', '青石县,1,"好，\n很好"', '赤溪县,一,', '白岩县,"二"'];
  const more: Partial<MarkSpec> = {
    marks: [
      { sheet: 0, row: 4, column: 1, reason: '不是金额' },
      { sheet: 0, row: 4, column: null, reason: '重复' },
      { sheet: 0, row: 5, column: 1, reason: '不是金额，请改' },
    ],
    drop: new Map([[0, new Set([3])]]),
    headerRows: [1, 2],
  };

  it.each([
    ['gb18030', gb18030(lines.join('\r\n'))],
    ['utf-8', new TextEncoder().encode(`\ufeff${lines.join('\r\n')}`)],
    ['utf-16le', new Uint8Array(Buffer.from(`\ufeff${lines.join('\r\n')}`, 'utf16le'))],
  ])('keeps the lines and the encoding: %s', async (encoding, before) => {
    const { bytes, format } = await marked(before, 'a.csv', more);
    expect(format).toBe('csv');
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    expect(text.split('\r\n')).toEqual([
      '说明,,',
      '县,金额,备注,退回原因',
      '赤溪县,一,,金额：不是金额；重复',
      '白岩县,"二",,金额：不是金额，请改',
      '',
    ]);
    expect((await read(bytes)).encoding).toBe(encoding);
  });
});
