import { addDays, partsOf, plainDate, type PlainDate } from '../kernel/plain-date.ts';
import { baseAt, type BasePeriod } from './when-base.ts';

/** Against what relative and partial dates are resolved. */
export interface WhenContext {
  /** The page's own day; null where it states none. */
  publishedOn: PlainDate | null;
  /** A year named earlier in the sentence or paragraph; it goes before the page's year for "3月" or "上半年". */
  year?: number | null;
}

/** How finely an expression tells the time: a day, a month …, or an open span (以来, 截至). */
export type WhenGrain = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'span' | 'since' | 'until';

/** One expression of time in `plain`; days inclusive, null where open or unknown. */
export interface FoundDate {
  start: number;
  end: number;
  /** The words as they stand in `plain`. */
  text: string;
  from: PlainDate | null;
  to: PlainDate | null;
  grain: WhenGrain;
  /** Whether a year or month had to be guessed, or the words are vague (近年来). */
  doubtful: boolean;
}

/** A resolved period; days inclusive, null where open or unknown. */
export interface ResolvedWhen {
  from: PlainDate | null;
  to: PlainDate | null;
  doubtful: boolean;
}

/** Where an expression of time may begin; the looks ahead only save time. */
const CANDIDATE =
  /\d|[到至自从](?=[\d去今明上本年目现二一前“十从党])|截[至止]|今(?=[年天日（])|[去明后]年|前(?=[年天三\d（一二四五六七八九十])|明[天（]|[上本](?=[年半月个])|下(?=[半个])|[同当全]年|当前|昨|年[初底末内]|[十一二三四五六七八九两几党改新脱“](?=[\d一二三四五六七八九十〇○零两几的革中贫年季月多余])|第[一二三四]季|[近过最这](?=[去近几\d一二三四五六七八九十两年])|目前|现阶段|如今|迄今/g;
const JOIN = /^(?:[—–\-~～－至到]|——|--)/;
const SINCE = /^(?:以来|来|起至今|至今|到现在|迄今|起|开始)/;

/** Every expression of time in `plain` between `range.start` and `range.end`, left to right; never overlapping. */
export function findDates(plain: string, range: { start: number; end: number }, context: WhenContext): FoundDate[] {
  const out: FoundDate[] = [];
  const candidate = new RegExp(CANDIDATE.source, 'g');
  candidate.lastIndex = range.start;
  let year = context.year ?? null;
  for (let m = candidate.exec(plain); m && m.index < range.end; m = candidate.exec(plain)) {
    const found = dateAt(plain, m.index, range, { ...context, year });
    if (!found) {
      if (/\d/.test(m[0])) candidate.lastIndex = digitsEnd(plain, m.index);
      continue;
    }
    if (found.end > range.end) break;
    out.push(found);
    const known = found.from ?? found.to;
    if (known && !found.doubtful && found.grain !== 'until') year = partsOf(known).year;
    candidate.lastIndex = Math.max(found.end, m.index + 1);
  }
  return out;
}

/** What period the words mean; all null and doubtful where they name none. */
export function resolveWhen(text: string, context: WhenContext): ResolvedWhen {
  const found = findDates(text, { start: 0, end: text.length }, context)[0];
  if (!found) return { from: null, to: null, doubtful: true };
  return { from: found.from, to: found.to, doubtful: found.doubtful };
}

function digitsEnd(plain: string, at: number): number {
  let end = at;
  while (end < plain.length && /\d/.test(plain.charAt(end))) end += 1;
  return end;
}

function dateAt(
  plain: string,
  at: number,
  range: { start: number; end: number },
  context: WhenContext,
): FoundDate | null {
  if (/\d/.test(plain.charAt(at)) && at > 0 && /[\d.]/.test(plain.charAt(at - 1)) && at > range.start) return null;
  const prefix = /^(?:截至|截止到?|到|至|自从|自|从)/.exec(plain.slice(at, at + 4))?.[0] ?? '';
  const base = baseAt(plain, at + prefix.length, context);
  if (!base) return prefix === '' ? null : openAt(plain, at, prefix, context);
  const joined = joinedAt(plain, base, context) ?? base;
  const found: FoundDate = { ...joined, start: at, text: '' };
  applyPrefix(found, prefix, context);
  applySuffix(plain, found, prefix, context);
  if (found.end > range.end) return null;
  found.text = plain.slice(found.start, found.end);
  return found;
}

/** 截至目前, 至今, 迄今. */
function openAt(plain: string, at: number, prefix: string, context: WhenContext): FoundDate | null {
  const word = /^(?:截[至止]到?(?:目前|现在|当前|今)|至今|到目前为止|到现在)/.exec(plain.slice(at, at + 8))?.[0];
  if (word === undefined || (prefix === '至' && word !== '至今')) return null;
  return {
    start: at,
    end: at + word.length,
    text: word,
    from: null,
    to: context.publishedOn,
    grain: 'until',
    doubtful: context.publishedOn === null,
  };
}

function joinedAt(plain: string, base: BasePeriod, context: WhenContext): BasePeriod | null {
  const join = JOIN.exec(plain.slice(base.end, base.end + 2))?.[0];
  if (join === undefined) return null;
  const next = base.end + join.length;
  if (/^今(?![年天日])/.test(plain.slice(next, next + 2))) {
    return { ...base, end: next + 1, to: context.publishedOn, grain: 'since' };
  }
  const year = base.from ? partsOf(base.from).year : (context.year ?? null);
  const second =
    /^\d{1,2}日/.test(plain.slice(next, next + 3)) && base.from
      ? dayInMonth(plain, next, base.from)
      : baseAt(plain, next, { ...context, year });
  if (!second || (base.from && second.to && second.to < base.from)) return null;
  return {
    end: second.end,
    from: base.from,
    to: second.to,
    grain: second.grain === 'day' ? 'day' : 'span',
    doubtful: base.doubtful || second.to === null,
  };
}

function dayInMonth(plain: string, at: number, from: PlainDate): BasePeriod | null {
  const m = /^(\d{1,2})日/.exec(plain.slice(at, at + 3));
  if (!m) return null;
  const { year, month } = partsOf(from);
  const day = plainDate(year, month, Number(m[1]));
  return day ? { end: at + m[0].length, from: day, to: day, grain: 'day', doubtful: false } : null;
}

function applyPrefix(found: FoundDate, prefix: string, context: WhenContext): void {
  if (/^截/.test(prefix)) Object.assign(found, { from: null, grain: 'until' });
  else if (/^[到至]$/.test(prefix)) Object.assign(found, { from: null, grain: 'until' });
  else if (/^[自从]/.test(prefix) && found.grain !== 'span' && found.grain !== 'since') {
    Object.assign(found, { to: later(context.publishedOn, found.from), grain: 'since' });
  }
}

function applySuffix(plain: string, found: FoundDate, prefix: string, context: WhenContext): void {
  const tail = plain.slice(found.end, found.end + 4);
  const since = SINCE.exec(tail)?.[0];
  if (since !== undefined && !(since === '来' && found.grain !== 'span') && found.grain !== 'until') {
    found.end += since.length;
    if (found.grain === 'span' || found.grain === 'since') return;
    Object.assign(found, { to: later(context.publishedOn, found.from), grain: 'since' });
    return;
  }
  const before = /^(?:之?前|以前)(?!往|来|后|去|期|列|茅|三|[一二四五])/.exec(tail)?.[0];
  if (before !== undefined && prefix === '' && found.grain !== 'since') {
    found.end += before.length;
    const ends = /[底末]$/.test(plain.slice(found.start, found.end - before.length));
    Object.assign(found, {
      to: ends || !found.from || found.grain === 'day' ? found.to : addDays(found.from, -1),
      from: null,
      grain: 'until',
    });
    return;
  }
  const span = /^(?:期间|时期|间|全年)/.exec(tail)?.[0];
  if (span !== undefined) found.end += span.length;
}

function later(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  return a !== null && (b === null || a >= b) ? a : null;
}
