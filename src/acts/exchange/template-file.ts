import { kindColumns } from '../../core/exchange/kind-columns.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { FieldDefinition, KindDefinition } from '../../core/ledger/kind.ts';
import { makeTemplate } from '../../formats/sheet/make-template.ts';
import type { TemplateColumn } from '../../formats/sheet/types.ts';
import { words, type Language } from '../../words/words.ts';
import type { House } from '../house.ts';
import { currentDefinition } from './begin-import.ts';
import { MEDIA, type FileOut } from './refused-file.ts';

/** The sheet to fill in for a kind, as it holds today. */
export async function templateFile(house: House, kind: string, language: Language): Promise<Result<FileOut, Problem>> {
  const definition = await currentDefinition(house, house.app, kind);
  if (definition === null) return refused(problem('access.missing'));
  const say = words[language].imports.template;
  const key = language === 'en' ? 'en' : 'zh';
  const name = definition.name[key];
  const bytes = await makeTemplate({
    sheetName: name.slice(0, 28),
    title: name,
    notes: [definition.text[key], say.howTo],
    columns: kindColumns(definition).map(({ code, names, required }) => ({
      ...columnOf(definition, code, language),
      header: `${(key === 'en' ? names[1] : names[0]) ?? code}${unitOf(definition, code)}`,
      required: required === true,
    })),
  });
  return ok({ fileName: `${name}_${say.file}.xlsx`, mediaType: MEDIA.xlsx, bytes });
}

function unitOf(definition: KindDefinition, code: string): string {
  const measure = definition.measures.find((one) => one.measure === code);
  const field = definition.fields.find((one) => one.code === code);
  const unit = measure?.measure === 'amount' || field?.type === 'money' ? '元' : (measure?.unit ?? field?.unit ?? null);
  return unit === null ? '' : `（${unit}）`;
}

type Shape = Omit<TemplateColumn, 'header' | 'required'>;

function columnOf(definition: KindDefinition, code: string, language: Language): Shape {
  const { example } = words[language].imports.template;
  switch (code) {
    case 'county':
      return { type: 'text', example: example.county, width: 16 };
    case 'unit':
      return { type: 'text', help: words[language].imports.template.unitHelp, width: 20 };
    case 'occurred_on':
      return { type: 'date', example: '2021-03-05' };
    case 'voucher':
      return { type: 'id', example: example.voucher, width: 18 };
    case 'payee':
      return { type: 'text', example: example.payee, width: 24 };
    case 'note':
      return { type: 'text', width: 24 };
    case 'amount':
      return { type: 'money', example: '125000.00' };
    case 'quantity':
      return { type: 'number', example: '12' };
    case 'people':
    case 'person_times':
      return { type: 'integer', example: '40' };
    default: {
      const field = definition.fields.find((one) => one.code === code);
      return field === undefined ? { type: 'text' } : ofField(field, language === 'en' ? 'en' : 'zh');
    }
  }
}

function ofField(field: FieldDefinition, key: 'zh' | 'en'): Shape {
  const help = field.help === null ? {} : { help: field.help[key] };
  switch (field.type) {
    case 'choice': {
      const choices = field.choices.map((one) => one[key]);
      return { ...help, type: 'choice', choices, ...(choices[0] === undefined ? {} : { example: choices[0] }) };
    }
    case 'yes_no':
      return { ...help, type: 'yesno', example: '是' };
    case 'date':
      return { ...help, type: 'date', example: '2021-03-05' };
    case 'money':
      return { ...help, type: 'money', example: '1000.00' };
    case 'decimal':
      return { ...help, type: 'number', example: '12.5' };
    case 'whole':
      return { ...help, type: 'integer', example: '12' };
    case 'credit_code':
    case 'order_number':
    case 'phone':
      return { ...help, type: 'id' };
    case 'long_text':
      return { ...help, type: 'text', width: 32 };
    case 'text':
    case 'place':
      return { ...help, type: 'text' };
  }
}
