import type { Bilingual, FieldDefinition, KindDefinition } from '../ledger/kind.ts';
import type { WantedColumn } from './types.ts';

/** Columns that every kind has in a sheet, by code; what a definition asks of its own has the codes of the definition. */
export const FIXED_COLUMNS = ['county', 'unit', 'occurred_on', 'voucher', 'payee', 'note'] as const;

/** Units of money that a person is asked to choose from where a sheet states none. */
export const ASKED_MONEY_UNITS = ['元', '万元'] as const;

const SYNONYMS: Record<(typeof FIXED_COLUMNS)[number], readonly string[]> = {
  county: [
    '县',
    '县(市、区、旗)',
    '县（市、区）',
    '县市区',
    '区县',
    '受援县',
    '帮扶县',
    '定点县',
    '定点帮扶县',
    '所在县',
    '县名',
    '县名称',
    '县区',
  ],
  unit: ['填报单位', '单位名称', '帮扶单位', '责任单位', '实施单位', '所属单位', '部门'],
  occurred_on: ['日期', '时间', '发生日期', '发生时间', '年月', '月份'],
  voucher: ['凭证号', '凭证编号', '凭证', '单据号', '票据号', '发票号', '发票号码', '合同编号', '合同号'],
  payee: ['收款单位', '收款方', '收款人', '供应商', '销售单位', '对方单位', '受益单位'],
  note: ['备注', '说明', '备注说明'],
};

/** What a sheet of a kind is looked for: its columns with all the names that they go by, in the order of a form. */
export function kindColumns(definition: KindDefinition): WantedColumn[] {
  const fixed = (code: (typeof FIXED_COLUMNS)[number], { zh, en }: Bilingual, required: boolean): WantedColumn => ({
    code,
    names: [zh, en],
    synonyms: SYNONYMS[code].filter((one) => one !== zh),
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
