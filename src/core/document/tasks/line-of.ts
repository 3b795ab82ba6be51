import { groupBy } from '../../kernel/grouping.ts';
import type { Line } from '../reading.ts';
import { LINES } from '../reading.ts';
import { LINE_WORDS, NEUTRAL_WORDS, TOPICS, TOPIC_WEIGHT } from './lines.ts';

/** The line of work of some words: its topic, how strong the evidence is (0 for none), and whether another came close. */
export interface LineEvidence {
  line: Line;
  topic: string | null;
  score: number;
  /** The heaviest single word that spoke for the line (1–4), 0 where nothing did. */
  strongest: number;
  close: boolean;
  /** Every line that something in the words speaks for. */
  lines: ReadonlySet<Line>;
}

interface Hit {
  line: Line;
  weight: number;
  topic: string | null;
}

const BY_FIRST = byFirstChar(wordTable());

/**
 * Which line of work a point stands under. The head decides: words of the first clause count six times those of
 * later sentences, the second clause three times, the rest of the first sentence twice. Falls back to 综合.
 */
export function lineOf(text: string): LineEvidence {
  const scores = new Map<Line, number>();
  const strongest = new Map<Line, number>();
  const topics: Hit[] = [];
  const seen = new Set<string>();
  for (const clause of clausesOf(text)) {
    for (const { word, hit } of clause.said) {
      if (seen.has(`${hit.line}${word}`)) continue;
      seen.add(`${hit.line}${word}`);
      scores.set(hit.line, (scores.get(hit.line) ?? 0) + hit.weight * clause.factor);
      strongest.set(hit.line, Math.max(strongest.get(hit.line) ?? 0, hit === STUDY_HIT ? 3 : hit.weight));
      if (hit.topic !== null) topics.push(hit);
    }
  }
  const ranked = LINES.filter((line) => scores.has(line)).sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  const hinted = ranked[0] === '调查研究' && (strongest.get('调查研究') ?? 0) <= 1;
  const vague =
    hinted ||
    ((strongest.get(ranked[0] ?? '综合') ?? 0) <= 2 &&
      ranked.filter((one) => (strongest.get(one) ?? 0) >= 3).length >= 2);
  const line = vague ? '综合' : (ranked[0] ?? '综合');
  const score = scores.get(line) ?? 0;
  const second = ranked[1] === undefined ? 0 : (scores.get(ranked[1]) ?? 0);
  const topic = topics.find((hit) => hit.line === line)?.topic ?? null;
  return {
    line,
    topic,
    score,
    strongest: strongest.get(line) ?? 0,
    close: score > 0 && second * 10 >= score * 9,
    lines: new Set(ranked),
  };
}

interface Clause {
  said: Heard[];
  factor: number;
}

interface Heard {
  word: string;
  hit: Hit;
}

const STUDY = /(?:学习|贯彻|落实|领会|传达|对标|紧扣|以).{4,80}(?:精神|指示|论述|讲话|部署|思想为指导)(?:要求|精神)?$/;
/** Study says 组织领导 outright, but lightly: work that follows it in the sentence may say more. */
const STUDY_HIT: Hit = { line: '组织领导', weight: 2, topic: null };
/** From how many lines a clause must name something to be mixed content. */
const MIXED = 3;
const MIXED_WEIGHT = 6;

/** What a clause says: study of instructions counts as 组织领导 whatever they are about; a list over three lines as 综合. */
function heard(words: string): Heard[] {
  if (STUDY.test(words)) return [{ word: '学习贯彻', hit: STUDY_HIT }];
  const all = wordsOf(words);
  if (all.length < MIXED || !words.includes('、')) return all;
  const items = words.split('、').map((item) => wordsOf(item).find(({ hit }) => hit.weight >= 3)?.hit.line);
  const listed = new Set(items.filter((line) => line !== undefined)).size >= MIXED;
  return listed ? [{ word: words, hit: { line: '综合', weight: MIXED_WEIGHT, topic: null } }] : all;
}

function wordsOf(words: string): Heard[] {
  const out: Heard[] = [];
  for (let i = 0; i < words.length;) {
    const same = BY_FIRST.get(words.charAt(i));
    const entry = same?.find(([word]) => words.startsWith(word, i));
    if (entry) for (const hit of entry[1]) out.push({ word: entry[0], hit });
    i += entry?.[0].length ?? 1;
  }
  return out;
}

/** Who is to do it, before 要 应 将: says little of the work. */
const SUBJECT = /^[^，。]{2,22}?(?=(?:(?<![重主必首需])要(?![求素点])|应|必须|将(?![^，]{0,12}作为)))/;

/** Clauses with what each counts; the head is the first clause of the first sentence that says anything. */
function clausesOf(text: string): Clause[] {
  const out: Clause[] = [];
  let said = 0;
  for (const [s, sentence] of text.split(/[。；！？]/).entries()) {
    for (const clause of sentence.split(/[，：]/)) {
      const factor = s > 0 ? 1 : (FACTORS[Math.min(said, FACTORS.length - 1)] ?? 1);
      const subject = said === 0 && s === 0 ? (SUBJECT.exec(clause)?.[0] ?? '') : '';
      const words = clause.slice(subject.length).trim();
      if (subject !== '') out.push({ said: heard(subject), factor: Math.min(factor, 2) });
      if (words !== '') out.push({ said: heard(words), factor });
      if (said > 0 || (out.at(-1)?.said.length ?? 0) > 0) said += 1;
    }
  }
  return out;
}

const FACTORS = [6, 3, 2];

function wordTable(): Map<string, Hit[]> {
  const table = new Map<string, Hit[]>();
  const add = (word: string, hit: Hit) =>
    table.set(word, [...(table.get(word) ?? []).filter((h) => h.line !== hit.line), hit]);
  for (const line of LINES) {
    for (const [weight, words] of LINE_WORDS[line])
      for (const word of words.split(' ')) add(word, { line, weight, topic: null });
  }
  for (const { topic, line, words } of TOPICS)
    for (const word of words) add(word, { line, weight: TOPIC_WEIGHT, topic });
  for (const word of NEUTRAL_WORDS.split(' ')) table.set(word, []);
  return table;
}

function byFirstChar(table: Map<string, Hit[]>): Map<string, [word: string, hits: Hit[]][]> {
  const out = groupBy(table, ([word]) => word.charAt(0));
  for (const entries of out.values()) entries.sort((a, b) => b[0].length - a[0].length);
  return out;
}
