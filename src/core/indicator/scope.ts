import type { ReachPair } from '../access/reach.ts';
import type { FigureScope } from './figure-id.ts';

const covers = (pair: ReachPair, placeId: string | null): boolean =>
  pair.places === null || (placeId !== null && pair.places.some((above) => placeId.startsWith(above)));
const touches = (pair: ReachPair, placeId: string | null): boolean =>
  covers(pair, placeId) || placeId === null || (pair.places ?? []).some((one) => one.startsWith(placeId));

/** Whether one pair reaches the whole of a scope; `below`: the scope's unit with all below it, null: all units. */
export function reachesWhole(
  pairs: readonly ReachPair[],
  placeId: string | null,
  below: readonly string[] | null,
): boolean {
  return pairs.some(
    (pair) =>
      covers(pair, placeId) &&
      (pair.units === null || (below !== null && below.every((id) => pair.units?.includes(id)))),
  );
}

/**
 * The scope that a figure within the reader's reach really has, so that it can be cited and opened by others as the same
 * number: as asked where that is reached whole; narrowed to the reader's own unit or county where one post says which;
 * null where what is reached is no single scope (several posts), and such a figure has no id.
 */
export function citedScope(
  pairs: readonly ReachPair[],
  asked: FigureScope,
  below: readonly string[] | null,
): FigureScope | null {
  if (reachesWhole(pairs, asked.placeId, below)) return asked;
  const meeting = pairs.filter(
    (pair) =>
      touches(pair, asked.placeId) &&
      (below === null || pair.units === null || pair.units.some((id) => below.includes(id))),
  );
  const scopes = meeting.map((pair) => narrowed(pair, asked, below));
  const first = scopes[0];
  const text = JSON.stringify(first);
  return first !== undefined && first !== null && scopes.every((one) => JSON.stringify(one) === text) ? first : null;
}

/** What one pair leaves of the asked scope, if that is again one unit and one place. */
function narrowed(pair: ReachPair, asked: FigureScope, below: readonly string[] | null): FigureScope | null {
  let { placeId, unitId } = asked;
  if (!covers(pair, placeId)) {
    const [only, more] = pair.places ?? [];
    if (only === undefined || more !== undefined || (only.length !== 6 && only.length !== 2)) return null;
    placeId = only;
  }
  if (pair.units !== null && !(below !== null && below.every((id) => pair.units?.includes(id)))) {
    // The unit that the pair is over stands first, all below it follow.
    const [top] = pair.units;
    if (top === undefined || (below !== null && !below.includes(top))) return null;
    unitId = top;
  }
  return { placeId, unitId };
}
