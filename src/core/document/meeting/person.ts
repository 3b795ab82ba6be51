import { COMPOUND_SURNAMES, SURNAMES } from './surnames.ts';
import { BODY_END, ROLE_END, UNNAMED_LEADER } from './words.ts';

/** A person at the end of a run of words; `nameAt` is the offset of the name in that run. */
export interface Person {
  name: string;
  /** The posts as printed before the name, else null. */
  role: string | null;
  nameAt: number;
}

const HONORIFIC = /(?:同志|先生|女士|院士|博士|一行|等同志|等人|等领导|等市领导|等县领导|等)$/;
const NOTE = /（[^（）]*）$/;
const HAN = /^[\u3400-\u9fff\ue000-\uf8ff]+$/;
const DOTTED = /[\u3400-\u9fff]{1,8}(?:[·•・‧][\u3400-\u9fff]{1,8})+$/;

/** The person whom the run of words ends with (市长王某 → 王某, role 市长), or null where it ends with none. */
export function personAtEnd(words: string): Person | null {
  const text = bare(words);
  if (text.length < 2 || UNNAMED_LEADER.test(text)) return null;
  const dotted = DOTTED.exec(text);
  if (dotted) return dottedPerson(text, dotted);
  let loose: Person | null = null;
  for (const length of [3, 2, 4]) {
    const nameAt = text.length - length;
    if (nameAt < 0) continue;
    const name = text.slice(nameAt);
    if (!HAN.test(name)) continue;
    const before = text.slice(0, nameAt);
    if (!endsForName(before)) continue;
    if (looksLikeName(name)) return { name, role: roleAtEnd(before), nameAt };
    if (loose === null && ROLE_END.test(before) && !looksLikeOffice(name))
      loose = { name, role: roleAtEnd(before), nameAt };
  }
  return loose;
}

/** The words without an honorific or a note in brackets at the end (张某（女）同志 → 张某). */
export function bare(words: string): string {
  let text = words.trim();
  for (let i = 0; i < 3; i += 1) text = text.replace(NOTE, '').replace(HONORIFIC, '');
  return text;
}

/** Whether the characters can be a Han name by its surname. */
export function looksLikeName(name: string): boolean {
  if (looksLikeOffice(name)) return false;
  if (COMPOUND_SURNAMES.some((s) => name.startsWith(s))) return name.length >= 3;
  return name.length <= 3 && SURNAMES.has(name.charAt(0));
}

function looksLikeOffice(name: string): boolean {
  return (
    ROLE_END.test(name) || BODY_END.test(name) || /[会议的了与及等各有关相]|单位|企业|主管|全体|共同|其中/.test(name)
  );
}

/** A name follows a post, a list separator, a verb that ends what went before, or nothing. */
function endsForName(before: string): boolean {
  return (
    before === '' ||
    ROLE_END.test(before) ||
    /[、，；：和与及由]$/.test(before) ||
    (/）$/.test(before) && ROLE_END.test(before.replace(NOTE, '')))
  );
}

function dottedPerson(text: string, match: RegExpExecArray): Person {
  let name = match[0];
  const dot = name.search(/[·•・‧]/);
  // The post runs into the first part of the name: cut after the last post word, else keep at most four characters.
  let cut = Math.max(0, dot - 4);
  for (let i = 1; i < dot; i += 1) if (ROLE_END.test(text.slice(0, match.index + i))) cut = i;
  if (match.index > 0 || dot > 4) name = name.slice(cut);
  const nameAt = text.length - name.length;
  return { name, role: roleAtEnd(text.slice(0, nameAt)), nameAt };
}

/**
 * The posts that end the words (省委常委、市委书记), without other people before them (局长李某、副局长 → 副局长);
 * null where the words end with no post.
 */
export function roleAtEnd(words: string): string | null {
  const text = words
    .replace(/^.*(?:日[电讯]|[报网台]讯)(?:（[^（）]*）)?/, '')
    .replace(/^.*(?:由|时任|邀请)(?=[^由]{2,})/, '');
  if (!ROLE_END.test(text)) return null;
  const parts = splitList(text);
  let first = parts.length - 1;
  while (first > 0) {
    const part = parts[first - 1] ?? '';
    const person = personAtEnd(part);
    const isPost = ROLE_END.test(part) || BODY_END.test(part);
    if (!isPost || (person !== null && person.role !== null && looksLikeName(person.name))) break;
    first -= 1;
  }
  const role = parts
    .slice(first)
    .join('、')
    .replace(/^(?:会上|会议|其中|，|和|与|以及|及)+/, '');
  return role === '' ? null : role;
}

/** Parts of a list at 、 outside brackets. */
export function splitList(text: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charAt(i);
    if ('（《“'.includes(c)) depth += 1;
    else if ('）》”'.includes(c)) depth = Math.max(0, depth - 1);
    else if (c === '、' && depth === 0) {
      out.push(text.slice(from, i));
      from = i + 1;
    }
  }
  out.push(text.slice(from));
  return out;
}
