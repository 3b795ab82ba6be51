import type { ReachPair } from '../../core/access/reach.ts';
import type { Params } from '../access/reach-sql.ts';
import { facetRows } from './entry-facet.ts';
import {
  atCounties,
  entryWhere,
  isFoundSooner,
  LIST_KEY,
  LIST_ORDER,
  REVERSAL,
  type EntryFilter,
} from './entry-filter.ts';
import type { Side } from './entry-search.ts';

/** The page of a list that keys are read for: `after` is a condition on entries `e`, `limit` the parameter of how many. */
interface Page {
  after: string;
  limit: string;
}

/** Rows looked at from the newest on, before all that begin so are gathered. */
const NEWEST = 5000;

/** A part of a list that words lead. */
interface Led extends EntryFilter {
  lead: Side;
}

/** Keys of the part of a list that its filter's `lead` gives, in the order of the list, so that little is looked up that does not fit. */
export function leadRows(reach: readonly ReachPair[], filter: EntryFilter, page: Page, params: Params): string {
  const { lead } = filter;
  if (lead === 'reversed') return reversed(reach, filter, params);
  if (lead === 'facets') return facetRows(reach, filter, params);
  if (lead === undefined) throw new Error('no lead');
  return wordRows(reach, { ...filter, lead }, page, params);
}

/** What reverses has the county, unit and kind of what it reverses. */
function reversed(reach: readonly ReachPair[], { countyId, unitIds, kinds }: EntryFilter, params: Params): string {
  const where = entryWhere(atCounties(reach), { countyId, unitIds, kinds }, params);
  return `select e.county_id, e.reverses as id, e.reverses_on as counted_on from entry e where ${REVERSAL} and ${where} order by 3 desc, 2 desc`;
}

function wordRows(reach: readonly ReachPair[], filter: Led, page: Page, params: Params): string {
  const { begins, lead, countyId = '' } = filter;
  if (begins?.[lead] === 'few') return `select * from (${gathered(reach, filter, 'true', params)}) e ${LIST_ORDER}`;
  const { units, places } = scopeOf(reach, filter);
  if (units !== null) return byUnit({ units, places }, filter, page, params);
  if (places === null && countyId === '') return ofEverything(reach, filter, page, params);
  const provinces = countyId.length < 6 && places?.every((id) => id.length >= 6) !== true;
  const whole = places?.every((id) => id.length <= 6) ?? true;
  return provinces && whole && begins?.[lead] === 'some'
    ? newestOf(gathered(reach, filter, page.after, params), filter, page)
    : byCounty(places, filter, page, params);
}

const begin = ({ lead, q }: Led, params: Params): string => `starts_with(e.${lead}, ${params.add(q)})`;

/** All that begin so, with what of reach and filter stands in the index of the words. Numbers go up with the days: read from the last one back, few push others off the page. */
function gathered(reach: readonly ReachPair[], filter: Led, after: string, params: Params): string {
  const { countyId, unitIds, kinds, from, to } = filter;
  const where = entryWhere(atCounties(reach), { countyId, unitIds, kinds, from, to }, params);
  return `select ${LIST_KEY} from entry e where ${begin(filter, params)} and ${where} and ${after} order by e.${filter.lead} using ~>~ offset 0`;
}

/** In the order of the list; no more than a page where nothing is left to be looked at in the entries themselves. */
const newestOf = (keys: string, { states, knownOn, reversed: odd }: Led, { limit }: Page): string =>
  `select * from (${keys}) e ${LIST_ORDER}${states === undefined && knownOn === undefined && odd === undefined ? ` limit ${limit}` : ''}`;

/** A unit or county from its newest entry on, in an index that has the words. */
const walk = (at: string, reach: readonly ReachPair[], filter: Led, page: Page, params: Params): string =>
  `select ${LIST_KEY} from entry e where ${at} and ${begin(filter, params)} and ${entryWhere(reach, filter, params)} and ${page.after} ${LIST_ORDER} limit ${page.limit}`;

function byUnit({ units, places }: ReachPair, filter: Led, page: Page, params: Params): string {
  const each = walk('e.unit_id = u.id', [{ units: null, places }], { ...filter, unitIds: undefined }, page, params);
  return `select k.* from unnest(${params.add(units)}::uuid[]) u (id) cross join lateral (${each}) k ${LIST_ORDER}`;
}

function byCounty(places: readonly string[] | null, filter: Led, page: Page, params: Params): string {
  const reach = [{ units: null, places }];
  const each = walk('e.county_id = c.county_id', reach, filter, page, params);
  const where = entryWhere(atCounties(reach), { countyId: filter.countyId }, params);
  return `select k.* from (select e.county_id from (select id as county_id from place where level = 'county') e where ${where}) c
    cross join lateral (${each}) k ${LIST_ORDER}`;
}

/** The newest entries are looked through; where too few of them begin so (numbers of a year long past), all that do are gathered after all. */
function ofEverything(reach: readonly ReachPair[], filter: Led, page: Page, params: Params): string {
  const where = `${entryWhere(reach, filter, params)} and ${page.after}`;
  const all = gathered(reach, filter, `${page.after} and (select count(*) from newest) < ${page.limit}`, params);
  return `with newest as materialized (select ${LIST_KEY} from (select * from entry e where ${where} ${LIST_ORDER} limit ${NEWEST}) e
      where ${begin(filter, params)} ${LIST_ORDER} limit ${page.limit})
    select * from newest where (select count(*) from newest) = ${page.limit}
    union all (${newestOf(all, filter, page)}) ${LIST_ORDER}`;
}

/** The units and places of a part; units asked for within a reach by unit are those that are both. */
export function scopeOf(reach: readonly ReachPair[], { unitIds }: EntryFilter): ReachPair {
  const [pair] = reach;
  if (pair === undefined) return { units: [], places: null };
  const { units, places } = pair;
  return { places, units: unitIds?.filter((id) => units?.includes(id) ?? true) ?? units };
}

/** More units than these are not walked one by one. */
const MOST_UNITS = 20;

/** Whether words that many begin with are better led by their own keys, as `leadRows` walks them, than looked for in the rest of the filter. */
export function isWalked(reach: readonly ReachPair[], filter: EntryFilter): boolean {
  if (reach.length !== 1 || filter.facets !== undefined || filter.reversed === true || isFoundSooner(filter))
    return false;
  const { states, kinds, countyId } = filter;
  if (states !== undefined && !(states.length === 1 && states[0] === 'posted')) return false;
  const { units, places } = scopeOf(reach, filter);
  // Of a county or a unit a kind is few entries.
  if (kinds !== undefined && (units !== null || places !== null || countyId !== undefined || kinds.length > 1))
    return false;
  return (units?.length ?? 0) <= MOST_UNITS;
}
