import type { Instant } from '../../core/kernel/plain-date.ts';
import type { Range } from '../../core/indicator/period.ts';
import type { ReachPair } from '../../core/access/reach.ts';
import type { SumOf } from '../../core/indicator/definition.ts';
import type { Params } from '../access/reach-sql.ts';

/** What of the ledger a figure takes: within the reader's reach, of some places and units. */
export interface FigureRows {
  pairs: readonly ReachPair[];
  /** Key of a county or of a place above; null: all. */
  placeId: string | null;
  /** The units with all that counts as theirs; null: all. */
  units: readonly string[] | null;
  /** Only these counties; null: all. */
  counties?: readonly string[] | null;
}

/**
 * Rows `alias` within reach and scope. The same rule as `reachCondition`, said on the columns themselves: a county's key has
 * six digits, so the place above is a comparison and not a subselect for each of a hundred thousand rows.
 */
export function figureRows(rows: FigureRows, params: Params, alias: string): string {
  const where: string[] = [];
  if (!rows.pairs.some((pair) => pair.units === null && pair.places === null)) {
    const pairs = rows.pairs.map((pair) => `(${pairCondition(pair, params, alias)})`);
    where.push(pairs.length === 0 ? 'false' : `(${pairs.join(' or ')})`);
  }
  if (rows.placeId !== null) where.push(within([rows.placeId], params, alias));
  if (rows.units !== null) where.push(`${alias}.unit_id = any(${params.add(rows.units)}::uuid[])`);
  if (rows.counties != null) where.push(`${alias}.county_id = any(${params.add(rows.counties)}::text[])`);
  return where.length === 0 ? 'true' : where.join(' and ');
}

function pairCondition(pair: ReachPair, params: Params, alias: string): string {
  const unit = pair.units === null ? 'true' : `${alias}.unit_id = any(${params.add(pair.units)}::uuid[])`;
  return pair.places === null ? unit : `${unit} and ${within(pair.places, params, alias)}`;
}

/** Counties at or below one of the places; a place below a county holds none. */
function within(places: readonly string[], params: Params, alias: string): string {
  const counties = places.filter((id) => id.length === 6);
  const above = places.filter((id) => id.length < 6);
  const parts = above.map((id) => `starts_with(${alias}.county_id, ${params.add(id)})`);
  if (counties.length > 0) parts.push(`${alias}.county_id = any(${params.add(counties)}::text[])`);
  return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
}

/** The kinds of all the sums, as an array of SQL. */
export const kindsMeant = (sums: readonly SumOf[], params: Params): string =>
  `${params.add([...new Set(sums.flatMap((sum) => sum.kinds))])}::text[]`;

/** Entries that one of the sums means: its kind, and a slice that has one of the values of each facet. */
export function meantBy(sums: readonly SumOf[], params: Params, alias: string): string {
  const parts = sums.map((sum) => {
    const kinds = `${alias}.kind = any(${params.add(sum.kinds)}::text[])`;
    const facets = Object.entries(sum.where ?? {}).map(([facet, values]) => {
      const texts = params.add(values.map((value) => `;${facet}=${value};`));
      return `exists (select from unnest(${texts}::text[]) m (part) where strpos(${alias}.slice, m.part) > 0)`;
    });
    return `(${[kinds, ...facets].join(' and ')})`;
  });
  return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
}

/**
 * Entries `e`, with their `month`, that count in a range and were posted after a moment. Month by month, each of which is one run of the index by month and
 * posting: late entries are few, however many there are in the range or came since.
 */
export function lateEntries(
  { range: { from, to }, rows }: { range: Range; rows: FigureRows },
  knownOn: Instant,
  kinds: string,
  params: Params,
): string {
  const first =
    from === null
      ? `(select date_trunc('month', min(counted_on)::timestamp) from entry)`
      : `${params.add(`${from}-01`)}::timestamp`;
  // The reach is asked of what was found: asked before, the planner would rather walk the county or the unit once a month.
  return `(select e.* from generate_series(${first}, ${params.add(`${to}-01`)}::timestamp, interval '1 month') m (month) cross join lateral (
      select e.*, m.month from entry e where date_trunc('month', e.counted_on::timestamp) = m.month and e.posted_at > ${params.add(knownOn)}::timestamptz
        and e.kind = any(${kinds}) offset 0) e where ${figureRows(rows, params, 'e')}) e`;
}
