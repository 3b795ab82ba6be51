import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildId } from '../../../src/core/kernel/id.ts';
import type { Instant } from '../../../src/core/kernel/plain-date.ts';
import { figureId, parseFigureId, type FigureName } from '../../../src/core/indicator/figure-id.ts';
import { addMonths, monthOf, parsePeriod, rangeOf, type PeriodCode } from '../../../src/core/indicator/period.ts';

const two = (n: number) => String(n).padStart(2, '0');
const periods = fc
  .tuple(fc.integer({ min: 1980, max: 2999 }), fc.constantFrom('', 'Q', 'm', 'to'), fc.integer({ min: 1, max: 12 }))
  .map(([year, kind, n]) =>
    kind === ''
      ? `${year}`
      : kind === 'Q'
        ? `${year}-Q${((n - 1) % 4) + 1}`
        : kind === 'm'
          ? `${year}-${two(n)}`
          : `${year}-01to${two(n)}`,
  )
  .map((text) => parsePeriod(text) as PeriodCode);
const names: fc.Arbitrary<FigureName> = fc.record({
  code: fc.stringMatching(/^[a-z][a-z0-9_]{1,49}$/),
  version: fc.integer({ min: 1, max: 999_999 }),
  placeId: fc.oneof(fc.constant(null), fc.stringMatching(/^\d{6}$/), fc.stringMatching(/^\d{2}$/)),
  unitId: fc.oneof(
    fc.constant(null),
    fc.tuple(fc.nat(), fc.uint8Array({ minLength: 10, maxLength: 10 })).map(([time, random]) => buildId(time, random)),
  ),
  period: periods,
  knownOn: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString() as Instant),
});

describe('figure ids', () => {
  it('are read again as they were printed, and safe in an address', () => {
    fc.assert(
      fc.property(names, (name) => {
        const id = figureId(name);
        expect(parseFigureId(id)).toEqual(name);
        expect(encodeURIComponent(id)).toBe(id);
        expect(id.length).toBeLessThanOrEqual(160);
      }),
    );
  });

  it('anything else is none', () => {
    for (const text of [
      '',
      'a',
      'ab.v1.all.all.2021.20210230T000000000Z',
      'ab.v0.all.all.2021.20210620T020000000Z',
      'ab.v1.county-12.all.2021.20210620T020000000Z',
      'ab.v1.all.all.2021-Q5.20210620T020000000Z',
      'ab.v1.all.all.2021.20210620T020000000Z ',
    ])
      expect(parseFigureId(text), text).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseFigureId(text)).toBeNull();
      }),
    );
  });
});

it('periods lead to their months', () => {
  expect(rangeOf('2021-Q2' as PeriodCode)).toEqual({ from: '2021-04', to: '2021-06' });
  expect(rangeOf('2021-01to06' as PeriodCode)).toEqual({ from: '2021-01', to: '2021-06' });
  expect(rangeOf('2021-03' as PeriodCode)).toEqual({ from: '2021-03', to: '2021-03' });
  expect(addMonths(monthOf(2021, 1), -1)).toBe('2020-12');
  expect(addMonths(monthOf(2021, 12), 13)).toBe('2023-01');
});
