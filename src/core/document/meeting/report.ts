import type { Page, Sentence } from '../page.ts';
import { findAgenda } from './agenda.ts';
import { findMeetingDate, lastMeetingDate, onlyAhead, yearOfText } from './meeting-date.ts';
import type { DateContext, MeetingDate } from './meeting-date.ts';
import { isGeneric, nameBefore } from './meeting-name.ts';
import { openingsIn } from './opening.ts';
import type { Opening } from './opening.ts';
import { clausesOf, mask } from './text.ts';
import { BODY_END } from './words.ts';

/** The page is the report of this meeting. */
export interface Report {
  opening: Opening;
  name: string;
  date: MeetingDate | null;
  doubts: string[];
}

const VISIT = /调研|考察|走访|慰问|检查|督导|看望|视察|深入(?!推进|学习|贯彻|开展|实施|剖析|落实)|赴/;
const CITING = /记者.{0,30}(?:获悉|了解到)|从.{2,60}会(?:议)?上(?:获悉|了解到)|会(?:议)?上(?:获悉|了解到)/;
const SPEAKS =
  /会议(?:还|同时|首先|集体)?(?:指出|强调|要求|认为|听取|传达|学习|审议|通报|研究|总结|决定|明确|由|以)|会上(?!获悉|了解到)|与会|主持会议|主持召开|出席会议|参加会议|列席会议|会议由|座谈会上(?!获悉|了解到)|参加座谈|主持座谈|主持[^，。；]{0,20}会/g;

/** How many sentences at the top of the body may hold the statement that the meeting took place. */
const TOP = 5;

/** The meeting that the page reports, or null. */
export function findReport(page: Page, headlines: Sentence[], body: Sentence[], context: DateContext): Report | null {
  const titled = headlines.flatMap((s) => headlineOpening(s, context));
  const evidence = body.reduce((n, s) => n + (s.text.match(SPEAKS)?.length ?? 0), 0);
  if (titled.length === 0 && CITING.test(textOf(body.slice(0, 3)))) return cited(page, body, context);
  if (titled.length === 0 && isVisit(page, headlines, body)) return withinVisit(body, context);
  const opening = bodyOpening(body, titled, context);
  if (opening === null) return fromHeadline(titled, body, evidence, context) ?? attended(body, context);
  if (titled.length > 0) return complete(opening, titled, body, context);
  if (evidence === 0 && !tellsNews(opening, body)) return null;
  if (isOld(opening, context)) return null;
  return complete(opening, titled, body, context);
}

const SOURCE = /从(?:[^，。]{0,20}(?:召开|举行)的)?(?<name>[^，。从]{4,60}?会(?:议)?)上?(?:获悉|了解到|得知)/;

/** News drawn from a meeting (记者从某会上获悉): the page reports the meeting only where it tells what was done there. */
function cited(page: Page, body: Sentence[], context: DateContext): Report | null {
  for (const sentence of body.slice(0, 3)) {
    const match = SOURCE.exec(sentence.text);
    const clause = clausesOf(sentence.text).find((c) => match !== null && c.end > match.index);
    if (match === null || clause === undefined) continue;
    const opening: Opening = {
      sentence,
      clause,
      name: match.groups?.name ?? '',
      subject: '',
      restAt: clause.end,
      date: lastMeetingDate(sentence.text.slice(0, match.index), context),
      mention: true,
    };
    if (findAgenda(page, body, opening).length === 0) return null;
    const report = complete(opening, [], body, context);
    return { ...report, doubts: [...report.doubts, 'meeting.cited'] };
  }
  return null;
}

function textOf(sentences: Sentence[]): string {
  return sentences.map((s) => s.text).join('');
}

/** A page about a visit: its headline says so, or its first sentences do before any meeting is named. */
function isVisit(page: Page, headlines: Sentence[], body: Sentence[]): boolean {
  const titles = [page.source.title ?? '', ...headlines.map((s) => s.text)];
  if (titles.some((t) => VISIT.test(t) && !/会(?:议)?(?:$|召开|举行)/.test(t))) return true;
  const first = body[0]?.text ?? '';
  return VISIT.test(first) && !/召开|举行/.test(first);
}

/** The 座谈会 held during a visit: only where the text says that it was held, and what was said there. */
function withinVisit(body: Sentence[], context: DateContext): Report | null {
  for (const sentence of body) {
    const opening = openingsIn(sentence, context).find((o) => !o.mention) ?? mentionedSitting(sentence, context);
    if (opening === null) continue;
    const after = body.slice(body.indexOf(sentence), body.indexOf(sentence) + 4);
    const named = !isGeneric(opening.name) && body.indexOf(sentence) < TOP;
    if (!named && !/汇报|介绍|交流|发言|传达|通报|听取|主持|会上|会议上/.test(textOf(after))) continue;
    const report = complete(opening, [], body, context);
    const dated =
      report.date ??
      body
        .slice(0, 2)
        .map((s) => findMeetingDate(s.text, context))
        .find((d) => d !== null) ??
      null;
    return { ...report, date: dated, doubts: [...report.doubts, 'meeting.within_visit'] };
  }
  return null;
}

/** 在（随后召开的）某座谈会上，某人汇报了…: a sitting of the visit without a statement of its own. */
function mentionedSitting(sentence: Sentence, context: DateContext): Opening | null {
  const [clause] = clausesOf(sentence.text);
  const match =
    /^(?:在)?(?:随后|当天|当日|下午|接着)?(?:召开的|举行的)?(?<name>[^，]{0,30}(?:座谈会|座谈交流会|对接会|推进会|汇报会|见面会|联席会议?|协作会议))上$/.exec(
      clause?.masked ?? '',
    );
  if (clause === undefined || !match?.groups?.name || isGeneric(match.groups.name)) return null;
  if (/总书记|中央|全国/.test(clause.text)) return null;
  const name = clause.text.slice(clause.text.indexOf(match.groups.name), -1);
  return {
    sentence,
    clause,
    name,
    subject: '',
    restAt: clause.end,
    date: findMeetingDate(clause.text, context),
    mention: false,
  };
}

/** The statement in the body: the first with a name of its own, near the top. */
function bodyOpening(body: Sentence[], titled: Opening[], context: DateContext): Opening | null {
  const top = body.slice(0, titled.length > 0 ? TOP * 2 : TOP);
  const all = top.flatMap((s) => openingsIn(s, context)).filter((o) => !o.mention);
  const same = all.find((o) => titled.some((t) => alike(t.name, o.name)));
  const named = all.find((o) => !isGeneric(o.name));
  const first = all[0] ?? null;
  if (same !== undefined) return same;
  if (
    first !== null &&
    isGeneric(first.name) &&
    named !== undefined &&
    named.sentence.start - first.sentence.start < 200
  )
    return named;
  return first;
}

/** A dated statement in the first sentence is news of a meeting even where nothing more is told of it. */
function tellsNews(opening: Opening, body: Sentence[]): boolean {
  return opening.sentence === body[0] && opening.date !== null && !isGeneric(opening.name);
}

/** Whether two names share most of the shorter one. */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 5) return false;
  let hits = 0;
  for (let i = 0; i + 1 < short.length; i += 1) if (long.includes(short.slice(i, i + 2))) hits += 1;
  return hits >= (short.length - 1) * 0.6;
}

/** What a headline says of a meeting: 某会召开, 召开某会, 某会强调. */
function headlineOpening(sentence: Sentence, context: DateContext): Opening[] {
  const held = openingsIn(sentence, context);
  if (held.length > 0) return held;
  for (const clause of clausesOf(sentence.text)) {
    const said = /(?:强调|指出|要求|提出|$)/.exec(clause.masked);
    const upTo = said?.index ?? clause.masked.length;
    const text = clause.text
      .slice(0, upTo)
      .replace(/上的(?:讲话|发言|总结讲话|动员讲话|讲话提纲)$/, '上')
      .replace(/^.*在(?=.{4,}会(?:议)?上$)/, '')
      .replace(/上$/, '');
    const named = nameBefore(text, mask(text));
    if (named !== null && !isGeneric(named.name)) {
      return [{ sentence, clause, name: named.name, subject: '', restAt: clause.end, date: null, mention: false }];
    }
  }
  return [];
}

/** The year of the meeting is well before the page's own: it is history, not the news. */
function isOld(opening: Opening, context: DateContext): boolean {
  const date = opening.date?.date ?? null;
  const page = context.publishedOn ?? context.printed[0] ?? null;
  const year = /(\d{4})年/.exec(opening.sentence.text)?.[1];
  if (page === null) return false;
  if (date !== null) return date.slice(0, 4) < String(Number(page.slice(0, 4)) - 1);
  return year !== undefined && Number(year) < Number(page.slice(0, 4)) - 1;
}

const ATTENDED =
  /^(?<who>[^，。；]{0,60}?)(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚上?)?(?:在[^，。；]{1,8})?(?:出席|参加)(?<name>[^，。；]{6,60}?会(?:议)?)(?=$|并|，)/;

/** 某某31日在京出席某会议。他强调…: the news of the first sentence is a meeting, told by who attended it. */
function attended(body: Sentence[], context: DateContext): Report | null {
  const lead = body[0];
  const clause = lead === undefined ? undefined : clausesOf(lead.text)[0];
  const name = ATTENDED.exec(clause?.masked ?? '')?.groups?.name;
  if (lead === undefined || clause === undefined || name === undefined || isGeneric(name)) return null;
  const at = clause.masked.lastIndexOf(name);
  const opening: Opening = {
    sentence: lead,
    clause,
    name: clause.text.slice(at, at + name.length),
    subject: '',
    restAt: clause.end,
    date: findMeetingDate(clause.text.slice(clause.text.search(/\d{1,2}日[^电讯]/)), context),
    mention: false,
  };
  return complete(opening, [], body, context);
}

/** The body has no statement of its own: the headline's stands, if the body speaks of a meeting at all. */
function fromHeadline(titled: Opening[], body: Sentence[], evidence: number, context: DateContext): Report | null {
  const opening = titled[0];
  const lead = body[0];
  if (opening === undefined || lead === undefined || evidence === 0) return null;
  if (CITING.test(textOf(body.slice(0, 3)))) return null;
  const dated =
    body
      .slice(0, 3)
      .map((s) => findMeetingDate(s.text, context))
      .find((d) => d !== null) ?? null;
  return complete({ ...opening, sentence: lead, restAt: 0, date: dated }, titled, body, context);
}

function complete(opening: Opening, titled: Opening[], body: Sentence[], context: DateContext): Report {
  const doubts: string[] = [];
  const name = bestName(opening, titled);
  const year = Number(/(20\d{2}|19\d{2})年/.exec(name)?.[1] ?? 0);
  const told = year === 0 ? yearOfText(textOf(body)) : year;
  const ahead = year === 0 && told !== null && onlyAhead(textOf(body), told);
  const withYear: DateContext = { ...context, year: told, ahead, month: monthBefore(opening, body) };
  let date = opening.date === null ? null : findMeetingDate(opening.date.dateText, withYear);
  if (date === null) date = nearbyDate(opening, body, withYear);
  return { opening, name, date, doubts };
}

/** The month last named before the statement (6月3日至4日…。4日下午，…召开 → 6), else null. */
function monthBefore(opening: Opening, body: Sentence[]): number | null {
  const before = body
    .filter((s) => s.start < opening.sentence.start && s.block === opening.sentence.block)
    .map((s) => s.text);
  const dateline = /^.{0,20}?\d{1,2}月\d{1,2}日(?=[电讯])/.exec(opening.sentence.text)?.[0] ?? '';
  const months = [
    ...`${dateline}${before.join('')}${opening.sentence.text.slice(0, opening.clause.start)}`.matchAll(
      /(\d{1,2})月\d{1,2}日/g,
    ),
  ];
  return months.length === 0 ? null : Number(months.at(-1)?.[1]);
}

/** A date in the sentence before or just after the statement. */
function nearbyDate(opening: Opening, body: Sentence[], context: DateContext): MeetingDate | null {
  const at = body.indexOf(opening.sentence);
  const near = [body[at - 1], body[at + 1]].filter((s) => s !== undefined);
  for (const s of near) {
    const date = findMeetingDate(s.text.slice(0, 60), context);
    if (date !== null) return date;
  }
  return null;
}

/** A name that begins with the publisher speaking of itself. */
const SELF = /^(?:学校|我校|学院|我院|我市|我县|我区|我省|我州|我局|我厅|公司|集团公司|集团|市|县|区|州|省)/;

/** 【要闻】 before a headline. */
const LABEL = /^【[^】]{2,10}】/;

/** The fullest name: the body's own, unless a headline has the same with more in front, or the body's is generic. */
function bestName(opening: Opening, titled: Opening[]): string {
  const own = opening.name.replace(LABEL, '').replace(/^我[市县区省州](?=第|20\d\d年)/, '');
  const names = titled.map((t) => t.name.replace(LABEL, '')).filter((n) => !isGeneric(n));
  const fuller = names.find((n) => n.length > own.length && n.endsWith(own) && own.length > 3);
  if (fuller !== undefined) return fuller;
  const tail = own.replace(SELF, '');
  const unselfed = tail === own ? undefined : names.find((n) => n.length > own.length && n.endsWith(tail));
  if (unselfed !== undefined) return unselfed;
  if (!isGeneric(own) && own !== '') return own;
  const subject = opening.subject.replace(/作为.*$/, '');
  const isBody = BODY_END.test(subject) || /(?:常委会|委员会|支部)$/.test(subject);
  if (isBody && /第/.test(own)) return `${subject}${own}`;
  return names[0] ?? (isBody && !/^(?:我|学校|学院|全)/.test(subject) ? `${subject}${own}` : own);
}
