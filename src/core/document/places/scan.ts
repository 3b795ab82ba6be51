import type { FormMeaning, Gazetteer } from '../../place/gazetteer.ts';
import type { Page, Sentence } from '../page.ts';
import { CUE_BEFORE, ORDINARY_WORDS, OTHER_AFTER, PHRASES, RUNS_ON, TITLE_BEFORE } from './words.ts';

/** A written form of a place in the text; offsets into `Page.plain`. */
export interface Mention {
  start: number;
  end: number;
  form: string;
  meanings: readonly FormMeaning[];
  sentence: Sentence;
  /** Whether the form says its kind (县, 市 …); otherwise something beside it must say that it is a place. */
  full: boolean;
  /** Whether what stands before and after lets a short form be a place. */
  cued: boolean;
  /** Whether the short form is an ordinary word too. */
  ordinary: boolean;
}

const PHRASES_BY_HEAD = new Map<string, string[]>();
for (const phrase of PHRASES) PHRASES_BY_HEAD.set(phrase.slice(0, 2), [...(PHRASES_BY_HEAD.get(phrase.slice(0, 2)) ?? []), phrase]);

/** Every written form of a province, city or county in the body, from left to right, without overlap. */
export function scanMentions(page: Page, gazetteer: Gazetteer): Mention[] {
  const out: Mention[] = [];
  for (const sentence of page.sentences) scanSentence(page, sentence, gazetteer, out);
  return out;
}

function scanSentence(page: Page, sentence: Sentence, gazetteer: Gazetteer, out: Mention[]): void {
  const text = page.plain;
  let at = sentence.start;
  while (at < sentence.end - 1) {
    const phrase = PHRASES_BY_HEAD.get(text.slice(at, at + 2))?.find((words) => text.startsWith(words, at));
    if (phrase) {
      at += phrase.length;
      continue;
    }
    const hit = matchHere(text, at, sentence.end, gazetteer);
    if (!hit) {
      at += 1;
      continue;
    }
    const mention = mentionOf(text, at, hit, sentence, out.at(-1));
    if (mention) {
      out.push(mention);
      at = mention.end;
    } else at += 1;
  }
}

type Hit = { form: string; meanings: readonly FormMeaning[] };

/** The longest form that begins here and does not run on into another word (河南县域 → 河南). */
function matchHere(text: string, at: number, limit: number, gazetteer: Gazetteer): Hit | null {
  const hit = gazetteer.matchAt(text, at);
  if (!hit || at + hit.form.length > limit) return null;
  const after = text.slice(at + hit.form.length, at + hit.form.length + 1);
  const last = hit.form.slice(-1);
  if (!RUNS_ON[last]?.test(after)) return hit;
  const shorter = hit.form.slice(0, -1);
  const meanings = gazetteer.meaningsOf(shorter);
  // 灵寿县域 is still 灵寿县; only where the shorter form is a province or city does the last sign belong to what follows.
  return last === '县' && !meanings.some((meaning) => meaning.level !== 'county') ? hit : meanings.length > 0 ? { form: shorter, meanings } : null;
}

function mentionOf(text: string, start: number, hit: Hit, sentence: Sentence, before: Mention | undefined): Mention | null {
  const end = start + hit.form.length;
  const left = text.slice(Math.max(sentence.start, start - 6), start);
  const right = text.slice(end, Math.min(sentence.end, end + 14));
  const full = hit.meanings.some((meaning) => meaning.strength !== 'short');
  const follows = before?.end === start;
  if (hit.form.length === 2 && full && !standsAlone(hit.form, left, follows)) return null;
  // 温县长 is 温's title.
  if (hit.form.length === 2 && full && /^长(?![期江征久])/.test(right)) return null;
  if (isDateline(left, right)) return null;
  if (!full && (OTHER_AFTER.test(right) || (!follows && TITLE_BEFORE.test(left)))) return null;
  if (!full && isOrganisation(right)) return null;
  return { start, end, form: hit.form, meanings: hit.meanings, sentence, full, cued: follows || CUE_BEFORE.test(left), ordinary: ORDINARY_WORDS.has(hit.form) };
}

/** 魏县, 易县 …: two signs are a county only where nothing before them could make another word of them. */
function standsAlone(form: string, left: string, follows: boolean): boolean {
  if (follows) return true;
  if (/^(城区|郊区|矿区|市区)$/.test(form)) return false;
  if (/[\p{L}\p{N}]$/u.test(left)) return form !== '和县' && /[在赴到往驻自从向对与为助扶援镇原及给访抵和是]$/.test(left);
  return true;
}

/** 新华社成都5月8日电: where the report was sent from, not what it is about. */
function isDateline(left: string, right: string): boolean {
  return /(社|网|报|台|讯|客户端)$/.test(left) && /^(新闻)?(\d{1,2}月)?\d{1,2}日(电|讯|消息)/.test(right);
}

/** 四川电力设计咨询公司: the short name opens the name of a firm or hospital. */
function isOrganisation(right: string): boolean {
  return /^[^，。；：、（）“”《》的在和与对到了为将等是]{0,9}(有限公司|集团公司|公司|集团|医院|研究院|设计院|研究所|协会|商会|基金会|办事处)/.test(right);
}
