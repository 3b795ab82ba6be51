import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { findTable } from '../../../src/core/exchange/find-table.ts';
import { judgeRow } from '../../../src/core/exchange/row-fate.ts';
import type { SheetCell } from '../../../src/core/exchange/types.ts';
import { makeTemplate } from '../../../src/formats/sheet/make-template.ts';
import { readWorkbook } from '../../../src/formats/sheet/read-workbook.ts';
import type { OutCell, OutColumn, Workbook, WriteSpec } from '../../../src/formats/sheet/types.ts';
import { csvField } from '../../../src/formats/sheet/write-csv.ts';
import { writeRows } from '../../../src/formats/sheet/write-rows.ts';

async function written(spec: WriteSpec): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeRows(spec)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

async function read(bytes: Uint8Array): Promise<Workbook> {
  const result = await readWorkbook(bytes, 'a');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const texts = (n: number): OutColumn[] => Array.from({ length: n }, (_, i) => ({ header: `列${i}`, type: 'text' }));

/** Rows as they come back: empty ends left out. */
const cut = (row: readonly OutCell[]): SheetCell[] => {
  const out = row.map((cell) => (cell === '' ? null : cell));
  while (out.length > 0 && out.at(-1) === null) out.pop();
  return out;
};

const char = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '县',
      '额',
      '𠮷',
      '㐂',
      '龘',
      'ḿ',
      '€',
      '￥',
      '"',
      "'",
      ',',
      ';',
      '\n',
      ' ',
      '_x0041_',
      '&',
      '<',
      ']]>',
      'a',
      '1',
      '\u3000',
      '中',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
);
/** Without NUL and halves of characters, which are kept nowhere. */
const anyText = fc
  .array(char, { maxLength: 6 })
  .map((parts) =>
    parts.join('').replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''),
  );

/** Without control characters: with them a csv is taken for no text at all. */
const csvText = anyText.map((text) => text.replace(/[\u0000-\u0008\u000b-\u001f]/g, ''));

describe('xlsx written', () => {
  it('any text comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.oneof(anyText, fc.constant(null)), { minLength: 3, maxLength: 3 }), { maxLength: 5 }),
        async (rows) => {
          const bytes = await written({ format: 'xlsx', sheets: [{ name: 'a', columns: texts(3), rows: [rows] }] });
          const back = (await read(bytes)).sheets[0]?.rows.slice(1) ?? [];
          const full = new Map(back.map(({ row, cells }) => [row, cells]));
          rows.forEach((row, i) => expect(full.get(i + 2) ?? []).toEqual(cut(row)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('numbers stay numbers, dates dates, long ids text; nothing is a formula', async () => {
    const columns: OutColumn[] = [
      { header: '证件号', type: 'text' },
      { header: '金额', type: 'money' },
      { header: '人次', type: 'integer' },
      { header: '日期', type: 'date' },
      { header: '月份', type: 'month' },
      { header: '占比', type: 'percent' },
    ];
    const rows: OutCell[][] = [
      ['110101199003070012', '1234.50', 35, '2021-06-07', '2021-06', '85.5'],
      ['=1+1', '12345678901234567.89', '35', '2021-02-30', '2021', null],
    ];
    const bytes = await written({
      format: 'xlsx',
      sheets: [{ name: '台/账', titles: ['2021年台账', '单位：元'], columns, rows: [rows] }],
    });
    const workbook = await read(bytes);
    expect(workbook.sheets[0]?.name).toBe('台 账');
    expect(workbook.sheets[0]?.rows.slice(2).map(({ cells }) => cells)).toEqual([
      columns.map(({ header }) => header),
      [
        '110101199003070012',
        1234.5,
        35,
        { kind: 'date', text: '2021-06-07', shows: 'day' },
        { kind: 'date', text: '2021-06-01', shows: 'month' },
        { kind: 'percent', value: 0.855 },
      ],
      ['=1+1', '12345678901234567.89', 35, '2021-02-30', '2021'],
    ]);
    const other = await readXlsx(bytes);
    expect(other.sheets[0]?.rows[4]?.[0]).toBe('=1+1');
    expect(JSON.stringify(other.sheets[0]?.freezePane)).toContain('3');
    expect(JSON.stringify(other.sheets[0]?.autoFilter)).toContain('A3:F5');
  });

  it('a sheet that is too long goes on in the next', async () => {
    async function* many(): AsyncGenerator<OutCell[][]> {
      for (let at = 0; at < 1_048_600; at += 10_000)
        yield await Promise.resolve(Array.from({ length: Math.min(10_000, 1_048_600 - at) }, (_, i) => [at + i]));
    }
    const bytes = await written({
      format: 'xlsx',
      sheets: [{ name: 'a', columns: [{ header: 'n', type: 'integer' }], rows: many() }],
    });
    const { sheets } = await read(bytes);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['a', 1_048_576],
      ['a 2', 26],
    ]);
    expect(sheets[1]?.rows.at(-1)?.cells).toEqual([1_048_599]);
  });
});

describe('csv written', () => {
  it.each(['utf-8', 'gb18030'] as const)('any text comes back as it was, defused: %s', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(csvText, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        async (drawn) => {
          // GB18030 reads signs of private use, where rare characters once stood, as the characters that they have become.
          const rows =
            encoding === 'utf-8' ? drawn : drawn.map((row) => row.map((text) => text.replace(/[\ue000-\uf8ff]/g, '')));
          const columns = texts(3);
          const bytes = await written({ format: 'csv', encoding, sheets: [{ name: 'a', columns, rows: [rows] }] });
          const all = await readWorkbook(bytes, 'a', { encoding });
          if (!all.ok) throw new Error(JSON.stringify(all.problems));
          const back = new Map(all.value.sheets[0]?.rows.map(({ row, cells }) => [row, cells]));
          const plain = (text: string): string => text.replace(/^'(?=[\s\u00a0]*[=+\-@＝＋－＠]|[\t\r\n])/, '');
          rows.forEach((row, i) =>
            expect((back.get(i + 2) ?? []).map((cell) => plain(typeof cell === 'string' ? cell : ''))).toEqual(
              cut(row).map((cell) => plain(typeof cell === 'string' ? cell : '')),
            ),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-12.5', '-12.5'],
    ['+86 138', "'+86 138"],
    ['-1+2', "'-1+2"],
    ['\t=1', "'\t=1"],
    ['＝1+1', "'＝1+1"],
    [' =1', "' =1"],
    ['甲,乙', '"甲,乙"'],
    ['说"好"', '"说""好"""'],
    ['110101199003070012', '110101199003070012'],
  ])('%j is %j', (text, field) => {
    expect(csvField(text)).toBe(field);
  });

  it('begins with the mark of UTF-8', async () => {
    const bytes = await written({ format: 'csv', sheets: [{ name: 'a', columns: texts(1), rows: [[['青']]] }] });
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('templates', () => {
  const long = Array.from({ length: 80 }, (_, i) => `类别第${i}类`);
  const template = makeTemplate({
    sheetName: '培训',
    title: '培训台账填报模板',
    notes: ['填表说明：带 * 的必填。'],
    columns: [
      {
        header: '县',
        required: true,
        type: 'choice',
        choices: ['青石县', '赤溪县'],
        help: '只填结对的县',
        example: '青石县',
      },
      { header: '日期', required: true, type: 'date', example: '2021-06-07' },
      { header: '金额（万元）', required: false, type: 'money', example: '12.5' },
      { header: '证件号码', required: false, type: 'id' },
      { header: '类别', required: false, type: 'choice', choices: long, example: long[0] ?? '' },
      { header: '是否线上', required: false, type: 'choice', choices: ['是', '否'] },
    ],
  });

  it('is found again by our own reader, and its example is no data', async () => {
    const { sheets } = await read(await template);
    const [first, lists] = sheets;
    const layout = findTable(first?.rows ?? [], first?.merges ?? []);
    if (!layout.ok || first === undefined) throw new Error('no table');
    expect(layout.value).toMatchObject({ headerRows: [3], certainty: 'clear', serialColumn: 0 });
    expect(layout.value.columns.map(({ name, starred, unit }) => [name, starred, unit])).toEqual([
      ['序号', false, null],
      ['县', true, null],
      ['日期', true, null],
      ['金额（万元）', false, '万元'],
      ['证件号码', false, null],
      ['类别', false, null],
      ['是否线上', false, null],
    ]);
    expect(first.rows.map((row) => judgeRow(layout.value, row))).toEqual(['title', 'title', 'header', 'example']);
    expect(lists).toMatchObject({ name: '选项', hidden: true });
    expect(lists?.rows).toHaveLength(80);
  });

  it('has dropdowns, long ones from the hidden sheet, and help in comments', async () => {
    const other = await readXlsx(await template, { readStyles: true });
    const rules = JSON.stringify(other.sheets[0]?.dataValidations);
    for (const part of ['青石县', 'list_1', '是', 'B4:B2004']) expect(rules).toContain(part);
    expect(JSON.stringify(other.namedRanges)).toContain('$A$1:$A$80');
    expect(JSON.stringify([...(other.sheets[0]?.cells?.values() ?? [])])).toContain('只填结对的县');
  });
});
