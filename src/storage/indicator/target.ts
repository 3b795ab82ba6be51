import type { ReachPair } from '../../core/access/reach.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** A target as kept. */
export interface TargetRow {
  id: string;
  indicator: string;
  year: number;
  unitId: string;
  unitName: string;
  countyId: string | null;
  countyName: string | null;
  /** In the plain unit. */
  value: string;
  planItem: { id: string; planId: string; planTitle: string; text: string } | null;
  setBy: string;
  setAt: Instant;
  withdrawnAt: Instant | null;
  reason: string | null;
}

/** A target belongs to its unit and, where it is for one, to its county. */
const REACH = {
  unit: 't.unit_id = any({ids})',
  places: 'select t.county_id as place_id where t.county_id is not null',
};

/** Targets that stand (or stood at a moment) for some indicators and years, within reach; for figures. */
export async function standingTargets(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: { indicators: readonly string[]; years: readonly number[]; knownOn: Instant | null },
): Promise<{ indicator: string; year: number; unitId: string; countyId: string | null; value: string }[]> {
  const params = new Params();
  const moment = params.add(ask.knownOn);
  const text = `select t.indicator, t.year, t.unit_id as "unitId", t.county_id as "countyId", trim_scale(t.value)::text as value from target t
    where t.indicator = any(${params.add(ask.indicators)}::text[]) and t.year = any(${params.add(ask.years)}::int[])
      and (t.set_at <= ${moment}::timestamptz or ${moment}::timestamptz is null)
      and (t.withdrawn_at is null or t.withdrawn_at > ${moment}::timestamptz) and ${reachCondition(pairs, params, REACH)}`;
  return (
    await db.query<{ indicator: string; year: number; unitId: string; countyId: string | null; value: string }>(
      text,
      params.values,
    )
  ).rows;
}

/** Targets within reach, the newest year first; plan items are named only within `plans`. */
export async function listTargets(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: {
    year?: number | undefined;
    indicator?: string | undefined;
    unitId?: string | undefined;
    countyId?: string | undefined;
    withdrawn: boolean;
    plans: readonly ReachPair[];
    after: [string, string] | null;
    limit: number;
  },
): Promise<TargetRow[]> {
  const params = new Params();
  const where = [reachCondition(pairs, params, REACH)];
  if (!ask.withdrawn) where.push('t.withdrawn_at is null');
  if (ask.year !== undefined) where.push(`t.year = ${params.add(ask.year)}`);
  if (ask.indicator !== undefined) where.push(`t.indicator = ${params.add(ask.indicator)}`);
  if (ask.unitId !== undefined) where.push(`t.unit_id = ${params.add(ask.unitId)}`);
  if (ask.countyId !== undefined) where.push(`t.county_id = ${params.add(ask.countyId)}`);
  if (ask.after !== null)
    where.push(`(t.year, t.id) < (${params.add(Number(ask.after[0]))}::int, ${params.add(ask.after[1])}::uuid)`);
  const item = reachCondition(ask.plans, params, {
    unit: '(pl.unit_id = any({ids}) or exists (select from plan_item_unit u where u.plan_item_id = i.id and u.unit_id = any({ids})))',
    places: 'select c.county_id as place_id from plan_item_county c where c.plan_item_id = i.id',
  });
  const text = `select t.id, t.indicator, t.year, t.unit_id as "unitId",
      (select v.name from unit_version v where v.unit_id = t.unit_id order by v.valid_from desc limit 1) as "unitName",
      t.county_id as "countyId", c.name as "countyName", trim_scale(t.value)::text as value, s.name as "setBy", t.set_at as "setAt", t.withdrawn_at as "withdrawnAt", t.reason,
      (select json_build_object('id', i.id, 'planId', pl.id, 'planTitle', pl.title, 'text', i.text)
         from plan_item i join plan pl on pl.id = i.plan_id where i.id = t.plan_item_id and ${item}) as "planItem"
    from target t join person s on s.id = t.set_by left join place c on c.id = t.county_id
    where ${where.join(' and ')} order by t.year desc, t.id desc limit ${params.add(ask.limit)}`;
  return (await db.query<TargetRow>(text, params.values)).rows;
}

/** A target to be kept. */
export interface NewTarget {
  id: string;
  indicator: string;
  year: number;
  unitId: string;
  countyId: string | null;
  value: string;
  planItemId: string | null;
  setBy: string;
  now: Instant;
}

/** Adds a target; `target_living_key` refuses a second one that stands. */
export async function insertTarget(tx: Tx, t: NewTarget): Promise<void> {
  await tx.query(
    `insert into target (id, indicator, year, unit_id, county_id, value, plan_item_id, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [t.id, t.indicator, t.year, t.unitId, t.countyId, t.value, t.planItemId, t.setBy, t.now],
  );
}

/** A target for a decision, locked. */
export async function lockTarget(
  tx: Tx,
  id: string,
): Promise<{
  unitId: string;
  countyId: string | null;
  indicator: string;
  value: string;
  withdrawnAt: Instant | null;
} | null> {
  const found = await tx.query<{
    unitId: string;
    countyId: string | null;
    indicator: string;
    value: string;
    withdrawnAt: Instant | null;
  }>(
    `select unit_id as "unitId", county_id as "countyId", indicator, value::text as value, withdrawn_at as "withdrawnAt" from target where id = $1 for no key update`,
    [id],
  );
  return found.rows[0] ?? null;
}

/** Takes a target back. */
export async function setTargetWithdrawn(
  tx: Tx,
  id: string,
  how: { by: string; now: Instant; reason: string },
): Promise<void> {
  await tx.query('update target set withdrawn_by = $2, withdrawn_at = $3, reason = $4 where id = $1', [
    id,
    how.by,
    how.now,
    how.reason,
  ]);
}
