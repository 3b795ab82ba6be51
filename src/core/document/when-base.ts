import { addDays, daysInMonth, partsOf, plainDate, type PlainDate } from '../kernel/plain-date.ts';
import type { WhenContext, WhenGrain } from './when.ts';

/** A period as the bare words say it, before 以来, 截至 and the like are applied; `end` is the offset behind the words. */
export interface BasePeriod {
  end: number;
  from: PlainDate | null;
  to: PlainDate | null;
  grain: WhenGrain;
  doubtful: boolean;
}

/** The last day of a month. */
export const lastDay = (year: number, month: number): PlainDate | null =>
  plainDate(year, month, daysInMonth(year, month));

/** Periods with a name, and their days (sources: congress dates as published; plans by their years). */
const NAMED: readonly (readonly [RegExp, string, string | null])[] = [
  [/^(?:党的)?十七大(?=以来|之后|以后|召开以来)/, '2007-10-15', null],
  [/^(?:党的)?十八大(?:召开)?(?=以来|之后|以后)/, '2012-11-08', null],
  [/^(?:党的)?十九大(?:召开)?(?=以来|之后|以后)/, '2017-10-18', null],
  [/^(?:党的)?二十大(?:召开)?(?=以来|之后|以后)/, '2022-10-16', null],
  [/^“?十一五”?(?=期间|时期|末|以来|期末)/, '2006-01-01', '2010-12-31'],
  [/^“?十二五”?(?=期间|时期|末|以来|期末)/, '2011-01-01', '2015-12-31'],
  [/^“?十三五”?(?=期间|时期|末|以来|期末)/, '2016-01-01', '2020-12-31'],
  [/^“?十四五”?(?=期间|时期|末|以来|期末)/, '2021-01-01', '2025-12-31'],
  [/^“?十五五”?(?=期间|时期|末|以来|期末)/, '2026-01-01', '2030-12-31'],
  [/^改革开放(?=以来)/, '1978-12-18', null],
  [/^新中国成立(?=以来)/, '1949-10-01', null],
  [/^脱贫攻坚(?:战)?(?:打响|开展|启动|实施)(?=以来|之?后|至今)/, '2015-11-29', null],
];

const SUB =
  /^(?:度)?(?:(全年|年底|年末|底|末|年初|初|上半年|下半年|前三季度|前三个季度)|(?:第)?([一二三四1-4])季度|前(\d{1,2}|[一二三四五六七八九十]{1,2})个月|((?:1[0-2]|0?[1-9])(?!\d)|十[一二]?|[一二三四五六七八九])月(?:份)?)?/;
const DIGITS: Record<string, string> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** The expression of time that begins exactly at `at`, else null. */
export function baseAt(plain: string, at: number, context: WhenContext): BasePeriod | null {
  const text = plain.slice(at, at + 28);
  return (
    absoluteAt(text, at) ??
    yearWordAt(text, at, context) ??
    namedAt(text, at, context) ??
    partialAt(text, at, context) ??
    spanAt(text, at, context) ??
    nowAt(text, at, context)
  );
}

function absoluteAt(text: string, at: number): BasePeriod | null {
  const stamp = /^((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (stamp) return dayPeriod(at + stamp[0].length, Number(stamp[1]), Number(stamp[2]), Number(stamp[3]), false);
  const years = /^((?:19|20)\d\d)(?:年)?(?:[—–\-~～－至到]|——)((?:19|20)\d\d)年(?:度)?(?!\d)/.exec(text);
  if (years && !/^(?:\d{1,2}月|底|末|年底)/.test(text.slice(years[0].length))) {
    return {
      end: at + years[0].length,
      from: plainDate(Number(years[1]), 1, 1),
      to: lastDay(Number(years[2]), 12),
      grain: 'span',
      doubtful: false,
    };
  }
  const m = /^((?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年/.exec(text);
  if (!m) return null;
  const year = Number([...(m[1] ?? '')].map((c) => DIGITS[c] ?? c).join(''));
  return withSub(text, m[0].length, at, year, false);
}

function yearWordAt(text: string, at: number, context: WhenContext): BasePeriod | null {
  const m = /^(今年|本年度|本年|去年|上年度?|前年|明年|后年|当年|同年|全年)/.exec(text);
  if (!m) return null;
  const word = m[1] ?? '';
  const page = context.publishedOn ? partsOf(context.publishedOn).year : null;
  const named = context.year ?? null;
  const own = /^[当同全]/.test(word);
  const base = own ? (named ?? page) : (page ?? null);
  const step = /^[去上]/.test(word) ? -1 : word === '前年' ? -2 : word === '明年' ? 1 : word === '后年' ? 2 : 0;
  if (base === null) return { ...withSub(text, word.length, at, 2000, true), from: null, to: null };
  return withSub(text, word.length, at, base + step, own && named === null);
}

/** A year with what narrows it: month and day, half, quarter, 底, 初. */
function withSub(text: string, used: number, at: number, year: number, doubtful: boolean): BasePeriod {
  const run = /^(1[0-2]|0?[1-9])(?:[—–\-~～－至到]|——)(1[0-2]|0?[1-9])月(?:份)?(?!\d)/.exec(text.slice(used));
  if (run) {
    const to = at + used + run[0].length;
    return {
      end: to,
      from: plainDate(year, Number(run[1]), 1),
      to: lastDay(year, Number(run[2])),
      grain: 'span',
      doubtful,
    };
  }
  const sub = SUB.exec(text.slice(used));
  const end = at + used + (sub?.[0].length ?? 0);
  const part = sub?.[1] ?? '';
  const months = (a: number, b: number, grain: WhenGrain): BasePeriod => ({
    end,
    from: plainDate(year, a, 1),
    to: lastDay(year, b),
    grain,
    doubtful,
  });
  if (sub?.[4] !== undefined)
    return monthPeriod(text.slice(used + sub[0].length), end, year, smallNumber(sub[4]), doubtful);
  if (sub?.[3] !== undefined) return months(1, Math.min(12, smallNumber(sub[3])), 'span');
  if (sub?.[2] !== undefined) return months(smallNumber(sub[2]) * 3 - 2, smallNumber(sub[2]) * 3, 'quarter');
  if (part === '上半年') return months(1, 6, 'half');
  if (part === '下半年') return months(7, 12, 'half');
  if (part.startsWith('前三')) return months(1, 9, 'span');
  if (/初$/.test(part)) return months(1, 1, 'month');
  if (/[底末]$/.test(part)) return { ...months(12, 12, 'month'), from: lastDay(year, 12) };
  return months(1, 12, 'year');
}

/** A month, perhaps with a day (4日, 4—5日), 上旬, 底 or 初 behind it. */
function monthPeriod(rest: string, end: number, year: number, month: number, doubtful: boolean): BasePeriod {
  const day =
    /^(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:[日号]|(?=[—–\-~～－至到、]\d{1,2}[日号]))/.exec(
      rest,
    );
  const first = day && plainDate(year, month, smallNumber(day[1] ?? ''));
  if (day && first) return dayPeriod(end + day[0].length, year, month, smallNumber(day[1] ?? ''), doubtful);
  const third = /^[上中下]旬/.exec(rest)?.[0];
  if (third !== undefined) {
    const [a, b] = third.startsWith('上')
      ? [1, 10]
      : third.startsWith('中')
        ? [11, 20]
        : [21, daysInMonth(year, month)];
    return { end: end + 2, from: plainDate(year, month, a), to: plainDate(year, month, b), grain: 'span', doubtful };
  }
  if (/^[底末](?!端)/.test(rest))
    return { end: end + 1, from: lastDay(year, month), to: lastDay(year, month), grain: 'month', doubtful };
  if (/^初/.test(rest))
    return { end: end + 1, from: plainDate(year, month, 1), to: plainDate(year, month, 10), grain: 'span', doubtful };
  return { end, from: plainDate(year, month, 1), to: lastDay(year, month), grain: 'month', doubtful };
}

function dayPeriod(end: number, year: number, month: number, day: number, doubtful: boolean): BasePeriod {
  const date = plainDate(year, month, day);
  return { end, from: date, to: date, grain: 'day', doubtful: doubtful || date === null };
}

function namedAt(text: string, at: number, context: WhenContext): BasePeriod | null {
  if (!/^[党十二“改新脱]/.test(text)) return null;
  for (const [pattern, from, to] of NAMED) {
    const m = pattern.exec(text);
    if (!m) continue;
    const tail = /^(?:之后|以后|后)/.exec(text.slice(m[0].length))?.[0] ?? '';
    const open = to === null;
    return {
      end: at + m[0].length + tail.length,
      from: from as PlainDate,
      to: open ? context.publishedOn : (to as PlainDate),
      grain: open ? 'since' : 'span',
      doubtful: false,
    };
  }
  return null;
}

/** Dates that leave out the year or the month: 6月4日, 4月, 7日, 昨（26）日, 上半年, 年底, 一季度. */
function partialAt(text: string, at: number, context: WhenContext): BasePeriod | null {
  const page = context.publishedOn ? partsOf(context.publishedOn) : null;
  const day = /^(?:[昨今前明]?（(\d{1,2})）日|(\d{1,2})日(?!元))/.exec(text);
  if (day) return dayOnly(at + day[0].length, Number(day[1] ?? day[2]), context);
  const word = /^(?:昨[日天]|今[日天]|前天|明天)(?!地)/.exec(text)?.[0];
  if (word !== undefined) {
    const step = word.startsWith('昨') ? -1 : word.startsWith('前') ? -2 : word.startsWith('明') ? 1 : 0;
    const date = context.publishedOn && addDays(context.publishedOn, step);
    return { end: at + 2, from: date, to: date, grain: 'day', doubtful: date === null };
  }
  const months = /^(1[0-2]|0?[1-9])(?:月)?(?:[—–\-~～－至到]|——)(1[0-2]|0?[1-9])月(?:份)?(?!\d)/.exec(text);
  if (months) return monthsBetween(at + months[0].length, Number(months[1]), Number(months[2]), context);
  const month = /^(?:(本月|上月|上个月|下个月)|(1[0-2]|0?[1-9])月(?:份)?(?!\d{3}))/.exec(text);
  if (month) return monthOnly(text, month, at, context);
  const part =
    /^(?:(上半年|下半年|年初|年底|年末|年内|前三季度)|(?:第)?([一二三四])季度|前(\d{1,2}|[一二三四五六七八九十]{1,2})个月)/.exec(
      text,
    );
  if (!part) return null;
  const year = context.year ?? page?.year ?? null;
  const inner = withSub(text.replace(/^年内/, '全年'), 0, at, year ?? 2000, context.year == null);
  const end = at + part[0].length;
  return year === null ? { ...inner, end, from: null, to: null, doubtful: true } : { ...inner, end, doubtful: false };
}

function dayOnly(end: number, day: number, context: WhenContext): BasePeriod | null {
  if (day < 1 || day > 31) return null;
  const page = context.publishedOn;
  if (!page) return { end, from: null, to: null, grain: 'day', doubtful: true };
  const { year, month, day: today } = partsOf(page);
  const back = day > today;
  const [y, m] = back ? (month === 1 ? [year - 1, 12] : [year, month - 1]) : [year, month];
  return dayPeriod(end, y, m, day, false);
}

/** 1—7月: months of the year named before, else of the page's year or the one before it. */
function monthsBetween(end: number, first: number, last: number, context: WhenContext): BasePeriod {
  const page = context.publishedOn ? partsOf(context.publishedOn) : null;
  const year = context.year ?? (page && (last - page.month > 5 ? page.year - 1 : page.year));
  if (year === null || first > last) return { end, from: null, to: null, grain: 'span', doubtful: true };
  return { end, from: plainDate(year, first, 1), to: lastDay(year, last), grain: 'span', doubtful: false };
}

function monthOnly(text: string, match: RegExpExecArray, at: number, context: WhenContext): BasePeriod | null {
  const page = context.publishedOn ? partsOf(context.publishedOn) : null;
  const end = at + match[0].length;
  if (match[1] !== undefined) {
    if (!page) return { end, from: null, to: null, grain: 'month', doubtful: true };
    const index = page.year * 12 + page.month - 1 + (match[1] === '本月' ? 0 : match[1] === '下个月' ? 1 : -1);
    return monthPeriod(text.slice(match[0].length), end, Math.floor(index / 12), (index % 12) + 1, false);
  }
  const month = Number(match[2]);
  if (context.year != null) return monthPeriod(text.slice(match[0].length), end, context.year, month, false);
  if (!page) return { ...monthPeriod(text.slice(match[0].length), end, 2000, month, true), from: null, to: null };
  // A month far ahead of the page's own is last year's (a page of January telling of December).
  const year = month - page.month > 5 ? page.year - 1 : page.year;
  return monthPeriod(text.slice(match[0].length), end, year, month, false);
}

/** 十年来, 近三年, 过去五年, 近年来, 八年间: counted back from the page's year, the first year doubtful. */
function spanAt(text: string, at: number, context: WhenContext): BasePeriod | null {
  const m = /^(近|过去|最近|这|前)?(\d{1,2}|[一二三四五六七八九十两]{1,3}|几)?(多|余)?年(以来|来|间|时间里)?/.exec(
    text,
  );
  if (!m || (m[1] === undefined && m[4] === undefined) || (m[2] === undefined && m[1] !== '近')) return null;
  if (m[2] === undefined && m[4] === undefined) return null;
  if (m[1] === '前' || (m[1] === '这' && m[2] === undefined)) return null;
  const years = m[2] === undefined || m[2] === '几' ? null : smallNumber(m[2]);
  const page = context.publishedOn;
  const from = page && years !== null ? plainDate(partsOf(page).year - years, 1, 1) : null;
  return { end: at + m[0].length, from, to: page, grain: 'span', doubtful: true };
}

function nowAt(text: string, at: number, context: WhenContext): BasePeriod | null {
  const m = /^(?:目前|现阶段|当前|迄今为?止?|如今|至今)(?!台|端|期)/.exec(text);
  if (!m) return null;
  return {
    end: at + m[0].length,
    from: null,
    to: context.publishedOn,
    grain: 'until',
    doubtful: context.publishedOn === null,
  };
}

function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const one = (c: string) => (c === '两' ? 2 : Number(DIGITS[c] ?? '0'));
  const ten = text.indexOf('十');
  if (ten < 0) return one(text);
  return (ten === 0 ? 1 : one(text.charAt(0))) * 10 + (ten === text.length - 1 ? 0 : one(text.charAt(ten + 1)));
}
