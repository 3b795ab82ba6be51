import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MONEY_SCALES, moneyText, parseMoney, yuanText } from '../../../src/core/kernel/money.ts';

const fen = (text: string, scale: 'yuan' | 'wan' = 'yuan') => {
  const read = parseMoney(text, scale);
  return read.ok ? read.value : read.problems[0]?.code;
};

describe('money as people type it', () => {
  it('reads 元 and 万元 to the fen', () => {
    expect(fen('112000')).toBe(11_200_000n);
    expect(fen('11.2', 'wan')).toBe(11_200_000n);
    expect(fen('0.000001', 'wan')).toBe(1n);
    expect(fen('0.07')).toBe(7n);
    expect(fen('1.')).toBe(100n);
    expect(fen('')).toBeNull();
    expect(fen('  ')).toBeNull();
  });

  it('takes what is pasted: full width, commas, signs; a unit behind goes before the switch', () => {
    expect(fen('１，１２０，０００．５０')).toBe(112_000_050n);
    expect(fen('¥1,234.50')).toBe(123_450n);
    expect(fen('11.2万元')).toBe(11_200_000n);
    expect(fen('300元', 'wan')).toBe(30_000n);
  });

  it('refuses what is finer than a fen, no number, or endless', () => {
    expect(fen('1.005')).toBe('ledger.money_too_fine');
    expect(fen('1.0000001', 'wan')).toBe('ledger.money_too_fine');
    expect(fen('1.5000')).toBe(150n);
    for (const text of ['-5', '1,23', '1e5', '十万', '1.2.3', '.5', '0x10', '5 USD', '.'])
      expect(fen(text), text).toBe('ledger.not_money');
    expect(fen('9'.repeat(16))).toBe('ledger.too_large');
  });

  it('shows fen as 元 with two places', () => {
    expect(yuanText(11_200_000n)).toBe('112,000.00');
    expect(yuanText(-5n)).toBe('−0.05');
    expect(yuanText(0n)).toBe('0.00');
    expect(moneyText(11_200_000n, 'wan')).toBe('11.2');
    expect(moneyText(5n, 'yuan')).toBe('0.05');
  });

  it('what is shown is read again as the same fen', () => {
    const amount = fc.bigInt({ min: 0n, max: 99_999_999_999_999n });
    fc.assert(
      fc.property(amount, fc.constantFrom(...MONEY_SCALES), (value, scale) => {
        expect(fen(moneyText(value, scale), scale)).toBe(value);
        expect(fen(yuanText(value), 'yuan')).toBe(value);
      }),
    );
  });
});
