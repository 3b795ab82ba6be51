import { readPlacePack, type PlacePack } from '../../formats/read-place-pack.ts';
import { loadPlaceFacts } from '../../storage/place/load-place-facts.ts';
import { loadPlaces, type PlaceLoad } from '../../storage/place/load-places.ts';

/** A connection of the owner's. */
type Client = Parameters<typeof loadPlaces>[0];

/**
 * Brings the shipped places into the database, each part in its own transaction and only where another version is held:
 * first provinces to towns with former names and flags (the app is usable then), second the villages.
 * `client` works as the owner; `folder` is data/places; `loaded` is told after each part.
 */
export async function loadPlacePack(
  client: Client,
  options: {
    folder: string;
    now: Date;
    parts?: readonly ('divisions' | 'villages')[];
    loaded?: (load: PlaceLoad) => void;
  },
): Promise<PlaceLoad[]> {
  const pack = readPlacePack(options.folder);
  const { parents } = pack;
  const { now } = options;
  const loads: PlaceLoad[] = [];
  for (const part of options.parts ?? (['divisions', 'villages'] as const)) {
    const digest = part === 'divisions' ? pack.divisionsDigest : pack.villagesDigest;
    const rows = part === 'divisions' ? pack.divisions : pack.villages();
    const load = await loadPlaces(client, { part, digest, rows, parents, now }, (inside) =>
      part === 'divisions' ? loadFacts(inside, pack) : Promise.resolve(),
    );
    loads.push(load);
    options.loaded?.(load);
  }
  return loads;
}

function loadFacts(client: Client, pack: PlacePack): Promise<void> {
  const flags = pack.flags.map((row) => ({ ...row, sources: row.source.split(' '), doubt: row.doubt ?? null }));
  return loadPlaceFacts(client, {
    gazetteer: pack.gazetteer,
    changed: pack.changed,
    flags,
    citations: pack.citations,
    doubtOf: pack.doubtOf,
  });
}
