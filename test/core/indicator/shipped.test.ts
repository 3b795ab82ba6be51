import { describe, expect, it } from 'vitest';
import { checkIndicator } from '../../../src/core/indicator/check-indicator.ts';
import { kindsOf } from '../../../src/core/indicator/definition.ts';
import { readIndicatorFiles } from '../../../src/formats/read-indicator-files.ts';
import { readKindFiles } from '../../../src/formats/read-kind-files.ts';
import { inRoot } from '../../../src/root.ts';

const indicators = readIndicatorFiles(inRoot('data', 'indicators'));
const kinds = new Map(readKindFiles(inRoot('data', 'kinds')).map((one) => [one.code, one]));

describe('the shipped indicators', () => {
  it('are right against the shipped kinds, and each code stands once', () => {
    for (const one of indicators) expect([one.code, checkIndicator(one, kinds)]).toEqual([one.code, []]);
    expect(new Set(indicators.map((one) => one.code)).size).toBe(indicators.length);
  });

  it('are those of the evaluation, each in the unit that reports print', () => {
    const units = new Map(indicators.map((one) => [one.name.zh, one.unit]));
    const rows: [string, string][] = [
      ['直接投入无偿帮扶资金', '万元'],
      ['引进无偿帮扶资金', '万元'],
      ['直接投入有偿帮扶资金', '万元'],
      ['引进有偿帮扶资金', '万元'],
      ['培训基层干部', '人次'],
      ['培训专业技术人才', '人次'],
      ['培训乡村振兴带头人', '人次'],
      ['培训农村劳动力', '人'],
      ['培训期数', '期'],
      ['直接购买脱贫地区农产品', '万元'],
      ['帮助销售脱贫地区农产品', '万元'],
      ['直接带动就业', '人'],
      ['帮助转移就业', '人'],
      ['引进企业数', '家'],
      ['企业实际投资额', '亿元'],
      ['选派挂职和驻村干部', '人'],
      ['主要领导到县调研督导', '人次'],
      ['分管领导到县调研督导', '人次'],
      ['实施帮扶项目', '个'],
      ['帮助制定规划', '项'],
      ['落地科研项目', '个'],
    ];
    expect(rows.map(([name]) => [name, units.get(name)])).toEqual(rows);
  });

  it('leave no kind of entry without a figure', () => {
    const told = new Set(indicators.flatMap((one) => kindsOf(one.formula)));
    expect([...kinds.keys()].filter((code) => !told.has(code))).toEqual([]);
  });

  it('never add 人 and 人次', () => {
    const [first] = indicators;
    const sum = (measure: 'people' | 'person_times') => ({ sum: { kinds: ['training'], measure } });
    if (first === undefined) throw new Error('none shipped');
    const mixed = { ...first, unit: '人' as const, formula: { add: [sum('people'), sum('person_times')] } };
    expect(checkIndicator(mixed, kinds).map((one) => one.code)).toContain('indicator.units_mixed');
  });
});
