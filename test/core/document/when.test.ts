import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, resolveWhen } from '../../../src/core/document/when.ts';
import { plainDate, type PlainDate } from '../../../src/core/kernel/plain-date.ts';

const day = (text: string) => text as PlainDate;
const at = (publishedOn: string | null) => ({ publishedOn: publishedOn as PlainDate | null });

describe('resolveWhen', () => {
  it.each([
    ['2021年6月4日', '2021-06-15', '2021-06-04', '2021-06-04'],
    ['6月4日上午', '2021-06-15', '2021-06-04', '2021-06-04'],
    ['昨（26）日', '2022-03-27', '2022-03-26', '2022-03-26'],
    ['昨日', '2022-03-01', '2022-02-28', '2022-02-28'],
    ['7日', '2019-08-08', '2019-08-07', '2019-08-07'],
    ['29日', '2022-03-02', null, null],
    ['30日', '2022-05-02', '2022-04-30', '2022-04-30'],
    ['12月19日', '2024-01-03', '2023-12-19', '2023-12-19'],
    ['今年4月', '2019-08-08', '2019-04-01', '2019-04-30'],
    ['去年', '2022-03-01', '2021-01-01', '2021-12-31'],
    ['今年上半年', '2022-08-12', '2022-01-01', '2022-06-30'],
    ['上半年', '2022-08-12', '2022-01-01', '2022-06-30'],
    ['截至今年6月末', '2022-08-12', null, '2022-06-30'],
    ['截至2021年底', '2022-02-01', null, '2021-12-31'],
    ['2016年10月以来', '2017-09-22', '2016-10-01', '2017-09-22'],
    ['自去年10月至今', '2017-09-22', '2016-10-01', '2017-09-22'],
    ['2015—2020年', '2021-01-01', '2015-01-01', '2020-12-31'],
    ['2012年至2022年', '2022-07-26', '2012-01-01', '2022-12-31'],
    ['“十三五”期间', '2021-01-01', '2016-01-01', '2020-12-31'],
    ['党的十八大以来', '2022-07-26', '2012-11-08', '2022-07-26'],
    ['十年来', '2022-07-26', '2012-01-01', '2022-07-26'],
    ['近三年', '2022-07-26', '2019-01-01', '2022-07-26'],
    ['截至目前', '2020-05-01', null, '2020-05-01'],
    ['目前', '2020-05-01', null, '2020-05-01'],
    ['2020年前三季度', '2020-11-01', '2020-01-01', '2020-09-30'],
    ['2023年第一季度', '2023-05-01', '2023-01-01', '2023-03-31'],
    ['到2025年', '2022-01-01', null, '2025-12-31'],
    ['2020年底前', '2020-03-01', null, '2020-12-31'],
    ['10月份前', '2020-05-01', null, '2020-09-30'],
    ['二〇二一年六月四日', '2021-06-15', '2021-06-04', '2021-06-04'],
    ['6月4日至6日', '2021-06-15', '2021-06-04', '2021-06-06'],
    ['2019年1月至10月', '2019-12-15', '2019-01-01', '2019-10-31'],
    ['2021-06-04', null, '2021-06-04', '2021-06-04'],
  ])('%s on a page of %s', (text, page, from, to) => {
    const r = resolveWhen(text, at(page));
    expect([r.from, r.to]).toEqual([from, to]);
  });

  it('marks what it cannot know as doubtful', () => {
    expect(resolveWhen('6月4日', at(null))).toEqual({ from: null, to: null, doubtful: true });
    expect(resolveWhen('近年来', at('2022-01-01')).doubtful).toBe(true);
    expect(resolveWhen('没有日期', at('2022-01-01')).doubtful).toBe(true);
  });
});

describe('findDates', () => {
  it('carries the year on to later partial dates', () => {
    const text = '2018年，3月到村，10月验收。';
    const found = findDates(text, { start: 0, end: text.length }, at('2022-01-01'));
    expect(found.map((f) => f.from)).toEqual(['2018-01-01', '2018-03-01', '2018-10-01']);
  });
  it('reads no date out of money, counts and names', () => {
    for (const text of ['2020万元', '3个月内', '20名', '第7次', '一号文件', '三农']) {
      expect(findDates(text, { start: 0, end: text.length }, at('2022-01-01')), text).toEqual([]);
    }
  });
  it('reads every full date back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950, max: 2049 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (y, m, d) => {
          const date = plainDate(y, m, d);
          fc.pre(date !== null);
          expect(resolveWhen(`${y}年${m}月${d}日`, at(null)).from).toBe(date);
        },
      ),
    );
  });
  it('keeps offsets into the text it was given', () => {
    const text = '会议于6月4日召开，2020年底完成。';
    for (const f of findDates(text, { start: 0, end: text.length }, { publishedOn: day('2021-06-15') })) {
      expect(text.slice(f.start, f.end)).toBe(f.text);
    }
  });
});
