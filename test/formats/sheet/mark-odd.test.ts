import { deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { markWorkbook } from '../../../src/formats/sheet/mark-workbook.ts';
import { readWorkbook } from '../../../src/formats/sheet/read-workbook.ts';
import { unpackPieces } from '../../../src/formats/sheet/zip-read.ts';
import type { MarkSpec } from '../../../src/formats/sheet/types.ts';
import { makeXlsx } from '../../support/make-xlsx.ts';

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;

async function marked(bytes: Uint8Array, more: Partial<MarkSpec>): Promise<Uint8Array> {
  const result = await markWorkbook(bytes, 'a', { marks: [], author: '帮扶', reasonHeader: '退回原因', ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.bytes;
}

const part = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(bytes)[name]);

describe('the drawing of comments', () => {
  it('may call its namespaces as it likes', async () => {
    const drawing =
      '<xml><a:shape xmlns:a="urn:schemas-microsoft-com:vml" id="_x0000_s1026"><b:ClientData xmlns:b="urn:schemas-microsoft-com:office:excel" ObjectType="Note"><b:Row>0</b:Row><b:Column>0</b:Column></b:ClientData></a:shape></xml>';
    const before = makeXlsx({
      sheets: [
        {
          name: 'a',
          xml: `<sheetData><row r="1">${cell('A1', '县')}</row><row r="2">${cell('A2', '青石')}</row></sheetData><legacyDrawing r:id="rId2"/>`,
          rels: `<Relationship Id="rId1" Type="${RELS}/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="${RELS}/vmlDrawing" Target="../drawings/v1.vml"/>`,
        },
      ],
      extra: {
        'xl/comments1.xml':
          '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>甲</author></authors><commentList><comment ref="A1" authorId="0"><text><t>好</t></text></comment></commentList></comments>',
        'xl/drawings/v1.vml': drawing,
      },
    });
    const after = part(
      await marked(before, { marks: [{ sheet: 0, row: 2, column: 0, reason: '没有' }] }),
      'xl/drawings/v1.vml',
    );
    const shape = after.slice(after.indexOf('<v:shape'));
    for (const prefix of new Set([...shape.matchAll(/[<\s](\w+):[a-zA-Z]/g)].map((m) => m[1])))
      if (prefix !== 'xmlns') expect(shape).toContain(`xmlns:${prefix ?? ''}="urn:`);
  });
});

describe('a mark on a cell that a merged one covers', () => {
  const merged = makeXlsx({
    sheets: [
      {
        name: 'a',
        xml: `<sheetData><row r="1">${cell('A1', '县')}${cell('B1', '金额')}</row><row r="2">${cell('A2', '甲')}<c r="B2"><v>5</v></c></row><row r="3">${cell('A3', '乙')}</row><row r="4">${cell('A4', '丙')}</row></sheetData><mergeCells><mergeCell ref="B2:B4"/></mergeCells>`,
      },
    ],
  });
  const marks = [2, 3, 4].map((row) => ({ sheet: 0, row, column: 1, reason: '合并' }));

  it('goes to the first cell of the range, and is said once', async () => {
    const after = await marked(merged, { marks });
    expect([...part(after, 'xl/comments1.xml').matchAll(/ref="(\w+)"/g)].map((m) => m[1])).toEqual(['B2']);
    expect(part(after, 'xl/comments1.xml').match(/合并/g)).toHaveLength(1);
  });

  it('goes to the row’s own first cell where the range begins in a row that is hidden', async () => {
    const after = await marked(merged, { marks: marks.slice(1), drop: new Map([[0, new Set([2])]]) });
    expect([...part(after, 'xl/comments1.xml').matchAll(/ref="(\w+)"/g)].map((m) => m[1])).toEqual(['A3', 'A4']);
  });
});

it('a csv row that is written anew keeps ="00124" as it came', async () => {
  const before = new TextEncoder().encode('县,号,人\n青石县,="00124",=1+1\n赤溪县,="00125",乙\n');
  const after = await marked(before, {
    marks: [2, 3].map((row) => ({ sheet: 0, row, column: 0, reason: '没有' })),
    headerRows: [1],
  });
  expect(new TextDecoder().decode(after).split('\n').slice(1, 3)).toEqual([
    `青石县,="00124",'=1+1,县：没有`,
    '赤溪县,="00125",乙,县：没有',
  ]);
});

it('a formula that is a text alone needs no stored value', async () => {
  const read = await readWorkbook(
    makeXlsx({
      sheets: [
        {
          name: 'a',
          xml: '<sheetData><row r="1"><c r="A1"><f>"00123"</f></c><c r="B1"><f>&quot;a&quot;&quot;b&quot;</f><v></v></c><c r="C1"><f>A1+1</f></c></row></sheetData>',
        },
      ],
    }),
    'a.xlsx',
  );
  expect(read.ok && read.value.sheets[0]?.rows[0]?.cells).toEqual([
    '00123',
    'a"b',
    { kind: 'error', error: 'uncalculated' },
  ]);
});

it('a part that packs to nearly nothing is a bomb long before its limit, and one that lies of its size is damaged', async () => {
  const packed = new Uint8Array(deflateRawSync(Buffer.alloc(100 * 1024 * 1024, 32)));
  const bomb = { name: 'a', flags: 0, method: 8, time: 0, crc: 0, packed: packed.length, start: 0, twice: false };
  const take = async (unpacked: number) => {
    let size = 0;
    for await (const piece of unpackPieces(packed, { ...bomb, unpacked })) size += piece.length;
    return size;
  };
  await expect(take(100 * 1024 * 1024)).rejects.toMatchObject({ problem: { code: 'sheet.bomb' } });
  await expect(take(0)).rejects.toMatchObject({ problem: { code: 'sheet.damaged' } });
});

it('few cells far to the right of many rows take no memory for all of them at once', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`);
  const { readRows } = await import('../../../src/formats/sheet/read-rows.ts');
  const source = await readRows(
    makeXlsx({ sheets: [{ name: 'a', xml: `<sheetData>${rows.join('')}</sheetData>` }] }),
    'a',
    {},
  );
  if (!source.ok) throw new Error('not read');
  let seen = 0;
  for await (const batch of source.value.batches(0)) {
    expect(batch.length * 16_384).toBeLessThan(1_000_000);
    seen += batch.length;
  }
  expect(seen).toBe(500);
});
