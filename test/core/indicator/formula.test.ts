import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula } from '../../../src/core/indicator/definition.ts';
import { evaluate, needsOf, personsKey, type Book, type RollRow } from '../../../src/core/indicator/evaluate.ts';
import { fraction, parseFraction, rounded } from '../../../src/core/indicator/fraction.ts';
import { completion, printFigure } from '../../../src/core/indicator/print.ts';
import { rangeBefore, rangeKey, rangeOf, type PeriodCode, type Range } from '../../../src/core/indicator/period.ts';

const year = rangeOf('2021' as PeriodCode);
const row = (kind: string, slice: string, amountFen: string, more: Partial<RollRow> = {}): RollRow => ({
  kind,
  slice,
  entries: '1',
  amountFen,
  quantity: '0',
  people: '0',
  personTimes: '0',
  ...more,
});
const book = (rows: RollRow[], range: Range = year, then: RollRow[] = []): Book => ({
  sums: new Map([
    [rangeKey(range), rows],
    [rangeKey(rangeBefore(range, 'year')), then],
  ]),
  latest: new Map([[rangeKey(range), rows]]),
  persons: new Map([[personsKey(range, ['class']), 7n]]),
});
const money = (kinds: string[], where?: Record<string, string[]>): Formula => ({
  sum: { kinds, measure: 'amount', where },
});
const shown = (formula: Formula, rows: RollRow[], then: RollRow[] = []) => {
  const { value, why } = evaluate(formula, year, book(rows, year, then));
  return value === null ? why : rounded(value, 2);
};

describe('a formula over the roll-ups', () => {
  it('sums the kinds and facets that it names', () => {
    const rows = [row('funds', ';paid=free;', '100'), row('funds', ';paid=lent;', '50'), row('goods', '', '7')];
    expect(shown(money(['funds']), rows)).toBe('150.00');
    expect(shown(money(['funds'], { paid: ['free'] }), rows)).toBe('100.00');
    expect(shown({ add: [money(['funds']), money(['goods'])] }, rows)).toBe('157.00');
    expect(shown({ sum: { kinds: ['funds', 'goods'], measure: 'entries' } }, rows)).toBe('3.00');
  });

  it('a value that begins like another is not taken for it', () => {
    const rows = [row('visit', ';leader=main;', '1'), row('visit', ';leader=mainly;', '10')];
    expect(shown(money(['visit'], { leader: ['main'] }), rows)).toBe('1.00');
  });

  it('what cannot be divided is unknown, never 0', () => {
    expect(shown({ ratio: { of: money(['a']), by: money(['b']) } }, [row('a', '', '5')])).toBe('divisor_zero');
    expect(shown({ growth: { of: money(['a']), against: 'year' } }, [row('a', '', '5')])).toBe('no_base');
    expect(shown({ distinct: { kinds: ['other'] } }, [])).toBe('not_counted');
    expect(shown({ add: [money(['a']), { distinct: { kinds: ['other'] } }] }, [])).toBe('not_counted');
  });

  it('growth is per cent of what was before; persons are counted once', () => {
    const growth: Formula = { growth: { of: money(['a']), against: 'year' } };
    expect(shown(growth, [row('a', '', '150')], [row('a', '', '120')])).toBe('25.00');
    expect(shown({ distinct: { kinds: ['class'] } }, [])).toBe('7.00');
    expect(needsOf(growth, year).map((one) => rangeKey(one.range))).toEqual(['2021-01~2021-12', '2020-01~2020-12']);
  });

  it('is the naive recomputation, whatever the rows', () => {
    const rows = fc.array(
      fc.record({
        kind: fc.constantFrom('a', 'b', 'c'),
        slice: fc.constantFrom('', ';x=1;', ';x=2;', ';x=1;y=2;'),
        amount: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      }),
    );
    const of = { kinds: ['a', 'b'], measure: 'amount' as const, where: { x: ['1'] } };
    const by = { kinds: ['b', 'c'], measure: 'amount' as const };
    fc.assert(
      fc.property(rows, (list) => {
        const all = list.map((one) => row(one.kind, one.slice, String(one.amount)));
        const naive = (want: (one: { kind: string; slice: string }) => boolean) =>
          list.filter(want).reduce((sum, one) => sum + one.amount, 0n);
        const top = naive((one) => one.kind !== 'c' && one.slice.startsWith(';x=1;'));
        const under = naive((one) => one.kind !== 'a');
        expect(evaluate({ sum: of }, year, book(all)).value).toEqual(fraction(top));
        const ratio = evaluate({ ratio: { of: { sum: of }, by: { sum: by }, percent: true } }, year, book(all));
        expect(ratio.value).toEqual(under === 0n ? null : fraction(top * 100n, under));
      }),
    );
  });
});

describe('printing', () => {
  it('万元 with two decimals, half away from zero', () => {
    const cases = [
      ['123456789', '123.46'],
      ['5000', '0.01'],
      ['4999', '0.00'],
      ['-5000', '-0.01'],
      ['-4999', '0.00'],
      ['136000000', '136.00'],
    ] as const;
    for (const [fen, text] of cases) expect(printFigure(parseFraction(fen) ?? fraction(0n), '万元', 2)).toBe(text);
    expect(printFigure(fraction(1n, 3n), '%', 1)).toBe('0.3');
    expect(completion(fraction(3n), fraction(2n))).toBe('150.0');
    expect(completion(fraction(3n), fraction(0n))).toBe(null);
  });

  it('is never more than half of its last digit away from the value', () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.integer({ min: 0, max: 6 }),
        (up, over, decimals) => {
          const back = parseFraction(rounded(fraction(up, over), decimals)) ?? fraction(0n);
          const off = back.up * over - up * back.over;
          expect((off < 0n ? -off : off) * 2n * 10n ** BigInt(decimals)).toBeLessThanOrEqual(back.over * over);
        },
      ),
    );
  });
});
