import { describe, expect, it } from 'vitest';
import { compareFact, type PrintedFact } from '../../../src/core/indicator/compare-fact.ts';
import { fraction, parseFraction } from '../../../src/core/indicator/fraction.ts';
import type { PrintUnit } from '../../../src/core/indicator/definition.ts';

const fact = (value: string, exact: string, plainUnit: string, more: Partial<PrintedFact> = {}): PrintedFact => ({
  value,
  exact,
  plainUnit,
  approx: null,
  planned: false,
  ...more,
});
const verdict = (one: PrintedFact, unit: PrintUnit, figure: string) => {
  const found = compareFact(one, unit, parseFraction(figure));
  return found.verdict === 'not_comparable' ? found.why : found.verdict;
};

describe('a printed figure beside ours', () => {
  it.each([
    // 11.2万人 is anything from 111 500 to 112 500.
    [fact('11.2', '112000', '人'), '人', '111500', 'equal'],
    [fact('11.2', '112000', '人'), '人', '112501', 'differs'],
    // 26.3亿元, of 15.51 + 10.8; our money is fen.
    [fact('26.3', '2630000000', '元'), '万元', '263100000000', 'equal'],
    [fact('26.3', '2630000000', '元'), '万元', '263600000000', 'differs'],
    [fact('207', '207', '个'), '个', '207', 'equal'],
    [fact('207', '207', '个'), '个', '208', 'differs'],
    // 960多万: from 960万 up to 970万.
    [fact('960', '9600000', '人', { approx: 'over' }), '人', '9650000', 'equal'],
    [fact('960', '9600000', '人', { approx: 'over' }), '人', '9599999', 'differs'],
    [fact('960', '9600000', '人', { approx: 'over' }), '人', '9700001', 'differs'],
    [fact('6000', '600000000000', '元', { approx: 'over' }), '亿元', '61000000000000', 'equal'],
    [fact('11.2', '112000', '人', { approx: 'about' }), '人', '112900', 'equal'],
    [fact('500', '500', '人', { approx: 'at_least' }), '人', '9000', 'equal'],
    [fact('500', '500', '人', { approx: 'under' }), '人', '495', 'equal'],
    [fact('500', '500', '人', { approx: 'under' }), '人', '501', 'differs'],
  ] as const)('%o in %s beside %s: %s', (one, unit, figure, want) => {
    expect(verdict(one, unit, figure)).toBe(want);
  });

  it('人 is not 人次, money is not people, a plan is not a result', () => {
    expect(verdict(fact('2.22', '22200', '名'), '人', '22200')).toBe('equal');
    expect(verdict(fact('2.22', '22200', '名'), '人次', '22200')).toBe('unit');
    expect(verdict(fact('5', '5', '元'), '人', '5')).toBe('unit');
    expect(verdict(fact('5', '5', '人', { planned: true }), '人', '5')).toBe('planned');
    expect(compareFact(fact('5', '5', '人'), '人', null)).toEqual({ verdict: 'not_comparable', why: 'no_value' });
    expect(compareFact(fact('5', '5', '人'), '人', fraction(7n))).toMatchObject({ by: fraction(2n) });
  });
});
