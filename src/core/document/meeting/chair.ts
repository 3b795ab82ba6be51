import type { Sentence } from '../page.ts';
import { bare, looksLikeName, personAtEnd, roleAtEnd, splitList } from './person.ts';
import { mask } from './text.ts';
import { BODY_END, UNNAMED_LEADER } from './words.ts';

/** Who presided. */
export interface Chair {
  /** Name of the person, or of the body that presided. */
  chair: string;
  chairRole: string | null;
  /** A body, not a person. */
  office: boolean;
}

/** After 主持: what makes it the chairing of a meeting. */
const PRESIDED =
  /^(?:了)?(?:$|[\u4e00-\u9fff、]{2,14}(?:出席|参加|讲话)|[，。；、）！”]|召开|会议|本次|此次|这次|大会|讲话|并|学习|[^，。；：]{0,40}?会(?:议)?(?=$|[，。；、并）”]|暨))/;
const NOT_PRESIDED =
  /^(?:了)?(?:工作|全面|日常|人|制定|编制|完成|开展|修建|实施|仪式|节目|市|县|省|区|州)(?!.{0,30}会)/;
const OTHERS = /^(?:了)?(?:召开)?[^，。；]{0,60}?(?:会|会议)(?:时|上|并发表|精神|的重要|期间)/;

/** The chair of the meeting, from the sentences in order; null where the text names none. */
export function findChair(body: Sentence[], headlines: Sentence[], opening: Sentence | null): Chair | null {
  const found = [...body, ...headlines].flatMap((s) => candidatesIn(s, s === opening || headlines.includes(s)));
  const person = found.find((c) => !c.office);
  if (person !== undefined)
    return { ...person, chairRole: person.chairRole ?? roleElsewhere(person.chair, [...body, ...headlines]) };
  return found.find((c) => c.chair !== '') ?? null;
}

function candidatesIn(sentence: Sentence, own: boolean): Chair[] {
  const out: Chair[] = [];
  const masked = mask(sentence.text);
  for (const match of masked.matchAll(/主持/g)) {
    const after = masked.slice(match.index + 2);
    if (!PRESIDED.test(after) || NOT_PRESIDED.test(after)) continue;
    if (!own && OTHERS.test(after) && /总书记|精神|讲话/.test(masked)) continue;
    const chair = chairBefore(sentence.text.slice(0, match.index), masked.slice(0, match.index));
    if (chair !== null) out.push(chair);
  }
  return out;
}

const TRAILING =
  /(?:出席(?:了)?(?:会议|座谈会|大会)?并(?:讲话|致辞)?(?:并)?|参加(?:会议|座谈会)?并|(?:、|，)?并|，|亲自|共同|联合|代为|在|也|分别|召集并|受.{1,12}委托)$/;
const AGENT = /(?:会议|座谈会|大会|会|活动|仪式|论坛)?(?:由|受)(?=[^由]{2,60}$)/;
const VERB_BEFORE = /(?:讲话|出席|参加|强调|召开|举行|致辞|作报告|发言|列席|陪同)/g;

/** The person or body just before 主持. */
function chairBefore(text: string, masked: string): Chair | null {
  let from =
    Math.max(masked.lastIndexOf('，'), masked.lastIndexOf('。'), masked.lastIndexOf('；'), masked.lastIndexOf('：')) +
    1;
  let part = text.slice(from);
  if (stripped(part) === '' && from > 1) {
    const end = from - 1;
    from = Math.max(masked.lastIndexOf('，', end - 1), masked.lastIndexOf('；', end - 1)) + 1;
    part = actorOf(text.slice(from, end));
  }
  part = stripped(part);
  const agent = AGENT.exec(part);
  const isAgent = agent !== null;
  if (agent) part = part.slice(agent.index + agent[0].length);
  part = part
    .replace(/在[^，；。]{1,30}$/, (place) => (personAtEnd(place) === null ? '' : place))
    .replace(/(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚上?)?$/, '');
  if (part === '' && text.length > 0) return null;
  const person = personAtEnd(part);
  if (person !== null)
    return { chair: togetherWith(part, person.nameAt, person.name), chairRole: person.role, office: false };
  const titled = nameThenPost(part);
  if (titled !== null) return titled;
  const afterVerb = lastPiece(part);
  const alone = afterVerb === part ? null : personAtEnd(afterVerb);
  if (alone !== null) return { chair: alone.name, chairRole: alone.role, office: false };
  return officeOf(part, isAgent);
}

const POST_BEHIND =
  /(?:^|[委组会部局府厅县市校院办司学行公集团])(?<name>[\u4e00-\u9fff]{2,3}?)(?<post>(?:党委|党组)?(?:常务)?副?(?:书记|主任|县长|市长|州长|区长|部长|局长|校长|院长|行长|主席|总经理|董事长|处长|厅长|司长|总裁|理事长|会长|秘书长)(?:助理)?)$/;

/** The post may stand behind the name: 王某副主任主持会议. */
function nameThenPost(part: string): Chair | null {
  const { name, post } = POST_BEHIND.exec(bare(part))?.groups ?? {};
  if (name === undefined || post === undefined || !looksLikeName(name)) return null;
  return { chair: name, chairRole: post, office: false };
}

/** Who acts in the clause before: 某厅长杨某赴某县调研，并主持召开 → 某厅长杨某. */
function actorOf(clause: string): string {
  for (const m of clause.matchAll(/出席|参加|到会|一行|率|带队|赴|前往|深入|到|在|来到|调研|考察/g)) {
    const before = clause.slice(0, m.index);
    if (personAtEnd(before) !== null) return before;
  }
  return clause;
}

function stripped(part: string): string {
  let text = part.replace(/^[\s（]+/, '');
  for (let i = 0; i < 3; i += 1) text = text.replace(TRAILING, '');
  return text;
}

/** What follows the last verb in the words, for headlines without punctuation (甲乙讲话丙主持). */
function lastPiece(part: string): string {
  let at = 0;
  for (const m of part.matchAll(VERB_BEFORE)) at = m.index + m[0].length;
  return part.slice(at).replace(/^(?:并|和|与)/, '');
}

/** Two who presided together: 甲、乙共同主持. */
function togetherWith(part: string, nameAt: number, name: string): string {
  const before = bare(part).slice(0, nameAt);
  const joined = /([\u3400-\u9fff]{2,3})(?:、|和|与)$/.exec(before);
  const other = joined ? personAtEnd(before.slice(0, -1)) : null;
  return other !== null &&
    other.nameAt + other.name.length === before.length - 1 &&
    /[、和与]$/.test(before) &&
    other.name !== name
    ? `${other.name}、${name}`
    : name;
}

function officeOf(part: string, isAgent: boolean): Chair | null {
  const text = part.replace(/^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午)?/, '');
  if (text.length < 2 || text.length > 40) return null;
  if (!isAgent && !BODY_END.test(text) && !UNNAMED_LEADER.test(text)) return null;
  if (!isAgent && /会议|会$/.test(text)) return null;
  return { chair: text, chairRole: null, office: true };
}

/** The posts printed before the name anywhere in the text. */
export function roleElsewhere(name: string, sentences: Sentence[]): string | null {
  for (const s of sentences) {
    let at = s.text.indexOf(name);
    while (at >= 0) {
      const from = Math.max(...['，', '。', '；', '：'].map((c) => s.text.lastIndexOf(c, at - 1))) + 1;
      const role = roleAtEnd(s.text.slice(from, at)) ?? sharedRole(s.text.slice(from, at));
      if (role !== null) return role;
      at = s.text.indexOf(name, at + name.length);
    }
  }
  return null;
}

/** The post that a list of names shares: 市领导甲、乙、丙. */
function sharedRole(before: string): string | null {
  const parts = splitList(before.replace(/、$/, ''));
  for (let i = parts.length - 1; i >= 0; i -= 1) {
    const person = personAtEnd(parts[i] ?? '');
    if (person === null) return null;
    if (person.role !== null) return /领导$/.test(person.role) ? person.role : null;
  }
  return null;
}
