import { describe, expect, it } from 'vitest';
import type { UnitNode } from '../../../src/core/access/unit-tree.ts';
import { unitRows } from '../../../src/core/indicator/figure-units.ts';

const node = (id: string, parentId: string | null): UnitNode => ({ id, parentId, mergedInto: null });
const TREE = [node('b', null), node('b1', 'b'), node('b2', 'b1'), node('a', null), node('a1', 'a')];

describe('rows of a board by units', () => {
  it('count each seen unit once, also where a unit between two seen ones is not seen', () => {
    const { rows, rowOfUnit } = unitRows(TREE, null, new Set(['b', 'b2', 'a1']));
    expect(rows.map((row) => row.unitId)).toEqual(['b', 'a1']);
    expect(rowOfUnit).toEqual([
      ['b', 'b'],
      ['b2', 'b'],
      ['a1', 'a1'],
    ]);
  });

  it('under a unit have a row for each that is seen below one that is not', () => {
    const { rows, rowOfUnit } = unitRows(TREE, 'b', new Set(['b', 'b2']));
    expect(rows).toEqual([
      { unitId: 'b', direct: true },
      { unitId: 'b2', direct: false },
    ]);
    expect(rowOfUnit).toEqual([
      ['b', 'direct'],
      ['b2', 'b2'],
    ]);
  });
});
