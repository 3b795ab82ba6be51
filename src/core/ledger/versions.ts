import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import type { KindVersion } from './kind.ts';

/** For which days and places a version holds. */
export type Term = Pick<KindVersion, 'validFrom' | 'validTo' | 'placeIds'>;

const holds = (one: Term, day: string): boolean => one.validFrom <= day && (one.validTo === null || day <= one.validTo);

/** How closely a version is meant for a place: 0 everywhere, else the length of the nearest key above; null: not for it. */
function nearness(one: Term, placeId: string | null): number | null {
  if (one.placeIds.length === 0) return 0;
  if (placeId === null) return null;
  const above = one.placeIds.filter((key) => placeId.startsWith(key)).map((key) => key.length);
  return above.length === 0 ? null : Math.max(...above);
}

/**
 * The version of a kind that holds on a day (the date that counts) in a place (key; null: where no place is known).
 * The one made for the nearest place wins, among those the latest made; null: none holds.
 */
export function versionFor<V extends Term & { version: number }>(
  versions: readonly V[],
  day: string,
  placeId: string | null,
): V | null {
  let best: V | null = null;
  let nearest = -1;
  for (const one of versions) {
    const near = holds(one, day) ? nearness(one, placeId) : null;
    if (near === null || near < nearest) continue;
    if (near > nearest || best === null || one.version > best.version) best = one;
    nearest = near;
  }
  return best;
}

const samePlaces = (a: Term, b: Term): boolean =>
  a.placeIds.length === b.placeIds.length && a.placeIds.every((key) => b.placeIds.includes(key));

/**
 * Versions that a new one brings to an end, with their new last day: those for the same places that begin earlier and would run on into it.
 * One that outlasts the new one keeps its end and holds again afterwards; one that begins later or on the same day is not ended:
 * while both hold, the later made one wins.
 */
export function endedBy<V extends Term & { version: number }>(
  versions: readonly V[],
  next: Term,
): { version: number; validTo: PlainDate }[] {
  const lastDay = addDays(next.validFrom as PlainDate, -1);
  return versions
    .filter((one) => samePlaces(one, next) && one.validFrom < next.validFrom)
    .filter((one) => one.validTo === null || one.validTo >= next.validFrom)
    .filter((one) => next.validTo === null || (one.validTo !== null && one.validTo <= next.validTo))
    .map((one) => ({ version: one.version, validTo: lastDay }));
}

/** Versions by the code of their kind, kinds and versions in the order given. */
export function versionsByKind<V extends { code: string }>(versions: readonly V[]): Map<string, V[]> {
  const byCode = new Map<string, V[]>();
  for (const one of versions) {
    const list = byCode.get(one.code);
    if (list === undefined) byCode.set(one.code, [one]);
    else list.push(one);
  }
  return byCode;
}
