import type { Instant } from '../../core/kernel/plain-date.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** Measures as they stand in JSON: fen and quantity as text. */
export interface MeasuresJson {
  amountFen: string | null;
  quantity: string | null;
  people: number | null;
  personTimes: number | null;
}

/** A difference as stored. While it is open, `settled` is what the side in `settled.by` proposes. */
export interface DifferenceRow {
  countyId: string;
  id: string;
  entryId: string;
  reported: MeasuresJson;
  confirmed: MeasuresJson;
  reason: string;
  raisedBy: string;
  raisedAt: Instant;
  outcome: 'county' | 'reporter' | 'other' | 'dropped' | null;
  settled: (MeasuresJson & { by?: 'reporter' | 'county' }) | null;
  settledReason: string | null;
  settledBy: string | null;
  settledAt: Instant | null;
}

const COLUMNS = `d.county_id as "countyId", d.id, d.entry_id as "entryId", d.reported, d.confirmed, d.reason, d.raised_by as "raisedBy",
  d.raised_at as "raisedAt", d.outcome, d.settled, d.settled_reason as "settledReason", d.settled_by as "settledBy", d.settled_at as "settledAt"`;

/** The differences of an entry, oldest first. */
export async function listDifferences(db: Reader, countyId: string, entryId: string): Promise<DifferenceRow[]> {
  const found = await db.query<DifferenceRow>(
    `select ${COLUMNS} from entry_difference d where d.county_id = $1 and d.entry_id = $2 order by d.raised_at, d.id`,
    [countyId, entryId],
  );
  return found.rows;
}

/** Opens a difference. */
export async function insertDifference(tx: Tx, d: DifferenceRow): Promise<void> {
  await tx.query(
    `insert into entry_difference (county_id, id, entry_id, reported, confirmed, reason, raised_by, raised_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      d.countyId,
      d.id,
      d.entryId,
      JSON.stringify(d.reported),
      JSON.stringify(d.confirmed),
      d.reason,
      d.raisedBy,
      d.raisedAt,
    ],
  );
}

/** Keeps a proposal (`outcome` null) or the end of an open difference. */
export async function setDifference(tx: Tx, d: DifferenceRow): Promise<void> {
  await tx.query(
    `update entry_difference set outcome = $3, settled = $4, settled_reason = $5, settled_by = $6, settled_at = $7
     where county_id = $1 and id = $2 and outcome is null`,
    [
      d.countyId,
      d.id,
      d.outcome,
      d.settled === null ? null : JSON.stringify(d.settled),
      d.settledReason,
      d.settledBy,
      d.settledAt,
    ],
  );
}

/** Ends open differences of entries that were returned or withdrawn. */
export async function dropDifferences(
  tx: Tx,
  keys: readonly { countyId: string; id: string }[],
  by: string,
  now: Instant,
  reason: string | null,
): Promise<void> {
  await tx.query(
    `update entry_difference d set outcome = 'dropped', settled = null, settled_reason = $5, settled_by = $3, settled_at = $4
     from unnest($1::text[], $2::uuid[]) k (county_id, id)
     where d.county_id = k.county_id and d.entry_id = k.id and d.outcome is null`,
    [keys.map((one) => one.countyId), keys.map((one) => one.id), by, now, reason],
  );
}
