import { groupBy } from '../../kernel/grouping.ts';
import type { FormMeaning, Gazetteer } from '../../place/gazetteer.ts';
import type { Page, Sentence } from '../page.ts';
import { isCrossing } from './crossings.ts';
import {
  CUE_BEFORE,
  FIRM_BEFORE,
  FRAME_AFTER,
  FRAME_BEFORE,
  GENERIC,
  ORDINARY_WORDS,
  OTHER_AFTER,
  PERSON_BEFORE,
  PHRASES,
  RUNS_ON,
  TITLE_BEFORE,
} from './words.ts';

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
  /** Whether a verb of helping or going before it, and work, people or a village behind it, say that it is a place. */
  framed: boolean;
  /** Whether the short form is an ordinary word too. */
  ordinary: boolean;
  /** Whether it says its kind but reads as a common noun as well (老城区, 会同县委). */
  generic: boolean;
  /** Whether another mention ends where this one begins (河北省灵寿县). */
  follows: boolean;
}

const PHRASES_BY_HEAD = groupBy(PHRASES, (phrase) => phrase.slice(0, 2));

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
    const hit = matchHere(text, at, sentence.end, gazetteer);
    if (phrase && phrase.length >= (hit?.form.length ?? 0)) {
      at += phrase.length;
      continue;
    }
    if (!hit || overlapsSurer(text, at, hit, gazetteer)) {
      at += 1;
      continue;
    }
    const mention = mentionOf(text, at, hit, sentence, {
      before: out.at(-1),
      opens: opensPath(text, at, hit, gazetteer),
    });
    if (mention) {
      out.push(mention);
      at = mention.end;
    } else at += 1;
  }
}

type Hit = { form: string; meanings: readonly FormMeaning[] };

/** 原平果县: the short 原平 gives way to 平果县, which begins inside it and says its kind. */
function overlapsSurer(text: string, at: number, hit: Hit, gazetteer: Gazetteer): boolean {
  if (hit.meanings.some((meaning) => meaning.strength !== 'short' || meaning.level !== 'county')) return false;
  for (let inside = at + 1; inside < at + hit.form.length; inside += 1) {
    const other = gazetteer.matchAt(text, inside);
    if (other && other.form.length > 2 && isFull(other) && inside + other.form.length > at + hit.form.length)
      return true;
  }
  return false;
}

const isFull = (hit: Hit) => hit.meanings.some((meaning) => meaning.strength !== 'short');

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
  return last === '县' && !meanings.some((meaning) => meaning.level !== 'county')
    ? hit
    : meanings.length > 0
      ? { form: shorter, meanings }
      : null;
}

/** Whether a place inside this one follows at once (吉林镇赉): then nothing that follows can make another name of it. */
function opensPath(text: string, at: number, hit: Hit, gazetteer: Gazetteer): boolean {
  const next = gazetteer.matchAt(text, at + hit.form.length);
  return (
    next?.meanings.some((inner) =>
      hit.meanings.some((outer) => outer.id !== inner.id && gazetteer.path(inner.id).includes(outer.id)),
    ) ?? false
  );
}

function mentionOf(
  text: string,
  start: number,
  hit: Hit,
  sentence: Sentence,
  around: { before: Mention | undefined; opens: boolean },
): Mention | null {
  const end = start + hit.form.length;
  const left = text.slice(Math.max(sentence.start, start - 6), start);
  const right = text.slice(end, Math.min(sentence.end, end + 14));
  const full = isFull(hit);
  const follows = around.before?.end === start;
  if (hit.form.length === 2 && full && !standsAlone(hit.form, left, follows)) return null;
  // 温县长 is 温's title.
  if (hit.form.length === 2 && full && /^长(?![期江征久])/.test(right)) return null;
  if (isDateline(left, right)) return null;
  if (!full && !follows && isCrossing(hit.form, left.slice(-1), right.charAt(0))) return null;
  if (!full && (around.opens ? isOrganisation(right) : isSomethingElse(left, right, hit.form, follows))) return null;
  const words = { ordinary: ORDINARY_WORDS.has(hit.form), generic: GENERIC.has(hit.form) };
  return {
    start,
    end,
    form: hit.form,
    meanings: hit.meanings,
    sentence,
    full,
    follows,
    cued: follows || CUE_BEFORE.test(left),
    framed: FRAME_BEFORE.test(left) && FRAME_AFTER.test(right),
    ...words,
  };
}

/** Signs that end many words: a county of two signs that begins with one may be the end of another word (打造成县域, 健康县). */
const ENDS_WORDS =
  /^[道成理代开南任息高应义新文安容易达户费富华景和房兴单陵古盘索范献康洋临叶温宁雄礼威沙朗夏云荣环佳青涉随唐宾]/;

/** 冠县, 易县 …: two signs are a county only where what stands before them could not make another word of them. */
function standsAlone(form: string, left: string, follows: boolean): boolean {
  if (follows) return true;
  if (/^[城郊矿市东西]区$/.test(form)) return false;
  // 街道（乡镇）和县直单位
  if (form === '和县') return /[在赴到驻省市]$/.test(left);
  if (!/[\p{L}\p{N}]$/u.test(left) || !ENDS_WORDS.test(form)) return true;
  return /[在赴到往驻自从向对与为助扶援镇原及给访抵和是的村省市州]$/.test(left);
}

/** 新华社成都5月8日电: where the report was sent from, not what it is about. */
function isDateline(left: string, right: string): boolean {
  return /(社|网|报|台|讯|客户端)$/.test(left) && /^(新闻)?(\d{1,2}月)?\d{1,2}日(电|讯|消息)/.test(right);
}

/** A short name that is part of a school's, firm's, road's or product's name, of a firm's branch, or of a person's. */
function isSomethingElse(left: string, right: string, form: string, follows: boolean): boolean {
  if (OTHER_AFTER.test(right) || isOrganisation(right)) return true;
  if (follows) return false;
  return FIRM_BEFORE.test(left) || TITLE_BEFORE.test(left) || (form.length === 2 && PERSON_BEFORE.test(left));
}

/** 四川电力设计咨询公司: the short name opens the name of a firm or hospital. */
function isOrganisation(right: string): boolean {
  return /^(?![一二两三四五六七八九十\d])[^，。；：、（）“”《》的在和与对到了为将等是引投选派县市区州]{0,14}(有限公司|有限责任公司|股份公司|集团公司|公司|集团|卷烟厂|电厂|分行|支行|分公司|营业部|医院|研究院|设计院|研究所|协会|商会|基金会|办事处)/.test(
    right,
  );
}
