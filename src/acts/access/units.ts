import { reachOf, type Actor } from '../../core/access/reach.ts';
import { checkUnitChange, checkUnitEnd, unitsBelow } from '../../core/access/unit-tree.ts';
import { dayOf, type PlainDate } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { bumpStamp } from '../../storage/access/account.ts';
import { loadUnitTree } from '../../storage/access/actor.ts';
import {
  findUnit,
  insertUnit,
  insertUnitVersion,
  listMerged,
  listUnits,
  listUnitVersions,
  lockUnit,
  markUnitEnded,
  unitNames,
  type UnitKind,
} from '../../storage/access/unit.ts';
import type { House } from '../house.ts';
import { allow, type Act, type ActContext } from '../run-act.ts';

/** The units within reach. */
export async function readUnits(
  house: House,
  actor: Actor,
  ask: { ended?: boolean | undefined; on?: string | undefined },
) {
  const on = (ask.on as PlainDate | undefined) ?? dayOf(house.clock());
  return { items: await listUnits(house.app, reachOf(actor, 'unit.read'), on, ask.ended === true) };
}

/** One unit with its history. */
export async function readUnit(house: House, actor: Actor, id: string): Promise<Result<object, Problem>> {
  const unit = await findUnit(house.app, reachOf(actor, 'unit.read'), id, dayOf(house.clock()));
  if (unit === null) return refused(problem('access.missing'));
  const [versions, merged] = [await listUnitVersions(house.app, id), await listMerged(house.app, id)];
  const manage = (await findUnit(house.app, reachOf(actor, 'unit.manage'), id, dayOf(house.clock()))) !== null;
  const parentName =
    unit.parentId === null ? null : ((await unitNames(house.app, [unit.parentId])).get(unit.parentId) ?? null);
  return ok({ ...unit, parentName, versions, merged, can: { manage } });
}

/** Where a unit stands for a check of scope: itself, or the unit above for one that does not exist yet. */
async function mayManage(context: ActContext, unitId: string | null): Promise<Problem | null> {
  return allow(context, 'unit.manage', { unitIds: unitId === null ? [] : [unitId], placeIds: [] }, 'unit.read');
}

/** What a new unit is. */
export interface NewUnit {
  id: string;
  kind: UnitKind;
  name: string;
  shortName: string | null;
  parentId: string | null;
  startedOn: PlainDate | null;
  placeId: string | null;
}

/** Sets up a unit. */
export const addUnit: Act<NewUnit, { id: string }> = {
  name: 'unit.add',
  violations: {
    unit_version_place_fk: 'place.unknown',
    unit_version_parent_fk: 'access.missing',
    unit_pkey: 'act.id_used',
  },
  async perform(context, input) {
    const { tx, now, today } = context;
    const no = await mayManage(context, input.parentId);
    if (no !== null) return refused(no);
    if (input.parentId !== null) {
      const parent = await lockUnit(tx, input.parentId);
      if (parent === null) return refused(problem('access.missing', 'parentId'));
      if (parent.endedOn !== null)
        return refused(problem('unit.ended', 'parentId', { name: parent.name, endedOn: parent.endedOn }));
    }
    await insertUnit(tx, { id: input.id, kind: input.kind, startedOn: input.startedOn, now });
    const validFrom = input.startedOn !== null && input.startedOn < today ? input.startedOn : today;
    await insertUnitVersion(tx, {
      unitId: input.id,
      validFrom,
      name: input.name,
      shortName: input.shortName,
      parentId: input.parentId,
      placeId: input.placeId,
      reason: null,
      now,
    });
    await bumpStamp(tx);
    return ok({ answer: { id: input.id }, subject: { kind: 'unit', id: input.id }, after: input });
  },
};

/** A rename or a move, from a day on. */
export interface UnitChange {
  id: string;
  validFrom: PlainDate;
  name: string;
  shortName: string | null;
  parentId: string | null;
  reason: string | null;
}

/** Renames a unit or moves it in the tree; what it was before stays. */
export const changeUnit: Act<UnitChange, { id: string }> = {
  name: 'unit.change',
  violations: { unit_version_parent_fk: 'access.missing' },
  async perform(context, input) {
    const { tx, now, today } = context;
    const no =
      (await mayManage(context, input.id)) ??
      (input.parentId === null ? null : await mayManage(context, input.parentId));
    if (no !== null) return refused(no);
    const state = await lockUnit(tx, input.id);
    if (state === null) return refused(problem('access.missing'));
    const tree = await loadUnitTree(tx, input.validFrom > today ? input.validFrom : today);
    const problems = checkUnitChange(tree, state, input);
    if (problems.length > 0) return refused(...problems);
    const before = await findUnit(tx, 'all', input.id, today);
    await insertUnitVersion(tx, { ...input, unitId: input.id, placeId: before?.placeId ?? null, now });
    await bumpStamp(tx);
    return ok({
      answer: { id: input.id },
      subject: { kind: 'unit', id: input.id },
      before,
      after: input,
      note: input.reason,
    });
  },
};

/** Ends a unit, its work going to another or to nobody. */
export const endUnit: Act<{ id: string; endedOn: PlainDate; into: string | null }, { id: string }> = {
  name: 'unit.end',
  async perform(context, input) {
    const { tx, today } = context;
    const no =
      (await mayManage(context, input.id)) ?? (input.into === null ? null : await mayManage(context, input.into));
    if (no !== null) return refused(no);
    const state = await lockUnit(tx, input.id);
    if (state === null || (input.into !== null && (await lockUnit(tx, input.into)) === null))
      return refused(problem('access.missing'));
    const tree = await loadUnitTree(tx, today);
    const problems = checkUnitEnd(tree, state, input);
    if (problems.length > 0) return refused(...problems);
    await markUnitEnded(tx, input.id, input.endedOn, input.into);
    await bumpStamp(tx);
    const subject = { kind: 'unit', id: input.id };
    return ok({
      answer: { id: input.id },
      subject,
      before: state,
      after: { ...input, below: unitsBelow(tree, input.id) },
    });
  },
};
