import { describe, expect, it } from 'vitest';
import { indicatorDefinition } from '../../../src/contract/indicator.ts';
import { LINES } from '../../../src/core/document/reading.ts';
import { checkIndicator, type Kinds } from '../../../src/core/indicator/check-indicator.ts';
import type { Formula } from '../../../src/core/indicator/definition.ts';
import { readIndicatorFiles } from '../../../src/formats/read-indicator-files.ts';
import { readKindFiles } from '../../../src/formats/read-kind-files.ts';
import { inRoot } from '../../../src/root.ts';
import { TEST_INDICATORS, TEST_KINDS, testIndicator } from '../../support/ledger-made.ts';

const shipped = readIndicatorFiles(inRoot('data', 'indicators'));
const kinds: Kinds = new Map(readKindFiles(inRoot('data', 'kinds')).map((one) => [one.code, one]));
const testKinds: Kinds = new Map(TEST_KINDS.map((one) => [one.code, one]));
const codes = (formula: Formula, more: object = {}) =>
  checkIndicator(testIndicator('t_x', formula, more), testKinds).map((one) => one.code);

describe('the indicators that ship', () => {
  it.each(shipped.map((one) => [one.code, one] as const))(
    '%s has the shape, and its formula fits the kinds',
    (_, one) => {
      expect(indicatorDefinition.parse(one)).toEqual(one);
      expect(checkIndicator(one, kinds)).toEqual([]);
    },
  );

  it('each stands once, says that its caliber is unverified, and eight stand on the first page', () => {
    expect(new Set(shipped.map((one) => one.code)).size).toBe(shipped.length);
    expect(shipped.filter((one) => !one.unverified)).toEqual([]);
    expect(shipped.filter((one) => one.headline)).toHaveLength(8);
    expect(shipped.filter((one) => !LINES.includes(one.line))).toEqual([]);
  });

  it('every kind that ships is spoken of by one of them', () => {
    const spoken = JSON.stringify(shipped.map((one) => one.formula));
    expect([...kinds.keys()].filter((code) => !spoken.includes(`"${code}"`))).toEqual([]);
  });
});

describe('a definition is refused', () => {
  const times: Formula = { sum: { kinds: ['t_class'], measure: 'person_times' } };
  const people: Formula = { sum: { kinds: ['t_class'], measure: 'people' } };
  const money: Formula = { sum: { kinds: ['t_funds'], measure: 'amount' } };

  it('those of the tests are not', () => {
    for (const one of TEST_INDICATORS) expect(checkIndicator(one, testKinds), one.code).toEqual([]);
  });

  it.each([
    ['人 and 人次 added', { add: [people, times] }, { unit: '人' }, 'indicator.units_mixed'],
    ['people by person-times', { ratio: { of: people, by: times } }, {}, 'indicator.units_mixed'],
    ['money printed as people', money, { unit: '人' }, 'indicator.unit'],
    ['an unknown kind', { sum: { kinds: ['none'], measure: 'amount' } }, {}, 'indicator.kind_unknown'],
    ['a measure that the kind has not', { sum: { kinds: ['t_land'], measure: 'amount' } }, {}, 'indicator.no_measure'],
    [
      'a facet that the kind has not',
      { sum: { kinds: ['t_goods'], measure: 'amount', where: { pay: ['free'] } } },
      {},
      'indicator.facet',
    ],
    [
      'a value that the facet cannot have',
      { sum: { kinds: ['t_funds'], measure: 'amount', where: { pay: ['gift'] } } },
      {},
      'indicator.facet',
    ],
    ['persons without a roster', { distinct: { kinds: ['t_funds'] } }, { unit: '人' }, 'indicator.no_roster'],
    ['ratios added up', { ratio: { of: money, by: money } }, { unit: '倍' }, 'indicator.level'],
    ['a stock that is a flow', { latest: { kinds: ['t_funds'], measure: 'amount' } }, {}, 'indicator.period'],
  ] as [string, Formula, object, string][])('%s', (_, formula, more, code) => {
    expect(codes(formula, more)).toContain(code);
  });
});
