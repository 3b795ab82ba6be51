import type { PlainDate } from '../../kernel/plain-date.ts';
import { addDays, partsOf, plainDate } from '../../kernel/plain-date.ts';

/** When the meeting was, as far as the words say. */
export interface MeetingDate {
  date: PlainDate | null;
  /** The words that gave it, as in the plain text. */
  dateText: string;
  /** Offsets in the text that was searched. */
  start: number;
  end: number;
  doubts: string[];
}

/** What the page itself knows about time. */
export interface DateContext {
  publishedOn: PlainDate | null;
  /** Full dates printed anywhere on the page. */
  printed: PlainDate[];
  /** A year stated in the meeting's name or nearby, else null. */
  year: number | null;
  /** Whether the text speaks of `year` only as the one to come. */
  ahead?: boolean;
  /** The month that the text named just before, for 4日下午 after 6月3日. */
  month?: number | null;
}

const HOUR = '(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚|夜)?';
const TO = `(?:(?:至|到|—|–|-|~|、)(?:\\d{1,2}月)?\\d{1,2}日)?`;
const FORMS = new RegExp(
  [
    `(?<yf>\\d{4})年(?<mf>\\d{1,2})月(?<df>\\d{1,2})日?${TO}${HOUR}`,
    `(?<rel>今年|去年)(?<mr>\\d{1,2})月(?<dr>\\d{1,2})日${TO}${HOUR}`,
    `(?<m>\\d{1,2})月(?<d>\\d{1,2})日${TO}${HOUR}`,
    `(?<near>昨日|昨天|昨|今日|今天|今|前天|前日)(?:（(?<nd>\\d{1,2})日?）)?(?:日|天)?${HOUR}`,
    `(?<!\\d|月|年)(?<only>\\d{1,2})日${TO}${HOUR}`,
    // A store that dropped 年 and 月: 2020330，… 826日.
    `(?<!\\d)(?<ty>20\\d{2})(?<tf>\\d{3,4})(?=[，,]|$)`,
    `(?<!\\d)(?<torn>\\d{3,4})日${TO}${HOUR}`,
    `(?<vague>近日|日前|近期|最近|连日来|月初|月底|年初|年底)`,
    `(?<ym>\\d{4})年(?<mm>\\d{1,2})月(?!\\d)`,
  ].join('|'),
  'g',
);

/** The first date in the text that can be the day of a meeting; null where there is none. */
export function findMeetingDate(text: string, context: DateContext): MeetingDate | null {
  return datesIn(text)[0]?.(context) ?? null;
}

/** The last such date: the one nearest to what follows the text (据5月9日消息，5月8日，某单位召开 → 5月8日). */
export function lastMeetingDate(text: string, context: DateContext): MeetingDate | null {
  return datesIn(text).at(-1)?.(context) ?? null;
}

function datesIn(text: string): ((context: DateContext) => MeetingDate)[] {
  const out: ((context: DateContext) => MeetingDate)[] = [];
  for (const match of text.matchAll(FORMS)) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 3);
    if (/^(?:电|讯|消息|以来|以前|前|起|会议|常|之前|年)/.test(after)) continue;
    if (match.groups?.near !== undefined && !nearIsDay(match[0], after)) continue;
    out.push((context) => resolve(match, context));
  }
  return out;
}

/** 昨 and 今 alone are days only with a bracket, 日/天 or an hour after them (今年, 今后 are not). */
function nearIsDay(words: string, after: string): boolean {
  return words.length > 1 && !/^(?:年|后|冬|春|夏|秋|天性|日头)/.test(after);
}

function resolve(match: RegExpExecArray, context: DateContext): MeetingDate {
  const g = match.groups ?? {};
  const base = { dateText: match[0], start: match.index, end: match.index + match[0].length };
  const page = context.publishedOn;
  if (g.yf !== undefined) return { ...base, ...checked(plainDate(Number(g.yf), Number(g.mf), Number(g.df)), []) };
  if (g.rel !== undefined && page !== null) {
    const year = partsOf(page).year - (g.rel === '去年' ? 1 : 0);
    return { ...base, ...checked(plainDate(year, Number(g.mr), Number(g.dr)), []) };
  }
  if (g.m !== undefined || g.mr !== undefined)
    return { ...base, ...monthDay(Number(g.m ?? g.mr), Number(g.d ?? g.dr), context) };
  if (g.near !== undefined) return { ...base, ...nearDay(g.near, g.nd, context) };
  if (g.tf !== undefined || g.torn !== undefined) return { ...base, ...tornDay(g.tf ?? g.torn ?? '', g.ty, context) };
  if (g.only !== undefined) return { ...base, ...dayOnly(Number(g.only), context) };
  return { ...base, date: null, doubts: ['meeting.date_partial'] };
}

/** Month and day that ran together (826, 1127): only where they can be parted in one way. */
function tornDay(digits: string, year: string | undefined, context: DateContext): Resolved {
  const cuts = digits.length === 4 ? [2] : [1, 2];
  const days = cuts
    .map((at) => [digits.slice(0, at), digits.slice(at)])
    .filter(([m, d]) => !/^0/.test(d ?? '0') && Number(m) >= 1 && Number(m) <= 12 && Number(d) <= 31);
  const [only, ...more] = days;
  if (only === undefined || more.length > 0) return { date: null, doubts: ['meeting.date_partial'] };
  const [month, day] = only.map(Number);
  const found =
    year === undefined
      ? monthDay(month ?? 0, day ?? 0, context)
      : checked(plainDate(Number(year), month ?? 0, day ?? 0), []);
  return { date: found.date, doubts: [...new Set([...found.doubts, 'meeting.date_partial'])] };
}

type Resolved = Pick<MeetingDate, 'date' | 'doubts'>;

function checked(date: PlainDate | null, doubts: string[]): Resolved {
  return { date, doubts: date === null ? ['meeting.date_partial'] : doubts };
}

/** A few days after the page's own day are forgiven: pages are dated a little early now and then. */
const GRACE = 3;

function monthDay(month: number, day: number, context: DateContext): Resolved {
  const page = context.publishedOn;
  if (page !== null) {
    const { year } = partsOf(page);
    const same = plainDate(year, month, day);
    if (same !== null && same <= addDays(page, GRACE)) return { date: same, doubts: [] };
    return checked(plainDate(year - 1, month, day), []);
  }
  const after = context.printed.filter((p) => within(plainDate(partsOf(p).year, month, day), p, 60));
  const first = after[0];
  if (first !== undefined) return { date: plainDate(partsOf(first).year, month, day), doubts: [] };
  if (context.year !== null) {
    const year = context.year - (context.ahead === true && month >= 11 ? 1 : 0);
    return checked(plainDate(year, month, day), ['meeting.year_assumed']);
  }
  return { date: null, doubts: ['meeting.date_partial'] };
}

function within(day: PlainDate | null, page: PlainDate, days: number): boolean {
  return day !== null && day <= page && page <= addDays(day, days);
}

function nearDay(word: string, inBrackets: string | undefined, context: DateContext): Resolved {
  const page = context.publishedOn ?? context.printed[0] ?? null;
  if (inBrackets !== undefined) return dayOnly(Number(inBrackets), context);
  if (page === null) return { date: null, doubts: ['meeting.date_partial'] };
  const back = word.startsWith('昨') ? 1 : word.startsWith('前') ? 2 : 0;
  return { date: addDays(page, -back), doubts: [] };
}

function dayOnly(day: number, context: DateContext): Resolved {
  if (context.month) return monthDay(context.month, day, context);
  const page = context.publishedOn ?? context.printed[0] ?? null;
  if (page === null) return { date: null, doubts: ['meeting.date_partial'] };
  const { year, month } = partsOf(page);
  const same = plainDate(year, month, day);
  if (same !== null && same <= addDays(page, 1)) return { date: same, doubts: [] };
  return checked(month === 1 ? plainDate(year - 1, 12, day) : plainDate(year, month - 1, day), []);
}

const PRINTED = /(20\d{2}|19\d{2})(?:年|-|\.|\/)(\d{1,2})(?:月|-|\.|\/)(\d{1,2})(?!\d(?!\d?[:：]))/g;

const DOTTED = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(20\d{2})(?!\d(?!\d?[:：]))/g;

/** Every full date that the text prints, in order. */
export function printedDates(text: string): PlainDate[] {
  const out: PlainDate[] = [];
  for (const m of text.matchAll(PRINTED)) {
    const date = plainDate(Number(m[1]), Number(m[2]), Number(m[3]));
    if (date !== null) out.push(date);
  }
  for (const m of text.matchAll(DOTTED)) {
    const date = plainDate(Number(m[3]), Number(m[2]), Number(m[1]));
    if (date !== null) out.push(date);
  }
  return out;
}

const SPOKEN_YEAR = /(20\d{2})年(?:度)?(?:是|以来|[^，。；0-9]{0,12}(?:重点任务|工作要点|目标任务|责任书))/g;

/** The year that the text speaks in, where it prints no date of its own: the latest named at least twice, plans aside. */
export function yearOfText(text: string): number | null {
  const counts = new Map<number, number>();
  for (const m of text.matchAll(/(?<!到|至|谋划|展望|—|-|–)(20\d{2})年(?!底前|前)/g))
    counts.set(Number(m[1]), (counts.get(Number(m[1])) ?? 0) + 1);
  const years = [...counts].filter(([, n]) => n >= 2).map(([year]) => year);
  if (years.length > 0) return Math.max(...years);
  // "2020年是决胜之年", "调度了2022年重点任务": the text speaks of the year in which it stands.
  const spoken = [...text.matchAll(SPOKEN_YEAR)].map((match) => Number(match[1]));
  return spoken.length === 0 ? null : Math.max(...spoken);
}

/** Whether a text names a year only for what is planned in it (2021年工作计划) and looks back on the year before. */
export function onlyAhead(text: string, year: number): boolean {
  const told = [...text.matchAll(new RegExp(`${String(year)}年(?<rest>[^。；]{0,18})`, 'g'))];
  const planned = told.filter((m) => /目标|计划|思路|打算|任务|安排|部署|重点|谋划/.test(m.groups?.rest ?? ''));
  return told.length > 0 && planned.length === told.length && text.includes(`${String(year - 1)}年`);
}
