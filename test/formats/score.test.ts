import { describe, expect, it } from 'vitest';
import { containment, dice, pairUp, placesOf, shared } from '../../bench/score/match.ts';
import { ratesOf } from '../../bench/score-reading.ts';

describe('matching', () => {
  it('finds every place of a quote, blanks aside', () => {
    expect(placesOf('投入 3 万元，投入3万元', '投入3万元')).toEqual([{ start: 8, end: 13 }]);
    expect(placesOf('投入 3\n万元', '投入3万元')).toEqual([{ start: 0, end: 7 }]);
  });

  it('measures overlap and likeness', () => {
    expect(shared({ start: 0, end: 5 }, { start: 3, end: 9 })).toBe(2);
    expect(dice('加强产业帮扶', '加强产业帮扶。')).toBe(1);
    expect(dice('加强产业帮扶', '深化消费协作')).toBe(0);
    expect(containment('产业帮扶', '加强产业帮扶工作')).toBe(1);
  });

  it('pairs one to one, the likeliest first', () => {
    const { pairs, missed, extra } = pairUp(['ab', 'abc', 'x'], ['abc', 'y'], (g, f) =>
      f.startsWith(g) ? g.length : 0,
    );
    expect(pairs).toEqual([['abc', 'abc']]);
    expect(missed).toEqual(['ab', 'x']);
    expect(extra).toEqual(['y']);
  });

  it('nothing to find and nothing found is right', () => {
    expect(ratesOf({ right: 0, missed: 0, extra: 0, errors: [] }).f1).toBe(1);
    expect(ratesOf({ right: 3, missed: 1, extra: 3, errors: [] })).toMatchObject({
      precision: 0.5,
      recall: 0.75,
      f1: 0.6,
    });
  });
});
