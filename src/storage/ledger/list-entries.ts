import type { ReachPair } from '../../core/access/reach.ts';
import { Params } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';
import { ENTRY_SELECT, type EntryRow } from './entry.ts';
import { entryWhere, LIST_ORDER, type EntryFilter } from './entry-filter.ts';
import { placed } from './entry-facet.ts';
import { leadRows } from './entry-lead.ts';
import { entryParts, unitsApart } from './entry-parts.ts';
import { gauged } from './entry-search.ts';

/** An entry with the names that a list shows. */
export interface EntryLine extends EntryRow {
  countyName: string;
  unitName: string;
  placeName: string | null;
  kindName: { zh: string; en: string };
  quantityUnit: string | null;
  evidence: number;
  reversedBy: string | null;
  reportedById: string;
  reportedByName: string;
}

const NAMES = `(select name from place where id = e.county_id) as "countyName",
  (select name from place where id = e.place_id) as "placeName",
  (select u.name from unit_version u where u.unit_id = e.unit_id order by u.valid_from desc limit 1) as "unitName",
  v.definition -> 'name' as "kindName",
  jsonb_path_query_first(v.definition, '$.measures[*] ? (@.measure == "quantity").unit') #>> '{}' as "quantityUnit",
  (select count(*)::integer from entry_evidence x where x.county_id = e.county_id and x.entry_id = e.id and x.removed_at is null) as evidence,
  (select r.id from entry r where r.county_id = e.county_id and r.reverses = e.id and r.state <> 'withdrawn') as "reversedBy",
  (select name from person where id = e.reported_by) as "reportedByName"`;
const KIND = 'join entry_kind_version v on v.kind = e.kind and v.version = e.kind_version';

/** Entries within reach, newest counted first; `after`: counted_on and id of the last one. */
export async function listEntries(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: EntryFilter & { after: [string, string] | null; limit: number },
): Promise<EntryLine[]> {
  const params = new Params();
  const filter = await placed(db, pairs, await gauged(db, ask));
  const limit = params.add(ask.limit);
  const after =
    ask.after === null
      ? 'true'
      : `(e.counted_on, e.id) < (${params.add(ask.after[0])}::date, ${params.add(ask.after[1])}::uuid)`;
  const parts = entryParts(pairs, filter).map(([reach, one]) => {
    const units = unitsApart(reach, one);
    const where = (rest: typeof reach, narrowed: EntryFilter) => `${entryWhere(rest, narrowed, params)} and ${after}`;
    if (one.lead !== undefined)
      return `(select e.* from (${leadRows(reach, one, { after, limit }, params)}) k join entry e on e.county_id = k.county_id and e.id = k.id
        where ${where(reach, one)} order by k.counted_on desc, k.id desc limit ${limit})`;
    if (units === null) return `(select * from entry e where ${where(reach, one)} ${LIST_ORDER} limit ${limit})`;
    const { list, reach: rest, filter: narrowed } = units;
    return `(select e.* from unnest(${params.add(list)}::uuid[]) u (id) cross join lateral (
      select * from entry e where e.unit_id = u.id and ${where(rest, narrowed)} ${LIST_ORDER} limit ${limit}) e ${LIST_ORDER} limit ${limit})`;
  });
  const page =
    parts.length === 1 ? parts[0] : `select distinct on (counted_on, id) * from (${parts.join(' union all ')}) u`;
  // The page first, its names after: the planner would else look names up for rows that it throws away.
  const text = `with page as materialized (select * from (${page}) p ${LIST_ORDER} limit ${limit})
    select ${ENTRY_SELECT}, ${NAMES} from page e ${KIND} order by e.counted_on desc, e.id desc`;
  return (await db.query<EntryLine>(text, params.values)).rows;
}

/** One entry within reach, with its names. */
export async function findEntryLine(
  db: Reader,
  pairs: readonly ReachPair[],
  countyId: string,
  id: string,
): Promise<EntryLine | null> {
  const params = new Params();
  const where = entryWhere(pairs, { countyId }, params);
  const text = `select ${ENTRY_SELECT}, ${NAMES} from entry e ${KIND} where ${where} and e.id = ${params.add(id)}`;
  return (await db.query<EntryLine>(text, params.values)).rows[0] ?? null;
}

/** A group of summed entries. */
export interface SumRow {
  posted: boolean;
  transit: boolean;
  unit: string | null;
  rows: number;
  entries: number;
  amountFen: string;
  quantity: string;
  people: string;
  personTimes: string;
}

/** Sums of the entries that a filter has, by whether they are posted or in transit and by unit of quantity; of `cap` + 1 rows at most. */
export async function sumEntries(
  db: Reader,
  pairs: readonly ReachPair[],
  filter: EntryFilter,
  cap: number,
): Promise<SumRow[]> {
  const params = new Params();
  const where = entryWhere(pairs, await placed(db, pairs, await gauged(db, filter)), params);
  const text = `with hit as materialized (select kind, kind_version, state, reverses, amount_fen, quantity, people, person_times
      from entry e where ${where} limit ${params.add(cap + 1)})
    select e.state = 'posted' as posted, e.state in ('reported', 'differs', 'confirmed', 'reviewed', 'returned') as transit,
      case when e.quantity is null then null else jsonb_path_query_first(v.definition, '$.measures[*] ? (@.measure == "quantity").unit') #>> '{}' end as unit,
      count(*)::integer as rows, sum(case when e.reverses is null then 1 else -1 end)::integer as entries,
      coalesce(sum(e.amount_fen), 0)::text as "amountFen", trim_scale(coalesce(sum(e.quantity), 0))::text as quantity,
      coalesce(sum(e.people), 0)::text as people, coalesce(sum(e.person_times), 0)::text as "personTimes"
    from hit e ${KIND} group by 1, 2, 3`;
  return (await db.query<SumRow>(text, params.values)).rows;
}
