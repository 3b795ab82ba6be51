import type { Page, Sentence } from '../page.ts';
import { findMeetingDate, lastMeetingDate } from './meeting-date.ts';
import type { DateContext, MeetingDate } from './meeting-date.ts';
import { nameAfter, nameBefore } from './meeting-name.ts';
import { clausesOf, mask } from './text.ts';
import type { Clause } from './text.ts';
import { HOLD_VERBS, NOT_HELD_AFTER, NOT_HELD_BEFORE } from './words.ts';

/** A statement that a meeting was held: its sentence and what stands in it. */
export interface Opening {
  sentence: Sentence;
  /** The clause with the verb, offsets into the sentence. */
  clause: Clause;
  /** Name as printed at this place; '' where the text has only 会议. */
  name: string;
  /** Words before the verb without date and place: an organiser, or who presided. */
  subject: string;
  /** Where in the sentence what follows the statement begins. */
  restAt: number;
  date: MeetingDate | null;
  /** Whether the words only mention the meeting (在…召开的…会上). */
  mention: boolean;
}

const HOLD = new RegExp(HOLD_VERBS.join('|'), 'g');
const CITED = /记者|获悉|了解到|据悉|从.{2,60}会(?:议)?上/;

/** The statements in one sentence that a meeting was held, in order. */
export function openingsIn(sentence: Sentence, context: DateContext): Opening[] {
  const out: Opening[] = [];
  for (const clause of clausesOf(sentence.text)) {
    for (const match of clause.masked.matchAll(HOLD)) {
      const opening = openingAt(sentence, clause, match.index, match[0], context);
      if (opening !== null) out.push(opening);
    }
  }
  return out;
}

function openingAt(sentence: Sentence, clause: Clause, at: number, verb: string, context: DateContext): Opening | null {
  const before = clause.masked.slice(0, at);
  let after = clause.masked.slice(at + verb.length);
  if (NOT_HELD_BEFORE.test(before.replace(/[^\u4e00-\u9fff]$/, ''))) return null;
  if (/^的/.test(after)) return null;
  const taken = /^(?:了|过)/.test(after) ? 1 : 0;
  after = after.slice(taken);
  const date = dateOf(sentence, clause, at, context);
  const common = {
    sentence,
    clause,
    date,
    mention: CITED.test(sentence.text.slice(0, clause.end)) && /上$|获悉|了解到/.test(clause.masked.slice(-6)),
  };
  const behind = nameAfter(clause.text.slice(at + verb.length + taken), after);
  if (behind !== null) {
    const restAt = clause.start + at + verb.length + taken + behind.end;
    return { ...common, name: behind.name, subject: subjectOf(clause.text.slice(0, at)), restAt };
  }
  if (verb === '召集' || NOT_HELD_AFTER.test(after)) return null;
  const ahead = nameBefore(clause.text.slice(0, at), before);
  if (ahead === null) return null;
  return {
    ...common,
    name: ahead.name,
    subject: subjectOf(ahead.rest),
    restAt: clause.start + at + verb.length + taken,
  };
}

/** The date in the clause, in those before it, or anywhere in the sentence. */
function dateOf(sentence: Sentence, clause: Clause, at: number, context: DateContext): MeetingDate | null {
  const lead = lastMeetingDate(mask(sentence.text.slice(0, clause.start + at)), context);
  return lead ?? findMeetingDate(sentence.text, context);
}

/** 本报讯（记者某某）, 某社某地9月21日电 before the news itself. */
export const DATELINE =
  /^.*(?:[报网社台闻刊]讯|日[电讯]|讯(?=（|【|\d)|电(?=（)|消息(?=\d))(?:（[^（）]*）|【[^【】]*】)?/;
const PLACE = /(?:^|(?<=[^\u4e00-\u9fff]))在[^，。；]{2,40}?$/;
const HOW =
  /(?:立即|随即|专题|组织|联合|主持|共同|隆重|线上|视频|通过视频|以视频形式|以.{2,12}形式|专门|再次|连夜|迅速|及时|会同|如期|顺利|正式|成功|胜利|圆满)+$/;

/** The words before the verb without dateline, date, place and manner. */
export function subjectOf(words: string): string {
  let text = words.replace(DATELINE, '').replace(/^（[^（）]*）/, '');
  text = text.replace(
    /^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:(?:至|—|-|到)(?:\d{1,2}月)?\d{1,2}日)?(?:凌晨|上午|中午|下午|晚上|晚)?(?:\d{1,2}[时点:：]\d{0,2}分?)?/,
    '',
  );
  text = text.replace(/^(?:\d{1,2}日|昨日|昨天|今日|今天|近日|日前|近期|最近|昨（\d+）?日?)(?:上午|下午|晚上|晚)?/, '');
  text = text
    .replace(/^(?:随后|之后|会后|随即|当天|当日|接着|期间|其间|[^，。]{0,4}(?:考察|调研|交流)[^，。]{0,4}期间)/, '')
    .replace(HOW, '');
  text = text.replace(/于(?:\d{4}年)?\d{1,2}月\d{1,2}日.*$/, '');
  text = text.replace(/(?<=.{2})(?:奔赴|前往|带队|赴|率队|一行|率).*$/, '');
  const place = /在[^在]{2,40}$/.exec(text);
  if (place && place.index > 0) text = text.slice(0, place.index);
  else if (place) text = '';
  text = text.replace(/(?<=.{2})组织[^组]{2,}$/, '').replace(/在$/, '');
  return text
    .replace(HOW, '')
    .replace(PLACE, '')
    .replace(/^[，、：]+|[，、：]+$/g, '');
}

/** The headlines of the page: set headings, and short lines at the top that stand alone without a full stop. */
export function headlinesOf(page: Page): Sentence[] {
  const inBlock = new Map<number, number>();
  for (const s of page.sentences) inBlock.set(s.block, (inBlock.get(s.block) ?? 0) + 1);
  return page.sentences.filter((s, index) => {
    if (s.headline || /^原标题/.test(s.text)) return index < 40;
    const alone = inBlock.get(s.block) === 1 && s.text.length <= 70 && !/[。；！？：，]$/.test(s.text.trim());
    return alone && index < 12 && (/会/.test(s.text) || !/\d{4}/.test(s.text));
  });
}
