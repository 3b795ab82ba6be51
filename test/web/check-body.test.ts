import { describe, expect, it } from 'vitest';
import { addIndicatorVersion } from '../../src/contract/indicator.ts';
import { addKind } from '../../src/contract/kind.ts';
import { emptyIndicator } from '../../src/core/indicator/empty-indicator.ts';
import { checkKind } from '../../src/core/ledger/check-kind.ts';
import { emptyKind } from '../../src/core/ledger/empty-kind.ts';
import type { Condition, KindDefinition } from '../../src/core/ledger/kind.ts';
import { checkBody } from '../../src/web/client/check-body.ts';
import { withOthers } from '../../src/web/parts/definition/draft.ts';
import { shortened } from '../../src/web/parts/definition/save-part.tsx';

const name = { zh: '名', en: 'name' };
const whole: KindDefinition = {
  ...emptyKind({ voucher: name, payee: name }),
  code: 'trial',
  name,
  text: name,
  source: '示例',
  countsOn: name,
  measures: [{ measure: 'amount', name, unit: null, required: true, derived: null, synonyms: [] }],
};
const term = { validFrom: '2021-01-01', validTo: null, placeIds: [], note: null };
const wrongIn = (definition: KindDefinition, more: object = {}) =>
  checkBody(addKind, { definition, ...term, ...more }).map(shortened);
const rule = (must: Condition) => ({
  code: 'r',
  severity: 'refuse' as const,
  when: null,
  must,
  at: 'amount',
  text: name,
});

describe('a definition that is being edited', () => {
  it('is told what the contract alone knows, at the part that is wrong', () => {
    expect(checkKind(whole)).toEqual([]);
    expect(wrongIn(whole)).toEqual([]);
    const long = { ...whole, topic: '题'.repeat(41), name: { zh: '名'.repeat(61), en: 'name' } };
    expect(checkKind(long)).toEqual([]);
    expect(wrongIn(long)).toEqual([
      { code: 'input.too_long', at: 'topic' },
      { code: 'input.too_long', at: 'name.zh' },
    ]);
    expect(wrongIn(whole, { validFrom: '' })).toEqual([{ code: 'input.required', at: 'validFrom' }]);
  });

  it('hears of a condition by the shape that it was meant to have', () => {
    const none = { ...whole, rules: [rule({ test: 'in', of: 'amount', values: [] })] };
    expect(checkKind(none)).toEqual([]);
    expect(wrongIn(none)).toEqual([{ code: 'input.required', at: 'rules.0.must.values' }]);
    const amount = { of: 'amount' };
    const deep: Condition = {
      test: 'all',
      of: [{ test: 'product', left: amount, by: amount, is: amount, tolerance: 'x' }],
    };
    expect(wrongIn({ ...whole, rules: [rule(deep)] })).toEqual([
      { code: 'kind.number_form', at: 'rules.0.must.of.0.tolerance' },
    ]);
    const definition = { ...emptyIndicator('trial'), code: 'x', name, text: name, source: '示例' };
    const formula = { sum: { kinds: ['Trial'], measure: 'amount' } };
    const wrong = checkBody(addIndicatorVersion, { definition: { ...definition, code: 'trial', formula }, ...term });
    expect(wrong).toEqual([{ code: 'input.invalid', at: 'definition.formula.sum.kinds.0' }]);
  });

  it('hears one thing of one part: what core says stands before what the contract says', () => {
    const empty = { ...whole, name: { zh: '', en: 'name' }, topic: '' };
    const found = withOthers(checkKind(empty), wrongIn(empty));
    expect(found.map((one) => [one.code, one.at])).toEqual([
      ['kind.text_missing', 'name.zh'],
      ['input.required', 'topic'],
    ]);
  });
});
