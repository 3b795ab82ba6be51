import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gazetteer } from '../core/place/gazetteer.ts';
import { parseDivisions, parseVillages, rowOf } from '../core/place/pack.ts';
import type { PackRow } from '../core/place/pack.ts';
import type { PlaceId } from '../core/place/place.ts';
import { loadGazetteer, readDivisions, readFlags, readRenames, readVillageLines } from './place-pack.ts';
import type { FlagRow } from './place-pack.ts';

/** All that the database takes from the shipped pack. */
export interface PlacePack {
  /** Digest of the files that the part is made of. */
  divisionsDigest: string;
  villagesDigest: string;
  divisions: PackRow[];
  /** Read and unpacked on the way, one town at a time. */
  villages(): Iterable<PackRow>;
  /** Ids of all divisions down to the towns. */
  parents: ReadonlySet<string>;
  gazetteer: Gazetteer;
  /** Places with other names or codes in other years. */
  changed: PlaceId[];
  doubtOf: (id: PlaceId, name: string) => string | null;
  flags: FlagRow[];
  citations: Record<string, string>;
}

/** Opens the pack in `folder` (data/places). Throws where a file is missing or damaged. */
export function readPlacePack(folder: string): PlacePack {
  const { lines, initials } = parseDivisions(readDivisions(folder));
  const divisions = lines.map((line) => rowOf(line, initials));
  const renames = readRenames(folder) as (ReturnType<typeof readRenames>[number] & { doubt?: string })[];
  const { flags, sources } = readFlags(folder);
  return {
    divisionsDigest: digestOf(folder, ['divisions.txt.gz', 'renames.json', 'flags.json']),
    villagesDigest: digestOf(folder, ['villages.txt.gz']),
    divisions,
    *villages() {
      for (const line of readVillageLines(folder)) yield* parseVillages(line, initials);
    },
    parents: new Set(divisions.map((row) => row.id)),
    gazetteer: loadGazetteer(folder),
    changed: [...new Set(renames.map((row) => row.now as PlaceId))],
    doubtOf: (id, name) => renames.find((row) => row.now === id && row.name === name)?.doubt ?? null,
    flags,
    citations: sources,
  };
}

function digestOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 32);
}
