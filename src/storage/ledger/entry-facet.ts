import type { ReachPair } from '../../core/access/reach.ts';
import { Params } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';
import {
  atCounties,
  entryWhere,
  hasFacets,
  isFoundSooner,
  LIST_KEY,
  LIST_ORDER,
  type EntryFilter,
} from './entry-filter.ts';

/** A county, kind and year in which posted entries have the facets that are asked for. */
export interface FacetPlace {
  countyId: string;
  kind: string;
  year: number;
  /** Entries of the kind there, of whichever facets: what there is to read. */
  entries: number;
}

/** Where there is more to read than this, what has the facets is not rare: a list is sooner passed in its order. */
const MOST_PLACES = 100;
const MOST_ENTRIES = 1500;

/**
 * A filter by facets that knows which kinds have them and, where they are rare, where: the roll-ups have every value that was ever posted. A value that nothing has
 * would else be looked for in every entry.
 */
export async function placed(db: Reader, pairs: readonly ReachPair[], filter: EntryFilter): Promise<EntryFilter> {
  const { facets, kinds } = filter;
  if (facets === undefined || facets.size === 0) return filter;
  const having = await kindsWith(db, [...facets.keys()]);
  const narrowed = { ...filter, kinds: kinds?.filter((kind) => having.includes(kind)) ?? having };
  if (filter.q !== undefined || filter.reversed !== undefined || isFoundSooner(filter)) return narrowed;
  const places = await facetPlaces(db, pairs, narrowed);
  const toRead = places.reduce((sum, one) => sum + one.entries, 0);
  return places.length > MOST_PLACES || toRead > MOST_ENTRIES ? narrowed : { ...narrowed, facetPlaces: places };
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
  const text = `select f.county_id as "countyId", f.kind, f.year, y.entries
    from (select distinct county_id, kind, year from ledger_year e where ${where.join(' and ')} limit ${MOST_PLACES + 1}) f
    cross join lateral (select sum(y.entries)::integer as entries from ledger_year y
      where y.county_id = f.county_id and y.kind = f.kind and y.year = f.year) y`;
  return (await db.query<FacetPlace>(text, params.values)).rows;
}

/** Led by where they are, unless only what is not posted is asked for: that is few. */
export const facetLed = (filter: EntryFilter): EntryFilter =>
  filter.facetPlaces !== undefined && (filter.states === undefined || filter.states.includes('posted'))
    ? { ...filter, lead: 'facets' }
    : filter;

/** Keys of the entries with the facets: those posted place by place in an index by county and kind, and the others, which are few. */
export function facetRows(reach: readonly ReachPair[], filter: EntryFilter, params: Params): string {
  const { facetPlaces = [], states, countyId, unitIds, kinds, facets, from, to } = filter;
  const places = facetPlaces.filter((one) => kinds?.includes(one.kind) ?? true);
  const column = (name: 'countyId' | 'kind' | 'year', type: string) =>
    `${params.add(places.map((one) => one[name]))}::${type}[]`;
  const list = [column('countyId', 'text'), column('kind', 'text'), column('year', 'integer')].join(', ');
  const posted = `select e.* from unnest(${list}) f (county_id, kind, year) cross join lateral (select ${LIST_KEY} from entry e
      where e.county_id = f.county_id and e.kind = f.kind and e.counted_on between make_date(f.year, 1, 1) and make_date(f.year, 12, 31)
        and e.state = 'posted' and ${hasFacets(facets, params)} offset 0) e`;
  if (states !== undefined) return `select * from (${posted}) e ${LIST_ORDER}`;
  const where = entryWhere(atCounties(reach), { countyId, unitIds, kinds, facets, from, to }, params);
  // Without the fence the planner would walk the kind in the order of the list until a page is full, which it never is.
  const others = `select ${LIST_KEY} from entry e where e.state <> 'posted' and ${where} offset 0`;
  return `select * from (${posted} union all (${others})) e ${LIST_ORDER}`;
}
