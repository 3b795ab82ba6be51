import { reachOf, reaches, type Actor, type Belonging } from '../../core/access/reach.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { findIndicator } from '../../storage/indicator/indicator.ts';
import { insertTarget, listTargets, lockTarget, setTargetWithdrawn } from '../../storage/indicator/target.ts';
import { planItemSeen } from '../../storage/indicator/plan-item.ts';
import { placeNames } from '../../storage/place/place-names.ts';
import type { House } from '../house.ts';
import { cursorOf, pageOf } from '../paging.ts';
import { allow, type Act } from '../run-act.ts';

/** What a new target says; the value in the plain unit of its indicator. */
export interface TargetInput {
  id: string;
  indicator: string;
  year: number;
  unitId: string;
  countyId: string | null;
  value: string;
  planItemId: string | null;
}

const belongingOf = (row: { unitId: string; countyId: string | null }): Belonging => ({
  unitIds: [row.unitId],
  placeIds: row.countyId === null ? [] : [row.countyId],
});

/** Sets a target. */
export const setTarget: Act<TargetInput, { id: string }> = {
  name: 'target.set',
  violations: {
    target_living_key: 'target.exists',
    target_pkey: 'act.id_used',
    target_unit_fk: 'access.missing',
    target_county_fk: 'place.unknown',
    target_indicator_fk: 'indicator.unknown',
    target_plan_item_fk: 'access.missing',
  },
  async perform(context, input) {
    const no = allow(context, 'indicator.manage', belongingOf(input), 'ledger.read');
    if (no !== null) return refused(no);
    const problems: Problem[] = [];
    if ((await findIndicator(context.tx, input.indicator)) === null)
      problems.push(problem('indicator.unknown', 'indicator', { code: input.indicator }));
    if (input.value.startsWith('-')) problems.push(problem('target.negative', 'value'));
    if (input.countyId !== null) {
      const name = (await placeNames(context.tx, [input.countyId])).get(input.countyId);
      if (name === undefined) problems.push(problem('place.unknown', 'countyId', { place: input.countyId }));
      else if (input.countyId.length !== 6) problems.push(problem('place.not_a_county', 'countyId', { place: name }));
    }
    const plans = reachOf(context.actor, 'plan.read');
    if (input.planItemId !== null && !(await planItemSeen(context.tx, plans, input.planItemId)))
      problems.push(problem('access.missing', 'planItemId'));
    if (problems.length > 0) return refused(...problems);
    await insertTarget(context.tx, { ...input, setBy: context.actor.personId, now: context.now });
    return ok({ answer: { id: input.id }, subject: { kind: 'target', id: input.id }, after: input });
  },
};

/** Takes a target back; figures as known before keep it. */
export const withdrawTarget: Act<{ id: string; reason: string }, { id: string }> = {
  name: 'target.withdraw',
  async perform(context, { id, reason }) {
    const target = await lockTarget(context.tx, id);
    if (target === null) return refused(problem('access.missing'));
    const no = allow(context, 'indicator.manage', belongingOf(target), 'ledger.read');
    if (no !== null) return refused(no);
    if (target.withdrawnAt !== null) return refused(problem('target.withdrawn'));
    await setTargetWithdrawn(context.tx, id, { by: context.actor.personId, now: context.now, reason });
    const after = { ...target, withdrawnAt: context.now };
    return ok({ answer: { id }, subject: { kind: 'target', id }, before: target, after, note: reason });
  },
};

/** What targets are asked for. */
export interface TargetAsk {
  year?: number | undefined;
  indicator?: string | undefined;
  unitId?: string | undefined;
  countyId?: string | undefined;
  withdrawn?: boolean | undefined;
  after?: string | undefined;
  limit: number;
}

/** Targets within reach, the newest year first. */
export async function readTargets(house: House, actor: Actor, ask: TargetAsk) {
  const rows = await listTargets(house.app, reachOf(actor, 'ledger.read'), {
    ...ask,
    withdrawn: ask.withdrawn === true,
    plans: reachOf(actor, 'plan.read'),
    after: cursorOf(ask.after),
    limit: ask.limit + 1,
  });
  const manage = reachOf(actor, 'indicator.manage');
  const page = pageOf(rows, ask.limit, (row) => [row.year, row.id]);
  const may = (row: (typeof rows)[number]) => row.withdrawnAt === null && reaches(manage, belongingOf(row));
  return { ...page, items: page.items.map((row) => ({ ...row, can: { withdraw: may(row) } })) };
}
