import type { ReachPair } from '../../core/access/reach.ts';
import { facetLed } from './entry-facet.ts';
import { WAITS, type EntryFilter } from './entry-filter.ts';
import { isWalked, scopeOf } from './entry-lead.ts';
import { searchParts } from './entry-search.ts';

/**
 * The same entries in parts that may overlap, each of which one index gives in the order of the list: by pair of the reach, by kind, by state, by
 * step that is waited for, by reversals and what they reverse. One part where there would be too many.
 */
export function entryParts(pairs: readonly ReachPair[], filter: EntryFilter): [readonly ReachPair[], EntryFilter][] {
  const everything = pairs.find((pair) => pair.units === null && pair.places === null);
  const reaches = everything === undefined ? pairs.map((pair) => [pair]) : [[everything]];
  const { kinds, states, waitingFor } = filter;
  const byKind = kinds === undefined ? [filter] : kinds.map((kind) => ({ ...filter, kinds: [kind] }));
  const byState =
    states === undefined ? byKind : byKind.flatMap((one) => states.map((state) => ({ ...one, states: [state] })));
  const filters =
    waitingFor === undefined
      ? byState
      : byState.flatMap((one) => WAITS.map((_, step) => ({ ...one, waitingFor: { ...waitingFor, step } })));
  const parts = reaches.flatMap((reach) =>
    filters
      .map(facetLed)
      .flatMap((one) => searchParts(one, isWalked(reach, one)))
      .flatMap(reversalParts)
      .map((one): [readonly ReachPair[], EntryFilter] => [reach, one]),
  );
  return parts.length === 0 || parts.length > MOST_PARTS ? [[pairs, filter]] : parts;
}

const MOST_PARTS = 40;

function reversalParts(one: EntryFilter): EntryFilter[] {
  if (one.reversed !== true || one.lead !== undefined) return [one];
  return [
    { ...one, side: 'reversal' },
    { ...one, lead: 'reversed' },
  ];
}

/**
 * The units of a part that are sooner read one by one, each in the order of its index, with what is left of the reach and filter. Asked for together they would be
 * read by passing the whole list, through all ten million entries where they have none. null: one unit, no unit or a county, which lead an index themselves.
 */
export function unitsApart(
  reach: readonly ReachPair[],
  filter: EntryFilter,
): { list: readonly string[]; reach: ReachPair[]; filter: EntryFilter } | null {
  const [pair] = reach;
  if (pair === undefined || reach.length > 1 || filter.countyId?.length === 6) return null;
  if (pair.places?.every((id) => id.length >= 6) === true) return null;
  const { units: list } = scopeOf(reach, filter);
  if (list === null || list.length < 2 || filter.lead !== undefined) return null;
  return { list, reach: [{ units: null, places: pair.places }], filter: { ...filter, unitIds: undefined } };
}
