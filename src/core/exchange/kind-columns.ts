import type { Bilingual, FieldDefinition, KindDefinition } from '../ledger/kind.ts';
import { COLUMN_WORDS, type FixedColumn } from './dictionary-columns.ts';
import type { WantedColumn } from './types.ts';

/** Units of money that a person is asked to choose from where a sheet states none. */
export const ASKED_MONEY_UNITS = ['元', '万元'] as const;

/** What a sheet of a kind is looked for: its columns with all the names that they go by, in the order of a form. */
export function kindColumns(definition: KindDefinition): WantedColumn[] {
  const fixed = (code: FixedColumn, { zh, en }: Bilingual, required: boolean): WantedColumn => ({
    code,
    names: [zh, en],
    synonyms: COLUMN_WORDS[code].filter((one) => one !== zh),
    required,
  });
  const asked = (code: 'voucher' | 'payee'): WantedColumn[] =>
    definition[code].ask === 'no' ? [] : [fixed(code, definition[code].name, definition[code].ask === 'required')];
  return distinct([
    fixed('county', { zh: '县', en: 'County' }, true),
    fixed('occurred_on', definition.countsOn, true),
    ...definition.measures.map((one) => ({
      code: one.measure,
      names: [one.name.zh, one.name.en],
      synonyms: one.synonyms,
      required: one.required,
    })),
    ...asked('voucher'),
    ...asked('payee'),
    ...definition.fields.map(ofField),
    fixed('unit', { zh: '单位', en: 'Unit' }, false),
    fixed('note', { zh: '备注', en: 'Remark' }, false),
  ]);
}

const ofField = (field: FieldDefinition): WantedColumn => ({
  code: field.code,
  names: [field.name.zh, field.name.en],
  synonyms: field.synonyms,
  required: field.required,
});

/** A name belongs to the column that says it first as its own; no two columns share a synonym. */
function distinct(columns: WantedColumn[]): WantedColumn[] {
  const names = new Set(columns.flatMap((column) => column.names));
  const taken = new Set<string>();
  return columns.map((column) => {
    const synonyms = column.synonyms.filter((one) => !names.has(one) && !taken.has(one));
    synonyms.forEach((one) => taken.add(one));
    return { ...column, synonyms };
  });
}
