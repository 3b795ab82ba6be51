import { describe, expect, it } from 'vitest';
import { findTable } from '../../../src/core/exchange/find-table.ts';
import { matchColumns, sameHeaders } from '../../../src/core/exchange/match-columns.ts';
import { rowJudge } from '../../../src/core/exchange/row-fate.ts';
import type { SheetRow } from '../../../src/core/exchange/types.ts';

const rowsOf = (lines: string[]): SheetRow[] =>
  lines.map((line, i) => ({
    row: i + 1,
    cells: line.split('|').map((text) => (text === '' ? null : /^\d+$/.test(text) ? Number(text) : text)),
    hidden: false,
  }));

function judged(...lines: string[]) {
  const rows = rowsOf(lines);
  const layout = findTable(rows, []);
  if (!layout.ok) throw new Error('no table');
  const judge = rowJudge(layout.value);
  return rows.map((row) => {
    const { because, under } = judge(row);
    return because ?? (under === null ? 'data' : `under ${under}`);
  });
}

describe('two tables on one sheet', () => {
  it('rows under another header are not read as the first table’s', () => {
    expect(
      judged(
        '县|日期|投入金额|凭证号',
        '青石县|20210301|5|a',
        '二、引进资金|||',
        '县|日期|引进金额|凭证号',
        '青石县|20210301|7|b',
      ),
    ).toEqual(['header', 'data', 'note', 'other_header', 'under 4']);
  });

  it('nor under a header with other columns altogether', () => {
    expect(
      judged('县|日期|金额|凭证号', '青石县|20210301|5|a', '县|班次|日期|人次|主办', '青石县|电商班|20210301|7|b'),
    ).toEqual(['header', 'data', 'other_header', 'under 3']);
  });

  it('nor under the same names with another unit', () => {
    expect(judged('县|日期|金额（元）', '青石县|20210301|5', '县|日期|金额（万元）', '青石县|20210302|6')).toEqual([
      'header',
      'data',
      'other_header',
      'under 3',
    ]);
  });

  it('its own header again, as on a printed page, changes nothing and ends another table', () => {
    expect(
      judged(
        '县|日期|金额',
        '青石县|20210301|5',
        '县|日期|金额',
        '青石县|20210302|6',
        '县|日期|人次',
        '青石县|20210302|6',
        '县|日期|金额',
        '青石县|20210303|7',
      ),
    ).toEqual(['header', 'data', 'repeated_header', 'data', 'other_header', 'under 5', 'repeated_header', 'data']);
  });

  it('side by side: the second is named as not read', () => {
    const found = findTable(rowsOf(['县|金额||县|金额', '青石县|5||赤溪县|6']), []);
    if (!found.ok) throw new Error('no table');
    const wanted = [
      { code: 'county', names: ['县'], synonyms: [] },
      { code: 'amount', names: ['金额'], synonyms: [] },
    ];
    const { matches } = matchColumns(found.value.columns, wanted);
    const taken = new Set(matches.map(({ column }) => column));
    expect([...sameHeaders(found.value.columns, taken)]).toEqual([
      [3, 0],
      [4, 1],
    ]);
  });
});
