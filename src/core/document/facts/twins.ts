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
      const twin = lastOf(same, (d) => !dropped.has(d) && repeats(d, c));
      if (twin) dropped.add(twin.headline && !c.headline ? twin : c);
      same.push(c);
    } else exact.set(c.exact, [c]);
  }
  const rough = list.filter((c) => !dropped.has(c) && (c.headline || c.approx !== null));
  // Long tables have no headlines to tie; the product is bounded so that they stay quick.
  if (rough.length * list.length > 1_000_000) return;
  for (const c of rough) {
    const twin = list.find((d) => d !== c && !dropped.has(d) && isRoundingOf(c, d));
    if (twin) dropped.add(c);
  }
}

/** How many equal figures back a repetition is looked for. */
const REACH = 40;

function lastOf(list: readonly Candidate[], accept: (c: Candidate) => boolean): Candidate | undefined {
  for (let i = list.length - 1; i >= Math.max(0, list.length - REACH); i -= 1) {
    const c = list[i];
    if (c && accept(c)) return c;
  }
  return undefined;
}

function isRoundingOf(c: Candidate, exact: Candidate): boolean {
  if ((exact.headline && !c.headline) || exact.sentence === c.sentence) return false;
  const looser = c.headline && c.approx === 'over';
  if (compare(exact.figure.exact, c.figure.exact) === 0 || !roundsTo(exact.figure.exact, c.figure.exact, looser))
    return false;
  if (c.approx === 'over' && compare(exact.figure.exact, c.figure.exact) < 0) return false;
  return overlap(c.words, exact.words) >= (c.headline ? 0.3 : 0.5);
}

/** Whether the later one states again what the earlier stated. */
function repeats(a: Candidate, b: Candidate): boolean {
  if (a.sentenceText === b.sentenceText) return a.sentence !== b.sentence && a.figure.start === b.figure.start;
  if (a.sentence === b.sentence) return false;
  if (sameBodies(a, b) || samePair(a, b)) return true;
  if (differentTimes(a, b) || differentPlaces(a, b)) return false;
  if (sameThings(a, b)) return true;
  const alike = overlap(a.words, b.words);
  // The same number told once with and once without measure word (25万人, 25万农村民众).
  if ((a.figure.plainUnit === '') !== (b.figure.plainUnit === '') && significant(a) >= 2 && alike >= 0.1) return true;
  if (a.headline !== b.headline) return alike >= 0.12 || significant(a) >= 3 || a.exact.length >= 4;
  // Clauses of one paragraph run side by side (A投入12万元；B投入12万元) rather than repeat each other.
  if (a.sentence.block === b.sentence.block) return significant(a) >= 3 && alike >= 0.4;
  return alike >= 0.6 || (significant(a) >= 3 && alike >= 0.4) || (significant(a) >= 4 && alike >= 0.2);
}

/** Told of two periods that do not touch: 2021年 and 2022年. */
function differentTimes(a: Candidate, b: Candidate): boolean {
  if (!a.when?.from || !a.when.to || !b.when?.from || !b.when.to || a.headline || b.headline) return false;
  return a.when.to < b.when.from || b.when.to < a.when.from;
}

/** Told of places that have none in common. */
function differentPlaces(a: Candidate, b: Candidate): boolean {
  if (a.where.length === 0 || b.where.length === 0 || a.headline || b.headline) return false;
  return !a.where.some((name) => b.where.includes(name));
}

/** Bodies that a report counts again and again (9家中央单位 … 9家单位), class by class. */
const BODIES = [/单位|部门|机构/, /企业|央企|公司/, /高校|学校|大学|院校/, /^[^，]{0,8}县/, /^[^，]{0,8}省|^区市/];

function sameBodies(a: Candidate, b: Candidate): boolean {
  if (a.figure.unit !== b.figure.unit || !/^[家所个户]$/.test(a.figure.unit) || significant(a) + significant(b) < 2)
    return false;
  const one = nounBehind(a);
  const two = nounBehind(b);
  return BODIES.some((body) => body.test(one) && body.test(two));
}

/** Things of one name counted alike twice, and no more said (18个重点乡镇 … 18个重点乡镇). */
function sameThings(a: Candidate, b: Candidate): boolean {
  if (a.figure.unit !== b.figure.unit || !/^[家个户名位]$/.test(a.figure.unit)) return false;
  const one = behind(a);
  const two = behind(b);
  let same = 0;
  while (same < one.length && one.charAt(same) === two.charAt(same)) same += 1;
  return same >= (significant(a) >= 2 ? 3 : 4);
}

function behind(c: Candidate): string {
  return /^[^，。；：、（]{0,12}/.exec(c.sentenceText.slice(c.figure.end, c.figure.end + 12))?.[0] ?? '';
}

/** Two counts side by side said again (393户1924人 … 393户1924人). */
function samePair(a: Candidate, b: Candidate): boolean {
  const pair = pairOf(a);
  return pair !== null && pair.length >= 6 && pair === pairOf(b);
}

function pairOf(c: Candidate): string | null {
  const head = /\d+[户个家]$/.exec(c.sentenceText.slice(Math.max(0, c.figure.start - 10), c.figure.start))?.[0];
  const own = c.sentenceText.slice(c.figure.start, c.figure.end);
  const tail = /^\d+[人名个]/.exec(c.sentenceText.slice(c.figure.end, c.figure.end + 10))?.[0];
  return head === undefined && tail === undefined ? null : `${head ?? ''}${own}${tail ?? ''}`;
}

/** The counted noun, where the figure opens its clause or stands behind 这, 等, 由, 全部. */
function nounBehind(c: Candidate): string {
  const before = c.sentenceText.slice(Math.max(0, c.figure.start - 2), c.figure.start);
  const opens = before === '' || /[，。；：、这等由的部市省州县山和共]$/.test(before);
  return opens ? (/^[^，。；：、（]{0,12}/.exec(c.sentenceText.slice(c.figure.end, c.figure.end + 12))?.[0] ?? '') : '';
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
  return /^[人名位户家个]$/.test(c.plainUnit)
    ? c.plainUnit === '位' || c.plainUnit === '名'
      ? '人'
      : c.plainUnit
    : c.plainUnit;
}
