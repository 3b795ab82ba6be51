import { reachOf, type Actor } from '../../core/access/reach.ts';
import type { Ability } from '../../core/access/role.ts';
import { unitsBelow } from '../../core/access/unit-tree.ts';
import { dayOf, type PlainDate } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { loadUnitTree } from '../../storage/access/actor.ts';
import { findUnit, listUnits, type UnitKind, type UnitRow } from '../../storage/access/unit.ts';
import type { Reader } from '../../storage/database/transaction.ts';
import { helpersOfPlaces } from '../../storage/pairing/pairing.ts';
import type { House } from '../house.ts';

/** Whether the work of the ledger can be a unit's: county offices are of those who are helped. */
const isHelping = (unit: { kind: UnitKind }): boolean => unit.kind !== 'county_office';

/**
 * The units whose work the actor may see in the ledger, or enter: those of the scope and of the posts; for who works in
 * counties and there for every unit, the units that help these counties, with all below them.
 */
export async function findHelpingUnits(
  db: Reader,
  actor: Actor,
  ability: Ability & ('ledger.read' | 'ledger.report'),
  today: PlainDate,
): Promise<UnitRow[]> {
  const pairs = reachOf(actor, ability);
  const all = (await listUnits(db, [{ units: null, places: null }], today, false)).filter(isHelping);
  if (pairs.some((pair) => pair.units === null && pair.places === null)) return all;
  const counties = pairs.flatMap((pair) => (pair.units === null ? (pair.places ?? []) : []));
  const within = new Set(pairs.flatMap((pair) => pair.units ?? []));
  if (counties.length > 0) {
    const tree = await loadUnitTree(db, today);
    for (const { unitId } of actor.posts) within.add(unitId);
    for (const helper of await helpersOfPlaces(db, counties)) for (const id of unitsBelow(tree, helper)) within.add(id);
  }
  return all.filter((unit) => within.has(unit.id));
}

/** Why the work of the ledger cannot be this unit's: there is none, or it is a county office. */
export async function notHelping(db: Reader, unitId: string, today: PlainDate): Promise<Problem | null> {
  const unit = await findUnit(db, 'all', unitId, today);
  if (unit === null) return problem('access.missing', 'unitId');
  return isHelping(unit) ? null : problem('ledger.unit_helped', 'unitId', { unit: unit.name });
}

/** The units whose work the actor may see in the ledger; `report`: may enter. */
export async function readHelpingUnits(house: House, actor: Actor, ask: { report?: boolean | undefined }) {
  const ability = ask.report === true ? 'ledger.report' : 'ledger.read';
  return { items: await findHelpingUnits(house.app, actor, ability, dayOf(house.clock())) };
}
