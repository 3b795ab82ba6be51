import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildGazetteer } from '../core/place/gazetteer.ts';
import type { Gazetteer, RenameRow, VillagesOf } from '../core/place/gazetteer.ts';
import { parseVillages } from '../core/place/pack.ts';
import type { PackRow } from '../core/place/pack.ts';
import type { PlaceId } from '../core/place/place.ts';

/** The texts of the shipped pack; `folder` is data/places. Throws where a file is missing or damaged. */
export const readDivisions = (folder: string): string => gunzip(join(folder, 'divisions.txt.gz'));

/** One line a town, as `parseVillages` reads it. */
export const readVillageLines = (folder: string): string[] => gunzip(join(folder, 'villages.txt.gz')).split('\n');

/** The rows of renames.json. */
export function readRenames(folder: string): RenameRow[] {
  return (JSON.parse(readFileSync(join(folder, 'renames.json'), 'utf8')) as { renames: RenameRow[] }).renames;
}

/** A row of flags.json. */
export interface FlagRow {
  placeId: string | null;
  flag: string;
  nameInSource: string;
  codeInSource: string | null;
  exitYear: number | null;
  source: string;
  doubt?: string;
}

/** The rows of flags.json and the full text of each source. */
export function readFlags(folder: string): { sources: Record<string, string>; flags: FlagRow[] } {
  return JSON.parse(readFileSync(join(folder, 'flags.json'), 'utf8')) as {
    sources: Record<string, string>;
    flags: FlagRow[];
  };
}

/** The gazetteer from the shipped pack (about 0.1 s); villages are loaded when the first one is asked for. */
export function loadGazetteer(folder: string): Gazetteer {
  const gazetteer: Gazetteer = buildGazetteer(
    readDivisions(folder),
    readRenames(folder),
    lazyVillages(folder, (name) => gazetteer.initials(name)),
  );
  return gazetteer;
}

function lazyVillages(folder: string, initials: (name: string) => string): VillagesOf {
  let lines: string[] | null = null;
  const known = new Map<string, PackRow[]>();
  return (id: PlaceId) => {
    const before = known.get(id);
    if (before) return before;
    lines ??= readVillageLines(folder);
    const rows = linesUnder(lines, id).flatMap((line) => parseVillages(line, initials));
    // Kept for the next page on the same county, and no more than that: a thousand files must not fill the memory.
    if (known.size >= 32) known.clear();
    known.set(id, rows);
    return rows;
  };
}

function linesUnder(lines: readonly string[], prefix: string): string[] {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (lines[to]?.startsWith(prefix)) to += 1;
  return lines.slice(low, to);
}

function gunzip(file: string): string {
  return gunzipSync(readFileSync(file)).toString('utf8');
}
