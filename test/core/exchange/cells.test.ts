import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidth, readText, tidied } from '../../../src/core/exchange/cell-text.ts';
import { decimalOfNumber, decimalText } from '../../../src/core/exchange/decimal.ts';
import { readChoice, readYesNo } from '../../../src/core/exchange/read-choice.ts';
import { readDate } from '../../../src/core/exchange/read-date.ts';
import { checkDigit, readId } from '../../../src/core/exchange/read-id.ts';
import { moneyUnit, readMoney, yuanText } from '../../../src/core/exchange/read-money.ts';
import { readQuantity, readWhole } from '../../../src/core/exchange/read-number.ts';
import type { MoneyUnit, SheetCell } from '../../../src/core/exchange/types.ts';
import type { Problem } from '../../../src/core/kernel/problem.ts';
import type { Result } from '../../../src/core/kernel/result.ts';

/** The value, or the code of the problem. */
const said = <T>(result: Result<T, Problem>): T | string =>
  result.ok ? result.value : (result.problems[0]?.code ?? '');

describe('money', () => {
  it.each<[SheetCell, MoneyUnit | null, bigint | string | null]>([
    ['1234.56', '元', 123456n],
    ['1,234.56', '元', 123456n],
    ['１，２３４．５６', '元', 123456n],
    ['￥1,234.56元', null, 123456n],
    ['¥ 12', null, 'cell.money_unit_unknown'],
    ['12,3456.00', '元', 12345600n],
    ['1,23', '元', 'cell.not_money'],
    ['1.2万', '元', 1200000n],
    ['1.2万元', '万元', 1200000n],
    ['1.2 亿元', null, 12000000000n],
    ['3百万', null, 300000000n],
    ['5千元', null, 500000n],
    [12.5, '万元', 12500000n],
    [0.30000000000000004, '元', 30n],
    [1234.5600000000001, '元', 123456n],
    [0.1 + 0.7, '万元', 800000n],
    [12.345678, '万元', 12345678n],
    [12.3456789, '万元', 'cell.money_too_fine'],
    ['0.001', '元', 'cell.money_too_fine'],
    ['1.230', '元', 123n],
    [1 / 3, '元', 'cell.money_too_fine'],
    ['-5', '元', 'cell.negative'],
    ['(1,234.50)', '元', 'cell.negative'],
    ['－5', '元', 'cell.negative'],
    ['', '元', null],
    [null, '元', null],
    ['—', '元', null],
    ['/', '元', null],
    ['约5', '元', 'cell.not_money'],
    ['5美元', '元', 'cell.not_money'],
    ['1.2.3', '元', 'cell.not_money'],
    ['1万2千', '元', 'cell.not_money'],
    [true, '元', 'cell.not_money'],
    [{ kind: 'percent', value: 0.5 }, '元', 'cell.not_money'],
    [{ kind: 'error', error: '#REF!' }, '元', 'cell.error'],
    [{ kind: 'error', error: 'uncalculated' }, '元', 'cell.uncalculated'],
    ['#N/A', '元', 'cell.error'],
    ['="1200"', '元', 120000n],
    ['1E+5', '元', 10000000n],
    [1e300, '元', 'cell.too_big'],
    ['999999999999999999999', '元', 'cell.too_big'],
    ['0', '元', 0n],
    ['0.0', '万元', 0n],
  ])('%j in %s is %s', (cell, unit, expected) => {
    expect(said(readMoney(cell, { unit }))).toBe(expected);
  });

  it('reads negatives where they are allowed', () => {
    expect(said(readMoney('(1,234.50)', { unit: '元', negative: true }))).toBe(-123450n);
    expect(said(readMoney(-0.29, { unit: '元', negative: true }))).toBe(-29n);
  });

  it('names units', () => {
    expect([moneyUnit('万'), moneyUnit(' 万 元'), moneyUnit('圆'), moneyUnit('人')]).toEqual([
      '万元',
      '万元',
      '元',
      null,
    ]);
  });

  it('text of yuan reads back as the same fen', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (fen) => {
        expect(said(readMoney(yuanText(fen), { unit: '元', negative: true }))).toBe(fen);
        const wan = decimalText({ digits: fen, places: 6 });
        expect(said(readMoney(wan, { unit: '万元', negative: true }))).toBe(fen);
      }),
    );
  });

  it('sums of cents in doubles read back as what was meant, up to 13 digits of yuan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 10 ** 12 }), (a, b) => {
        expect(said(readMoney(a / 100 + b / 100, { unit: '元' }))).toBe(BigInt(a + b));
      }),
    );
  });
});

describe('numbers', () => {
  it.each<[SheetCell, string | null]>([
    ['35', '35'],
    ['35人次', '35 人次'],
    ['１２ 亩', '12 亩'],
    ['1.2万人', '12000 人'],
    ['1,200.50', '1200.5'],
    ['3千克', '3 千克'],
    ['85%', '85 %'],
    [0.1 + 0.2, '0.3'],
    ['-3', 'cell.negative'],
    ['abc', 'cell.not_a_number'],
    ['3-5', 'cell.not_a_number'],
    ['1.12345678', 'cell.too_fine'],
    ['-', null],
  ])('quantity %j is %s', (cell, expected) => {
    const read = said(readQuantity(cell));
    expect(typeof read === 'object' && read !== null ? [read.value, read.unit].filter(Boolean).join(' ') : read).toBe(
      expected,
    );
  });

  it('a percent cell is the percent that it shows', () => {
    expect(said(readQuantity({ kind: 'percent', value: 0.855 }))).toEqual({ value: '85.5', unit: '%' });
  });

  it('whole numbers', () => {
    expect(said(readWhole('35.0'))).toBe(35n);
    expect(said(readWhole(12))).toBe(12n);
    expect(said(readWhole('35.5'))).toBe('cell.not_whole');
    expect(said(readWhole('35人', { units: ['人'] }))).toBe(35n);
    expect(said(readWhole('35户', { units: ['人'] }))).toBe('cell.other_unit');
    expect(said(readWhole('12,345'))).toBe(12345n);
  });

  it('a double is the decimal of its shortest text, within 15 digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const text = decimalText({ digits: BigInt(digits), places });
        const read = decimalOfNumber(Number(text));
        expect(read === null ? '' : decimalText(read)).toBe(text);
      }),
    );
    expect(decimalOfNumber(Number.NaN)).toBeNull();
  });
});

describe('dates', () => {
  it.each<[SheetCell, string | null]>([
    ['202105', 'month 2021-05-01 2021-05-31'],
    [202105, 'month 2021-05-01 2021-05-31'],
    ['2021.6', 'month 2021-06-01 2021-06-30'],
    [2021.6, 'month 2021-06-01 2021-06-30'],
    [2021.12, 'month 2021-12-01 2021-12-31'],
    [2021.1, 'cell.month_ambiguous'],
    ['2021.10', 'month 2021-10-01 2021-10-31'],
    ['2021.6.7', 'day 2021-06-07 2021-06-07'],
    ['2021年6月', 'month 2021-06-01 2021-06-30'],
    ['2021年06月7日', 'day 2021-06-07 2021-06-07'],
    ['2021 年 6 月 7 日', 'day 2021-06-07 2021-06-07'],
    ['2021/6/7', 'day 2021-06-07 2021-06-07'],
    ['２０２１－０６－０７', 'day 2021-06-07 2021-06-07'],
    ['20210607', 'day 2021-06-07 2021-06-07'],
    [20210607, 'day 2021-06-07 2021-06-07'],
    ['2021-06-07 08:30:00', 'day 2021-06-07 2021-06-07'],
    ['2021-06-07T00:00:00.000Z', 'day 2021-06-07 2021-06-07'],
    [44354, 'day 2021-06-07 2021-06-07'],
    ['44354', 'day 2021-06-07 2021-06-07'],
    [44354.5, 'day 2021-06-07 2021-06-07'],
    ['2021', 'year 2021-01-01 2021-12-31'],
    ['2016.0', 'year 2016-01-01 2016-12-31'],
    ['2021年度', 'year 2021-01-01 2021-12-31'],
    ['2024-02', 'month 2024-02-01 2024-02-29'],
    [{ kind: 'date', text: '2021-06-01', shows: 'month' }, 'month 2021-06-01 2021-06-30'],
    [{ kind: 'date', text: '2021-06-07T08:00:00', shows: 'day' }, 'day 2021-06-07 2021-06-07'],
    [{ kind: 'date', text: '08:00:00', shows: 'time' }, 'cell.not_a_date'],
    ['2021-02-30', 'cell.no_such_day'],
    ['2021-13', 'cell.not_a_date'],
    ['21.6.7', 'cell.year_of_two_digits'],
    ['21年6月7日', 'cell.year_of_two_digits'],
    ['6/7/21', 'cell.year_of_two_digits'],
    ['6月7日', 'cell.not_a_date'],
    ['6/7/2021', 'cell.not_a_date'],
    ['2021.6-2021.8', 'cell.not_a_date'],
    ['去年', 'cell.not_a_date'],
    [12, 'cell.not_a_date'],
    [true, 'cell.not_a_date'],
    ['', null],
    ['—', null],
  ])('%j is %s', (cell, expected) => {
    const read = said(readDate(cell));
    expect(typeof read === 'object' && read !== null ? `${read.precision} ${read.from} ${read.to}` : read).toBe(
      expected,
    );
  });
});

describe('ids', () => {
  const right = '11010119900307100';
  it.each<[SheetCell, string | null]>([
    ['="00123"', '00123'],
    ['00123', '00123'],
    [" '00123", '00123'],
    ['１２３ ４５６', '123456'],
    [12345, '12345'],
    [110101199003078500, 'cell.id_lost_digits'],
    [1.23e17, 'cell.id_lost_digits'],
    ['1.10101E+17', 'cell.id_scientific'],
    ['1.1E17', 'cell.id_scientific'],
    ['2E3', '2E3'],
    ['622202000000000000', 'cell.id_lost_digits'],
    ['11010119900307123X', '11010119900307123X'],
    [{ kind: 'date', text: '2021-06-07', shows: 'day' }, 'cell.id_is_date'],
    ['青石扶〔2021〕3号', '青石扶〔2021〕3号'],
    ['', null],
  ])('%j is %s', (cell, expected) => {
    expect(said(readId(cell))).toBe(expected);
  });

  it('lets an identity number through whose check digit is 0', () => {
    expect(checkDigit('11010519491231002')).toBe('X');
    expect(checkDigit(right)).toMatch(/^[\dX]$/);
    for (let n = 0; n < 10_000; n += 1) {
      const body = `110101${String(19_500_000 + n)}`.slice(0, 14).padEnd(15, '1') + '00';
      if (checkDigit(body) === '0') return expect(said(readId(`${body}0`))).toBe(`${body}0`);
    }
    throw new Error('none found');
  });
});

describe('words', () => {
  it.each<[SheetCell, boolean | string | null]>([
    ['是', true],
    [' 否 ', false],
    ['√', true],
    ['×', false],
    ['Ｙ', true],
    [1, true],
    ['0', false],
    [true, true],
    ['有', true],
    ['或许', 'cell.not_yes_no'],
    ['', null],
  ])('%j is %s', (cell, expected) => {
    expect(said(readYesNo(cell))).toBe(expected);
  });

  it('choices by name, synonym and code', () => {
    const choices = [
      { code: '01', names: ['一般脱贫户', '脱贫户（享受政策）'] },
      { code: '02', names: ['低保脱贫户'] },
    ];
    expect(said(readChoice('一般 脱贫户', choices))).toBe('01');
    expect(said(readChoice('脱贫户(享受政策)', choices))).toBe('01');
    expect(said(readChoice('2', choices))).toBe('02');
    expect(said(readChoice(2, choices))).toBe('02');
    expect(said(readChoice('02 低保脱贫户', choices))).toBe('02');
    expect(readChoice('五保户', choices)).toEqual({
      ok: false,
      problems: [{ code: 'cell.not_in_list', params: { text: '五保户', list: '一般脱贫户、低保脱贫户' } }],
    });
  });

  it('text is tidied, never folded', () => {
    expect(said(readText('\u3000青石县\u200b\r\n第一行 '))).toBe('青石县\n第一行');
    expect(tidied('（Ａ）')).toBe('（Ａ）');
    expect(halfWidth('（Ａ）￥−')).toBe('(A)¥-');
    // Marks of the direction of writing come along when a number is copied from a window of the system.
    expect(said(readText('\u200e\u202a91110000\u202c'))).toBe('91110000');
    expect(said(readText('字'.repeat(2001)))).toBe('cell.too_long');
    expect(said(readText(130126199001011234))).toBe('cell.id_lost_digits');
    expect(said(readText(Infinity))).toBe('cell.id_lost_digits');
    expect(said(readText(true))).toBe('TRUE');
    expect(said(readText('𠮷'.repeat(5), { max: 5 }))).toBe('𠮷'.repeat(5));
  });
});
