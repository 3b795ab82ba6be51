import type { Reader } from '../database/transaction.ts';
import { ENTRY_SELECT, type EntryKey, type EntryRow } from './entry.ts';

/** The field that says when a class began; its kinds are those whose people cannot be in two at once. */
const BEGAN = 'began_on';
/** States whose entries tell of something that was done. */
const TOLD = `('reported', 'differs', 'confirmed', 'reviewed', 'posted')`;

const keysOf = (keys: readonly EntryKey[]): [string[], string[]] => [
  keys.map((one) => one.countyId),
  keys.map((one) => one.id),
];

/** Two entries that have something in common. */
export interface Pairing extends EntryKey {
  otherCountyId: string;
  otherId: string;
}

/**
 * The same voucher's number in another county or kind, told by the same unit, of the same other side or of the same amount:
 * without one of these equal numbers are common. Of all counties: that is what is looked for. One for each entry.
 */
export async function vouchersElsewhere(
  db: Reader,
  keys: readonly EntryKey[],
): Promise<(Pairing & { voucher: string })[]> {
  const found = await db.query<Pairing & { voucher: string }>(
    `select e.county_id as "countyId", e.id, e.voucher, o.county_id as "otherCountyId", o.id as "otherId"
     from unnest($1::text[], $2::uuid[]) k (county_id, id) join entry e on e.county_id = k.county_id and e.id = k.id
     join lateral (select o.county_id, o.id from entry o where o.voucher = e.voucher and (o.county_id <> e.county_id or o.kind <> e.kind)
         and (o.unit_id = e.unit_id or o.payee = e.payee or o.amount_fen = e.amount_fen) and o.state in ${TOLD} and o.reverses is null
         and (e.joint_id is null or o.joint_id is distinct from e.joint_id) order by o.id limit 1) o on true
     where e.voucher is not null and e.reverses is null`,
    keysOf(keys),
  );
  return found.rows;
}

/** People of these entries who are in another class too, with the days of both. */
export async function personsTwice(
  db: Reader,
  keys: readonly EntryKey[],
): Promise<(Pairing & { people: number; from: string; to: string; otherFrom: string; otherTo: string })[]> {
  const found = await db.query<
    Pairing & { people: number; from: string; to: string; otherFrom: string; otherTo: string }
  >(
    `with own as materialized (
       select e.county_id, e.id, coalesce(e.fields ->> '${BEGAN}', e.occurred_on::text) as from_on, e.occurred_on::text as to_on
       from unnest($1::text[], $2::uuid[]) k (county_id, id) join entry e on e.county_id = k.county_id and e.id = k.id
         join entry_kind_version v on v.kind = e.kind and v.version = e.kind_version
       where e.reverses is null and v.definition -> 'fields' @> '[{"code": "${BEGAN}"}]')
     select e.county_id as "countyId", e.id, o.county_id as "otherCountyId", o.id as "otherId", count(*)::integer as people,
       e.from_on as "from", e.to_on as "to", coalesce(o.fields ->> '${BEGAN}', o.occurred_on::text) as "otherFrom", o.occurred_on::text as "otherTo"
     from own e join entry_person p on p.county_id = e.county_id and p.entry_id = e.id and p.removed_at is null
       join entry_person q on q.id_hash = p.id_hash and q.removed_at is null and (q.county_id, q.entry_id) <> (p.county_id, p.entry_id)
       join entry o on o.county_id = q.county_id and o.id = q.entry_id and o.state in ${TOLD} and o.reverses is null
       join entry_kind_version w on w.kind = o.kind and w.version = o.kind_version and w.definition -> 'fields' @> '[{"code": "${BEGAN}"}]'
     where p.id_hash is not null group by 1, 2, 3, 4, 6, 7, 8, 9`,
    keysOf(keys),
  );
  return found.rows;
}

/** Files of these entries, for looking for the same elsewhere. */
export async function filesOf(
  db: Reader,
  keys: readonly EntryKey[],
): Promise<(EntryKey & { evidenceId: string; digest: Buffer; look: Buffer | null })[]> {
  const found = await db.query<EntryKey & { evidenceId: string; digest: Buffer; look: Buffer | null }>(
    `select x.county_id as "countyId", x.entry_id as id, v.id as "evidenceId", v.digest, v.look
     from unnest($1::text[], $2::uuid[]) k (county_id, id)
       join entry_evidence x on x.county_id = k.county_id and x.entry_id = k.id and x.removed_at is null
       join evidence v on v.county_id = x.county_id and v.id = x.evidence_id`,
    keysOf(keys),
  );
  return found.rows;
}

/** What was paid for a product: fen for 1/10 000 of its unit. */
export interface Priced {
  product: string;
  fen: string;
  quantity: string;
}

/** Prices of every product of a kind in a year, over all counties; products as they were typed, with their unit. */
export async function pricesOfYear(db: Reader, kind: string, year: number): Promise<Priced[]> {
  const found = await db.query<Priced>(
    `select concat_ws('/', e.fields ->> 'product', e.fields ->> 'quantity_unit') as product, e.amount_fen as fen, (e.quantity * 10000)::bigint as quantity
     from entry e where e.kind = $1 and e.counted_on between make_date($2, 1, 1) and make_date($2, 12, 31) and e.state in ${TOLD}
       and e.fields ->> 'product' is not null and e.quantity > 0 and e.amount_fen > 0`,
    [kind, year],
  );
  return found.rows;
}

/** A unit's year by kind in one county, with the largest entry of the last days. */
export interface YearEnd extends EntryKey {
  kind: string;
  lastDaysFen: string;
  yearFen: string;
}

/** Sums of the last days of a year beside those of the whole year, by county, unit and kind. */
export async function yearEnds(db: Reader, year: number, days: number, fromFen: string): Promise<YearEnd[]> {
  const found = await db.query<YearEnd>(
    `select county_id as "countyId", kind, sum(amount_fen) filter (where late)::text as "lastDaysFen", sum(amount_fen)::text as "yearFen",
       (array_agg(id order by amount_fen desc, id) filter (where late))[1] as id
     from (select county_id, kind, unit_id, id, amount_fen, counted_on > make_date($1, 12, 31) - $2::integer as late from entry
       where counted_on between make_date($1, 1, 1) and make_date($1, 12, 31) and state in ${TOLD} and amount_fen is not null and reverses is null) q
     group by county_id, kind, unit_id having sum(amount_fen) filter (where late) >= $3::bigint`,
    [year, days, fromFen],
  );
  return found.rows;
}

/** Entries of a year that tell of something done, in the order of their days; after the last one seen. */
export async function nextTold(
  db: Reader,
  year: number,
  after: readonly [string, string] | null,
  limit: number,
): Promise<EntryRow[]> {
  const [day, id] = after ?? [`${year}-01-01`, '00000000-0000-0000-0000-000000000000'];
  const found = await db.query<EntryRow>(
    `select ${ENTRY_SELECT} from entry e where (e.counted_on, e.id) > ($2::date, $3::uuid) and e.counted_on <= make_date($1, 12, 31)
       and e.state in ${TOLD} order by e.counted_on, e.id limit $4`,
    [year, day, id, limit],
  );
  return found.rows;
}

/** About how many entries a year has, for showing progress. */
export async function countTold(db: Reader, year: number): Promise<number> {
  const found = await db.query<{ count: number }>(
    `select count(*)::integer as count from entry where counted_on between make_date($1, 1, 1) and make_date($1, 12, 31) and state in ${TOLD}`,
    [year],
  );
  return found.rows[0]?.count ?? 0;
}
