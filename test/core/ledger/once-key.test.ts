import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foldNumber, onceKeyText } from '../../../src/core/ledger/once-key.ts';
import { facetsOf, sliceOf } from '../../../src/core/ledger/slice.ts';
import { draftOf, fieldOf, kindOf } from '../../support/kinds.ts';

const kind = kindOf({
  fields: [fieldOf('order', 'order_number'), fieldOf('name', 'text')],
  once: { group: 'funds', key: ['voucher', 'payee', 'amount', 'occurred_on'] },
});

describe('counted once', () => {
  it.each([
    ['记-012号', '记012号'],
    ['记 012 号', '记012号'],
    ['记—０１２号', '记012号'],
    ['No. 1234 5678', 'NO12345678'],
    ['1-12', '1-12'],
    ['1－12', '1-12'],
    ['1/12', '1-12'],
    ['112', '112'],
    ['—', ''],
  ])('%s is compared as %s', (text, folded) => {
    expect(foldNumber(text)).toBe(folded);
  });

  it('takes names without their punctuation', () => {
    expect(foldName('青陶（灵寿）合作社')).toBe(foldName('青陶(灵寿) 合作社'));
  });

  it('has no key where a part is missing or says nothing', () => {
    expect(onceKeyText(kind, draftOf())).toBe('["funds","记012号","青陶合作社","120000","2021-05-06"]');
    for (const voucher of [null, '无', '/', '暂无']) expect(onceKeyText(kind, draftOf({ voucher }))).toBe(null);
    expect(onceKeyText(kindOf(), draftOf())).toBe(null);
  });

  it('tells apart by what is added', () => {
    expect(onceKeyText(kind, draftOf(), ['1'])).not.toBe(onceKeyText(kind, draftOf()));
  });

  it('folding again changes nothing, and no two parts run into one', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(fc.property(text, (raw) => foldName(foldName(raw)) === foldName(raw)));
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        const keyed = (voucher: string, payee: string) => onceKeyText(kind, draftOf({ voucher, payee }));
        const [one, two] = [keyed(a, b), keyed(c, d)];
        if (one === null || one !== two) return;
        expect([foldNumber(a), foldName(b)]).toEqual([foldNumber(c), foldName(d)]);
      }),
    );
  });
});

it('a slice is sorted by facet and can be read back', () => {
  expect(sliceOf({ facets: ['b', 'a', 'c'] }, { a: 'x', b: 'y', d: 'z' })).toBe(';a=x;b=y;');
  expect(sliceOf({ facets: [] }, { a: 'x' })).toBe('');
  expect(facetsOf(';a=x;b=y;')).toEqual({ a: 'x', b: 'y' });
  expect(facetsOf('')).toEqual({});
});
