import { groupBy } from '../../core/kernel/grouping.ts';

/** What of a unit makes the tree. */
interface Placed {
  id: string;
  name: string;
  parentId: string | null;
}

/** A unit with the units below it. */
export interface Branch<U extends Placed> {
  unit: U;
  below: Branch<U>[];
}

/** The units as a forest: roots are those whose unit above is not in the list. */
export function treeOf<U extends Placed>(units: readonly U[]): Branch<U>[] {
  const known = new Set(units.map((one) => one.id));
  const under = groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const grow = (above: string | null): Branch<U>[] =>
    (under.get(above) ?? []).map((unit) => ({ unit, below: grow(unit.id) }));
  return grow(null);
}
