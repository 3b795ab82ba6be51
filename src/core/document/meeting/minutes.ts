import type { PlainDate } from '../../kernel/plain-date.ts';
import { labelOf, minutesHead } from '../minutes-lines.ts';
import type { Labelled, MinutesLabel } from '../minutes-lines.ts';
import { bigramsOf, shareOf } from '../title.ts';
import { quoteOf } from '../page.ts';
import type { Page } from '../page.ts';
import type { AgendaItem, AgendaType, AttendeeGroup, MeetingReading } from '../reading.ts';
import { itemsWithVerbFirst } from './agenda-clause.ts';
import { findMeetingDate } from './meeting-date.ts';
import type { DateContext } from './meeting-date.ts';
import { personAtEnd } from './person.ts';
import type { Report } from './report.ts';
import { clausesOf } from './text.ts';

/** What the labelled lines at the head of minutes tell of the meeting. */
export interface Minutes {
  /** Where the head stands in `Page.plain`. */
  start: number;
  end: number;
  name: string | null;
  date: PlainDate | null;
  dateText: string | null;
  chair: string | null;
  chairRole: string | null;
  attendees: AttendeeGroup[];
  agenda: AgendaItem[];
}

interface Line {
  block: number;
  start: number;
  end: number;
  text: string;
}

/** Reads 时间： 地点： 主持人： 参会人员： 议题： at the head of minutes; null where the page has no such head. */
export function readMinutes(page: Page, context: DateContext): Minutes | null {
  const lines = linesOf(page);
  const head = minutesHead(lines.map((line) => line.text));
  if (head.size === 0) return null;
  const at = [...head.keys()];
  const first = lines[at[0] ?? 0];
  const last = lines[at.at(-1) ?? 0];
  if (first === undefined || last === undefined) return null;
  const told = (label: MinutesLabel): [string, Line] | null => {
    const [i, labelled] = [...head].find(([, one]) => one.label === label) ?? [];
    const line = i === undefined ? undefined : lines[i];
    return line === undefined || labelled === undefined ? null : [line.text.slice(labelled.at).trim(), line];
  };
  const time = told('time');
  const date = time === null ? null : findMeetingDate(time[0], context);
  const chair = chairOf(told('chair')?.[0] ?? '');
  return {
    start: first.start,
    end: last.end,
    name: told('name')?.[0] ?? null,
    date: date?.date ?? null,
    dateText: date?.dateText ?? null,
    ...chair,
    attendees: [...head].flatMap(([i, labelled]) => attendeesOf(page, lines, i, labelled)),
    agenda: agendaOf(page, lines, head),
  };
}

/** The lines of the body as they stand, headlines among them. */
function linesOf(page: Page): Line[] {
  const out: Line[] = [];
  for (const { block, start, end, text } of page.sentences) {
    const last = out.at(-1);
    if (last?.block === block && !page.plain.slice(last.end, start).includes('\n'))
      out[out.length - 1] = { ...last, end, text: page.plain.slice(last.start, end) };
    else out.push({ block, start, end, text });
  }
  return out;
}

/** 李建国（党委书记）, 党委书记李建国, 李建国 副校长: the name and its post. */
function chairOf(words: string): { chair: string | null; chairRole: string | null } {
  const text = words.replace(/[。；]$/, '');
  const noted = /^(?<name>[一-龥]{2,4})[（\s](?<role>[^（）]{2,30})）?$/.exec(text)?.groups;
  if (noted) return { chair: noted.name ?? null, chairRole: noted.role ?? null };
  const person = personAtEnd(text);
  if (person !== null) return { chair: person.name, chairRole: person.role };
  return { chair: /^[一-龥]{2,4}$/.test(text) ? text : null, chairRole: null };
}

function attendeesOf(page: Page, lines: readonly Line[], i: number, labelled: Labelled): AttendeeGroup[] {
  const line = lines[i];
  if (labelled.label !== 'attend' || line === undefined) return [];
  const text = line.text.slice(labelled.at).trim().replace(/。$/, '');
  const category = /列席/.test(labelled.word) ? '列席' : /出席/.test(labelled.word) ? '出席' : '参加';
  return text === '' ? [] : [{ ...quoteOf(page, line.start, line.end), doubts: [], category, text }];
}

const NUMBER = /^(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、]|[①-⑩])\s*/;

/** Items of 议题：, in its own line or numbered in the lines behind it. */
function agendaOf(page: Page, lines: readonly Line[], head: ReadonlyMap<number, Labelled>): AgendaItem[] {
  const [at, labelled] = [...head].find(([, one]) => one.label === 'agenda') ?? [];
  const line = at === undefined ? undefined : lines[at];
  if (at === undefined || labelled === undefined || line === undefined) return [];
  const ranges: Line[] = partsOf(line, labelled.at);
  if (ranges.length === 0) {
    for (let i = at + 1; i < lines.length && i <= at + 12; i += 1) {
      const next = lines[i];
      if (next === undefined || labelOf(next.text) !== null || !NUMBER.test(next.text) || next.text.length > 80) break;
      ranges.push(...partsOf(next, 0));
    }
  }
  return ranges.map((part) => itemOf(page, part));
}

/** The items of one line, cut at ； and before numbers. */
function partsOf(line: Line, from: number): Line[] {
  const out: Line[] = [];
  let at = from;
  for (const piece of line.text
    .slice(from)
    .split(/(?<=[；。])|(?<=[，\s])(?=[一二三四五六七八九十]{1,2}、|\d{1,2}[.．、]\D)/)) {
    const blank = /^\s*/.exec(piece)?.[0].length ?? 0;
    const lead = blank + (NUMBER.exec(piece.slice(blank))?.[0].length ?? 0);
    const text = piece.slice(lead).replace(/[，。；\s]+$/, '');
    const start = line.start + at + lead;
    if (text.length >= 3) out.push({ block: line.block, start, end: start + text.length, text });
    at += piece.length;
  }
  return out;
}

/** The item by its verb; without one 审议 for papers, 研究 for the rest. */
function itemOf(page: Page, part: Line): AgendaItem {
  const [clause] = clausesOf(part.text);
  const stated = clause === undefined ? undefined : itemsWithVerbFirst(clause)[0];
  const type: AgendaType = stated?.type ?? (/[》案划点单法]$/.test(part.text) ? '审议' : '研究');
  return { ...quoteOf(page, part.start, part.end), doubts: [], type, title: stated?.title ?? part.text };
}

/** The meeting whose minutes the page is, by their title (…会议纪要); null where nothing says that it is a meeting. */
export function reportOf(minutes: Minutes, page: Page): Report | null {
  const sentence = page.sentences.find((s) => s.start >= minutes.start);
  const title = [page.source.title ?? '', ...page.sentences.slice(0, 4).map((s) => s.text)].find((t) =>
    /会(?:议|议纪要|纪要)?$/.test(t),
  );
  const name =
    minutes.name ??
    title?.replace(/(?:会议)?纪要$/, (tail) => (tail === '纪要' ? '' : '会议')).replace(/(会|大会)会议$/, '$1');
  if (sentence === undefined || name === undefined || name.length > 60) return null;
  const clause = { start: 0, end: 0, text: '', masked: '' };
  const opening = { sentence, clause, name, subject: '', restAt: sentence.text.length, date: null, mention: false };
  return { opening, name, date: null, doubts: [] };
}

/** The reading of the text with what the head of the minutes tells, which goes first. */
export function withMinutes(reading: MeetingReading, minutes: Minutes): MeetingReading {
  const more = reading.agenda.filter(
    (item) => item.start >= minutes.end && !minutes.agenda.some((own) => sameMatter(own, item)),
  );
  const dated = minutes.date !== null;
  const presided = minutes.chair !== null;
  return {
    ...reading,
    date: dated ? minutes.date : reading.date,
    dateText: dated ? minutes.dateText : reading.dateText,
    chair: presided ? minutes.chair : reading.chair,
    chairRole: presided ? (minutes.chairRole ?? reading.chairRole) : reading.chairRole,
    attendees: minutes.attendees.length > 0 ? minutes.attendees : reading.attendees,
    agenda: [...minutes.agenda, ...more],
    doubts: reading.doubts.filter(
      (doubt) => !(dated && doubt.startsWith('meeting.date')) && !(presided && doubt === 'meeting.chair_office'),
    ),
  };
}

/** The same kind of item about much the same words. */
function sameMatter(a: AgendaItem, b: AgendaItem): boolean {
  const known = bigramsOf(a.title.length >= b.title.length ? a.title : b.title);
  return shareOf(a.title.length >= b.title.length ? b.title : a.title, known) >= 0.6;
}
