import { unitsAbove } from '../../core/access/unit-tree.ts';
import { problem } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { decidePeriod, parsePeriod, type PeriodAct, type PeriodState } from '../../core/ledger/period.ts';
import { loadUnitTree } from '../../storage/access/actor.ts';
import { unitNames } from '../../storage/access/unit.ts';
import { holdPeriods } from '../../storage/ledger/period.ts';
import { listPeriods, putPeriod, type PeriodRow } from '../../storage/ledger/period-rows.ts';
import { allow, type Act, type ActContext } from '../run-act.ts';
import { coverOf } from './read-periods.ts';

/** A period of a unit, and why. */
export interface PeriodInput {
  unitId: string;
  period: string;
  reason: string | null;
}

/** Where a period stands after an act. */
export interface PeriodAfter {
  unitId: string;
  period: string;
  state: PeriodState;
}

/** An act on a period. No posting goes on while it is decided, so that nothing comes into a period that has just been closed. */
const periodAct = (act: PeriodAct): Act<PeriodInput, PeriodAfter> => ({
  name: `period.${act}`,
  async perform(context, input) {
    const { tx, actor, today } = context;
    const { unitId } = input;
    const period = parsePeriod(input.period);
    const name = (await unitNames(tx, [unitId])).get(unitId);
    if (period === null || name === undefined) return refused(problem('access.missing'));
    const no = allow(context, 'ledger.post', { unitIds: [unitId], placeIds: [] }, 'ledger.read');
    if (no !== null) return refused(no);
    await holdPeriods(tx, 'exclusive');
    const units = unitsAbove(await loadUnitTree(tx, today, 'done'), unitId);
    const rows = await listPeriods(tx, units, period.from, period.to);
    const before = rows.find((row) => row.unitId === unitId && row.period === period.code) ?? null;
    const cover = coverOf(rows, unitId, period);
    const { reason } = input;
    const state = decidePeriod(
      { period, state: before?.state ?? 'open', askedBy: before?.askedBy ?? null, coveredBy: cover?.period ?? null },
      act,
      { personId: actor.personId, today, reason },
    );
    if (typeof state !== 'string') return refused(state);
    const after = rowAfter(context, before, {
      unitId,
      period: period.code,
      fromOn: period.from,
      toOn: period.to,
      state,
      reason,
      asks: act === 'ask_close' || act === 'ask_reopen',
    });
    await putPeriod(tx, after);
    return ok({
      answer: { unitId, period: period.code, state },
      subject: { kind: 'unit', id: unitId },
      before,
      after,
      note: [period.code, reason].filter((one) => one !== null).join(' '),
    });
  },
});

function rowAfter(
  { actor, now }: ActContext,
  before: PeriodRow | null,
  {
    asks,
    reason,
    ...to
  }: Pick<PeriodRow, 'unitId' | 'period' | 'fromOn' | 'toOn' | 'state' | 'reason'> & { asks: boolean },
): PeriodRow {
  if (asks) return { ...to, askedBy: actor.personId, askedAt: now, reason, decidedBy: null, decidedAt: null };
  return {
    ...to,
    askedBy: before?.askedBy ?? actor.personId,
    askedAt: before?.askedAt ?? now,
    reason: reason ?? before?.reason ?? null,
    decidedBy: actor.personId,
    decidedAt: now,
  };
}

/** Asks that a period be closed. */
export const askClose = periodAct('ask_close');
/** Closes a period that another person asked to close. */
export const closePeriod = periodAct('close');
/** Asks that a closed period be opened again. */
export const askReopen = periodAct('ask_reopen');
/** Opens a period again that another person asked to open. */
export const reopenPeriod = periodAct('reopen');
/** Declines what was asked, or takes one's own asking back. */
export const declinePeriod = periodAct('decline');
