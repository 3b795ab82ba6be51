import type { Reader, Tx } from '../database/transaction.ts';

/** A closed stretch of days of a unit with all below it. */
export interface ClosedPeriod {
  unitId: string;
  period: string;
  fromOn: string;
  toOn: string;
}

/**
 * Lets postings and closings not cross: postings hold it shared, closing and reopening exclusively, until the
 * transaction ends. Without it an entry could come into a period that was closed a moment before.
 */
export async function holdPeriods(tx: Tx, how: 'shared' | 'exclusive'): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}(${PERIODS})`);
}

const PERIODS = "hashtext('bangfu.ledger_period')";

/** Whether entries are being posted at this moment: a posting holds the periods until it is committed. */
export async function isPosting(db: Reader): Promise<boolean> {
  const found = await db.query<{ yes: boolean }>(
    `select exists (select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
       where l.locktype = 'advisory' and l.objsubid = 1 and (l.classid::bigint << 32 | l.objid::bigint) = ${PERIODS}::bigint) as yes`,
  );
  return found.rows[0]?.yes === true;
}

/** Closed periods of some units themselves, without those of units above. Asked reopenings are closed until decided. */
export async function closedPeriods(db: Reader, unitIds: readonly string[]): Promise<ClosedPeriod[]> {
  const found = await db.query<ClosedPeriod>(
    `select unit_id as "unitId", period, from_on as "fromOn", to_on as "toOn" from ledger_period
     where unit_id = any($1::uuid[]) and state in ('closed', 'reopen_asked')`,
    [unitIds],
  );
  return found.rows;
}
