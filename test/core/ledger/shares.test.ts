import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeJoint, checkShares, percentText, pointsOf } from '../../../src/core/ledger/shares.ts';
import { SHIPPED } from '../../support/kinds.ts';

describe('shares of a joint payment', () => {
  it.each([
    ['60', 6000],
    ['33.33', 3333],
    ['０.５%', 50],
    ['100', 10_000],
    ['100.01', null],
    ['0', null],
    ['33.333', null],
    ['-5', null],
    ['', null],
  ])('reads %s', (text, points) => {
    expect(pointsOf(text)).toBe(points);
  });

  it('reads what it shows', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), (points) => pointsOf(percentText(points)) === points));
  });

  it('sum to 100 %, each unit once', () => {
    expect(
      checkShares([
        { unitId: 'a', percent: '60' },
        { unitId: 'b', percent: '40' },
      ]),
    ).toEqual([]);
    expect(
      checkShares([
        { unitId: 'a', percent: '60' },
        { unitId: 'a', percent: '39.99' },
      ]),
    ).toMatchObject([
      { code: 'ledger.share_twice', at: 'shares.1.unitId' },
      { code: 'ledger.shares_sum', at: 'shares', params: { sum: '99.99' } },
    ]);
    expect(checkShares([{ unitId: 'a', percent: '100' }, {}]).map((one) => one.at)).toEqual([
      'shares.1.percent',
      'shares.1.unitId',
    ]);
  });

  it('are for money alone', () => {
    const can = SHIPPED.filter(canBeJoint).map((one) => one.code);
    expect(can).toContain('direct_input');
    expect(can).not.toContain('farm_loan');
    expect(can).not.toContain('training');
  });
});
