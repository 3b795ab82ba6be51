import { compare, roundsTo } from './decimal.ts';
import type { Candidate } from './read-facts.ts';

/**
 * Leaves out what only repeats another statement: the same figure in headline, summary and body is counted once, at the
 * body's; a rounded headline (32亿, 超44亿元) at its exact twin. The facts that stay keep their order.
 */
export function withoutRepetitions(all: readonly Candidate[]): Candidate[] {
  const groups = new Map<string, Candidate[]>();
  for (const c of all) {
    const key = unitKey(c);
    const list = groups.get(key);
    if (list) list.push(c);
    else groups.set(key, [c]);
  }
  const dropped = new Set<Candidate>();
  for (const list of groups.values()) dropIn(list, dropped);
  return all.filter((c) => !dropped.has(c));
}

function dropIn(list: readonly Candidate[], dropped: Set<Candidate>): void {
  const exact = new Map<string, Candidate[]>();
  for (const c of list) {
    const same = exact.get(c.exact);
    if (same) {
      const twin = same.find((d) => !dropped.has(d) && repeats(d, c));
      if (twin) dropped.add(twin.headline && !c.headline ? twin : c);
      same.push(c);
    } else exact.set(c.exact, [c]);
  }
  const rough = list.filter((c) => !dropped.has(c) && (c.headline || c.approx !== null));
  if (rough.length === 0 || rough.length * list.length > 4_000_000) return;
  for (const c of rough) {
    const twin = list.find((d) => d !== c && !dropped.has(d) && isRoundingOf(c, d));
    if (twin) dropped.add(c);
  }
}

function isRoundingOf(c: Candidate, exact: Candidate): boolean {
  if (exact.headline && !c.headline) return false;
  if (compare(exact.figure.exact, c.figure.exact) === 0 || !roundsTo(exact.figure.exact, c.figure.exact)) return false;
  if (c.approx === 'over' && compare(exact.figure.exact, c.figure.exact) < 0) return false;
  return overlap(c.words, exact.words) >= (c.headline ? 0.3 : 0.5);
}

/** Whether the later one states again what the earlier stated. */
function repeats(a: Candidate, b: Candidate): boolean {
  if (a.sentenceText === b.sentenceText) return a.sentence !== b.sentence && a.figure.start === b.figure.start;
  if (a.sentence === b.sentence) return false;
  const alike = overlap(a.words, b.words);
  if (a.headline || b.headline) return alike >= 0.25 || significant(a) >= 3;
  return alike >= 0.6 || (significant(a) >= 3 && alike >= 0.4) || (significant(a) >= 4 && alike >= 0.2);
}

/** Digits that tell one figure from another: 3 for 44.0亿 … 2 for 1200. */
function significant(c: Candidate): number {
  return c.exact.replace('.', '').replace(/0+$/, '').length;
}

/** Share of the character pairs of the shorter text that the longer one has too, 0–1. */
function overlap(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 2) return short !== '' && long.includes(short) ? 1 : 0;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < long.length; i += 1) pairs.add(long.slice(i, i + 2));
  let hits = 0;
  for (let i = 0; i + 1 < short.length; i += 1) if (pairs.has(short.slice(i, i + 2))) hits += 1;
  return hits / (short.length - 1);
}

function unitKey(c: Candidate): string {
  return /^[人名位户家个]$/.test(c.plainUnit) ? (c.plainUnit === '位' || c.plainUnit === '名' ? '人' : c.plainUnit) : c.plainUnit;
}
