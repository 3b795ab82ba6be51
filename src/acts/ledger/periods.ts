import { unitsAbove, type UnitNode } from '../../core/access/unit-tree.ts';
import type { PlainDate } from '../../core/kernel/plain-date.ts';
import { loadUnitTree } from '../../storage/access/actor.ts';
import type { Reader } from '../../storage/database/transaction.ts';
import { closedPeriods } from '../../storage/ledger/period.ts';

/** Whether figures of a unit are closed on a day (YYYY-MM-DD): its own period, or one of a unit above it. */
export type IsClosed = (unitId: string, day: string) => boolean;

/** Loads what is closed for some units, once for all that is asked of them. */
export async function loadClosed(db: Reader, unitIds: readonly string[], today: PlainDate): Promise<IsClosed> {
  const tree: UnitNode[] = await loadUnitTree(db, today, 'done');
  const above = new Map([...new Set(unitIds)].map((id) => [id, unitsAbove(tree, id)]));
  const periods = await closedPeriods(db, [...new Set([...above.values()].flat())]);
  if (periods.length === 0) return () => false;
  return (unitId, day) => {
    const units = above.get(unitId) ?? [unitId];
    return periods.some((one) => one.fromOn <= day && day <= one.toOn && units.includes(one.unitId));
  };
}
