import type { AgendaType } from '../reading.ts';
import { personAtEnd } from './person.ts';
import { splitList } from './person.ts';
import { partOf } from './text.ts';
import type { Clause } from './text.ts';
import { ADVERBS, AGENDA_VERBS, BODY_END, ROLE_END, STRONG_VERBS } from './words.ts';

/** One agenda item as a clause states it; `clause` is where it stands. */
export interface ClauseItem {
  type: AgendaType;
  title: string;
  clause: Clause;
  /** Who spoke, where the clause names someone before the verb. */
  agent: string | null;
}

const VERBS = Object.keys(AGENDA_VERBS).sort((a, b) => b.length - a.length);
const BY_FIRST = new Map(
  [...new Set(VERBS.map((v) => v.charAt(0)))].map((c) => [c, VERBS.filter((v) => v.startsWith(c))]),
);
/** Nouns of telling that are no verbs of the agenda by themselves (就…作了说明). */
const TELLING: Readonly<Record<string, AgendaType>> = { 说明: '汇报', 阐述: '汇报' };
const NOUN = VERBS.filter((v) => v !== '听取').join('|');
const TOLD = `${NOUN}|${Object.keys(TELLING).join('|')}`;
const ABOUT = new RegExp(
  `^(?:就|对(?!口)|围绕|针对|聚焦)(?<what>.+?)(?:进行|作出|做出|(?<![工合协运操动创制写])作(?!用|为|风|品|物|业)|做(?!好|强|优|大|实)|开展|展开|予以|提出)(?:了)?(?<how>(?:(?!进行|作出|作了|情况)[^，]){0,8}?)(?<noun>${TOLD})(?:辅导|培训|说明)?(?:和[^，]{0,6}|、再[^，]*)?(?:（.*）)?$`,
);
/** 就某事交流了意见: the matter stands before the verb. */
const ABOUT_THEN =
  /^(?:就|围绕|针对)(?<what>.{3,80}?)(?:进一步|专题|再次)?(?<noun>交流|讨论|研讨|座谈|协商议政|协商|安排部署|部署安排|研究部署|研究安排)了?(?:[^，]{0,10}(?:意见|建议|看法|经验|体会))?$/;
/** 就某事谈了想法. */
const TALKED =
  /^(?:就|围绕|针对)(?<what>.{3,80}?)(?:分别|依次)?(?:谈|畅谈)了?(?:[^，]{0,6}(?:想法|打算|思路|看法|体会|意见|建议))(?:和[^，]{2,6})?$/;
/** 作题为《某某》的报告. */
const TITLED = /^(?:作|做)了?题为(?<what>《□*》|“□*”)的[^，]{0,8}(?<noun>报告|汇报|发言)$/;
const DID = new RegExp(
  `^(?:(?:进行|作|做)(?:了)?(?<how>(?!了?总结|了|了?自我)(?:(?!总结)[^，]){0,4}?)(?<noun>${NOUN})|(?<speech>(?:交流|表态|座谈|典型|经验交流|大会)发言))(?:（.*）)?$`,
);

/** The items that a clause states with the meeting as subject: 传达学习…, 就…作了部署. Empty where it states none. */
export function itemsWithVerbFirst(clause: Clause): ClauseItem[] {
  const body = withoutAdverbs(clause);
  return pieces(body).flatMap((piece) => itemOf(withoutAdverbs(piece), null));
}

/** The items that a clause states with someone else as subject: 某处汇报了…, 某某作交流发言. */
export function itemsWithAgent(clause: Clause): ClauseItem[] {
  const at = agentEnd(clause);
  if (at === null) return [];
  const agent = clause.text.slice(0, at);
  return pieces(partOf(clause, at, clause.text.length)).flatMap((piece) =>
    itemOf(withoutAdverbs(piece), agent).map((i) => ({ ...i, clause })),
  );
}

/** The clause without adverbs and linking words at its start. */
export function withoutAdverbs(clause: Clause): Clause {
  let at = 0;
  for (let i = 0; i < 6; i += 1) {
    const match = ADVERBS.exec(clause.masked.slice(at)) ?? IN_VIEW_OF.exec(clause.masked.slice(at));
    if (!match || verbAt(clause.masked, at) !== null) break;
    at += match[0].length;
  }
  return partOf(clause, at, clause.text.length);
}

const IN_VIEW_OF = /^结合[^，]{2,20}?(?<!工)(?=作(?!作)|做|进行)/;

/** The longest agenda verb at the place, or null. */
function verbAt(masked: string, at: number): string | null {
  return BY_FIRST.get(masked.charAt(at))?.find((v) => masked.startsWith(v, at)) ?? null;
}

/** The clause cut where a further agenda verb begins after 、 并 or 和. */
function pieces(clause: Clause): Clause[] {
  const cuts: number[] = [];
  for (const m of clause.masked.matchAll(/(?:并(?:就|对)|、|并|以及|和)(?:还)?/g)) {
    const at = m.index + m[0].length;
    if (m.index === 0 || VERBS.includes(clause.masked.slice(cuts.at(-1) ?? 0, m.index).replace(/^[、并]/, '')))
      continue;
    if (beginsItem(m[0], clause.masked.slice(at), clause.masked.slice(at - 1))) cuts.push(m.index);
  }
  const out: Clause[] = [];
  let from = 0;
  for (const cut of [...cuts, clause.masked.length]) {
    const piece = partOf(clause, from, cut);
    out.push(from === 0 ? piece : partOf(piece, piece.masked.startsWith('以及') ? 2 : 1, piece.text.length));
    from = cut;
  }
  return out;
}

function beginsItem(link: string, rest: string, withLast: string): boolean {
  if (/(?:就|对)$/.test(link)) return /进行|作/.test(withLast);
  if (link.startsWith('并')) return verbAt(rest, 0) !== null && !verbOnly(rest);
  return STRONG_VERBS.test(rest) && !verbOnly(rest);
}

/** A verb that is itself part of a noun (…和通报情况) or ends the clause. */
function verbOnly(rest: string): boolean {
  const verb = verbAt(rest, 0) ?? '';
  return rest.length - verb.length < 3;
}

function itemOf(clause: Clause, agent: string | null): ClauseItem[] {
  const about = ABOUT.exec(clause.masked) ?? ABOUT_THEN.exec(clause.masked);
  if (about) return aboutItem(clause, about, agent);
  const talked = TALKED.exec(clause.masked) ?? TITLED.exec(clause.masked);
  if (talked) return talkedItem(clause, talked, agent);
  const did = DID.exec(clause.masked);
  if (did && (agent !== null || /发言$/.test(clause.masked))) return didItem(clause, did, agent);
  const verb = verbAt(clause.masked, 0);
  if (verb === null) return [];
  const type = AGENDA_VERBS[verb] ?? '研究';
  return objectItems(clause, verb, type, agent);
}

function aboutItem(clause: Clause, match: RegExpExecArray, agent: string | null): ClauseItem[] {
  const noun = match.groups?.noun ?? '';
  const type = AGENDA_VERBS[noun] ?? TELLING[noun];
  const what = match.groups?.what ?? '';
  if (type === undefined || what.length < 2 || /讲话$|强调$/.test(clause.masked)) return [];
  const from = clause.masked.indexOf(what);
  return [{ type, title: titleOf(clause.text.slice(from, from + what.length)), clause, agent }];
}

function talkedItem(clause: Clause, match: RegExpExecArray, agent: string | null): ClauseItem[] {
  const what = match.groups?.what ?? '';
  const from = clause.masked.indexOf(what);
  const type = AGENDA_VERBS[match.groups?.noun ?? '交流'] ?? '交流';
  return [{ type, title: titleOf(clause.text.slice(from, from + what.length)), clause, agent }];
}

function didItem(clause: Clause, match: RegExpExecArray, agent: string | null): ClauseItem[] {
  const noun = match.groups?.noun ?? match.groups?.speech ?? '';
  const type = match.groups?.speech === undefined ? AGENDA_VERBS[noun] : '交流';
  if (type === undefined || !['交流', '汇报', '通报'].includes(type)) return [];
  return [{ type, title: `${match.groups?.how ?? ''}${noun}`, clause, agent }];
}

const NO_OBJECT =
  /^(?:$|会|和|与|工作$|讲话|要点|精神$|室|意见|发言|问题$|其他事项|(?:以下)?事项如下|如下|有关事项$|相关事项$|领域|机制)/;

function objectItems(clause: Clause, verb: string, type: AgendaType, agent: string | null): ClauseItem[] {
  let from = verb.length;
  if (/^(?:了|过)/.test(clause.masked.slice(from))) from += 1;
  const more = /^(?:、|并)([\u4e00-\u9fff]{2,4})/.exec(clause.masked.slice(from));
  const joined = more?.[1] === undefined ? null : verbAt(more[1], 0);
  if (joined !== null && more !== null) {
    // 总结、通报、交流一年来工作: one matter under the first verb.
    return objectItems(partOf(clause, from + 1, clause.text.length), joined, type, agent).map((i) => ({
      ...i,
      type,
      clause,
    }));
  }
  const object = clause.text.slice(from);
  const masked = clause.masked.slice(from);
  if (NO_OBJECT.test(masked) && verb !== '听取') return [];
  if (verb === '听取') return heardItems(clause, object, agent);
  if (masked.length < 4) return [];
  const papers = papersOf(object, masked);
  if (papers !== null) return papers.map((title) => ({ type, title, clause, agent }));
  const learnt = type === '传达学习' ? object.replace(/^、?(?:宣传)?(?:贯彻落实|贯彻|落实)/, '') : object;
  return [{ type, title: titleOf(learnt.replace(/^同意/, '')), clause, agent }];
}

const HEARD =
  /(?:的)?(?:情况|工作)?(?:汇报|(?<!工作)报告|介绍|通报|说明|发言|述职)(?:和[^，]{0,10}(?:意见|建议|打算))?$/;

function heardItems(clause: Clause, object: string, agent: string | null): ClauseItem[] {
  if (/意见|建议|诉求|需求|心声/.test(object) && !/汇报|报告|介绍/.test(object)) return [];
  const type: AgendaType = /通报$/.test(object) ? '通报' : '汇报';
  const bareTitle = object.replace(HEARD, (tail) =>
    tail.startsWith('的') ? '' : (/^(?:情况|工作)/.exec(tail)?.[0] ?? ''),
  );
  const title = titleOf(bareTitle.replace(/^(?:了)/, ''));
  return [{ type, title: title.length < 2 ? object : title, clause, agent }];
}

/** The papers of a list 《甲》、《乙》和《丙》, each with what belongs to it; null where there are not at least two side by side. */
function papersOf(object: string, masked: string): string[] | null {
  if (/》(?:（□*）)?的[^《》]*$/.test(masked)) return null;
  const cuts: number[] = [];
  for (const m of masked.matchAll(/(?:(?<=[》）])|[、和及与]|以及)《/g))
    if (masked.slice(0, m.index).includes('》')) cuts.push(m.index);
  if (cuts.length === 0 || masked.indexOf('《') > LONGEST_ISSUER) return null;
  const out: string[] = [];
  let from = 0;
  for (const cut of [...cuts, object.length]) {
    out.push(titleOf(object.slice(from, cut).replace(/^(?:、|和|及|与|以及)+/, '')));
    from = cut;
  }
  return out;
}

/** Who issued a paper may stand before its brackets; longer words are a sentence of their own. */
const LONGEST_ISSUER = 24;

function titleOf(text: string): string {
  return text
    .replace(/(?<![今前最以])后$/, '')
    .replace(/(?:以及|及|和)对.{2,40}提出了?.{2,20}$/, '')
    .replace(/^[：，、]+/, '')
    .replace(/[，、。；]+$/, '');
}

/** Where the words for the one who acts end and the verb begins; null where the clause has no such form. */
function agentEnd(clause: Clause): number | null {
  const { masked } = clause;
  for (let at = 1; at < masked.length && at < 160; at += 1) {
    if (!startsPredicate(masked, at)) continue;
    const before = withoutEndAdverbs(masked.slice(0, at));
    if (/(?:要|应|须|将|需|为|必须|着力|继续|持续|不断|的|得到|获|受|被|请|工作|情况|精神|问题)$/.test(before))
      return null;
    if (
      isAgent(clause.text.slice(0, before.length)) &&
      !onlyListens(before, masked.slice(at), masked.slice(before.length, at))
    )
      return at;
  }
  return null;
}

/** A leader who listens, or bodies that are to learn, state no item: 某某认真听取了汇报, 各部门深入学习贯彻…. */
function onlyListens(agent: string, rest: string, between: string): boolean {
  if (rest.startsWith('听取')) return personAtEnd(agent) !== null && !/一行$/.test(agent);
  const verb = verbAt(rest, 0) ?? '';
  return (
    verb.includes('学习') && !verb.includes('传达') && !rest.startsWith('了', verb.length) && !/组织|带领/.test(between)
  );
}

function startsPredicate(masked: string, at: number): boolean {
  const rest = masked.slice(at);
  if (/^(?:就|对|围绕)/.test(rest)) return ABOUT.test(rest) || ABOUT_THEN.test(rest) || TALKED.test(rest);
  if (/^(?:进行|作|做)/.test(rest) || /^[\u4e00-\u9fff]{2,4}发言/.test(rest))
    return !/[工合协运操动创制写]$/.test(masked.slice(0, at)) && (DID.test(rest) || TITLED.test(rest));
  const verb = verbAt(masked, at);
  return verb !== null && rest.length - verb.length >= 3;
}

function withoutEndAdverbs(words: string): string {
  return words.replace(
    /(?:分别|从.{2,60}?(?:方面|角度)|向[^，向]{2,20}|依次|先后|逐一|逐个|(?:参加|出席)会议并|首先|随后|还|也|共同|现场|书面|详细|结合[^，]{2,20}|简要|全面|重点|集中|一一|最后|率先|就此|(?:组织|带领)(?:全体|与会|参会|大家|人员|党员|干部|同志)*|集体|认真|专题|深入|全面|系统)+$/,
    '',
  );
}

function isAgent(text: string): boolean {
  const words = text.replace(/（[^（）]*）$/, '').replace(/[“”]/g, '');
  if (words.length < 2) return false;
  if (
    /(?:双方|大家|与会人员|参会人员|人员|代表|各方|各地|成员|书记们|单位|企业|部门|两地|专家|委员|组织部|同志|相关负责人|集团|公司)$/.test(
      words,
    )
  )
    return true;
  if (ROLE_END.test(words) || BODY_END.test(words)) return true;
  const tail = splitList(words).pop() ?? '';
  return personAtEnd(tail) !== null;
}
