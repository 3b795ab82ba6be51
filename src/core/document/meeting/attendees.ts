import type { Page, Sentence } from '../page.ts';
import { quoteOf } from '../page.ts';
import type { AttendeeGroup } from '../reading.ts';
import { DATELINE } from './opening.ts';
import { personAtEnd } from './person.ts';
import { clausesOf } from './text.ts';
import type { Clause } from './text.ts';
import { ATTEND_VERBS, BODY_END, PREDICATES, ROLE_END } from './words.ts';

const VERBS = ATTEND_VERBS.join('|');
const MANNER =
  '(?:分别|一同|应邀|共同|以视频(?:会议)?(?:形式|方式)|通过视频(?:形式|方式)?|在(?:主|各)?(?:会场|分会场|主会场)|设分会场|到会|线上|全程|同时|也|等)*';
const ATTEND = new RegExp(`^(?<who>.*?)(?<manner>${MANNER})(?<verb>${VERBS})(?:了)?(?<object>[^，；。]*)$`);
const OBJECT = /^(?:$|会议|座谈会|大会|推进会|活动|此次|本次|调研座谈|并|[^，。]{0,30}?会(?:议)?(?:$|并|，))/;

/** Those who took part, one group a verb, in the order of the text. */
export function findAttendees(page: Page, body: Sentence[]): AttendeeGroup[] {
  const out: AttendeeGroup[] = [];
  let lead: Sentence | null = null;
  for (const s of body) {
    const groups = groupsIn(page, s, lead !== null && lead.block === s.block ? lead : null);
    out.push(...groups);
    lead = groups.length === 0 && s.text.endsWith('；') && isList(s.text) ? (lead ?? s) : null;
  }
  return out;
}

/** Whether the words only name people and bodies, so that the list goes on behind their ；. */
function isList(text: string): boolean {
  return clausesOf(text).every((c) => !isPredicate(c.masked) && !isSetting(c.masked) && !ATTEND.test(c.masked));
}

/** The groups of one sentence; `lead` is where a list began that goes on in it (甲市长某某；乙市长某某出席会议). */
function groupsIn(page: Page, sentence: Sentence, lead: Sentence | null): AttendeeGroup[] {
  const out: AttendeeGroup[] = [];
  let from: Clause | null = null;
  for (const clause of clausesOf(sentence.text)) {
    const match = ATTEND.exec(clause.masked);
    if (match === null || !OBJECT.test(match.groups?.object ?? '')) {
      from = isPredicate(clause.masked) || isSetting(clause.masked) ? null : (from ?? clause);
      continue;
    }
    const whoEnd = clause.start + (match.groups?.who?.length ?? 0);
    const start = from === null || isSetting(from.masked) ? clause.start : from.start;
    const begins = lead !== null && start === 0 && out.length === 0 ? lead.start : sentence.start + start;
    const text = cleaned(page.plain.slice(begins, sentence.start + whoEnd));
    from = null;
    if (text.length < 2 || /^(?:会议|要|必须)|并$/.test(text)) continue;
    const place = quoteOf(page, begins, sentence.start + clause.end);
    out.push({ ...place, doubts: [], category: match.groups?.verb ?? '', text });
  }
  return out;
}

/** A clause with a verb of its own ends the list; one that ends like a list of people does not. */
function isPredicate(masked: string): boolean {
  return (
    (PREDICATES.test(masked) || /召集|作为/.test(masked)) &&
    personAtEnd(masked) === null &&
    !ROLE_END.test(masked) &&
    !BODY_END.test(masked)
  );
}

function isSetting(masked: string): boolean {
  return /^(?:会上|会议|会前|会后|\d{1,2}月\d{1,2}日|\d{1,2}日|近日|日前|随后|最后)/.test(masked) && masked.length < 14;
}

function cleaned(text: string): string {
  return text
    .replace(DATELINE, '')
    .replace(/^(?:会上|会议|，|、)+/, '')
    .replace(/(?:\d{1,2}月)?\d{1,2}日(?:在.{1,8})?$/, '')
    .replace(/[，、]$/, '');
}
