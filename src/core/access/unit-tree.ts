import { pushTo } from '../kernel/grouping.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { problem, type Problem } from '../kernel/problem.ts';

/** A unit in the tree as it stands on a day. */
export interface UnitNode {
  id: string;
  parentId: string | null;
  mergedInto: string | null;
}

/** The unit, all units below it, and all that were merged into any of them: what a scope on the unit reaches. */
export function unitsBelow(nodes: readonly UnitNode[], id: string): string[] {
  const under = new Map<string, string[]>();
  const add = (above: string | null, child: string) => {
    if (above !== null) pushTo(under, above, child);
  };
  for (const node of nodes) {
    add(node.parentId, node.id);
    add(node.mergedInto, node.id);
  }
  const found = new Set<string>([id]);
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const child of under.get(next) ?? []) {
      if (found.has(child)) continue;
      found.add(child);
      queue.push(child);
    }
  }
  return [...found];
}

/** The unit that has a unit's work today: itself, or what it was merged into, and so on. */
export function heirOf(nodes: readonly UnitNode[], id: string): string {
  const into = new Map(nodes.map((node) => [node.id, node.mergedInto]));
  const seen = new Set<string>();
  let at = id;
  for (let next = into.get(at) ?? null; next !== null && !seen.has(next); next = into.get(at) ?? null) {
    seen.add(at);
    at = next;
  }
  return at;
}

/** The root above a unit (itself where nothing stands above it). */
export function rootOf(nodes: readonly UnitNode[], id: string): string {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  const seen = new Set<string>();
  let at = id;
  for (let up = parents.get(at) ?? null; up !== null && !seen.has(up); up = parents.get(at) ?? null) {
    seen.add(at);
    at = up;
  }
  return at;
}

/** What a unit's history says so far, for the rules on changing it. */
export interface UnitState {
  id: string;
  name: string;
  endedOn: PlainDate | null;
  lastVersionFrom: PlainDate;
}

/** Whether a unit may be renamed or moved from a day: later than every earlier change, not ended, not under itself. */
export function checkUnitChange(
  nodes: readonly UnitNode[],
  unit: UnitState,
  change: { validFrom: PlainDate; parentId: string | null },
): Problem[] {
  const problems: Problem[] = [];
  if (unit.endedOn !== null)
    problems.push(problem('unit.ended', undefined, { name: unit.name, endedOn: unit.endedOn }));
  if (change.validFrom <= unit.lastVersionFrom) {
    problems.push(problem('unit.version_exists', 'validFrom', { validFrom: unit.lastVersionFrom }));
  }
  if (change.parentId !== null && unitsBelow(nodes, unit.id).includes(change.parentId)) {
    problems.push(problem('unit.cycle', 'parentId'));
  }
  return problems;
}

/** Whether a unit may end on a day, its work going to `into` (null: to nobody). */
export function checkUnitEnd(
  nodes: readonly UnitNode[],
  unit: UnitState,
  end: { endedOn: PlainDate; into: string | null },
): Problem[] {
  const problems: Problem[] = [];
  if (unit.endedOn !== null)
    problems.push(problem('unit.ended', undefined, { name: unit.name, endedOn: unit.endedOn }));
  if (end.into !== null && unitsBelow(nodes, unit.id).includes(end.into)) {
    problems.push(problem(end.into === unit.id ? 'unit.merge_itself' : 'unit.cycle', 'into'));
  }
  const children = nodes.filter((node) => node.parentId === unit.id && node.mergedInto === null).length;
  if (children > 0 && end.into === null) problems.push(problem('unit.has_children', undefined, { count: children }));
  return problems;
}

/** The unit and all above it: those whose `unitsBelow` it is in, by the tree or by a merger. */
export function unitsAbove(nodes: readonly UnitNode[], id: string): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Set<string>([id]);
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const node = byId.get(next);
    for (const above of [node?.parentId, node?.mergedInto]) {
      if (above === null || above === undefined || found.has(above)) continue;
      found.add(above);
      queue.push(above);
    }
  }
  return [...found];
}
