import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../../../src/core/exchange/types.ts';
import { readPasted } from '../../../src/formats/sheet/read-pasted.ts';
import { readRows } from '../../../src/formats/sheet/read-rows.ts';
import { readWorkbook } from '../../../src/formats/sheet/read-workbook.ts';
import type { Workbook } from '../../../src/formats/sheet/types.ts';
import { UnreadableSheet } from '../../../src/formats/sheet/unreadable-sheet.ts';
import { sheetFile, utf8 } from '../../support/bytes.ts';
import { gb18030 } from '../../support/gb18030.ts';
import { makeXlsx } from '../../support/make-xlsx.ts';
import { uglyWorkbook } from '../../support/ugly-workbook.ts';

async function read(bytes: Uint8Array, name = 'a.xlsx'): Promise<Workbook> {
  const result = await readWorkbook(bytes, name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

async function problem(bytes: Uint8Array, name = 'a.xlsx'): Promise<string> {
  const result = await readWorkbook(bytes, name);
  return result.ok ? 'read' : (result.problems[0]?.code ?? '');
}

const cells = (workbook: Workbook, sheet = 0): SheetCell[][] =>
  workbook.sheets[sheet]?.rows.map((row) => row.cells) ?? [];

const STRINGS =
  '<si><t>漢字</t><rPh sb="0" eb="2"><t>カンジ</t></rPh></si><si><r><t xml:space="preserve">富 </t></r><r><rPr><b/></rPr><t>文本</t></r></si><si><t>行_x000D_换&#10;𠮷㐂 _x005F_x0041_</t></si><si/><si><t><![CDATA[a<b]]>&amp;c</t></si>';

const sheet = (body: string, before = '', after = ''): string => `${before}<sheetData>${body}</sheetData>${after}`;
const one = (body: string, more: Partial<Parameters<typeof makeXlsx>[0]> = {}): Uint8Array =>
  makeXlsx({ sheets: [{ name: '表', xml: sheet(body) }], strings: STRINGS, ...more });

describe('xlsx', () => {
  it('strings: shared, inline, rich, with reading aids, escapes, marked text', async () => {
    const bytes = one(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="inlineStr"><is><t>内</t></is></c><c r="G1" t="inlineStr"><is><r><t>联</t></r><r><t xml:space="preserve"> 文</t></r></is></c></row>',
    );
    expect(cells(await read(bytes))).toEqual([
      ['漢字', '富 文本', '行\r换\n𠮷㐂 _x0041_', null, 'a<b&c', '内', '联 文'],
    ]);
  });

  it('numbers and what their formats show', async () => {
    const bytes = one(
      '<row r="2"><c r="A2" s="1"><v>44354</v></c><c r="B2" s="2"><v>44354</v></c><c r="C2" s="3"><v>44354.5</v></c><c r="D2" s="4"><v>123</v></c><c r="E2" s="5"><v>0.85</v></c><c r="F2" s="6"><v>3</v></c><c r="G2" s="7"><v>44354</v></c><c r="H2"><v>1.23E+17</v></c><c r="I2"><v>0.30000000000000004</v></c><c r="J2" t="d"><v>2021-06-07T00:00:00</v></c><c r="K2" s="1"><v>59</v></c></row>',
    );
    expect(cells(await read(bytes))).toEqual([
      [
        { kind: 'date', text: '2021-06-07', shows: 'day' },
        { kind: 'date', text: '2021-06-07', shows: 'month' },
        { kind: 'date', text: '2021-06-07T12:00:00', shows: 'day' },
        '000123',
        { kind: 'percent', value: 0.85 },
        3,
        { kind: 'date', text: '2021-06-07', shows: 'month' },
        1.23e17,
        0.30000000000000004,
        { kind: 'date', text: '2021-06-07', shows: 'day' },
        { kind: 'date', text: '1900-02-28', shows: 'day' },
      ],
    ]);
  });

  it('the 1904 system counts from another day', async () => {
    const bytes = one('<row r="1"><c r="A1" s="1"><v>42892</v></c></row>', { date1904: true });
    expect(cells(await read(bytes))).toEqual([[{ kind: 'date', text: '2021-06-07', shows: 'day' }]]);
  });

  it('formulas give their stored values, errors and missing ones say so', async () => {
    const bytes = one(
      '<row r="1"><c r="A1"><f>1/0</f></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="str"><f>A1</f><v>缓存</v></c><c r="D1" t="str"><f>A1</f><v></v></c><c r="E1" t="b"><v>1</v></c><c r="F1"><f>1+1</f><v>2</v></c></row>',
    );
    expect(cells(await read(bytes))).toEqual([
      [{ kind: 'error', error: 'uncalculated' }, { kind: 'error', error: '#DIV/0!' }, '缓存', null, true, 2],
    ]);
  });

  it('hidden rows, columns and sheets; merges; numbers of rows and cells left out; a prefix', async () => {
    const bytes = makeXlsx({
      sheets: [
        {
          name: '隐 &amp; 藏',
          state: 'veryHidden',
          xml: sheet(
            '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5" hidden="1"><c r="B5"><v>3</v></c></row><row><c><v>4</v></c></row>',
            '<cols><col min="2" max="3" hidden="1"/></cols>',
            '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
          ),
        },
      ],
      extra: {},
    });
    const workbook = await read(bytes);
    expect(workbook.sheets[0]).toMatchObject({
      name: '隐 & 藏',
      hidden: true,
      merges: [{ top: 1, bottom: 2, left: 0, right: 1 }],
      hiddenColumns: [1, 2],
    });
    expect(workbook.sheets[0]?.rows).toEqual([
      { row: 1, cells: [1, 2], hidden: false },
      { row: 5, cells: [null, 3], hidden: true },
      { row: 6, cells: [4], hidden: false },
    ]);
    const prefixed = makeXlsx({
      sheets: [{ name: 'x', xml: '' }],
      extra: {
        'xl/worksheets/sheet1.xml':
          '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>前缀</x:t></x:is></x:c><x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>',
      },
    });
    expect(cells(await read(prefixed))).toEqual([['前缀', 7]]);
  });

  it('no character is lost where pieces are cut: 30 000 rows of rare Chinese', async () => {
    const row = (n: number): string =>
      `<row r="${n}"><c r="A${n}" t="inlineStr"><is><t>𠮷㐂龘靐齉${n}</t></is></c></row>`;
    const bytes = one(Array.from({ length: 30_000 }, (_, i) => row(i + 1)).join(''));
    const all = cells(await read(bytes));
    expect(all).toHaveLength(30_000);
    expect(all.every(([text], i) => text === `𠮷㐂龘靐齉${i + 1}`)).toBe(true);
  });

  it('reads the same as another reader', async () => {
    const mine = await read(uglyWorkbook());
    const other = await readXlsx(uglyWorkbook());
    const plain = (cell: unknown): unknown =>
      cell === '' || cell === undefined ? null : cell instanceof Date ? cell.toISOString().slice(0, 10) : cell;
    for (const [index, { rows }] of mine.sheets.entries())
      for (const { row, cells: here } of rows)
        for (const [column, cell] of here.entries()) {
          const shown = typeof cell === 'object' && cell?.kind === 'date' ? cell.text : cell;
          expect(plain(other.sheets[index]?.rows[row - 1]?.[column]), `${row}:${column}`).toEqual(shown);
        }
  });
});

describe('xls', () => {
  it('strings, formats, the 1904 system, hidden rows and columns, merges (written by LibreOffice)', async () => {
    const { sheets, format } = await read(sheetFile('odd.xls'), 'odd.xls');
    expect(format).toBe('xls');
    expect(sheets[0]).toMatchObject({
      name: '表&1',
      merges: [{ top: 1, bottom: 2, left: 0, right: 1 }],
      hiddenColumns: [2],
    });
    expect(sheets[0]?.rows[0]).toEqual({
      row: 1,
      cells: ['漢字', '富 文本', '行\n换\n𠮷㐂 _x0041_', '内联'],
      hidden: true,
    });
    expect(sheets[0]?.rows[1]?.cells.slice(0, 6)).toEqual([
      { kind: 'date', text: '2021-09-23', shows: 'day' },
      { kind: 'date', text: '2021-09-23', shows: 'month' },
      { kind: 'date', text: '2021-09-23T12:00:00', shows: 'day' },
      '000123',
      { kind: 'percent', value: 0.85 },
      3,
    ]);
    expect(sheets[0]?.rows[2]?.cells.slice(1, 6)).toEqual([
      { kind: 'error', error: '#DIV/0!' },
      '漢字',
      true,
      1.23e17,
      0.30000000000000004,
    ]);
  });

  it('says the same as the xlsx that it was saved from', async () => {
    const [a, b] = [await read(sheetFile('ugly.xls'), 'a.xls'), await read(uglyWorkbook())];
    const texts = (workbook: Workbook): unknown =>
      workbook.sheets.map(({ rows }) => rows.map(({ row, cells: own }) => [row, own.slice(0, 5)]));
    expect(texts(a)).toEqual(texts(b));
    const places = (workbook: Workbook): string[] =>
      (workbook.sheets[0]?.merges ?? []).map((m) => JSON.stringify([m.top, m.left, m.bottom, m.right])).sort();
    expect(places(a)).toEqual(places(b));
  });

  it('a password says so', async () => {
    const bytes = sheetFile('odd.xls');
    const at = Buffer.from(bytes).indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]));
    bytes[at] = 0x2f;
    expect(await problem(bytes, 'a.xls')).toBe('sheet.encrypted');
  });
});

describe('csv', () => {
  const text = '县,金额,备注\r\n青石县,"1,234.5","好，""很好""\n二行"\r\n,,\r\n赤溪县,="00123",\r\n';
  const expected = [
    ['县', '金额', '备注'],
    ['青石县', '1,234.5', '好，"很好"\n二行'],
    ['赤溪县', '="00123"'],
  ];
  it.each([
    ['utf-8', utf8(text)],
    ['utf-8', utf8(`\ufeff${text}`)],
    ['gb18030', gb18030(text)],
    ['utf-16le', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['utf-16be', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())],
  ])('%s', async (encoding, bytes) => {
    const workbook = await read(bytes, '台账.csv');
    expect(workbook).toMatchObject({ format: 'csv', encoding, separator: ',' });
    expect(cells(workbook)).toEqual(expected);
    expect(workbook.sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 2, 4]);
    expect(workbook.sheets[0]?.name).toBe('台账');
  });

  it.each([
    [';', '县;金额\n青石县;1,5\n赤溪县;2,5'],
    ['\t', '县\t金额\n青石县\t1,234\n赤溪县\t2'],
    ['|', '县|金额\n青石县|1\n'],
    [';', 'sep=;\n县;金额\n青石县;1'],
    [',', '县,金额'],
  ])('separator %j', async (separator, body) => {
    const workbook = await read(utf8(body));
    expect(workbook.separator).toBe(separator);
    expect(cells(workbook)[0]).toEqual(['县', '金额']);
  });

  it('quotes inside a bare cell are characters; text behind a quoted one is kept', async () => {
    expect(cells(await read(utf8('a,5"管,"甲"乙\n,,"x"\n')))).toEqual([
      ['a', '5"管', '甲乙'],
      [null, null, 'x'],
    ]);
  });

  it('four bytes of GB18030, cut anywhere', async () => {
    const rare = Uint8Array.of(0x82, 0x35, 0x87, 0x38);
    const line = [...gb18030('县,'), ...rare, ...gb18030('\n')];
    const all = Uint8Array.from(Array.from({ length: 20_000 }, () => line).flat());
    const split = async function* (): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < all.length; at += 65_537) yield Promise.resolve(all.subarray(at, at + 65_537));
    };
    const source = await readRows(split(), 'a.csv');
    if (!source.ok) throw new Error('unread');
    let n = 0;
    for await (const batch of source.value.batches(0))
      for (const row of batch) if (row.cells[1] === new TextDecoder('gb18030').decode(rare)) n += 1;
    expect(n).toBe(20_000);
  });

  it('ASCII first and Chinese late is still read; a wrong byte is named, never replaced', async () => {
    const ascii = 'a,b\n'.repeat(100_000);
    const late = Buffer.concat([utf8(ascii), gb18030('青石县,1\n')]);
    expect(cells(await read(late)).at(-1)).toEqual(['青石县', '1']);
    const broken = Buffer.concat([utf8(`县,额\n${ascii}`), Uint8Array.of(0xff, 0xff, 10)]);
    expect(await problem(broken)).toBe('sheet.encoding');
    const source = await readRows(broken, 'a.csv');
    if (!source.ok) throw new Error('unread');
    await expect(async () => {
      for await (const _ of source.value.batches(0));
    }).rejects.toThrow(UnreadableSheet);
  });

  it('a quote without end names its row', async () => {
    const result = await readWorkbook(utf8('县,额\n青石县,"1\n赤溪县,2\n'), 'a.csv');
    expect(result.ok ? null : result.problems[0]).toEqual({
      code: 'sheet.open_quote',
      params: { row: 2, file: 'a.csv' },
    });
  });
});

describe('pasted', () => {
  it('tab-separated cells, quoted ones with lines', () => {
    const pasted = readPasted({ text: '县\t备注\r\n青石县\t"一\n二"\r\n赤溪县\t\r\n' }, '粘贴');
    expect(pasted.ok && cells(pasted.value)).toEqual([['县', '备注'], ['青石县', '一\n二'], ['赤溪县']]);
  });
  it('HTML with merged cells goes before text', () => {
    const html =
      '<html><body><table><tr><td colspan=2>标题</td></tr><tr><td rowspan=2>青石县<td>1<br>2</tr><tr><td>&nbsp;3</table>';
    const pasted = readPasted({ text: 'x', html }, '粘贴');
    expect(pasted.ok && cells(pasted.value)).toEqual([['标题'], ['青石县', '1\n2'], [null, ' 3']]);
    expect(pasted.ok && pasted.value.sheets[0]?.merges).toEqual([
      { top: 1, bottom: 1, left: 0, right: 1 },
      { top: 2, bottom: 3, left: 0, right: 0 },
    ]);
  });
  it('nothing', () => {
    expect(readPasted({ text: ' ' }, '粘贴').ok).toBe(true);
    expect(readPasted({ text: '' }, '粘贴')).toMatchObject({ ok: false, problems: [{ code: 'sheet.empty' }] });
  });
});
