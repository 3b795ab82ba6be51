import { groupBy, pushTo } from '../kernel/grouping.ts';
import type { UnitNode } from '../access/unit-tree.ts';
import { plus, type Fraction } from './fraction.ts';

/** A target of a unit (with all below it) for a year; `countyId` null: for all counties together. */
export interface Target {
  unitId: string;
  countyId: string | null;
  value: Fraction;
}

/** The target of a scope; `unitId` null: all units, `placeId` null: all places. Null: nobody set any. */
export type TargetOf = (unitId: string | null, placeId: string | null) => Fraction | null;

/**
 * Targets gathered over the tree of units: a unit's own where it has one, else the sum of those below it (and merged into
 * it); for all places the unit's total where one is set, else the sum of its counties.
 */
export function targetsOver(targets: readonly Target[], nodes: readonly UnitNode[]): TargetOf {
  if (targets.length === 0) return () => null;
  const mine = groupBy(targets, (one) => one.unitId);
  const known = new Set(nodes.map((node) => node.id));
  const under = new Map<string | null, string[]>();
  for (const node of nodes) {
    const above = node.mergedInto ?? (node.parentId !== null && known.has(node.parentId) ? node.parentId : null);
    pushTo(under, above, node.id);
  }
  return (unitId, placeId) => {
    const seen = new Set<string>();
    const of = (id: string): Fraction | null => {
      if (seen.has(id)) return null;
      seen.add(id);
      return own(mine.get(id) ?? [], placeId) ?? sum((under.get(id) ?? []).map(of));
    };
    return unitId === null ? sum((under.get(null) ?? []).map(of)) : of(unitId);
  };
}

function own(mine: readonly Target[], placeId: string | null): Fraction | null {
  const total = placeId === null ? mine.find((one) => one.countyId === null) : undefined;
  if (total !== undefined) return total.value;
  return sum(mine.filter((one) => one.countyId?.startsWith(placeId ?? '') === true).map((one) => one.value));
}

const sum = (parts: readonly (Fraction | null)[]): Fraction | null =>
  parts.reduce<Fraction | null>((all, one) => (one === null ? all : all === null ? one : plus(all, one)), null);

/**
 * The day on which a running sum reached the target and from which on it has stayed there; null: it has not.
 * @param steps day and what came on it, in order of days
 */
export function reachedOn<Day extends string>(
  steps: readonly { on: Day; value: Fraction }[],
  target: Fraction,
  start: Fraction,
): Day | null {
  let total = start;
  let since: Day | null = null;
  for (const step of steps) {
    total = plus(total, step.value);
    const there = total.up * target.over >= target.up * total.over;
    since = there ? (since ?? step.on) : null;
  }
  return since;
}
