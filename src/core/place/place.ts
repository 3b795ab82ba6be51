import type { Brand } from '../kernel/brand.ts';

/**
 * The stable key of a place: its code in the snapshot of 2023-06-30 without the zeros below its level
 * (province 2 digits, city 4, county 6, town 9, village 12). It never changes, whatever the official code does.
 */
export type PlaceId = Brand<string, 'PlaceId'>;

/** Level of a division, from 省 to 村. */
export type DivisionLevel = 'province' | 'city' | 'county' | 'town' | 'village';

const LEVEL_OF: Record<number, DivisionLevel> = { 2: 'province', 4: 'city', 6: 'county', 9: 'town', 12: 'village' };

/** The level that a stable key stands for; null for a text of any other shape. */
export function levelOf(id: string): DivisionLevel | null {
  return /^\d+$/.test(id) ? (LEVEL_OF[id.length] ?? null) : null;
}

/** Reads a stable key; null where the text has another shape. */
export function parsePlaceId(text: string): PlaceId | null {
  return levelOf(text) === null ? null : (text as PlaceId);
}

/** One place as it is in the snapshot. */
export interface Place {
  id: PlaceId;
  name: string;
  level: DivisionLevel;
  /** First letters of the name's pinyin, lower case. */
  initials: string;
}

/**
 * A name and code that a place had. `since`/`until` are years of the yearly code tables: it holds from `since`
 * to the year before `until`; null = open. In the year of the change both names are in use.
 */
export interface PlaceName {
  placeId: PlaceId;
  name: string;
  /** Official code without the zeros below its level, as `PlaceId`; null where none is known. */
  code: string | null;
  since: number | null;
  until: number | null;
  /** `merged`: not the place itself under a former name but one that ended inside it. */
  kind: 'current' | 'renamed' | 'merged';
  /** Further places that took over a part. */
  also: PlaceId[];
  source: string;
}

/** The official six-digit form of a code down to the county (13 → 130000); town and village codes stay as they are. */
export function officialCode(code: string): string {
  return code.length < 6 ? code.padEnd(6, '0') : code;
}
