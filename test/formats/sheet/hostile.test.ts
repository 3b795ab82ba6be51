import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findTable } from '../../../src/core/exchange/find-table.ts';
import { Utf8Pieces } from '../../../src/formats/sheet/utf8-pieces.ts';
import { readWorkbook } from '../../../src/formats/sheet/read-workbook.ts';
import { sheetFile, utf8 } from '../../support/bytes.ts';
import { gb18030 } from '../../support/gb18030.ts';
import { makeXlsx } from '../../support/make-xlsx.ts';
import { uglyWorkbook } from '../../support/ugly-workbook.ts';

async function problem(bytes: Uint8Array, name = 'a.xlsx'): Promise<string> {
  const result = await readWorkbook(bytes, name);
  return result.ok ? 'read' : (result.problems[0]?.code ?? '');
}

describe('what cannot be read', () => {
  const zip = (names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, utf8('x')])));
  const ole = (name: string): Uint8Array => {
    const bytes = Buffer.alloc(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(Buffer.from(name, 'utf16le'), 512);
    return new Uint8Array(bytes);
  };
  it.each<[string, string, Uint8Array]>([
    ['sheet.empty', 'nothing', new Uint8Array()],
    ['sheet.empty', 'blank cells only', utf8(',,\n,,\n')],
    ['sheet.empty', 'an xlsx without cells', makeXlsx({ sheets: [{ name: 'a', xml: '<sheetData/>' }] })],
    ['sheet.is_xlsm', 'macros', zip(['[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'])],
    ['sheet.is_xlsb', 'binary', zip(['xl/workbook.bin'])],
    ['sheet.is_ods', 'ods', zip(['mimetype', 'content.xml'])],
    ['sheet.is_xml', 'XML of 2003', utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')],
    ['sheet.not_a_table', 'docx', zip(['word/document.xml'])],
    ['sheet.not_a_table', 'a zip', zip(['a.txt'])],
    ['sheet.not_a_table', 'pdf', utf8('%PDF-1.7\n')],
    ['sheet.not_a_table', 'a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10)],
    ['sheet.not_a_table', 'a page without a table', utf8('<!doctype html><p>没有表</p>')],
    ['sheet.encrypted', 'a password on xlsx', ole('EncryptedPackage')],
    ['sheet.damaged', 'an xls cut off', sheetFile('odd.xls').slice(0, 1600)],
    ['sheet.damaged', 'an xlsx cut off', uglyWorkbook().slice(0, 900)],
    [
      'sheet.damaged',
      'text that is no UTF-8',
      makeXlsx({
        sheets: [{ name: 'a', xml: '' }],
        extra: { 'xl/worksheets/sheet1.xml': Uint8Array.of(0x3c, 0xff, 0xfe, 0xff) },
      }),
    ],
  ])('%s: %s', async (code, _, bytes) => {
    expect(await problem(bytes)).toBe(code);
  });

  it('a bomb is refused before it is unpacked, and while', async () => {
    const big = Buffer.alloc(300 * 1024 * 1024, 32);
    const packed = deflateRawSync(big, { level: 1 });
    const bytes = Buffer.from(
      makeXlsx({ sheets: [{ name: 'a', xml: '<sheetData/>' }], extra: { 'xl/styles.xml': '<a/>' } }),
    );
    // The directory's entry of the styles: its size is made to say 300 MB.
    const at = bytes.lastIndexOf('xl/styles.xml') - 46;
    bytes.writeUInt32LE(big.length, at + 24);
    expect(await problem(bytes)).toBe('sheet.bomb');
    expect(packed.length).toBeLessThan(5_000_000);
  });

  const inCell = (inside: string) =>
    `<sheetData><row r="1"><c r="A1" t="inlineStr"><is>${inside}</is></c></row></sheetData>`;
  it.each<[string, string]>([
    ['CDATA', inCell(`<t>${'<![CDATA['.repeat(200_000)}</t>`)],
    ['texts', inCell('<t>'.repeat(300_000))],
    ['texts with attributes', inCell('<t '.repeat(300_000))],
    ['reading aids', inCell('<rPh>'.repeat(200_000))],
    ['formulas', `<sheetData><row r="1"><c r="A1">${'<f '.repeat(300_000)}</c></row></sheetData>`],
    ['merges', `${inCell('<t>a</t>')}<mergeCells>${'<mergeCell '.repeat(300_000)}`],
    ['rows of cells without places', `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(60_000)}</sheetData>`],
    ['rows without cells', `<sheetData>${'<row><x/></row>'.repeat(100_000)}</sheetData>`],
  ])('many %s, without an end or a place, take no time', async (_, xml) => {
    const begin = process.cpuUsage();
    await problem(makeXlsx({ sheets: [{ name: 'a', xml }] }));
    expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(4);
  });

  it('a header as long as a book takes no time', () => {
    const begin = process.cpuUsage();
    const cells = ['受援县', `(a：、${'(a：、'.repeat(100_000)}`, '长'.repeat(300_000), '('.repeat(100_000)];
    findTable([{ row: 1, cells, hidden: false }], []);
    expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(4);
  });

  it('UTF-8 that is cut anywhere reads as whole; damage is never passed over', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(12), { maxLength: 12 }), (said, cuts) => {
        const bytes = utf8(said);
        const read = (all: Uint8Array) => {
          const decoder = new Utf8Pieces();
          let [out, from] = ['', 0];
          for (const cut of [...cuts, all.length]) out += decoder.decode(all.subarray(from, (from += cut)));
          return out + decoder.end();
        };
        const whole = (all: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(all);
        expect(read(bytes)).toBe(whole(bytes));
        expect(() => read(Buffer.concat([bytes, Buffer.of(0xe5, 0xb8)]))).toThrow(TypeError);
        expect(() => read(Buffer.concat([Buffer.of(0xff), bytes]))).toThrow(TypeError);
      }),
    );
  });

  it('any damage gives a problem or a table, never an exception', async () => {
    const seeds = [uglyWorkbook(), sheetFile('odd.xls'), sheetFile('ugly.xls'), gb18030('县,金额\n青石县,"1"\n')];
    const hits = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        hits,
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        async (seed, changes, share) => {
          const bytes = seed.slice(0, Math.ceil(seed.length * share));
          for (const [where, value] of changes) bytes[Math.floor(where * bytes.length)] = value;
          const result = await readWorkbook(bytes, 'a');
          if (!result.ok) expect(result.problems[0]?.code).toMatch(/^sheet\./);
        },
      ),
      { numRuns: 300 },
    );
  });
});
