import type { EntryDraft } from '../../src/core/ledger/entry.ts';
import type { Choice, FieldDefinition, FieldType, KindDefinition } from '../../src/core/ledger/kind.ts';
import { readKindFiles } from '../../src/formats/read-kind-files.ts';
import { inRoot } from '../../src/root.ts';

/** The kinds that ship with the product. */
export const SHIPPED: readonly KindDefinition[] = readKindFiles(inRoot('data', 'kinds'));
/** A shipped kind by its code. */
export const shippedKind = (code: string): KindDefinition => {
  const found = SHIPPED.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no shipped kind ${code}`);
  return found;
};

const both = (text: string) => ({ zh: text, en: text });
/** A field of an invented kind. */
export const fieldOf = (code: string, type: FieldType, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  code,
  name: both(code),
  type,
  required: false,
  help: null,
  choices: [],
  unit: null,
  maxLength: null,
  personal: false,
  synonyms: [],
  ...more,
});
/** A choice of an invented field. */
export const choiceOf = (code: string, zh: string, ...synonyms: string[]): Choice => ({ code, zh, en: code, synonyms });

/** An invented kind with an amount, to be changed by a test. */
export const kindOf = (more: Partial<KindDefinition> = {}): KindDefinition => ({
  code: 'sample',
  line: '综合',
  topic: null,
  name: both('样例'),
  text: both('样例'),
  source: '样例',
  unverified: true,
  countsOn: both('日期'),
  measures: [{ measure: 'amount', name: both('金额'), unit: null, required: true, derived: null, synonyms: [] }],
  voucher: { ask: 'optional', name: both('凭证号') },
  payee: { ask: 'optional', name: both('收款方') },
  fields: [],
  facets: [],
  rules: [],
  evidence: [],
  once: null,
  roster: 'no',
  ...more,
});

/** An entry of the invented kind that has nothing wrong with it. */
export const draftOf = (more: Partial<EntryDraft> = {}): EntryDraft => ({
  kind: 'sample',
  unitId: '018f0000-0000-7000-8000-000000000001',
  countyId: '130126',
  placeId: null,
  occurredOn: '2021-05-06',
  measures: { amountFen: 120_000n, quantity: null, people: null, personTimes: null },
  voucher: '记-012号',
  payee: '青陶合作社',
  fields: {},
  note: null,
  roster: [],
  ...more,
});
