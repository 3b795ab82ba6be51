import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KindVersion } from '../../../src/core/ledger/kind.ts';
import { endedBy, versionFor } from '../../../src/core/ledger/versions.ts';
import { kindOf } from '../../support/kinds.ts';

const made = (version: number, validFrom: string, validTo: string | null, ...placeIds: string[]): KindVersion => ({
  code: 'sample',
  version,
  definition: kindOf(),
  validFrom,
  validTo,
  placeIds,
  shipped: false,
});

describe('the version that holds', () => {
  const versions = [
    made(1, '1980-01-01', '2021-12-31'),
    made(2, '2022-01-01', null),
    made(3, '2021-01-01', null, '13'),
    made(4, '2021-06-01', '2021-06-30', '130126', '45'),
  ];
  it.each([
    ['2020-05-01', '130126', 1],
    ['2021-05-01', '130126', 3],
    ['2021-05-01', '222424', 1],
    ['2021-06-15', '130126101', 4],
    ['2021-06-15', '130102', 3],
    ['2021-06-15', '451022', 4],
    ['2022-06-15', null, 2],
    ['1979-12-31', null, undefined],
  ])('%s in %s', (day, place, version) => {
    expect(versionFor(versions, day, place)?.version).toBe(version);
  });

  it('of two for the same place and day is the later made', () => {
    expect(versionFor([made(1, '2021-01-01', null), made(2, '2021-01-01', null)], '2021-05-01', null)?.version).toBe(2);
    expect(versionFor([made(2, '2021-01-01', null), made(1, '2021-01-01', null)], '2021-05-01', null)?.version).toBe(2);
  });
});

describe('a new version', () => {
  it('ends those before it in the same places', () => {
    const versions = [made(1, '1980-01-01', null), made(2, '2021-01-01', null, '13')];
    expect(endedBy(versions, made(3, '2022-01-01', null))).toEqual([{ version: 1, validTo: '2021-12-31' }]);
    expect(endedBy(versions, made(3, '2022-01-01', null, '13'))).toEqual([{ version: 2, validTo: '2021-12-31' }]);
    expect(endedBy(versions, made(3, '1980-01-01', null))).toEqual([]);
  });

  it('for a while leaves the one before to hold again afterwards', () => {
    const versions = [made(1, '1980-01-01', null)];
    const next = made(2, '2022-01-01', '2022-12-31');
    expect(endedBy(versions, next)).toEqual([]);
    const days = ['2021-12-31', '2022-06-01', '2023-01-01'];
    expect(days.map((day) => versionFor([...versions, next], day, null)?.version)).toEqual([1, 2, 1]);
  });

  it('leaves no day without a version that had one', () => {
    const day = fc.integer({ min: 2015, max: 2030 }).map((year) => `${year}-01-01`);
    const term = fc.tuple(day, fc.option(day)).map(([from, to]) => ({
      validFrom: from,
      validTo: to !== null && to < from ? null : to,
      placeIds: [],
    }));
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), fc.array(day), (terms, days) => {
        const versions: KindVersion[] = [];
        terms.forEach((next, i) => {
          const held = days.map((on) => versionFor(versions, on, null) !== null);
          for (const one of endedBy(versions, next)) {
            const old = versions.find((other) => other.version === one.version) as KindVersion;
            expect(one.validTo >= old.validFrom).toBe(true);
            old.validTo = one.validTo;
          }
          versions.push({ ...made(i + 1, next.validFrom, next.validTo) });
          days.forEach((on, j) => {
            const now = versionFor(versions, on, null);
            if (held[j] === true) expect(now).not.toBe(null);
            if (next.validFrom <= on && (next.validTo === null || on <= next.validTo)) expect(now?.version).toBe(i + 1);
          });
        });
      }),
    );
  });
});
