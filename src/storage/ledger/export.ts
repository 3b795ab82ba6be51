import type { Pool } from 'pg';
import type { ReachPair } from '../../core/access/reach.ts';
import type { Ability } from '../../core/access/role.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import { Params } from '../access/reach-sql.ts';
import { readBatches } from '../database/read-batches.ts';
import type { Reader, Tx } from '../database/transaction.ts';
import { ENTRY_SELECT, type EntryRow } from './entry.ts';
import { entryWhere, type EntryFilter } from './entry-filter.ts';

/** An entry with how many files prove it. */
export interface ExportRow extends EntryRow {
  evidence: number;
}

const BATCH = 1000;

/** Entries under a filter in the order of the list, in batches of one snapshot. */
export function exportEntries(
  pool: Pool,
  pairs: readonly ReachPair[],
  filter: EntryFilter,
): AsyncGenerator<ExportRow[], void, undefined> {
  const params = new Params();
  const where = entryWhere(pairs, filter, params);
  const text = `select ${ENTRY_SELECT},
      (select count(*)::integer from entry_evidence x where x.county_id = e.county_id and x.entry_id = e.id and x.removed_at is null) as evidence
    from entry e where ${where} order by e.counted_on desc, e.id desc`;
  return readBatches<ExportRow>(pool, { text, values: params.values }, BATCH);
}

/** How many entries a filter has, exactly; `most` + 1 where there are more. */
export async function countUpTo(
  db: Reader,
  pairs: readonly ReachPair[],
  filter: EntryFilter,
  most: number,
): Promise<number> {
  const params = new Params();
  const where = entryWhere(pairs, filter, params);
  const text = `select count(*)::integer as count from (select from entry e where ${where} limit ${params.add(most + 1)}) q`;
  return (await db.query<{ count: number }>(text, params.values)).rows[0]?.count ?? 0;
}

/** Numbers for people of entries by their ids, within one county each. */
export async function numbersOf(
  db: Reader,
  keys: readonly { countyId: string; id: string }[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const found = await db.query<{ id: string; number: string }>(
    `select id, number from entry e where number is not null and (e.county_id, e.id) in (select * from unnest($1::text[], $2::uuid[]))`,
    [keys.map((one) => one.countyId), keys.map((one) => one.id)],
  );
  return new Map(found.rows.map((row) => [row.id, row.number]));
}

/** An export as it was asked for. */
export interface ExportTicket {
  id: string;
  personId: string;
  limits: readonly Ability[] | null;
  ask: unknown;
  rows: number;
  madeAt: Instant;
}

/** Keeps what was asked for. */
export async function insertExport(tx: Tx, one: ExportTicket): Promise<void> {
  await tx.query(
    'insert into ledger_export (id, person_id, limits, ask, rows, made_at) values ($1, $2, $3, $4, $5, $6)',
    [one.id, one.personId, one.limits, JSON.stringify(one.ask), one.rows, one.madeAt],
  );
}

/** One's own export; null: there is none, or it is another's. */
export async function findExport(db: Reader, id: string, personId: string): Promise<ExportTicket | null> {
  const found = await db.query<Omit<ExportTicket, 'rows'> & { rows: string }>(
    `select id, person_id as "personId", limits, ask, rows, made_at as "madeAt" from ledger_export where id = $1 and person_id = $2`,
    [id, personId],
  );
  const [row] = found.rows;
  return row === undefined ? null : { ...row, rows: Number(row.rows) };
}
