import type { Page, Sentence } from '../page.ts';
import { quoteOf } from '../page.ts';
import type { MeetingReading } from '../reading.ts';
import { findAgenda } from './agenda.ts';
import { findAttendees } from './attendees.ts';
import { findChair } from './chair.ts';
import type { Chair } from './chair.ts';
import { printedDates } from './meeting-date.ts';
import type { DateContext } from './meeting-date.ts';
import { isGeneric, ordinalOf } from './meeting-name.ts';
import { headlinesOf } from './opening.ts';
import { readMinutes, reportOf, withMinutes } from './minutes.ts';
import { organiserOf, withBody } from './organiser.ts';
import { findReport } from './report.ts';
import type { Report } from './report.ts';

/**
 * The meeting that the page reports, with its chair, attendees and agenda; null where the page reports none
 * (a page that only cites a meeting, a visit, a plan, figures).
 */
export function readMeeting(page: Page): MeetingReading | null {
  const headlines = headlinesOf(page);
  const body = page.sentences.filter((s) => !headlines.includes(s));
  const context: DateContext = { publishedOn: page.publishedOn, printed: printedDates(page.source.text), year: null };
  const minutes = readMinutes(page, context);
  const report = findReport(page, headlines, body, context) ?? (minutes === null ? null : reportOf(minutes, page));
  if (report === null) return null;
  const reading = readingOf(page, headlines, body, report);
  return minutes === null ? reading : withMinutes(reading, minutes);
}

function readingOf(page: Page, headlines: Sentence[], body: Sentence[], report: Report): MeetingReading {
  const { opening } = report;
  const own = body.filter((s) => s.start >= opening.sentence.start);
  const chair = findChair(own, headlines, opening.sentence);
  return {
    ...quoteOf(page, opening.sentence.start, opening.sentence.end),
    name: report.name,
    ordinal: ordinalOf(report.name),
    organiser: withBody(organiserOf(report, page, headlines), chair?.chairRole ?? null),
    date: report.date?.date ?? null,
    dateText: report.date?.dateText ?? null,
    chair: chair?.chair ?? null,
    chairRole: chair?.chairRole ?? null,
    attendees: findAttendees(page, own),
    agenda: findAgenda(page, own, opening),
    doubts: doubtsOf(report, chair),
  };
}

function doubtsOf(report: Report, chair: Chair | null): string[] {
  const out = [...report.doubts];
  if (report.date === null) out.push('meeting.date_missing');
  else out.push(...report.date.doubts);
  if (chair?.office) out.push('meeting.chair_office');
  if (isGeneric(report.name)) out.push('meeting.name_generic');
  return out;
}
