import type { ReachPair } from '../../core/access/reach.ts';
import type { EntryState } from '../../core/ledger/entry.ts';
import type { Params } from '../access/reach-sql.ts';
import type { FacetPlace } from './entry-facet.ts';
import { asked, type Begins, type Lead } from './entry-search.ts';

/** What a list of entries is narrowed by; undefined: not asked. */
export interface EntryFilter {
  /** Key of a county or of a place above it. */
  countyId?: string | undefined;
  /** Units spelt out (one with all below). */
  unitIds?: readonly string[] | undefined;
  kinds?: readonly string[] | undefined;
  states?: readonly EntryState[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** A whole number, or the beginning of a voucher's number or a payee's name. */
  q?: string | undefined;
  /** On which side how many begin with `q`; set by `gauged`. */
  begins?: Begins | undefined;
  /** Reported by this person. */
  reportedBy?: string | undefined;
  /** Waits for this person, who has these abilities there. */
  waitingFor?: Waiting | undefined;
  importId?: string | undefined;
  jointId?: string | undefined;
  /** Values of facets, by the field's code. */
  facets?: ReadonlyMap<string, readonly string[]> | undefined;
  /** The few places in which posted entries have these facets; set by `placed`. */
  facetPlaces?: readonly FacetPlace[] | undefined;
  minAmountFen?: string | undefined;
  maxAmountFen?: string | undefined;
  reversed?: boolean | undefined;
  /** Of `reversed: true` only those that reverse; set by `entryParts`. */
  side?: 'reversal' | undefined;
  /** The keys come from elsewhere in the order of the list; set by `entryParts`. */
  lead?: Lead | undefined;
  /** Posted by the end of this day in Asia/Shanghai. */
  knownOn?: string | undefined;
}

/** The order of lists: newest counted first. */
export const LIST_ORDER = 'order by counted_on desc, id desc';
/** The key of an entry `e`, with what lists are ordered by. */
export const LIST_KEY = 'e.county_id, e.id, e.counted_on';

const SOONER = ['reportedBy', 'waitingFor', 'importId', 'jointId', 'minAmountFen', 'maxAmountFen'] as const;

/** Whether a part of the filter has an index of its own that finds few: neither words nor facets need then lead. */
export const isFoundSooner = (filter: EntryFilter): boolean => SOONER.some((key) => filter[key] !== undefined);

/** Who is waited for, and where they may take which step. */
export interface Waiting {
  personId: string;
  confirm: readonly ReachPair[];
  review: readonly ReachPair[];
  post: readonly ReachPair[];
  /** Only one of the ways to wait; set by `entryParts`. */
  step?: number | undefined;
}

/** Where entries `e` lie within reach. Places above counties are ranges of county keys, so that an index on the county can be used. */
export function entryReach(pairs: readonly ReachPair[], params: Params): string {
  // First, so that no parameter is added that the statement then lacks.
  if (pairs.some((pair) => pair.units === null && pair.places === null)) return 'true';
  const parts = pairs.map(({ units, places }) => {
    const unit = units === null ? 'true' : oneOf('e.unit_id', units, 'uuid', params);
    return places === null ? unit : `(${unit} and ${inPlaces(places, params)})`;
  });
  return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
}

function inPlaces(places: readonly string[], params: Params): string {
  const counties = places.filter((id) => id.length === 6);
  const above = places.filter((id) => id.length < 6);
  const below = places.filter((id) => id.length > 6);
  const parts = [];
  if (counties.length > 0) parts.push(oneOf('e.county_id', counties, 'text', params));
  for (const id of above) parts.push(countyIn(id, params));
  for (const id of below)
    parts.push(`(e.county_id = ${params.add(id.slice(0, 6))} and starts_with(e.place_id, ${params.add(id)}))`);
  return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
}

/** Keys are digits: what begins with "45" lies from "45" up to "46", whatever the collation. */
function countyIn(above: string, params: Params): string {
  const next = String(Number(above) + 1).padStart(above.length, '0');
  const end = next.length > above.length ? 'true' : `e.county_id < ${params.add(next)}`;
  return `(e.county_id >= ${params.add(above)} and ${end})`;
}

/** A single value is compared by `=`: an index then gives the rows in the order of its further columns. */
const oneOf = (column: string, values: readonly string[], type: 'uuid' | 'text', params: Params): string =>
  values.length === 1
    ? `${column} = ${params.add(values[0])}::${type}`
    : `${column} = any(${params.add(values)}::${type}[])`;

/** Pairs that have something below the place, or above it: two ranges without a common key would else be walked in vain. */
const within = (pairs: readonly ReachPair[], placeId: string | undefined): ReachPair[] =>
  placeId === undefined
    ? [...pairs]
    : pairs.flatMap(({ units, places }) => {
        const left = places?.filter((id) => id.startsWith(placeId) || placeId.startsWith(id)) ?? null;
        return left?.length === 0 ? [] : [{ units, places: left }];
      });

/** Entries `e` within reach that the filter has, as a condition of the WHERE clause. */
export function entryWhere(pairs: readonly ReachPair[], filter: EntryFilter, params: Params): string {
  const where = [entryReach(within(pairs, filter.countyId), params)];
  const add = (condition: string, value: unknown) => {
    if (value !== undefined) where.push(condition.replace('$', params.add(value)));
  };
  const { countyId, q } = filter;
  if (countyId !== undefined)
    where.push(countyId.length === 6 ? `e.county_id = ${params.add(countyId)}` : countyIn(countyId, params));
  if (filter.unitIds !== undefined) where.push(oneOf('e.unit_id', filter.unitIds, 'uuid', params));
  if (filter.kinds !== undefined) where.push(oneOf('e.kind', filter.kinds, 'text', params));
  if (filter.states !== undefined) where.push(oneOf('e.state', filter.states, 'text', params));
  add('e.counted_on >= $::date', filter.from);
  add('e.counted_on <= $::date', filter.to);
  add('e.reported_by = $::uuid', filter.reportedBy);
  add('e.import_id = $::uuid', filter.importId);
  add('e.joint_id = $::uuid', filter.jointId);
  where.push(hasFacets(filter.facets, params));
  if (filter.facetPlaces?.length === 0) where.push("e.state <> 'posted'");
  add('e.amount_fen >= $::bigint', filter.minAmountFen);
  add('e.amount_fen <= $::bigint', filter.maxAmountFen);
  if (q !== undefined) where.push(asked(q, filter, params));
  if (filter.knownOn !== undefined) {
    const end = `(${params.add(filter.knownOn)}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
    // No entry counts under a day after its posting: said too, for the sake of the indexes by that day.
    where.push(`e.state = 'posted' and e.posted_at < ${end} and e.counted_on <= ${params.add(filter.knownOn)}::date`);
  }
  if (filter.reversed === false) where.push(NOT_REVERSED);
  if (filter.reversed === true && filter.lead !== 'reversed')
    where.push(filter.side === 'reversal' ? REVERSAL : REVERSED);
  if (filter.waitingFor !== undefined) where.push(waits(filter.waitingFor, params));
  return where.join(' and ');
}

/** Every facet has one of its values. */
export const hasFacets = (facets: EntryFilter['facets'], params: Params): string =>
  [...(facets ?? [])].map(([code, values]) => hasFacet(code, values, params)).join(' and ') || 'true';

/** One of the values stands in the slice. */
const hasFacet = (code: string, values: readonly string[], params: Params): string =>
  `(${values.map((value) => `strpos(e.slice, ${params.add(`;${code}=${value};`)}) > 0`).join(' or ')})`;

// Few entries are reversals: their index gives both sides. Nearly all are none: each is looked up while the page fills.
const REVERSED = `(e.county_id, e.id) in (select county_id, unnest(array[id, reverses]) from entry where reverses is not null and state <> 'withdrawn')`;
/** Entries `e` that reverse another. */
export const REVERSAL = "e.reverses is not null and e.state <> 'withdrawn'";
const NOT_REVERSED = `e.reverses is null
  and not exists (select from entry r where r.county_id = e.county_id and r.reverses = e.id and r.state <> 'withdrawn')`;

/** The next step is one that the person may take, four persons kept. Only what is not posted can wait. */
function waits(waiting: Waiting, params: Params): string {
  const steps = waiting.step === undefined ? WAITS : WAITS.slice(waiting.step, waiting.step + 1);
  const me = `${params.add(waiting.personId)}::uuid`;
  return `(e.state <> 'posted' and (${steps.map((step) => step(me, waiting, params)).join(' or ')}))`;
}

type Wait = (me: string, waiting: Waiting, params: Params) => string;
/** The ways to wait, a step each. */
export const WAITS: readonly Wait[] = [
  (me) => `(e.state in ('draft', 'returned', 'differs') and e.reported_by = ${me})`,
  (me, { confirm }, params) => `(e.state = 'reported' and e.reported_by <> ${me} and ${entryReach(confirm, params)})`,
  (me, { confirm }, params) => `(e.state = 'differs' and e.reported_by <> ${me} and ${entryReach(confirm, params)})`,
  (me, { review }, params) =>
    `(e.state = 'confirmed' and ${me} not in (e.reported_by, e.confirmed_by) and ${entryReach(review, params)})`,
  (
    me,
    { post },
    params,
  ) => `(e.state = 'reviewed' and e.reported_by <> ${me} and coalesce(e.confirmed_by <> ${me}, true)
    and coalesce(e.reviewed_by <> ${me}, true) and ${entryReach(post, params)})`,
];

/** The reach with whole counties for places in them: what rows that name no place below their county can be narrowed by. */
export const atCounties = (pairs: readonly ReachPair[]): ReachPair[] =>
  pairs.map(({ units, places }) => ({ units, places: places?.map((id) => id.slice(0, 6)) ?? null }));
