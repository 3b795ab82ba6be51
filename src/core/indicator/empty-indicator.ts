import type { IndicatorDefinition } from './definition.ts';

/** What the editor of a new indicator begins with: the sum of money of one kind, nothing said of it yet. */
export function emptyIndicator(kind: string): IndicatorDefinition {
  return {
    code: '',
    line: '资金管理',
    name: { zh: '', en: '' },
    text: { zh: '', en: '' },
    source: '',
    unverified: true,
    unit: '万元',
    decimals: 2,
    formula: { sum: { kinds: [kind], measure: 'amount' } },
    period: 'flow',
    level: { unit: 'sum', county: 'sum', province: 'sum', all: 'sum' },
    owner: null,
    freshDays: null,
    factWords: [],
    better: 'higher',
    headline: false,
  };
}
