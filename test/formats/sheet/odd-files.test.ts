import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../../../src/core/exchange/types.ts';
import type { Problem } from '../../../src/core/kernel/problem.ts';
import { markWorkbook } from '../../../src/formats/sheet/mark-workbook.ts';
import { readPasted } from '../../../src/formats/sheet/read-pasted.ts';
import { readWorkbook } from '../../../src/formats/sheet/read-workbook.ts';
import { zipParts } from '../../../src/formats/sheet/zip-read.ts';
import { zipBytes, type PartToPack } from '../../../src/formats/sheet/zip-write.ts';
import { sheetFile, utf8 } from '../../support/bytes.ts';
import { gb18030 } from '../../support/gb18030.ts';
import { makeXlsx } from '../../support/make-xlsx.ts';

/** The cells of the first sheet by row, or the problem. */
async function read(bytes: Uint8Array, name = '台账.xlsx'): Promise<Map<number, SheetCell[]> | Problem | undefined> {
  const result = await readWorkbook(bytes, name);
  if (!result.ok) return result.problems[0];
  return new Map(result.value.sheets[0]?.rows.map(({ row, cells }) => [row, cells]));
}

const one = (xml: string, strings = '<si><t>甲</t></si>'): Uint8Array =>
  makeXlsx({ sheets: [{ name: '明细', xml }], strings });
const rows = (xml: string): Uint8Array => one(`<sheetData>${xml}</sheetData>`);
const cell = (ref: string, value = 1): string => `<c r="${ref}"><v>${value}</v></c>`;

describe('a sheet that does not say for sure what stands where', () => {
  it.each<[string, string, string, Record<string, string | number>]>([
    [
      'a row beyond the format',
      '<row r="99999999999"><c><v>1</v></c></row>',
      'out_of_bounds',
      { place: '99999999999' },
    ],
    ['a row of no number', '<row r="-1"><c><v>1</v></c></row>', 'out_of_bounds', { place: '-1' }],
    ['a cell beyond XFD', `<row r="1">${cell('XFE1')}</row>`, 'out_of_bounds', { place: 'XFE1' }],
    ['a row twice', `<row r="5">${cell('A5')}</row><row r="5">${cell('B5')}</row>`, 'row_order', { row: 5 }],
    ['rows that go back', `<row r="9">${cell('A9')}</row><row r="3">${cell('A3')}</row>`, 'row_order', { row: 3 }],
    ['a cell twice', `<row r="2">${cell('B2')}${cell('B2', 2)}</row>`, 'cell_twice', { place: 'B2' }],
    ['a text beyond the table', '<row r="2"><c r="C2" t="s"><v>1</v></c></row>', 'text_missing', { place: 'C2' }],
    ['a text before the table', '<row r="2"><c r="C2" t="s"><v>-1</v></c></row>', 'text_missing', { place: 'C2' }],
    ['a row without an end', `<row r="1">${cell('A1')}</row><row r="2">${cell('A2')}`, 'broken_off', {}],
    ['a cell without an end', '<row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></row>', 'broken_off', {}],
    ['a tag without an end', `<row r="1">${cell('A1')}<c r="B1" </row>`, 'broken_off', {}],
  ])('%s', async (_, xml, code, params) => {
    expect(await read(rows(xml))).toEqual({
      code: `sheet.${code}`,
      params: { file: '台账.xlsx', sheet: '明细', ...params },
    });
  });

  it('a sheet that ends in the middle of its rows', async () => {
    expect(await read(one(`<sheetData><row r="1">${cell('A1')}</row>`))).toMatchObject({ code: 'sheet.broken_off' });
  });

  it('cells in any order, empty rows and cells that are there twice, a dimension that lies: all is clear', async () => {
    const bytes = one(
      `<dimension ref="A1:B2"/><sheetData><row r="3"/><row r="2"/><row r="4">${cell('C4', 3)}<c r="A4"/>${cell('A4', 1)}<c r="A4"/></row><row r="4"/><row><c><v>9</v></c></row></sheetData>`,
    );
    expect(await read(bytes)).toEqual(
      new Map([
        [4, [1, null, 3]],
        [5, [9]],
      ]),
    );
  });

  it('what can be kept nowhere is not read: NUL, halves of characters, numbers without end', async () => {
    const text = (ref: string, inside: string): string => `<c r="${ref}" t="inlineStr"><is><t>${inside}</t></is></c>`;
    const bytes = rows(
      `<row r="1">${text('A1', 'a_x0000_b&#0;')}${text('B1', '_xD800_丙_xD83D__xDE00_')}<c r="C1"><v>1E999</v></c></row>`,
    );
    expect(await read(bytes)).toEqual(new Map([[1, ['ab', '\ufffd丙😀', '1E999']]]));
    expect(await read(rows(`<row r="1">${text('A1', 'a\0b')}</row>`))).toMatchObject({ code: 'sheet.damaged' });
    expect(await read(gb18030(`县,额\n青石县,1\0\n${'赤溪县,2\n'.repeat(300)}`), 'a.csv')).toContainEqual([
      2,
      ['青石县', '1'],
    ]);
    expect(readPasted({ text: '县\0\t\ud800\n' }, '')).toMatchObject({
      value: { sheets: [{ rows: [{ cells: ['县', '\ufffd'] }] }] },
    });
  });
});

describe('a packed file that is built oddly', () => {
  const good = rows(`<row r="1">${cell('A1', 7)}</row>`);
  const parts = (): PartToPack[] =>
    [...zipParts(good).values()].map((part) => ({
      name: part.name,
      copy: part,
      packed: good.subarray(part.start, part.start + part.packed),
    }));
  const found = new Map([[1, [7]]]);

  it('names that are paths lead nowhere', async () => {
    const odd = ['../../etc/x', '/abs/x', 'C:\\x', '..\\..\\x', ''].map((name) => ({ name, bytes: utf8('x') }));
    expect(await read(await zipBytes([...odd, ...parts()]))).toEqual(found);
  });

  it('a part that is there twice is damage, unless nobody looks at it', async () => {
    const twice = (name: string) =>
      zipBytes([...parts(), { name, bytes: utf8('<worksheet><sheetData/></worksheet>') }]);
    expect(await read(await twice('xl/worksheets/sheet1.xml'))).toMatchObject({ code: 'sheet.damaged' });
    expect(await read(await zipBytes([...parts(), ...[1, 2].map(() => ({ name: 'x', bytes: utf8('x') }))]))).toEqual(
      found,
    );
  });

  it('names of parts are the same in capitals and small letters', async () => {
    const bytes = await zipBytes(parts().map((part) => ({ ...part, name: part.name.replace('sheet1', 'Sheet1') })));
    expect(await read(bytes)).toEqual(found);
  });

  it('parts that share their bytes are no way to be larger than the file', async () => {
    const bytes = Buffer.from(good);
    const at = bytes.lastIndexOf('xl/styles.xml') - 46;
    bytes.writeUInt32LE(bytes.length, at + 20);
    expect(await read(bytes)).toMatchObject({ code: 'sheet.damaged' });
  });

  it('more than all parts may unpack to is refused before anything is unpacked', async () => {
    const bytes = Buffer.from(good);
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
      bytes.writeUInt32LE(0x7000_0000, at + 24);
    expect(await read(bytes)).toMatchObject({ code: 'sheet.bomb' });
  });

  it('sizes in 64 bits are read', async () => {
    const bytes = Buffer.from(good);
    const first = bytes.indexOf('PK\x01\x02');
    const end = bytes.lastIndexOf('PK\x05\x06');
    const pieces = [bytes.subarray(0, first)];
    for (let at = first; at < end;) {
      const head = Buffer.from(bytes.subarray(at, at + 46 + bytes.readUInt16LE(at + 28)));
      const extra = Buffer.alloc(28);
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      for (const [i, from] of [24, 20, 42].entries()) {
        extra.writeBigUInt64LE(BigInt(head.readUInt32LE(from)), 4 + i * 8);
        head.writeUInt32LE(0xffff_ffff, from);
      }
      head.writeUInt16LE(extra.length, 30);
      pieces.push(head, extra);
      at += head.length;
    }
    const size = pieces.slice(1).reduce((sum, piece) => sum + piece.length, 0);
    const [record, locator, plain] = [Buffer.alloc(56), Buffer.alloc(20), Buffer.from(bytes.subarray(end))];
    record.writeUInt32LE(0x06064b50, 0);
    record.writeBigUInt64LE(BigInt(bytes.readUInt16LE(end + 10)), 32);
    record.writeBigUInt64LE(BigInt(first), 48);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(first + size), 8);
    plain.writeUInt32LE(0xffff_ffff, 16);
    expect(await read(Buffer.concat([...pieces, record, locator, plain]))).toEqual(found);
  });
});

describe('an xls that breaks off', () => {
  it('anywhere is damaged, or is read as the whole: no row is lost', async () => {
    const all = sheetFile('ugly.xls');
    const whole = await read(all, 'a.xls');
    const wrong: number[] = [];
    for (let size = 600; size < all.length; size += 331) {
      const part = await read(all.slice(0, size), 'a.xls');
      if (part instanceof Map) expect(part).toEqual(whole);
      else wrong.push(size);
    }
    expect(wrong.length).toBeGreaterThan(5);
  });

  it('in a text that is in no table of texts names its cell', async () => {
    const bytes = Buffer.from(sheetFile('odd.xls'));
    // The first cell with a text: LABELSST, ten bytes, row 0, column 0.
    const at = bytes.indexOf(Buffer.from([0xfd, 0, 10, 0, 0, 0, 0, 0]));
    bytes.writeUInt32LE(999, at + 10);
    expect(await read(bytes, 'a.xls')).toEqual({
      code: 'sheet.text_missing',
      params: { file: 'a.xls', sheet: '表&1', place: 'A1' },
    });
  });
});

describe('a table under another name', () => {
  const table = '<table><tr><td>县</td><td>额</td></tr><tr><td>青石县</td><td>1</td></tr></table>';
  const cells = new Map([
    [1, ['县', '额']],
    [2, ['青石县', '1']],
  ]);
  it.each([
    ['a page in GB2312', gb18030(`<meta http-equiv="Content-Type" content="text/html; charset=gb2312">${table}`)],
    ['a style first', utf8(`<style>td{mso-number-format:"\\@"}</style>${table}`)],
    ['a comment first', utf8(`\n<!-- 导出 -->\n${table}`)],
    ['a form around', utf8(`<form><div>${table}</div></form>`)],
    ['an office page', utf8(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>${table}</body></html>`)],
    ['csv in UTF-16, low byte first, no mark', new Uint8Array(Buffer.from('县,额\n青石县,1\n', 'utf16le'))],
    ['csv in UTF-16, high byte first, no mark', new Uint8Array(Buffer.from('县,额\n青石县,1\n', 'utf16le').swap16())],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes, '台账.xlsx')).toEqual(cells);
  });

  it('a page of several parts says what it is', async () => {
    const bytes = utf8(`MIME-Version: 1.0\nContent-Type: multipart/related\n\n${table}`);
    expect(await read(bytes)).toEqual({ code: 'sheet.not_a_table', params: { file: '台账.xlsx', kind: 'mht' } });
  });

  it.each(['utf16le', 'utf8'] as const)('a csv with a late header goes back as it came, %s', async (encoding) => {
    const lines = Array.from({ length: 40_000 }, (_, n) => `青石县,${n},${'很长的说明'.repeat(3)}`);
    const text = ['某部台账', '县,额,说明', ...lines, '合计,1'].join('\r\n');
    const spec = { author: '帮扶', reasonHeader: '退回原因', headerRows: [1, 2] };
    const marks = [39_000, 40_002].map((row) => ({ sheet: 0, row, column: 1, reason: '太大' }));
    const drop = new Map([
      [0, new Set(lines.map((_, i) => i + 3).filter((row) => !marks.some((one) => one.row === row)))],
    ]);
    const bytes = Buffer.from(text, encoding);
    const back = await markWorkbook(bytes, 'a.csv', { ...spec, marks, drop });
    const said = back.ok ? Buffer.from(back.value.bytes).toString(encoding) : '';
    expect(said.split('\r\n')).toEqual([
      '某部台账',
      '县,额,说明,退回原因',
      `${lines[38_997] ?? ''},额：太大`,
      `${lines[39_999] ?? ''},额：太大`,
      '合计,1',
      '',
    ]);
  });
});
