import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDecimals,
  multiplyDecimals,
  normalDecimal,
  parseDecimal,
  subtractDecimals,
  type Decimal,
} from '../../../src/core/kernel/decimal.ts';
import { prepareCondition } from '../../../src/core/ledger/conditions.ts';
import type { Condition } from '../../../src/core/ledger/kind.ts';
import { draftOf, fieldOf, kindOf } from '../../support/kinds.ts';

const dec = (text: string): Decimal => parseDecimal(text) as Decimal;
const kind = kindOf({
  fields: [fieldOf('a', 'decimal'), fieldOf('b', 'decimal'), fieldOf('on', 'date'), fieldOf('t', 'text')],
});
const says = (condition: Condition, fields: Record<string, string>) =>
  prepareCondition(kind, condition)(draftOf({ fields }));

describe('decimals', () => {
  const small = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  const decimal = fc.record({ units: small, scale: fc.integer({ min: 0, max: 6 }) });

  it('have one way of writing', () => {
    expect(['007.50', '-0.00', '0', '100', '-01.10', '0.05'].map(normalDecimal)).toEqual([
      '7.5',
      '0',
      '0',
      '100',
      '-1.1',
      '0.05',
    ]);
  });

  it('read plain numbers only', () => {
    expect(['1e3', '1,000', ' 1', '.5', '5.', '--1', '', '１'].map(parseDecimal)).toEqual(Array(8).fill(null));
  });

  it('compare as their difference says', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(Math.sign(compareDecimals(a, b))).toBe(
          Number(subtractDecimals(a, b).units > 0n) - Number(subtractDecimals(a, b).units < 0n),
        );
        expect(compareDecimals(multiplyDecimals(a, b), multiplyDecimals(b, a))).toBe(0);
      }),
    );
  });
});

describe('a condition', () => {
  it('compares numbers exactly, not as text', () => {
    expect(says({ test: '<', left: { of: 'a' }, right: { of: 'b' } }, { a: '9', b: '10' })).toBe(true);
    expect(says({ test: '=', left: { of: 'a' }, right: { value: '0.30' } }, { a: '0.3' })).toBe(true);
    expect(says({ test: '≤', left: { of: 'amount' }, right: { value: '120000' } }, {})).toBe(true);
  });

  it('compares days in order', () => {
    const ends: Condition = { test: '≥', left: { of: 'on' }, right: { of: 'occurred_on' } };
    expect([says(ends, { on: '2021-05-05' }), says(ends, { on: '2021-05-06' })]).toEqual([false, true]);
  });

  it('says nothing of what is empty', () => {
    expect(says({ test: '>', left: { of: 'a' }, right: { of: 'b' } }, { a: '1' })).toBe(null);
    expect(says({ test: 'in', of: 't', values: ['x'] }, {})).toBe(null);
    expect(says({ test: 'empty', of: 't' }, {})).toBe(true);
  });

  it('is decided by what can be said', () => {
    const open: Condition = { test: '>', left: { of: 'a' }, right: { value: '0' } };
    const yes: Condition = { test: 'filled', of: 't' };
    const no: Condition = { test: 'empty', of: 't' };
    const fields = { t: 'x' };
    expect(says({ test: 'all', of: [open, no] }, fields)).toBe(false);
    expect(says({ test: 'all', of: [open, yes] }, fields)).toBe(null);
    expect(says({ test: 'any', of: [open, yes] }, fields)).toBe(true);
    expect(says({ test: 'any', of: [open, no] }, fields)).toBe(null);
  });

  it('allows a product its tolerance, to the last digit', () => {
    const product = (tolerance: string): Condition => ({
      test: 'product',
      left: { of: 'a' },
      by: { of: 'b' },
      is: { of: 'amount' },
      tolerance,
    });
    expect(says(product('0'), { a: '1000', b: '120' })).toBe(true);
    expect(says(product('0'), { a: '1000.1', b: '120' })).toBe(false);
    expect(says(product('0.01'), { a: '1010', b: '120' })).toBe(true);
    expect(says(product('0.01'), { a: '1010.01', b: '120' })).toBe(false);
    expect(says(product('0.01'), { a: '1010' })).toBe(null);
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }), (a, b) => {
        const entry = draftOf({
          measures: { amountFen: a * b, quantity: null, people: null, personTimes: null },
          fields: { a: `${a}`, b: `${b}` },
        });
        expect(prepareCondition(kind, product('0'))(entry)).toBe(true);
        expect(compareDecimals(dec(`${a}`), dec(`${a}.0`))).toBe(0);
      }),
    );
  });
});
