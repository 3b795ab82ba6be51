import { strFromU8, unzipSync } from 'fflate';
import { makeXlsx } from '../support/make-xlsx.ts';

const BORDERED = 8;
const cell = (ref: string, value: string): string =>
  `<c r="${ref}" s="${BORDERED}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (at: number, values: readonly (string | number)[]): string =>
  `<row r="${at}">${values
    .map((value, i) => {
      const ref = `${'ABCDEFGH'[i] ?? ''}${at}`;
      return typeof value === 'number' ? `<c r="${ref}" s="${BORDERED}"><v>${value}</v></c>` : cell(ref, value);
    })
    .join('')}</row>`;

/** What the walk expects of the sheet below: rows below its header, and what becomes of them. */
export const UGLY = { accepted: 4, refused: 2, sumYuan: '205,000.00' };

/**
 * A sheet of funds as offices send them: a title, the unit of money in a corner, a header of two merged levels, an example row, digits of full
 * width, four ways to write a day, a day that is none, an amount in words, a total, and signatures. Days are of `year`.
 */
export function uglyLedger(year: number): Buffer {
  const rows = [
    row(1, [`${year}年帮扶资金投入情况统计表`]),
    row(2, ['填报单位：云帆部产业司', '', '', '', '', '', '单位：万元']),
    row(3, ['序号', '受援县', '资金到位情况', '', '', '资金性质', '', '收款单位']),
    row(4, ['', '', '到账时间', '投入金额', '凭证编号', '无偿/有偿', '资金或实物', '']),
    row(5, ['示例', '某某县', `${year}-03-05`, '10', '记-0000', '无偿', '资金', '某某合作社']),
    row(6, [1, '灵寿县', `${year}.6`, '１２．５', '记-0101', '无偿', '资金', '灵寿县财政局']),
    row(7, [2, '灵寿县', `${year}年7月3日`, 3, '记-0102', '无偿帮扶资金', '资金', '青石村合作社']),
    row(8, [3, '河北省灵寿县', `${year}0815`, 4, '记-0103', '有偿', '资金', '山泉果业公司']),
    row(9, [4, '灵寿县', `${year}年13月1日`, 2, '记-0104', '无偿', '资金', '青石村合作社']),
    row(10, [5, '灵寿县', `${year}/9/1`, '待定', '记-0105', '无偿', '资金', '青石村合作社']),
    row(11, [6, '灵寿县', `${year}/10/1`, 1, '记-0106', '无偿', '现金', '青石村合作社']),
    row(12, ['合计', '', '', 22.5]),
    row(13, ['填表人：赵小云', '', '', '审核人：孙小联']),
  ];
  const merges = ['A1:H1', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:G3', 'H3:H4', 'A12:C12'].map(
    (ref) => `<mergeCell ref="${ref}"/>`,
  );
  const columns =
    '<cols><col min="1" max="1" width="6" customWidth="1"/><col min="2" max="8" width="16" customWidth="1"/></cols>';
  const xml = `${columns}<sheetData>${rows.join('')}</sheetData><mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
  return Buffer.from(makeXlsx({ sheets: [{ name: '资金', xml }] }));
}

/** The comments of a workbook, by cell. */
export function commentsOf(xlsx: Uint8Array): Record<string, string> {
  const parts = unzipSync(xlsx, { filter: ({ name }) => /^xl\/comments[^/]*\.xml$/.test(name) });
  const found: Record<string, string> = {};
  for (const part of Object.values(parts))
    for (const [, ref = '', body = ''] of strFromU8(part).matchAll(/<comment ref="([A-Z]+\d+)".*?>(.*?)<\/comment>/gs))
      found[ref] = body.replace(/<[^>]+>/g, '');
  return found;
}
