import type { ReachPair } from '../../core/access/reach.ts';
import { Params } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';
import { atCounties, entryWhere, hasFacets, type EntryFilter } from './entry-filter.ts';

/** A county, kind and year in which posted entries have the facets that are asked for. */
export interface FacetPlace {
  countyId: string;
  kind: string;
  year: number;
}

/** In more places a list is sooner passed in its order than read place by place. */
const MOST_PLACES = 100;

/** With any of these a list is found sooner by itself. */
const SOONER = [
  ...(['q', 'reportedBy', 'waitingFor', 'importId', 'jointId', 'minAmountFen', 'maxAmountFen', 'reversed'] as const),
];

/**
 * A filter by facets that knows which kinds have them and, where they are rare, where: the roll-ups have every value that was ever posted. A value that nothing has
 * would else be looked for in every entry.
 */
export async function placed(db: Reader, pairs: readonly ReachPair[], filter: EntryFilter): Promise<EntryFilter> {
  const { facets, kinds } = filter;
  if (facets === undefined || facets.size === 0) return filter;
  const having = await kindsWith(db, [...facets.keys()]);
  const narrowed = { ...filter, kinds: kinds?.filter((kind) => having.includes(kind)) ?? having };
  if (SOONER.some((key) => filter[key] !== undefined)) return narrowed;
  const places = await facetPlaces(db, pairs, narrowed);
  if (places.length === 0) return { ...narrowed, unposted: true };
  return places.length > MOST_PLACES ? narrowed : { ...narrowed, facetPlaces: places };
}

async function kindsWith(db: Reader, facets: readonly string[]): Promise<string[]> {
  const found = await db.query<{ kind: string }>(
    `select distinct kind from entry_kind_version where definition -> 'facets' ?& $1::text[] order by 1`,
    [facets],
  );
  return found.rows.map((row) => row.kind);
}

async function facetPlaces(db: Reader, pairs: readonly ReachPair[], filter: EntryFilter): Promise<FacetPlace[]> {
  const { countyId, unitIds, kinds, facets, from, to } = filter;
  const params = new Params();
  // The roll-up has the columns of an entry that these parts of the filter speak of.
  const where = [entryWhere(atCounties(pairs), { countyId, unitIds, kinds, facets }, params)];
  if (from !== undefined) where.push(`e.year >= ${params.add(Number(from.slice(0, 4)))}::integer`);
  if (to !== undefined) where.push(`e.year <= ${params.add(Number(to.slice(0, 4)))}::integer`);
  const text = `select county_id as "countyId", kind, year from ledger_year e where ${where.join(' and ')}
    group by 1, 2, 3 limit ${MOST_PLACES + 1}`;
  return (await db.query<FacetPlace>(text, params.values)).rows;
}

/** The same entries in parts: those posted, led by where they are, and the others, which are few. */
export function facetParts(filter: EntryFilter): EntryFilter[] {
  const { facetPlaces: places, states } = filter;
  if (places === undefined) return [filter];
  const posted = { ...filter, lead: 'facets' as const };
  if (states === undefined) return [posted, { ...filter, facetPlaces: undefined, unposted: true }];
  return [states.includes('posted') ? posted : { ...filter, facetPlaces: undefined }];
}

/** Keys of the posted entries with the facets, place by place in an index by county and kind. */
export function facetRows({ facetPlaces = [], facets, kinds }: EntryFilter, params: Params): string {
  const places = facetPlaces.filter((one) => kinds?.includes(one.kind) ?? true);
  const of = (values: unknown[], type: string) => `${params.add(values)}::${type}[]`;
  const list = [
    of(
      places.map((one) => one.countyId),
      'text',
    ),
    of(
      places.map((one) => one.kind),
      'text',
    ),
    of(
      places.map((one) => one.year),
      'integer',
    ),
  ];
  return `select e.* from unnest(${list.join(', ')}) f (county_id, kind, year) cross join lateral (select e.county_id, e.id, e.counted_on from entry e
      where e.county_id = f.county_id and e.kind = f.kind and e.counted_on between make_date(f.year, 1, 1) and make_date(f.year, 12, 31)
        and e.state = 'posted' and ${hasFacets(facets, params)} offset 0) e order by e.counted_on desc, e.id desc`;
}
