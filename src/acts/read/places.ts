import type { PlaceLevel } from '../../core/document/reading.ts';
import { officialCode } from '../../core/place/place.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { childrenOf, findPlace, type PlaceDetail } from '../../storage/place/find-place.ts';
import { placeLines, placesLoaded } from '../../storage/place/place-names.ts';
import { searchPlaces } from '../../storage/place/search-places.ts';
import type { House } from '../house.ts';

/** Places by name, part of a name, initials or code; best first. */
export async function findPlaces(
  house: House,
  ask: { q: string; level?: PlaceLevel | undefined; within?: string | undefined; limit: number },
) {
  const hits = await searchPlaces(house.app, {
    text: ask.q,
    ...(ask.level === undefined ? {} : { levels: [ask.level] }),
    ...(ask.within === undefined ? {} : { within: ask.within }),
    limit: ask.limit,
  });
  return {
    items: hits.map((hit) => ({
      id: hit.id,
      code: officialCode(hit.id),
      name: hit.name,
      level: hit.level,
      path: hit.path,
      matched: hit.former,
    })),
  };
}

/** Names through time and flags, as the contract has them. */
export function historyOf(place: PlaceDetail) {
  const names = place.names.map((name) => ({
    code: name.code === null ? null : officialCode(name.code),
    name: name.name,
    from: name.validFrom,
    to: name.validTo,
    kind: name.kind as 'current' | 'renamed' | 'merged',
    source: name.source,
    doubt: name.doubt,
  }));
  const flags = place.flags.map(({ citations, ...flag }) => ({ ...flag, sources: citations }));
  return { names, flags };
}

/** One place with its history and the places below. */
export async function readPlace(house: House, id: string): Promise<Result<object, Problem>> {
  const place = await findPlace(house.app, id);
  if (place === null) return refused(problem('access.missing'));
  const path = place.path.map((above) => above.name);
  const below = await childrenOf(house.app, id);
  const parent = place.parentId === null ? null : ((await placeLines(house.app, [place.parentId]))[0] ?? null);
  const children = below.map((child) => ({ ...child, code: officialCode(child.id), path: [...path, place.name] }));
  return ok({
    id,
    code: officialCode(id),
    name: place.name,
    level: place.level,
    path,
    ...historyOf(place),
    parent,
    children,
  });
}

/** The provinces. */
export async function readProvinces(house: House) {
  return {
    items: (await childrenOf(house.app, null)).map((place) => ({ ...place, code: officialCode(place.id), path: [] })),
  };
}

/** Whether the divisions down to towns are loaded, so that work can begin. */
export const placesReady = (house: House): Promise<boolean> => placesLoaded(house.app);
