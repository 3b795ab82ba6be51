import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, formatDecimal, parseDecimal, roundsTo, shift } from '../../../src/core/document/facts/decimal.ts';
import { figuresIn } from '../../../src/core/document/facts/figure.ts';
import { numberAt, parseChinese } from '../../../src/core/document/facts/number.ts';

const SCALES: [string, number][] = [
  ['', 0],
  ['万', 4],
  ['亿', 8],
  ['百万', 6],
  ['千万', 7],
  ['万亿', 12],
];

/** Writes 1–9999 in Chinese numerals. */
function chinese(n: number): string {
  const digits = '零一二三四五六七八九';
  let out = '';
  let gap = false;
  for (const [power, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as [number, string][]) {
    const d = Math.floor(n / power) % 10;
    if (d === 0) {
      gap = out !== '';
      continue;
    }
    out += (gap ? '零' : '') + (power === 10 && d === 1 && out === '' ? '' : digits.charAt(d)) + word;
    gap = false;
  }
  return out;
}

describe('the number grammar', () => {
  it('reads every Chinese numeral up to 9999 back', () => {
    for (let n = 1; n < 10_000; n += 1) expect(parseChinese(chinese(n)), chinese(n)).toBe(n);
  });

  it('reads Arabic digits with separators and decimals, scale and unit back to the exact decimal', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...SCALES),
        fc.boolean(),
        fc.constantFrom('元', '人次', '亩', '公里'),
        (digits, places, [scale, power], separators, unit) => {
          const exact = { digits, places };
          let printed = formatDecimal(exact);
          if (separators) printed = printed.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
          const found = figuresIn(`投入${printed}${scale}${unit}，`);
          expect(found).toHaveLength(1);
          expect(formatDecimal(found[0]!.exact)).toBe(formatDecimal(shift(exact, power)));
          expect(found[0]!.value).toBe(printed);
          expect(found[0]!.unit).toBe(scale + unit);
        },
      ),
    );
  });

  it('keeps the value whatever marker stands before, inside or behind', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom('约', '近', '超过', '不少于', ''),
        fc.constantFrom('多', '余', ''),
        fc.constantFrom('万', '亿', ''),
        fc.constantFrom('以上', '左右', ''),
        (n, before, inside, scale, after) => {
          const one = figuresIn(`资金${before}${n}${inside}${scale}元${after}。`)[0];
          const two = figuresIn(`资金${before}${n}${scale}${inside}元${after}。`)[0];
          expect(one?.value).toBe(String(n));
          expect(two?.value).toBe(String(n));
          expect(one?.approxText ?? '').toBe(before || inside || after);
          expect(one && two && compare(one.exact, two.exact)).toBe(0);
        },
      ),
    );
  });

  it('never throws and never overlaps, whatever the text', () => {
    const piece = fc.constantFrom(
      '1',
      '20',
      '.',
      ',',
      '，',
      '百',
      '千',
      '万',
      '亿',
      '多',
      '余',
      '约',
      '近',
      '个',
      '人',
      '元',
      '年',
      '%',
      '第',
      '至',
      '—',
      '三',
      '十',
      '以上',
      '“',
      '》',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        let end = 0;
        for (const f of figuresIn(pieces.join(''))) {
          expect(f.numberStart).toBeGreaterThanOrEqual(end);
          expect(f.end).toBeGreaterThan(f.numberStart);
          end = f.end;
        }
      }),
    );
  });

  it('takes only a plain numeral for one', () => {
    expect(parseChinese('三五')).toBeNull();
    expect(parseChinese('十百')).toBeNull();
    expect(parseChinese('二〇二一')).toBe(2021);
    expect(numberAt('多少', 0)).toBeNull();
  });
});

describe('rounding', () => {
  const rounds = (fine: string, rough: string) => roundsTo(parseDecimal(fine)!, parseDecimal(rough)!);
  it('ties a rounded figure to its exact twin', () => {
    expect(rounds('32.01', '32')).toBe(true);
    expect(rounds('44.35', '44')).toBe(true);
    expect(rounds('44.96', '45')).toBe(true);
    expect(rounds('10234', '10000')).toBe(true);
  });
  it('does not tie what merely lies near', () => {
    expect(rounds('44.35', '43')).toBe(false);
    expect(rounds('34', '30')).toBe(false);
    expect(rounds('44', '44')).toBe(false);
  });
});
