import { describe, expect, it } from 'vitest';
import { moneyUnitOf } from '../../../src/core/exchange/read-money.ts';
import { readWhole } from '../../../src/core/exchange/read-number.ts';

describe('units that a header states', () => {
  it.each([
    ['元/公斤', '元'],
    ['万元/年', '万元'],
    ['人', null],
    [null, null],
  ])('%s → %s', (header, unit) => {
    expect(moneyUnitOf(header)).toBe(unit);
  });

  it.each([
    [1.25, 12500n],
    ['0.3', 3000n],
    // The cell says itself what it counts.
    ['3万人', 30000n],
    ['500人', 500n],
  ])('%s under 万人 is %s', (cell, count) => {
    const read = readWhole(cell, { units: ['人'], power: 4 });
    expect(read.ok && read.value).toBe(count);
  });
});
