import type { ReachPair } from '../../core/access/reach.ts';
import type { EntryState } from '../../core/ledger/entry.ts';
import type { Params } from '../access/reach-sql.ts';

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
  q?: string | undefined;
  /** Reported by this person. */
  reportedBy?: string | undefined;
  /** Waits for this person, who has these abilities there. */
  waitingFor?: Waiting | undefined;
  importId?: string | undefined;
  jointId?: string | undefined;
  minAmountFen?: string | undefined;
  maxAmountFen?: string | undefined;
  reversed?: boolean | undefined;
  /** Posted by the end of this day in Asia/Shanghai. */
  knownOn?: string | undefined;
}

/** Who is waited for, and where they may take which step. */
export interface Waiting {
  personId: string;
  confirm: readonly ReachPair[];
  review: readonly ReachPair[];
  post: readonly ReachPair[];
}

/**
 * Where entries `e` lie within reach. Places above counties are spelt out as counties by a subselect that runs once, so
 * that an index on the county can be used.
 */
export function entryReach(pairs: readonly ReachPair[], params: Params): string {
  // First, so that no parameter is added that the statement then lacks.
  if (pairs.some((pair) => pair.units === null && pair.places === null)) return 'true';
  const parts = pairs.map(({ units, places }) => {
    const unit = units === null ? 'true' : `e.unit_id = any(${params.add(units)}::uuid[])`;
    return places === null ? unit : `(${unit} and ${inPlaces(places, params)})`;
  });
  return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
}

function inPlaces(places: readonly string[], params: Params): string {
  const counties = places.filter((id) => id.length === 6);
  const above = places.filter((id) => id.length < 6);
  const below = places.filter((id) => id.length > 6);
  const parts = [];
  if (counties.length > 0) parts.push(`e.county_id = any(${params.add(counties)}::text[])`);
  for (const id of above) parts.push(countyIn(id, params));
  for (const id of below)
    parts.push(`(e.county_id = ${params.add(id.slice(0, 6))} and starts_with(e.place_id, ${params.add(id)}))`);
  return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
}

const countyIn = (above: string, params: Params): string =>
  `e.county_id = any(array(select p.id from place p where p.level = 'county' and starts_with(p.id, ${params.add(above)})))`;

/** Entries `e` within reach that the filter has, as a condition of the WHERE clause. */
export function entryWhere(pairs: readonly ReachPair[], filter: EntryFilter, params: Params): string {
  const where = [entryReach(pairs, params)];
  const add = (condition: string, value: unknown) => {
    if (value !== undefined) where.push(condition.replace('$', params.add(value)));
  };
  const { countyId, q } = filter;
  if (countyId !== undefined)
    where.push(countyId.length === 6 ? `e.county_id = ${params.add(countyId)}` : countyIn(countyId, params));
  add('e.unit_id = any($::uuid[])', filter.unitIds);
  add('e.kind = any($::text[])', filter.kinds);
  add('e.state = any($::text[])', filter.states);
  add('e.counted_on >= $::date', filter.from);
  add('e.counted_on <= $::date', filter.to);
  add('e.reported_by = $::uuid', filter.reportedBy);
  add('e.import_id = $::uuid', filter.importId);
  add('e.joint_id = $::uuid', filter.jointId);
  add('e.amount_fen >= $::bigint', filter.minAmountFen);
  add('e.amount_fen <= $::bigint', filter.maxAmountFen);
  if (q !== undefined) where.push(asked(q, params));
  if (filter.knownOn !== undefined) {
    const end = `(${params.add(filter.knownOn)}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
    where.push(`e.state = 'posted' and e.posted_at < ${end}`);
  }
  if (filter.reversed !== undefined) where.push(filter.reversed ? REVERSED : NOT_REVERSED);
  if (filter.waitingFor !== undefined) where.push(waits(filter.waitingFor, params));
  return where.join(' and ');
}

// Few entries are reversals: their index gives both sides. Nearly all are none: each is looked up while the page fills.
const REVERSED = `(e.county_id, e.id) in (select county_id, unnest(array[id, reverses]) from entry where reverses is not null and state <> 'withdrawn')`;
const NOT_REVERSED = `e.reverses is null
  and not exists (select from entry r where r.county_id = e.county_id and r.reverses = e.id and r.state <> 'withdrawn')`;

/** A whole number leads straight to its county; else beginnings of numbers and vouchers, and payees by a part. */
function asked(q: string, params: Params): string {
  const number = /^\d{4}-(\d{6})-\d*$/.exec(q);
  if (number?.[1] !== undefined)
    return `(e.county_id = ${params.add(number[1])} and starts_with(e.number, ${params.add(q)}))`;
  const text = params.add(q);
  return `(starts_with(e.number, ${text}) or starts_with(e.voucher, ${text}) or strpos(e.payee, ${text}) > 0)`;
}

/** The next step is one that the person may take, four persons kept. Only what is not posted can wait. */
function waits({ personId, confirm, review, post }: Waiting, params: Params): string {
  const me = `${params.add(personId)}::uuid`;
  return `(e.state <> 'posted' and (
    (e.state in ('draft', 'returned', 'differs') and e.reported_by = ${me})
    or (e.state in ('reported', 'differs') and e.reported_by <> ${me} and ${entryReach(confirm, params)})
    or (e.state = 'confirmed' and ${me} not in (e.reported_by, e.confirmed_by) and ${entryReach(review, params)})
    or (e.state = 'reviewed' and e.reported_by <> ${me} and coalesce(e.confirmed_by <> ${me}, true)
        and coalesce(e.reviewed_by <> ${me}, true) and ${entryReach(post, params)})))`;
}
