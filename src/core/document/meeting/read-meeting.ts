import type { Page } from '../page.ts';
import { quoteOf } from '../page.ts';
import type { MeetingReading } from '../reading.ts';
import { findAgenda } from './agenda.ts';
import { findAttendees } from './attendees.ts';
import { findChair } from './chair.ts';
import type { Chair } from './chair.ts';
import { printedDates } from './meeting-date.ts';
import type { DateContext } from './meeting-date.ts';
import { bodyInName, isGeneric, ordinalOf } from './meeting-name.ts';
import { headlinesOf } from './opening.ts';
import { personAtEnd } from './person.ts';
import { findReport } from './report.ts';
import type { Report } from './report.ts';
import { BODY_END } from './words.ts';

/**
 * The meeting that the page reports, with its chair, attendees and agenda; null where the page reports none
 * (a page that only cites a meeting, a visit, a plan, figures).
 */
export function readMeeting(page: Page): MeetingReading | null {
  const headlines = headlinesOf(page);
  const body = page.sentences.filter((s) => !headlines.includes(s));
  const context: DateContext = { publishedOn: page.publishedOn, printed: printedDates(page.source.text), year: null };
  const report = findReport(page, headlines, body, context);
  if (report === null) return null;
  const { opening } = report;
  const own = body.filter((s) => s.start >= opening.sentence.start);
  const chair = findChair(own, headlines, opening.sentence);
  return {
    ...quoteOf(page, opening.sentence.start, opening.sentence.end),
    name: report.name,
    ordinal: ordinalOf(report.name),
    organiser: organiserOf(report),
    date: report.date?.date ?? null,
    dateText: report.date?.dateText ?? null,
    chair: chair?.chair ?? null,
    chairRole: chair?.chairRole ?? null,
    attendees: findAttendees(page, own),
    agenda: findAgenda(page, own, opening),
    doubts: doubtsOf(report, chair),
  };
}

/** Who held the meeting: the words before 召开 where they name a body, else the body in the name. */
function organiserOf(report: Report): string | null {
  const subject = report.opening.subject.replace(/(?:作为|召集).*$/, '');
  const short = subject.length >= 2 && subject.length <= 6;
  const isPerson = personAtEnd(subject)?.role != null || /主持|同志|，/.test(subject);
  const isBody = !isPerson && subject.length <= 40 && (short || BODY_END.test(subject) || /(?:部门|街道|委会|等)$/.test(subject));
  if (isBody) return joinedBodies(subject);
  return bodyInName(report.name);
}

/** Two bodies that hold a meeting together, as a list: 某局与某学院 → 某局、某学院. */
function joinedBodies(subject: string): string {
  const [first, second, ...more] = subject.split(/与|联合|会同/);
  if (first === undefined || second === undefined || more.length > 0) return subject;
  if (BODY_END.test(first) && BODY_END.test(second)) return `${first}、${second}`;
  return /会同/.test(subject) && BODY_END.test(first) ? first : subject;
}

function doubtsOf(report: Report, chair: Chair | null): string[] {
  const out = [...report.doubts];
  if (report.date === null) out.push('meeting.date_missing');
  else out.push(...report.date.doubts);
  if (chair?.office) out.push('meeting.chair_office');
  if (isGeneric(report.name)) out.push('meeting.name_generic');
  return out;
}

