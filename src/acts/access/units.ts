import { reachOf, type Actor, type ReachPair } from '../../core/access/reach.ts';
import { checkUnitChange, checkUnitEnd, unitsBelow } from '../../core/access/unit-tree.ts';
import { dayOf, type PlainDate } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { bumpStamp, lockAccess } from '../../storage/access/account.ts';
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
  type UnitVersionRow,
} from '../../storage/access/unit.ts';
import type { House } from '../house.ts';
import { allow, type Act, type ActContext } from '../run-act.ts';
import { belongingOfUnit } from './within.ts';

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
  const [pairs, today] = [reachOf(actor, 'unit.read'), dayOf(house.clock())];
  const unit = await findUnit(house.app, pairs, id, today);
  if (unit === null) return refused(problem('access.missing'));
  const [versions, merged] = [await listUnitVersions(house.app, id), await listMerged(house.app, id)];
  const around = [unit.parentId, ...versions.map((one) => one.parentId), ...merged.map((one) => one.id)];
  const seen = await within(house, pairs, around, today);
  const manage = (await findUnit(house.app, reachOf(actor, 'unit.manage'), id, today)) !== null;
  const parentName =
    unit.parentId === null || !seen.has(unit.parentId)
      ? null
      : ((await unitNames(house.app, [unit.parentId])).get(unit.parentId) ?? null);
  const named = (one: UnitVersionRow) => (one.parentId !== null && seen.has(one.parentId) ? one.parentName : null);
  return ok({
    ...unit,
    parentName,
    versions: versions.map((one) => ({ ...one, parentName: named(one) })),
    merged: merged.filter((one) => seen.has(one.id)),
    can: { manage },
  });
}

/** Those of the units that are within reach: units above and beside are named only to who reaches them. */
async function within(
  house: House,
  pairs: readonly ReachPair[],
  ids: readonly (string | null)[],
  today: PlainDate,
): Promise<Set<string>> {
  const seen = new Set<string>();
  for (const id of new Set(ids)) {
    if (id !== null && (await findUnit(house.app, pairs, id, today)) !== null) seen.add(id);
  }
  return seen;
}

/** Whether the actor may change a unit; null stands for the top of the tree, which is only for who reaches every unit. */
async function mayManage(context: ActContext, unitId: string | null): Promise<Problem | null> {
  const unit = unitId === null ? null : await findUnit(context.tx, 'all', unitId, context.today);
  const thing = unit === null ? { unitIds: unitId === null ? [] : [unitId], placeIds: [] } : belongingOfUnit(unit);
  return allow(context, 'unit.manage', thing, 'unit.read');
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
    // Two changes of the tree at once could each be right and make a circle together.
    await lockAccess(tx);
    const state = await lockUnit(tx, input.id);
    const on = input.validFrom > today ? input.validFrom : today;
    const before = await findUnit(tx, 'all', input.id, on);
    const no =
      (await mayManage(context, input.id)) ?? (await mayMove(context, before?.parentId ?? null, input.parentId));
    if (no !== null) return refused(no);
    if (state === null || before === null) return refused(problem('access.missing'));
    const tree = await loadUnitTree(tx, on);
    const problems = checkUnitChange(tree, state, input);
    if (problems.length > 0) return refused(...problems);
    await insertUnitVersion(tx, { ...input, unitId: input.id, placeId: before.placeId, now });
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

/** A unit that moves leaves what one reaches and arrives at what one reaches; one that stays needs neither. */
async function mayMove(context: ActContext, from: string | null, to: string | null): Promise<Problem | null> {
  return from === to ? null : ((await mayManage(context, from)) ?? (await mayManage(context, to)));
}

/** Ends a unit, its work going to another or to nobody. */
export const endUnit: Act<{ id: string; endedOn: PlainDate; into: string | null }, { id: string }> = {
  name: 'unit.end',
  violations: { unit_term: 'input.dates_reversed' },
  async perform(context, input) {
    const { tx, now, today } = context;
    await lockAccess(tx);
    const no =
      (await mayManage(context, input.id)) ?? (input.into === null ? null : await mayManage(context, input.into));
    if (no !== null) return refused(no);
    const state = await lockUnit(tx, input.id);
    const into = input.into === null ? null : await lockUnit(tx, input.into);
    if (state === null || (input.into !== null && into === null)) return refused(problem('access.missing'));
    const tree = await loadUnitTree(tx, today);
    const problems = checkUnitEnd(tree, state, input);
    if (into?.endedOn != null) problems.push(problem('unit.ended', 'into', { name: into.name, endedOn: into.endedOn }));
    if (problems.length > 0) return refused(...problems);
    await markUnitEnded(tx, { ...input, now });
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
