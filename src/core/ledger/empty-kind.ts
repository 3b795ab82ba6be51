import type { Bilingual, KindDefinition } from './kind.ts';

const nothing: Bilingual = { zh: '', en: '' };

/** A kind that says nothing yet; unverified until somebody says otherwise. `names`: what voucher and payee are called at first. */
export function emptyKind(names: { voucher: Bilingual; payee: Bilingual }): KindDefinition {
  return {
    code: '',
    line: '综合',
    topic: null,
    name: nothing,
    text: nothing,
    source: '',
    unverified: true,
    countsOn: nothing,
    measures: [],
    voucher: { ask: 'optional', name: names.voucher },
    payee: { ask: 'no', name: names.payee },
    fields: [],
    facets: [],
    rules: [],
    evidence: [],
    once: null,
    roster: 'no',
  };
}
