import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BULK_STEPS, statesOf } from '../../../src/core/ledger/bulk.ts';
import {
  type ACTS_OF_PERIOD,
  decidePeriod,
  parsePeriod,
  PERIOD_ACTS,
  periodsOfYear,
} from '../../../src/core/ledger/period.ts';
import {
  isPriceOutlier,
  isRound,
  medianPrice,
  overlaps,
  rulesWith,
  ruleOf,
  wrongParams,
  yearEndShare,
  type SuspectRule,
} from '../../../src/core/ledger/suspects.ts';

const rule = (code: Parameters<typeof ruleOf>[1]): SuspectRule => ruleOf(rulesWith([]), code) as SuspectRule;

describe('periods', () => {
  it('are read from their codes', () => {
    expect(parsePeriod('2024-02')).toMatchObject({ grain: 'month', from: '2024-02-01', to: '2024-02-29' });
    expect(parsePeriod('2021-Q4')).toMatchObject({ grain: 'quarter', from: '2021-10-01', to: '2021-12-31' });
    expect(parsePeriod('2021')).toMatchObject({ grain: 'year', to: '2021-12-31' });
    for (const code of ['2021-00', '2021-13', '2021-Q5', '21', '2021-3', 'x']) expect(parsePeriod(code)).toBeNull();
    expect(periodsOfYear(2021)).toHaveLength(17);
  });

  it('are closed and opened by nobody alone, whatever the order of acts', () => {
    const period = parsePeriod('2021-03');
    if (period === null) throw new Error('none');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...PERIOD_ACTS), fc.constantFrom('a', 'b')), { maxLength: 30 }),
        (acts) => {
          let state: keyof typeof ACTS_OF_PERIOD = 'open';
          let askedBy: string | null = null;
          for (const [act, personId] of acts) {
            const by = { personId, today: '2021-06-01', reason: 'r' };
            const after = decidePeriod({ period, state, askedBy, coveredBy: null }, act, by);
            if (typeof after !== 'string') continue;
            if (act === 'close' || act === 'reopen') expect(personId).not.toBe(askedBy);
            if (act.startsWith('ask')) askedBy = personId;
            state = after;
          }
        },
      ),
    );
  });
});

describe('steps with many', () => {
  it('take what their state allows', () => {
    expect(BULK_STEPS.map((step) => statesOf(step))).toEqual([
      ['reported'],
      ['confirmed'],
      ['reviewed'],
      ['reported', 'differs', 'confirmed', 'reviewed'],
    ]);
  });
});

describe('findings', () => {
  it('of round sums begin at the threshold', () => {
    const round = (fen: bigint | null) => isRound(fen, rule('round_amount'));
    expect([round(10_000_000n), round(9_000_000n), round(10_000_100n), round(null), round(-20_000_000n)]).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('of odd prices compare fractions exactly', () => {
    const price = (fen: bigint, quantity = 10_000n) => ({ fen, quantity });
    expect(medianPrice([price(3n), price(1n), price(2n)])).toEqual(price(2n));
    expect(medianPrice([])).toBeNull();
    const odd = (fen: bigint, entries = 5) => isPriceOutlier(price(fen), price(300n), entries, rule('price_outlier'));
    expect([odd(900n), odd(899n), odd(100n), odd(101n), odd(900n, 4)]).toEqual([true, false, true, false, false]);
  });

  it('of the year’s end need a share and a sum', () => {
    const share = (lastDaysFen: bigint, yearFen: bigint) => yearEndShare({ lastDaysFen, yearFen }, rule('year_end'));
    expect([share(30_000_000n, 100_000_000n), share(29_999_999n, 100_000_000n), share(9_999_999n, 9_999_999n)]).toEqual(
      [30, null, null],
    );
    expect(share(30_000_000n, 0n)).toBeNull();
  });

  it('know overlaps of days, and thresholds within their bounds', () => {
    const days = (from: string, to: string) => ({ from, to });
    expect(overlaps(days('2021-03-01', '2021-03-05'), days('2021-03-05', '2021-03-06'))).toBe(true);
    expect(overlaps(days('2021-03-01', '2021-03-04'), days('2021-03-05', '2021-03-06'))).toBe(false);
    expect(wrongParams('year_end', { days: '32', percent: '50', other: '1' })).toEqual(['days', 'other']);
    expect(ruleOf(rulesWith([{ code: 'year_end', enabled: false, params: {} }]), 'year_end')).toBeNull();
  });
});
