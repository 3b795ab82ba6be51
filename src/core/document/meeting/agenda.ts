import type { Page, Sentence } from '../page.ts';
import { quoteOf } from '../page.ts';
import type { AgendaItem } from '../reading.ts';
import { itemsWithAgent, itemsWithVerbFirst } from './agenda-clause.ts';
import type { ClauseItem } from './agenda-clause.ts';
import type { Opening } from './opening.ts';
import { personAtEnd } from './person.ts';
import { clausesOf, partOf } from './text.ts';
import type { Clause } from './text.ts';
import { REQUIREMENT } from './words.ts';

interface Found {
  item: ClauseItem;
  sentence: Sentence;
}

/** How the meeting itself may begin a clause as its subject. */
const SUBJECT =
  /^(?:会议|大会|全会|例会|本次会议|此次会议|座谈会|联席会议|推进会|会(?!议))(?!上|后|前|期间|室|由|要求|强调|指出|认为|的)|^(?:(?:这次|本次|此次)?(?:会议|座谈会|推进会)的?)?主要(?:任务|内容|议程|议题|目的)(?:是|为|包括)/;
const AT =
  /^(?:在)?(?:会上|会议上|座谈会上|会议期间|会议中|会中|[^，]{0,12}(?:环节|阶段)(?:，|$)|大会上|推进会上|[^，。]{0,12}会议?上(?:，|$)|[^，。]{0,6}(?:联席|座谈|推进|交流|调度|工作)会上(?!的))/;
/** …主持会议，并就…作出部署: what the one who presides does belongs to the sitting. */
const PRESIDES = /主持(?:了)?(?:召开)?(?:会议|本次会议|[^，]{0,20}会)$/;
/** …出席会议并讲话，对…作出部署: so does what the leader who speaks does. */
const SPEAKS = /(?:出席|参加)[^，]{0,16}并(?:作|发表)?[^，]{0,6}(?:讲话|发言|报告)$/;
/** 随后召开会议，研究…: the sitting of a visit. */
const SAT = /(?:随后|接着|现场|之后|并)?(?:召开|举行)了?(?:专题|座谈|工作|现场|推进)?会议?$/;
const AFTER = /^(?:会后|会前|散会后|会议结束后|会议开始前|座谈会后|座谈前|次日|调研期间|在[^，]{2,10}(?:调研|考察)时)/;
const NUMBERED =
  /^(?:[一二三四五六七八九十]是|（[一二三四五六七八九十]）|第[一二三四五六七八九十](?=，)|[一二三四五六七八九十]、|\d[.．、])/;
const PAST =
  /^(?:近年来|多年来|[^，]{0,16}以来|下一步|下步|今后|接下来|过去|去年|今年|截至|目前|据悉|据了解|\d{4}年|此前|\d{4}—)/;

/** 听取汇报: of nothing in particular. */
const BARE = /^(?:情况|工作)?汇报$/;

/** No meeting has more; a text that seems to is not read further. */
const MOST_ITEMS = 100;

/** The agenda of the meeting: each item with its clause, in the order of the text, repeated ones once. */
export function findAgenda(page: Page, body: Sentence[], opening: Opening): AgendaItem[] {
  const found: Found[] = [];
  let before: Sentence | null = null;
  let ownBefore: boolean = false;
  let demanded: boolean = false;
  let told: boolean = false;
  for (const sentence of body) {
    if (sentence.start < opening.sentence.start) continue;
    if (AFTER.test(sentence.text)) break;
    const goesOn = carries(before, sentence);
    const continued: boolean =
      ((goesOn || listed(before, sentence)) && ownBefore) || /^(?:随后|接着|最后)/.test(sentence.text);
    demanded = (goesOn && demanded) || clausesOf(sentence.text).some((c) => demands(c, sentence.text));
    const skipped = goesOn && demanded && !isOwn(sentence);
    const items: ClauseItem[] =
      sentence === opening.sentence
        ? restItems(opening)
        : skipped
          ? []
          : itemsIn(sentence, continued, told && before?.block === sentence.block);
    for (const item of items.filter(({ title }) => !BARE.test(title)))
      if (!repeats(found, item)) found.push({ item, sentence });
    if (found.length >= MOST_ITEMS) break;
    told = !demanded && (items.length > 0 || isOwn(sentence));
    ownBefore = !demanded && (isOwn(sentence) || continued || items.length > 0 || /议程|议题/.test(sentence.text));
    before = sentence;
  }
  return found
    .filter((one) => !isVague(one, found))
    .map(({ item, sentence }) => ({
      ...quoteOf(page, sentence.start + item.clause.start, sentence.start + item.clause.end),
      doubts: [],
      type: item.type,
      title: item.title,
    }));
}

/** Whether what someone demands follows; …提出具体要求； ends there. */
function demands(clause: Clause, text: string): boolean {
  if (!isRequirement(clause) || !/强调|指出|要求/.test(clause.masked)) return false;
  return !(/提出[^，]*要求$/.test(clause.masked) && /[。；]/.test(text.charAt(clause.end)));
}

/** 传达有关精神, 审议有关事项: only a heading where the same kind is told in full elsewhere. */
function isVague(one: Found, all: Found[]): boolean {
  const vague = (f: Found) =>
    /^(?:(?:有关|相关|其他)(?:工作|文件|会议|事项)?(?:精神|情况|事项|文件|工作|议题)?|工作方案|相关方案)$/.test(
      f.item.title,
    );
  return vague(one) && all.some((f) => f !== one && f.item.type === one.item.type && !vague(f));
}

/** Items in what follows 召开… in the opening sentence. */
function restItems(opening: Opening): ClauseItem[] {
  const out: ClauseItem[] = [];
  for (const clause of joined(clausesOf(opening.sentence.text), opening.sentence.text)) {
    if (clause.end <= opening.restAt) continue;
    const rest =
      clause.start < opening.restAt ? partOf(clause, opening.restAt - clause.start, clause.text.length) : clause;
    if (rest.text === '' || isRequirement(rest)) {
      if (rest.text !== '') break;
      continue;
    }
    if (extended(rest, out.at(-1), opening.sentence.text)) continue;
    const items = clauseItems(withoutOpening(rest), true);
    out.push(...(items.length > 0 ? items : furtherOf(rest, out.at(-1))));
  }
  return out;
}

/** Whether the sentence goes on where the last one ended with ；. */
function carries(before: Sentence | null, sentence: Sentence): boolean {
  return before !== null && before.block === sentence.block && before.text.endsWith('；');
}

/** Whether the sentence goes on an announced agenda (共四项议程。一是…) or is told next (随后…). */
function listed(before: Sentence | null, sentence: Sentence): boolean {
  if (before === null || before.block !== sentence.block) return false;
  return /议程|议题|内容/.test(before.text) || /^(?:其间|期间|最后)/.test(sentence.text);
}

/** Whether the meeting itself is the subject, or the sentence says 会上. */
function isOwn(sentence: Sentence): boolean {
  const first = clausesOf(sentence.text)[0];
  if (first === undefined || isRequirement(first)) return false;
  return SUBJECT.test(first.masked) || AT.test(first.masked) || AT.test(sentence.text);
}

/** What is said or exchanged about a matter (就某事进行了交流发言), so that no one need be named before it. */
const EXCHANGE = new Set(['交流', '研究', '审议', '汇报']);

/** `beside`: the sentence before it in the paragraph told the sitting's agenda. */
function itemsIn(sentence: Sentence, continued: boolean, beside: boolean): ClauseItem[] {
  const clauses = clausesOf(sentence.text);
  const first = clauses[0];
  if (first === undefined) return [];
  const near = beside && !PAST.test(first.masked);
  const own =
    continued ||
    isOwn(sentence) ||
    /^(?:与会|参会)[^，。]{0,14}分别|^(?:听取|传达|学习|审议|通报|研究|安排|部署)[^，]{0,6}了/.test(sentence.text);
  if (!own && PAST.test(first.masked)) return [];
  const out: ClauseItem[] = [];
  let after = own || PRESIDES.test(first.masked);
  for (const clause of joined(clauses, sentence.text)) {
    if (isRequirement(clause)) {
      const head = headBeforeRequirement(clause);
      if (head !== null) out.push(...clauseItems(head, own));
      break;
    }
    after = after || SUBJECT.test(clause.masked) || SAT.test(clause.masked) || SPEAKS.test(clause.masked);
    if (extended(clause, out.at(-1), sentence.text)) continue;
    const about = near && /^(?:就|围绕|针对)/.test(clause.masked);
    const stated = clauseItems(withoutOpening(clause), after || about);
    const items = stated.length > 0 ? stated : furtherOf(clause, out.at(-1));
    const kept = (own ? items : items.filter((i) => standsAlone(i, after) || (near && exchanged(i, clause)))).filter(
      (i) => !detailsSpeech(i, out),
    );
    out.push(...kept);
    after = after || kept.length > 0;
  }
  return out;
}

/** 传达学习甲精神、乙精神，以及丙精神: the rest of the same item. Changes `last`; whether it did. */
function extended(clause: Clause, last: ClauseItem | undefined, text: string): boolean {
  if (last === undefined || last.agent !== null || last.clause.end + 1 !== clause.start) return false;
  if (!/^(?:以及|及)/.test(clause.masked) || !/(?:精神|要求|内容|文件|》|情况)$/.test(clause.masked)) return false;
  if (/(?:以及|及)(?:听取|审议|通报|部署|研究|安排)/.test(clause.masked)) return false;
  last.title = `${last.title}${text.charAt(last.clause.end)}${clause.text}`;
  last.clause = { ...last.clause, end: clause.end };
  return true;
}

const LEARNT =
  /^(?!并|要|深入|认真|以|把|按|根据|结合|围绕|对照|坚持|全面|切实|进一步|更好|推动|确保|落实|贯彻|学习|体会|领会)[^，]{4,}(?:精神|讲话|指示|批示|论述)$/;

/** A list that goes on behind a comma without its verb: 传达甲会议精神，乙会议精神; 审议《甲》，《乙》. */
function furtherOf(clause: Clause, last: ClauseItem | undefined): ClauseItem[] {
  if (last === undefined || last.agent !== null || last.clause.end + 1 !== clause.start) return [];
  const goesOn =
    last.type === '传达学习'
      ? LEARNT.test(clause.masked)
      : last.type === '审议' && /^《□*》(?:（□*）)?$/.test(clause.masked);
  return goesOn ? [{ type: last.type, title: clause.text, clause, agent: null }] : [];
}

function exchanged(item: ClauseItem, clause: Clause): boolean {
  return EXCHANGE.has(item.type) && /^(?:并|还)?(?:就|围绕|针对)/.test(clause.masked) && /了/.test(clause.masked);
}

/** …作了交流发言，分别介绍了好做法: the second clause tells what the speeches were about. */
function detailsSpeech(item: ClauseItem, before: ClauseItem[]): boolean {
  return item.agent === null && item.type === '汇报' && before.at(-1)?.title.endsWith('发言') === true;
}

/** Without 会上 or 会议 or a number before the verb, only these say that something happened at the meeting. */
function standsAlone(item: ClauseItem, goesOn: boolean): boolean {
  if (item.agent === null && !goesOn) return false;
  if (item.type === '总结') return item.agent !== null && !/会议?$/.test(item.title);
  return ['汇报', '通报', '传达学习', '交流', '签订', '审议', '部署', '研究'].includes(item.type);
}

/** Clauses with those of a comma list after 围绕/就 joined up to the verb that closes it. */
function joined(clauses: Clause[], text: string): Clause[] {
  const out: Clause[] = [];
  for (let i = 0; i < clauses.length; i += 1) {
    const clause = clauses[i];
    if (clause === undefined) continue;
    const last = OPEN_LIST.test(clause.masked) && !CLOSES_LIST.test(clause.masked) ? closingClause(clauses, i) : i;
    const end = clauses[last] ?? clause;
    out.push(
      last === i
        ? clause
        : {
            start: clause.start,
            end: end.end,
            text: text.slice(clause.start, end.end),
            masked: listMask(clauses.slice(i, last + 1)),
          },
    );
    i = last;
  }
  return out;
}

const OPEN_LIST = /(?:围绕|就|针对|聚焦)[^，]{2,}$/;
const CLOSES_LIST =
  /(?:等|方面|工作|问题|内容|情况|事宜)?(?:进行|作|开展|展开)(?:了)?[^，]{0,8}(?:讨论|研讨|交流|汇报|部署|研究|座谈|发言|安排|通报|介绍|解读|学习|布置|探讨|协商|会商|总结)(?:和[^，]{2,4})?$/;

function closingClause(clauses: Clause[], from: number): number {
  for (let k = from + 1; k < clauses.length && k <= from + 5; k += 1)
    if (CLOSES_LIST.test(clauses[k]?.masked ?? '')) return k;
  return from;
}

/** The masked words of joined clauses; the commas between them read as 、. */
function listMask(clauses: Clause[]): string {
  return clauses.map((c) => c.masked).join('、');
}

function withoutOpening(clause: Clause): Clause {
  let at = 0;
  for (let i = 0; i < 3; i += 1) {
    const rest = clause.masked.slice(at);
    const match = /^[\s]+/.exec(rest) ?? NUMBERED.exec(rest) ?? AT.exec(rest) ?? SUBJECT.exec(rest);
    if (!match || match[0] === '') break;
    at += match[0].length;
  }
  return partOf(clause, at, clause.text.length);
}

function clauseItems(clause: Clause, own: boolean): ClauseItem[] {
  if (/^(?:要|应|必须|需要|务必|切实|坚持|确保|推动|加强)/.test(clause.masked)) return [];
  const first = own ? itemsWithVerbFirst(clause) : [];
  return first.length > 0 ? first : itemsWithAgent(clause);
}

const SAYS = new RegExp(`^(?:会议|大会|座谈会|全会)?(?:还|并|同时|进一步|也)*${REQUIREMENT.source}`);
const ASKS = /提出(?:了)?[^，]{0,12}(?:要求|意见|建议|希望)$/;
const SPEAKER_THEN =
  /(?:指出|强调|认为|号召)$|(?:他|她|讲话中|时|会议|大会|同志|书记|长)(?:要求|希望|建议|提出|明确|表示)$/;
const TOLD = /(?:汇报|交流|介绍|通报|传达|听取|审议|解读|宣读|分享|讨论|学习|研究|总结|部署|安排)了/;

/** Whether the clause begins what someone demands, so that the agenda ends there. */
function isRequirement(clause: Clause): boolean {
  const { masked } = clause;
  if (SAYS.test(masked) || ASKS.test(masked) || /(?:强调|指出|要求)(?:，|要|各|全)/.test(masked)) return true;
  if (SPEAKER_THEN.test(masked)) return !TOLD.test(masked);
  const verb = /(?:要求|希望|建议|提出|明确|表示)$/.exec(masked);
  return verb !== null && verb.index <= LONGEST_SPEAKER && personAtEnd(masked.slice(0, verb.index)) !== null;
}

const LONGEST_SPEAKER = 40;

/** What stands before 并强调 in the same clause; null where the requirement begins it. */
function headBeforeRequirement(clause: Clause): Clause | null {
  const at = clause.masked.search(/并(?:强调|指出|要求|提出|就|对)/);
  return at > 4 ? withoutOpening(partOf(clause, 0, at)) : null;
}

/** Whether an item of the same kind with the same matter was found before. */
function repeats(found: Found[], item: ClauseItem): boolean {
  return found.some(({ item: other }) => {
    if (other.type !== item.type) return false;
    if (item.type === '部署' && item.agent !== null) return true;
    return contained(other.title, item.title) || contained(item.title, other.title);
  });
}

/** Whether nearly all pairs of characters of the shorter title stand in the longer. */
function contained(short: string, long: string): boolean {
  if (short.length > long.length || short.length < 6) return short === long;
  let hits = 0;
  for (let i = 0; i + 1 < short.length; i += 1) if (long.includes(short.slice(i, i + 2))) hits += 1;
  return hits >= (short.length - 1) * 0.85;
}
