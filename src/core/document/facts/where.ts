import type { PlaceReading } from '../reading.ts';
import { parseChinese } from './number.ts';

/** A place named in a sentence; offsets into the sentence. */
export interface PlaceMention {
  start: number;
  end: number;
  place: PlaceReading;
}

/** Finds the places that were read from a text in its sentences. */
export class PlaceIndex {
  private readonly byLevel = new Map<PlaceReading['level'], PlaceReading[]>();
  private readonly byFirst = new Map<string, { word: string; place: PlaceReading }[]>();

  constructor(places: readonly PlaceReading[]) {
    for (const place of places) {
      const peers = this.byLevel.get(place.level);
      if (peers) peers.push(place);
      else this.byLevel.set(place.level, [place]);
      for (const word of new Set([place.name, place.printed, shortName(place.name)])) {
        if (word.length < 2) continue;
        const list = this.byFirst.get(word.charAt(0)) ?? [];
        list.push({ word, place });
        this.byFirst.set(word.charAt(0), list);
      }
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);
  }

  /** Every place of a level that the text names. */
  ofLevel(level: PlaceReading['level']): PlaceReading[] {
    return this.byLevel.get(level) ?? [];
  }

  /** Mentions in reading order, longest name first, not overlapping. */
  mentions(text: string): PlaceMention[] {
    const out: PlaceMention[] = [];
    if (this.byFirst.size === 0) return out;
    for (let i = 0; i < text.length; i += 1) {
      const hit = this.byFirst.get(text.charAt(i))?.find(({ word }) => text.startsWith(word, i));
      if (!hit) continue;
      out.push({ start: i, end: i + hit.word.length, place: hit.place });
      i += hit.word.length - 1;
    }
    return out;
  }
}

function shortName(name: string): string {
  if (name.length <= 2) return name;
  return name.replace(/(?:壮族|回族|维吾尔|[\u4e00-\u9fa5]{1,3}族)*自治[区州县旗]$/, '').replace(/[省市县区旗]$/, '');
}

/** The places that a figure at `at` is about: the nearest group before it, else `carried` where the words point back (三县). */
export function whereOf(
  text: string,
  at: number,
  mentions: readonly PlaceMention[],
  carried: readonly PlaceReading[],
  index: PlaceIndex,
): string[] {
  let last = mentions.length;
  while (last > 0 && (mentions[last - 1]?.end ?? 0) > at) last -= 1;
  const before = mentions.slice(Math.max(0, last - 40), last);
  const back = /([两三四五六七八九十\d]{1,2})个?[县市区]/.exec(text.slice(Math.max(0, at - 80), at));
  if (before.length === 0) {
    const count = back ? (/\d/.test(back[1] ?? '') ? Number(back[1]) : parseChinese(back[1] ?? '')) : null;
    if (count !== null && count === carried.length) return names(carried);
    return pointedAt(text.slice(Math.max(0, at - 60), at), carried, index);
  }
  return names(lastGroup(text, before));
}

/** What 市 may stand for: a city, or one that is a province (重庆市). */
const LEVELS: Record<string, PlaceReading['level'][]> = {
  省: ['province'],
  县: ['county'],
  州: ['city'],
  市: ['province', 'city'],
};

/** 全县, 我省, 该市: the only place of that level in the last list, else the only one in the whole text. */
function pointedAt(words: string, carried: readonly PlaceReading[], index: PlaceIndex): string[] {
  const word = /(?:全|我|该|本)([省市县州])(?![直级属])[^。；]*$/.exec(words)?.[1];
  if (word === undefined) return [];
  const levels = LEVELS[word] ?? [];
  const fits = (p: PlaceReading): boolean => levels.includes(p.level) && (word !== '市' || !/省|自治区$/.test(p.name));
  const near = carried.filter(fits);
  if (near.length === 1) return names(near);
  const all = levels.flatMap((level) => index.ofLevel(level)).filter(fits);
  return all.length === 1 ? names(all) : [];
}

/** The places of the last list in a sentence; a province or city right before its county is dropped. */
export function lastGroup(text: string, mentions: readonly PlaceMention[]): PlaceReading[] {
  const group: PlaceMention[] = [];
  for (let i = mentions.length - 1; i >= 0; i -= 1) {
    const m = mentions[i];
    const next = group[0];
    if (!m) break;
    if (next) {
      const gap = text.slice(m.end, next.start);
      if (gap === '') {
        if (isWithin(next.place, m.place)) continue;
        group.unshift(m);
        continue;
      }
      const parent = mentions[i + 1];
      const gapToRun = parent ? text.slice(m.end, parent.start) : gap;
      if (!/^[、和及与]$/.test(gapToRun) && !/^[、和及与]$/.test(gap)) break;
    }
    group.unshift(m);
  }
  return group.map((m) => m.place);
}

function isWithin(child: PlaceReading, parent: PlaceReading): boolean {
  return child.code !== parent.code && child.code.startsWith(stem(parent));
}

/** The code without the zeros that fill it up below the place's own level. */
function stem(place: PlaceReading): string {
  if (place.level === 'province') return place.code.slice(0, 2);
  return place.level === 'city' ? place.code.slice(0, 4) : place.code;
}

function names(places: readonly PlaceReading[]): string[] {
  return [...new Set(places.map((p) => p.name))];
}
