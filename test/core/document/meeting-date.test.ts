import { describe, expect, it } from 'vitest';
import { findMeetingDate, printedDates, onlyAhead } from '../../../src/core/document/meeting/meeting-date.ts';
import type { DateContext } from '../../../src/core/document/meeting/meeting-date.ts';
import { parsePlainDate } from '../../../src/core/kernel/plain-date.ts';

const on = (day: string | null, printed: string[] = [], year: number | null = null): DateContext => ({
  publishedOn: day === null ? null : parsePlainDate(day),
  printed: printed.flatMap((p) => parsePlainDate(p) ?? []),
  year,
});

describe('the day of a meeting', () => {
  const cases: [string, DateContext, string | null, string, string[]][] = [
    ['2018年7月3日下午，集团召开会议', on(null), '2018-07-03', '2018年7月3日下午', []],
    ['6月4日上午，部里召开会议', on('2021-06-15'), '2021-06-04', '6月4日上午', []],
    ['12月30日，县里召开会议', on('2022-01-02'), '2021-12-30', '12月30日', []],
    ['9月23日至24日，会议举行', on('2021-09-25'), '2021-09-23', '9月23日至24日', []],
    ['16日下午，会议召开', on('2023-03-17'), '2023-03-16', '16日下午', []],
    ['30日，会议召开', on('2020-08-01'), '2020-07-30', '30日', []],
    ['昨（26）日，会议召开', on('2023-04-27'), '2023-04-26', '昨（26）日', []],
    ['昨日下午，会议召开', on('2025-09-19'), '2025-09-18', '昨日下午', []],
    ['今天上午，会议召开', on('2022-07-26'), '2022-07-26', '今天上午', []],
    ['去年12月9日，会议召开', on('2023-01-03'), '2022-12-09', '去年12月9日', []],
    ['7日，会议召开', on(null), null, '7日', ['meeting.date_partial']],
    ['近日，会议召开', on('2024-04-01'), null, '近日', ['meeting.date_partial']],
    ['9月1日下午，会议召开', on(null), null, '9月1日下午', ['meeting.date_partial']],
    ['4月8日，会议召开', on(null, [], 2022), '2022-04-08', '4月8日', ['meeting.year_assumed']],
    ['3月5日上午，会议召开', on(null, ['2024-03-08']), '2024-03-05', '3月5日上午', []],
  ];
  it.each(cases)('%s', (text, context, date, dateText, doubts) => {
    const found = findMeetingDate(text, context);
    expect([found?.date, found?.dateText, found?.doubts]).toEqual([date, dateText, doubts]);
  });

  it('is not a dateline, nor 今年 or 日常', () => {
    expect(findMeetingDate('本报9月21日电，今年以来日常工作', on('2017-09-22'))).toBeNull();
  });
});

describe('the year of a text without one', () => {
  it('is the year before where it only plans for the next, late in the year', () => {
    const text = '会议汇报了2019年工作开展情况，提出2020年工作计划，讨论了2020年工作思路。';
    expect(onlyAhead(text, 2020)).toBe(true);
    expect(onlyAhead('2020年已投入资金。2020年的计划。2019年的情况。', 2020)).toBe(false);
    const context = { publishedOn: null, printed: [], year: 2020, ahead: true };
    expect(findMeetingDate('11月22日召开', context)?.date).toBe('2019-11-22');
    expect(findMeetingDate('1月22日召开', context)?.date).toBe('2020-01-22');
  });
});

describe('dates printed on the page', () => {
  it('are read in their usual forms', () => {
    expect(printedDates('2024-01-26 18:22 2024年03月08日 21.09.2017 20:49 2023/3/1')).toEqual([
      '2024-01-26',
      '2024-03-08',
      '2023-03-01',
      '2017-09-21',
    ]);
  });
});
