import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import type { SumOf } from '../../core/indicator/definition.ts';
import type { RollRow } from '../../core/indicator/evaluate.ts';
import { lastDayOf, type Range } from '../../core/indicator/period.ts';
import { Params } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';
import { figureRows, kindsMeant, lateEntries, meantBy, type FigureRows } from './figure-sql.ts';
import type { SumRow } from './sums.ts';

const firstDay = (range: Range): string => (range.from === null ? '0001-01-01' : `${range.from}-01`);
const MEASURES = `coalesce(sum(e.amount_fen), 0)::text as "amountFen", coalesce(sum(e.quantity), 0)::text as quantity,
  coalesce(sum(e.people), 0)::text as people, coalesce(sum(e.person_times), 0)::text as "personTimes"`;
/** The predicate of the index `entry_on_the_way`, word for word: reported and not yet posted. */
const ON_THE_WAY = `e.state in ('reported', 'differs', 'confirmed', 'reviewed', 'returned')`;

/** What is on its way to being posted: by county, by row of units, or all together. */
export async function readTransit(
  db: Reader,
  ask: {
    rows: FigureRows;
    kinds: readonly string[];
    range: Range;
    by: 'nothing' | 'county' | 'row';
    rowOfUnit?: readonly (readonly [string, string])[];
  },
): Promise<SumRow[]> {
  const params = new Params();
  const at = { nothing: "''", county: 'e.county_id', row: 'm.at' }[ask.by];
  const units = ask.rowOfUnit;
  const map =
    units === undefined
      ? ''
      : `join unnest(${params.add(units.map(([id]) => id))}::uuid[], ${params.add(units.map(([, row]) => row))}::text[]) m (unit_id, at) on m.unit_id = e.unit_id`;
  const text = `select ${at} as at, e.kind, e.slice, sum(case when e.reverses is null then 1 else -1 end)::text as entries, ${MEASURES}
    from entry e ${map} where ${ON_THE_WAY} and e.kind = any(${params.add(ask.kinds)}::text[])
      and e.counted_on between ${params.add(firstDay(ask.range))}::date and ${params.add(lastDayOf(ask.range.to))}::date
      and ${figureRows(ask.rows, params, 'e')} group by 1, 2, 3`;
  return (await db.query<SumRow>(text, params.values)).rows;
}

/** Posted entries that sums mean, in a range, as known at a moment; `e` is the entry. */
function posted(ask: EntriesAsk, params: Params): string {
  const known = ask.knownOn === null ? '' : ` and e.posted_at <= ${params.add(ask.knownOn)}::timestamptz`;
  return `e.state = 'posted' and e.counted_on between ${params.add(firstDay(ask.range))}::date and ${params.add(lastDayOf(ask.range.to))}::date
    and ${meantBy(ask.sums, params, 'e')} and ${figureRows(ask.rows, params, 'e')}${known}`;
}

/** Which entries stand behind a figure. */
export interface EntriesAsk {
  rows: FigureRows;
  sums: readonly SumOf[];
  range: Range;
  knownOn: Instant | null;
}

/** What came on each day, to find the day on which a target was reached. */
export async function readDays(db: Reader, ask: EntriesAsk): Promise<(RollRow & { on: PlainDate })[]> {
  const params = new Params();
  const kinds = kindsMeant(ask.sums, params);
  // By kind and version, because that index leads with them; the county's own when there is one.
  const text = `select e.counted_on as on, e.kind, e.slice, sum(case when e.reverses is null then 1 else -1 end)::text as entries, ${MEASURES}
    from entry_kind_version k join entry e on e.kind = k.kind and e.kind_version = k.version
    where k.kind = any(${kinds}) and ${posted(ask, params)} group by 1, 2, 3 order by 1`;
  return (await db.query<RollRow & { on: PlainDate }>(text, params.values)).rows;
}

/** An entry behind a figure, with its measures as a roll-up row has them. */
export interface EntryBehind extends RollRow {
  countyId: string;
  countyName: string;
  id: string;
  number: string | null;
  kindName: { zh: string; en: string };
  unitId: string;
  unitName: string;
  countedOn: PlainDate;
  voucher: string | null;
  payee: string | null;
  reverses: string | null;
  postedAt: Instant;
}

/** Entries behind a figure, newest counted first; `after`: day and id of the last one. */
export async function listBehind(
  db: Reader,
  ask: EntriesAsk & { after: [string, string] | null; limit: number },
): Promise<EntryBehind[]> {
  const params = new Params();
  const limit = params.add(ask.limit);
  const kinds = kindsMeant(ask.sums, params);
  const after =
    ask.after === null
      ? ''
      : ` and (e.counted_on, e.id) < (${params.add(ask.after[0])}::date, ${params.add(ask.after[1])}::uuid)`;
  const county = ask.rows.placeId?.length === 6 ? params.add(ask.rows.placeId) : null;
  // One ordered walk a kind (and version, where no county leads the index), of which the first are taken.
  const [from, by] =
    county === null
      ? [`entry_kind_version`, 'e.kind = k.kind and e.kind_version = k.version']
      : [`(select distinct kind from entry_kind_version)`, `e.county_id = ${county} and e.kind = k.kind`];
  const text = `select e.county_id as "countyId", p.name as "countyName", e.id, e.number, e.kind, e.slice, v.definition -> 'name' as "kindName", e.unit_id as "unitId",
      (select n.name from unit_version n where n.unit_id = e.unit_id order by n.valid_from desc limit 1) as "unitName",
      e.counted_on as "countedOn", e.voucher, e.payee, e.reverses, e.posted_at as "postedAt", case when e.reverses is null then '1' else '-1' end as entries,
      coalesce(e.amount_fen, 0)::text as "amountFen", coalesce(e.quantity, 0)::text as quantity, coalesce(e.people, 0)::text as people, coalesce(e.person_times, 0)::text as "personTimes"
    from (select e.* from ${from} k join lateral (select * from entry e where ${by} and ${posted(ask, params)}${after}
        order by e.counted_on desc, e.id desc limit ${limit}) e on true
      where k.kind = any(${kinds}) order by e.counted_on desc, e.id desc limit ${limit}) e
    join place p on p.id = e.county_id join entry_kind_version v on v.kind = e.kind and v.version = e.kind_version
    order by e.counted_on desc, e.id desc`;
  return (await db.query<EntryBehind>(text, params.values)).rows;
}

/**
 * Persons of posted rosters, each once by the digest of the id number; who gave none cannot be told apart and is left out. Reversals are looked for by
 * the day of what they reverse.
 */
export async function countPersons(db: Reader, ask: EntriesAsk): Promise<bigint> {
  const params = new Params();
  const days = `between ${params.add(firstDay(ask.range))}::date and ${params.add(lastDayOf(ask.range.to))}::date`;
  const known = ask.knownOn === null ? 'posted_at is not null' : `posted_at <= ${params.add(ask.knownOn)}::timestamptz`;
  const kinds = `kind = any(${kindsMeant(ask.sums, params)})`;
  const text = `select count(*)::text as n from (select distinct p.id_hash from entry_person p
    where p.${known} and p.id_hash is not null and p.removed_at is null and p.${kinds} and p.counted_on ${days}
      and ${meantBy(ask.sums, params, 'p')} and ${figureRows(ask.rows, params, 'p')}
      and (p.county_id, p.entry_id) not in (select r.county_id, r.reverses from entry r
        where r.reverses is not null and r.state <> 'withdrawn' and r.${known} and r.${kinds} and r.reverses_on ${days})) d`;
  return BigInt((await db.query<{ n: string }>(text, params.values)).rows[0]?.n ?? '0');
}

/** The newest counted entry behind a figure; null: none. */
export async function newestBehind(db: Reader, ask: EntriesAsk): Promise<{ on: PlainDate; postedAt: Instant } | null> {
  const [row] = await listBehind(db, { ...ask, after: null, limit: 1 });
  return row === undefined ? null : { on: row.countedOn, postedAt: row.postedAt };
}

/** How many entries that sums mean were posted after a moment. */
export async function countPostedAfter(db: Reader, ask: EntriesAsk & { knownOn: Instant }): Promise<number> {
  const params = new Params();
  const kinds = kindsMeant(ask.sums, params);
  const text = `select count(*)::int as n from ${lateEntries(ask, ask.knownOn, kinds, params)} where ${meantBy(ask.sums, params, 'e')}`;
  return (await db.query<{ n: number }>(text, params.values)).rows[0]?.n ?? 0;
}
