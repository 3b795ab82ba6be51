import type { ReachPair } from '../../core/access/reach.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import { IN_TRANSIT } from '../../core/ledger/entry.ts';
import type { PeriodAct, PeriodState } from '../../core/ledger/period.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';
import { entryWhere } from './entry-filter.ts';

/** A period of a unit as it stands. */
export interface PeriodRow {
  unitId: string;
  period: string;
  fromOn: string;
  toOn: string;
  state: PeriodState;
  askedBy: string;
  askedAt: Instant;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: Instant | null;
}

const COLUMNS = `unit_id as "unitId", period, from_on as "fromOn", to_on as "toOn", state, asked_by as "askedBy", asked_at as "askedAt", reason,
  decided_by as "decidedBy", decided_at as "decidedAt"`;

/** Periods of some units that touch some days; those that nobody ever asked to close have no row. */
export async function listPeriods(
  db: Reader,
  unitIds: readonly string[],
  from: string,
  to: string,
): Promise<PeriodRow[]> {
  const found = await db.query<PeriodRow>(
    `select ${COLUMNS} from ledger_period where unit_id = any($1::uuid[]) and from_on <= $3::date and to_on >= $2::date`,
    [unitIds, from, to],
  );
  return found.rows;
}

/** What waits for a decision in units within both reaches, asked by somebody else; oldest first. */
export async function waitingPeriods(
  db: Reader,
  reach: { decide: readonly ReachPair[]; read: readonly ReachPair[] },
  personId: string,
  limit: number,
): Promise<PeriodRow[]> {
  const params = new Params();
  const own = { unit: 'p.unit_id = any({ids})', places: null };
  const where = [
    `p.state in ('close_asked', 'reopen_asked') and p.asked_by <> ${params.add(personId)}`,
    reachCondition(reach.decide, params, own),
    reachCondition(reach.read, params, own),
  ].join(' and ');
  const found = await db.query<PeriodRow>(
    `select ${COLUMNS} from ledger_period p where ${where} order by asked_at, unit_id, period limit ${params.add(limit)}`,
    params.values,
  );
  return found.rows;
}

/** The last act on each period of a unit, by the period's code: the log knows what was decided, the row only where it stands. */
export async function lastActs(db: Reader, unitId: string): Promise<Map<string, PeriodAct>> {
  const found = await db.query<{ period: string; act: PeriodAct }>(
    `select distinct on (period) period, act from (
       select answer -> 'value' ->> 'period' as period, split_part(act, '.', 2) as act, at, id from act_log
       where county_id = '0' and subject_kind = 'unit' and subject_id = $1 and act like 'period.%') a
     order by period, at desc, id desc`,
    [unitId],
  );
  return new Map(found.rows.map((row) => [row.period, row.act]));
}

/** Writes where a period stands. */
export async function putPeriod(tx: Tx, row: PeriodRow): Promise<void> {
  await tx.query(
    `insert into ledger_period (unit_id, period, from_on, to_on, state, asked_by, asked_at, reason, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (unit_id, period) do update set state = excluded.state, asked_by = excluded.asked_by, asked_at = excluded.asked_at,
       reason = excluded.reason, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    [
      row.unitId,
      row.period,
      row.fromOn,
      row.toOn,
      row.state,
      row.askedBy,
      row.askedAt,
      row.reason,
      row.decidedBy,
      row.decidedAt,
    ],
  );
}

/** Entries within reach on their way, by the month (YYYY-MM) that they are counted in. */
export async function transitByMonth(
  db: Reader,
  pairs: readonly ReachPair[],
  unitIds: readonly string[],
  from: string,
  to: string,
): Promise<Map<string, number>> {
  const params = new Params();
  const where = entryWhere(pairs, { unitIds, from, to, states: IN_TRANSIT }, params);
  const found = await db.query<{ month: string; count: number }>(
    `select to_char(e.counted_on, 'YYYY-MM') as month, count(*)::integer as count from entry e
     where e.state <> 'posted' and ${where} group by 1`,
    params.values,
  );
  return new Map(found.rows.map((row) => [row.month, row.count]));
}
