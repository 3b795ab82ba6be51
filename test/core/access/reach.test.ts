import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reaches, reachOf, type Actor, type ReachPair } from '../../../src/core/access/reach.ts';

const someOf = (of: readonly string[]) => fc.option(fc.subarray([...of], { minLength: 0 }), { freq: 3, nil: null });
const UNITS = ['u1', 'u2', 'u3'];
const PLACES = ['13', '1301', '130126', '45', '451022'];
const pair = fc.record({ units: someOf(UNITS), places: someOf(PLACES) });
const thing = fc.record({ unitIds: fc.subarray(UNITS), placeIds: fc.subarray(['130126', '130127', '1302', '451022']) });

const actorOf = (pairs: readonly ReachPair[]): Actor => ({
  personId: 'p',
  name: '人',
  posts: pairs.map((one, i) => ({ id: `post${i}`, role: 'office', unitId: 'u1', pairs: [one] })),
  limits: null,
});

describe('what posts reach together', () => {
  it('is what each reaches, and no pair of it lies within another', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6 }), fc.array(thing, { maxLength: 6 }), (pairs, things) => {
        const kept = reachOf(actorOf(pairs), 'ledger.read');
        for (const one of things) expect(reaches(kept, one)).toBe(reaches(pairs, one));
        expect(reachOf(actorOf(kept), 'ledger.read')).toEqual(kept);
        expect(new Set(kept.map((one) => JSON.stringify([one.units?.toSorted(), one.places]))).size).toBe(kept.length);
      }),
    );
  });

  it('is one pair where two posts have the same scope, and the wider one where one lies in the other', () => {
    const [all, county]: ReachPair[] = [
      { units: null, places: ['13'] },
      { units: ['u1'], places: ['130126'] },
    ] as const;
    expect(reachOf(actorOf([county, county]), 'ledger.read')).toEqual([county]);
    expect(reachOf(actorOf([county, all]), 'ledger.read')).toEqual([all]);
    expect(reachOf(actorOf([{ units: ['u2'], places: ['13'] }, county]), 'ledger.read')).toHaveLength(2);
  });
});
