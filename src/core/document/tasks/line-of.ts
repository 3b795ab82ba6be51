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

const WORDS = wordTable();
const BY_FIRST = byFirstChar(WORDS);

/**
 * Which line of work a point stands under. The head decides: words of the first clause count six times those of
 * later sentences, the second clause three times, the rest of the first sentence twice. Falls back to 综合.
 */
export function lineOf(text: string): LineEvidence {
  const scores = new Map<Line, number>();
  const strongest = new Map<Line, number>();
  const topics: Hit[] = [];
  const seen = new Set<string>();
  for (const { word, hits, factor } of scan(text)) {
    if (hits.length === 0 || seen.has(word)) continue;
    seen.add(word);
    for (const hit of hits) {
      scores.set(hit.line, (scores.get(hit.line) ?? 0) + hit.weight * factor);
      strongest.set(hit.line, Math.max(strongest.get(hit.line) ?? 0, hit.weight));
      if (hit.topic !== null) topics.push(hit);
    }
  }
  const ranked = LINES.filter((line) => scores.has(line)).sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  const line = ranked[0] ?? '综合';
  const score = scores.get(line) ?? 0;
  const second = ranked[1] === undefined ? 0 : (scores.get(ranked[1]) ?? 0);
  const topic = topics.find((hit) => hit.line === line)?.topic ?? null;
  return { line, topic, score, strongest: strongest.get(line) ?? 0, close: score > 0 && second * 10 >= score * 9, lines: new Set(ranked) };
}

function* scan(text: string): Generator<{ word: string; hits: Hit[]; factor: number }> {
  let clause = 0;
  let sentence = 0;
  for (let i = 0; i < text.length; ) {
    const c = text.charAt(i);
    if (c === '，' || c === '：') clause += i > 0 ? 1 : 0;
    if (c === '。' || c === '；') sentence += 1;
    const word = (BY_FIRST.get(c) ?? []).find((w) => text.startsWith(w, i));
    if (word === undefined) {
      i += 1;
      continue;
    }
    const factor = sentence > 0 ? 1 : clause === 0 ? 6 : clause === 1 ? 3 : 2;
    yield { word, hits: WORDS.get(word) ?? [], factor };
    i += word.length;
  }
}

function wordTable(): Map<string, Hit[]> {
  const table = new Map<string, Hit[]>();
  const add = (word: string, hit: Hit) => table.set(word, [...(table.get(word) ?? []).filter((h) => h.line !== hit.line), hit]);
  for (const line of LINES) {
    for (const [weight, words] of LINE_WORDS[line]) for (const word of words.split(' ')) add(word, { line, weight, topic: null });
  }
  for (const { topic, line, words } of TOPICS) for (const word of words) add(word, { line, weight: TOPIC_WEIGHT, topic });
  for (const word of NEUTRAL_WORDS.split(' ')) table.set(word, []);
  return table;
}

function byFirstChar(table: Map<string, Hit[]>): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const word of table.keys()) out.set(word.charAt(0), [...(out.get(word.charAt(0)) ?? []), word]);
  for (const words of out.values()) words.sort((a, b) => b.length - a.length);
  return out;
}
