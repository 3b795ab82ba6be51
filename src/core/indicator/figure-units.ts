import { pushTo } from '../kernel/grouping.ts';
import type { UnitNode } from '../access/unit-tree.ts';

/** What a unit counts under: what it was merged into, else the unit above it. So each unit counts in one place only. */
function aboveOf(nodes: readonly UnitNode[]): Map<string, string | null> {
  const known = new Set(nodes.map((node) => node.id));
  const may = (id: string | null) => (id !== null && known.has(id) ? id : null);
  return new Map(nodes.map((node) => [node.id, may(node.mergedInto) ?? may(node.parentId)]));
}

function underOf(nodes: readonly UnitNode[]): Map<string, string[]> {
  const under = new Map<string, string[]>();
  for (const [id, above] of aboveOf(nodes)) if (above !== null) pushTo(under, above, id);
  return under;
}

/** The units whose entries count in a unit's figures: itself, all below, all merged into any of them; the unit first. */
export function unitsOfFigure(nodes: readonly UnitNode[], unitId: string): string[] {
  return allUnder(underOf(nodes), unitId);
}

function allUnder(under: ReadonlyMap<string, readonly string[]>, unitId: string): string[] {
  const found = new Set([unitId]);
  for (const id of found) for (const child of under.get(id) ?? []) found.add(child);
  return [...found];
}

/** A row of a board by units: `direct` is the unit itself with what was merged into it, without those below. */
export interface UnitRows {
  rows: { unitId: string; direct: boolean }[];
  /** Each unit with the row that it counts in: the unit's id, or `direct`. */
  rowOfUnit: [unitId: string, row: string][];
}

/**
 * The rows under a unit (null: the uppermost that are seen), such that every seen unit counts in exactly one of them.
 * @param seen units within reach; null: all
 */
export function unitRows(
  nodes: readonly UnitNode[],
  unitId: string | null,
  seen: ReadonlySet<string> | null,
): UnitRows {
  const [above, under] = [aboveOf(nodes), underOf(nodes)];
  const sees = (id: string) => seen === null || seen.has(id);
  /** The unit where it is seen, else the uppermost seen ones under it. */
  const seenFrom = (id: string): string[] => (sees(id) ? [id] : (under.get(id) ?? []).flatMap(seenFrom));
  const tops = [...above].filter(([, up]) => up === null).flatMap(([id]) => seenFrom(id));
  const [only, more] = tops;
  const under1 = unitId ?? (only !== undefined && more === undefined ? only : null);
  const merged = new Set(nodes.filter((node) => node.mergedInto !== null).map((node) => node.id));
  const rows: UnitRows = { rows: [], rowOfUnit: [] };
  const put = (id: string, row: string) => {
    for (const one of allUnder(under, id)) if (sees(one)) rows.rowOfUnit.push([one, row]);
  };
  if (under1 === null) {
    for (const id of tops) {
      rows.rows.push({ unitId: id, direct: false });
      put(id, id);
    }
    return rows;
  }
  const below = under.get(under1) ?? [];
  rows.rows.push({ unitId: under1, direct: true });
  if (sees(under1)) rows.rowOfUnit.push([under1, 'direct']);
  for (const id of below) {
    if (merged.has(id)) put(id, 'direct');
    else
      for (const row of seenFrom(id)) {
        rows.rows.push({ unitId: row, direct: false });
        put(row, row);
      }
  }
  return rows;
}
