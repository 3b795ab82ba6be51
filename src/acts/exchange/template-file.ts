import { kindColumns } from '../../core/exchange/kind-columns.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { FieldDefinition, KindDefinition } from '../../core/ledger/kind.ts';
import { makeTemplate } from '../../formats/sheet/make-template.ts';
import type { TemplateColumn, TemplateSpec } from '../../formats/sheet/types.ts';
import { fill, textIn, words, type Language } from '../../words/words.ts';
import type { House } from '../house.ts';
import { currentDefinition } from './begin-import.ts';
import { MEDIA, type FileOut } from './refused-file.ts';

/** The sheet to fill in for a kind, as it holds today. */
export async function templateFile(house: House, kind: string, language: Language): Promise<Result<FileOut, Problem>> {
  const definition = await currentDefinition(house, house.app, kind);
  if (definition === null) return refused(problem('access.missing'));
  const name = textIn(definition.name, language);
  const bytes = await makeTemplate(templateSpec(definition, language));
  const { file } = words[language].imports.template;
  return ok({ fileName: `${name}_${file}.xlsx`, mediaType: MEDIA.xlsx, bytes });
}

/**
 * What the sheet of a kind says. Its example row would pass the check of its own kind, were it not marked as an example: what is
 * required stands there, and what rules ask for.
 */
export function templateSpec(definition: KindDefinition, language: Language): TemplateSpec {
  const title = textIn(definition.name, language);
  const columns = kindColumns(definition).map(({ code, names, required }): TemplateColumn => ({
    ...columnOf(definition, code, language),
    header: `${(language === 'en' ? names[1] : names[0]) ?? code}${unitOf(definition, code)}`,
    required: required === true,
  }));
  return {
    sheetName: title.slice(0, 28),
    title,
    notes: [textIn(definition.text, language), words[language].imports.template.howTo],
    columns,
  };
}

function unitOf(definition: KindDefinition, code: string): string {
  const measure = definition.measures.find((one) => one.measure === code);
  const field = definition.fields.find((one) => one.code === code);
  const unit = measure?.measure === 'amount' || field?.type === 'money' ? '元' : (measure?.unit ?? field?.unit ?? null);
  return unit === null ? '' : `（${unit}）`;
}

type Shape = Omit<TemplateColumn, 'header' | 'required'>;

const DAY = '2021-03-05';
/** A code with the right check sign that nobody has: no place has 000000. */
const CREDIT_CODE = '91000000MA0000000N';
/** The hotline of every local government. */
const PHONE = '12345';
/** 12 things at 1000 yuan, so that rules on price, quantity and amount are content; what is agreed or insured is more. */
const AMOUNT = '12000.00';
const MONEY: Readonly<Record<string, string>> = { agreed: '20000.00', insured: '200000.00' };
const WHOLE: Readonly<Record<string, string>> = { year: '2020' };

function columnOf(definition: KindDefinition, code: string, language: Language): Shape {
  const { example, unitHelp } = words[language].imports.template;
  switch (code) {
    case 'county':
      return { type: 'text', example: example.county, width: 16 };
    case 'unit':
      return { type: 'text', help: unitHelp, width: 20 };
    case 'occurred_on':
      return { type: 'date', example: DAY };
    case 'voucher':
      return { type: 'id', example: example.voucher, width: 18 };
    case 'payee':
      return { type: 'text', example: example.payee, width: 24 };
    case 'note':
      return { type: 'text', width: 24 };
    case 'amount':
      return { type: 'money', example: AMOUNT };
    case 'quantity':
      return { type: 'number', example: within(definition, code, '12') };
    case 'people':
    case 'person_times':
      return { type: 'integer', example: within(definition, code, '40') };
    default: {
      const field = definition.fields.find((one) => one.code === code);
      return field === undefined ? { type: 'text' } : ofField(field, language);
    }
  }
}

/** The count, or what a rule of the kind wants a measure to be at most. */
function within({ rules }: KindDefinition, code: string, count: string): string {
  for (const { must } of rules) {
    if ((must.test !== '=' && must.test !== '≤') || !('of' in must.left) || !('value' in must.right)) continue;
    if (must.left.of === code && Number(must.right.value) < Number(count)) return must.right.value;
  }
  return count;
}

function ofField(field: FieldDefinition, language: Language): Shape {
  const { common, imports } = words[language];
  const { example } = imports.template;
  const help = field.help === null ? {} : { help: textIn(field.help, language) };
  switch (field.type) {
    case 'choice': {
      const choices = field.choices.map((one) => textIn(one, language));
      return { ...help, type: 'choice', choices, ...(choices[0] === undefined ? {} : { example: choices[0] }) };
    }
    case 'yes_no':
      return { ...help, type: 'choice', choices: [common.yes, common.no], example: common.yes };
    case 'date':
      return { ...help, type: 'date', example: DAY };
    case 'money':
      return { ...help, type: 'money', example: MONEY[field.code] ?? '1000.00' };
    case 'decimal':
      return { ...help, type: 'number', example: '3.5' };
    case 'whole':
      return { ...help, type: 'integer', example: WHOLE[field.code] ?? '12' };
    case 'credit_code':
      return { ...help, type: 'id', example: CREDIT_CODE, width: 22 };
    case 'order_number':
      return { ...help, type: 'id', example: '2021030500012345', width: 20 };
    case 'phone':
      return { ...help, type: 'id', example: PHONE };
    case 'place':
      return { ...help, type: 'text', example: example.county };
    case 'long_text':
      return { ...help, type: 'text', example: textExample(field, language), width: 32 };
    case 'text':
      return { ...help, type: 'text', example: textExample(field, language) };
  }
}

/** What a text may look like: words of its own for what many kinds ask, else its name. */
function textExample(field: FieldDefinition, language: Language): string {
  const { text, fields } = words[language].imports.template.example;
  const own = (fields as Readonly<Record<string, string>>)[field.code];
  const said = own ?? fill(text, { name: textIn(field.name, language) });
  return said.slice(0, field.maxLength ?? said.length);
}
