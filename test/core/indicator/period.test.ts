import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, monthOf, spansOf, type Month, type Range } from '../../../src/core/indicator/period.ts';

const month = fc
  .tuple(fc.integer({ min: 1985, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => monthOf(y, m));
const spans = (from: string | null, to: string) =>
  spansOf({ from: from as Month | null, to: to as Month }).map((one) => `${one.grain} ${one.from} ${one.to}`);
const SIZE = { year: 12, quarter: 3, month: 1 };

describe('spans of a range', () => {
  it('are the year, the quarters and the months that it has', () => {
    expect(spans('2024-01', '2024-12')).toEqual(['year 2024-01 2024-01']);
    expect(spans('2024-01', '2024-06')).toEqual(['quarter 2024-01 2024-04']);
    expect(spans('2024-04', '2024-06')).toEqual(['quarter 2024-04 2024-04']);
    expect(spans('2024-01', '2024-08')).toEqual(['quarter 2024-01 2024-04', 'month 2024-07 2024-08']);
    expect(spans('2024-05', '2024-05')).toEqual(['month 2024-05 2024-05']);
    expect(spans('2022-11', '2025-02')).toEqual([
      'month 2022-11 2022-12',
      'year 2023-01 2024-01',
      'month 2025-01 2025-02',
    ]);
    expect(spans(null, '2024-03')).toEqual(['year 0000-01 2023-01', 'quarter 2024-01 2024-01']);
  });

  it('lie one after the other and are its months, each once', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 0, max: 80 }), fc.boolean(), (from, count, monthly) => {
        const range: Range = { from, to: addMonths(from, count) };
        let next = from;
        for (const span of spansOf(range, monthly)) {
          expect(span.from).toBe(next);
          expect(span.to >= span.from).toBe(true);
          if (monthly) expect(span.grain).toBe('month');
          next = addMonths(span.to, SIZE[span.grain]);
        }
        expect(next).toBe(addMonths(range.to, 1));
      }),
    );
  });
});
