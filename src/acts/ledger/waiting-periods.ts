import { reachOf, type Actor } from '../../core/access/reach.ts';
import type { Problem } from '../../core/kernel/problem.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { unitNames } from '../../storage/access/unit.ts';
import { personNames } from '../../storage/ledger/around.ts';
import { waitingPeriods } from '../../storage/ledger/period-rows.ts';
import type { House } from '../house.ts';
import { forUnit } from './read-periods.ts';

const MOST = 50;

/** Closings and reopenings that another person asked for and the actor may decide, of all units within reach, oldest first. */
export async function readWaitingPeriods(house: House, actor: Actor): Promise<Result<object, Problem>> {
  const reach = { decide: reachOf(actor, 'ledger.post'), read: reachOf(actor, 'ledger.read') };
  const found = await waitingPeriods(house.app, reach, actor.personId, MOST + 1);
  const rows = found.slice(0, MOST);
  const people = await personNames(house.app, [...new Set(rows.map((row) => row.askedBy))]);
  const units = await unitNames(house.app, [...new Set(rows.map((row) => row.unitId))]);
  const known = reachOf(actor, 'unit.read');
  return ok({
    items: rows.map(({ unitId, period, state, askedBy, askedAt, reason }) => ({
      unitId,
      unitName: forUnit(known, unitId) ? (units.get(unitId) ?? null) : null,
      period,
      asked: state === 'reopen_asked' ? 'reopen' : 'close',
      askedBy: people.get(askedBy) ?? '',
      askedAt,
      reason,
    })),
    more: found.length > MOST,
  });
}
