import { normalDecimal } from '../kernel/decimal.ts';
import { parsePlainDate } from '../kernel/plain-date.ts';
import type { ProblemCode } from '../kernel/problem.ts';
import { isCreditCode } from './identifiers.ts';
import type { FieldDefinition } from './kind.ts';

/** Why a value cannot be taken. */
export interface Bad {
  code: ProblemCode;
  params?: Record<string, string | number>;
}
/** A value as it is kept; `''`: empty. */
export type Normal = string | Bad;

const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;
const ODD = /[\p{Cc}\p{Cs}\p{Co}\uFFFE\uFFFF]/u;
const ODD_IN_LONG = /[^\P{Cc}\n\r\t]|[\p{Cs}\p{Co}\uFFFE\uFFFF]/u;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const PLACEHOLDER = /^(无|暂无|没有|待补|待定|不详|未知|[-—–_/\\.。]+|n\/?a|null|none)$/i;

/** Whether a text only says that there is nothing (无, 暂无, /, N/A …). */
export const isPlaceholder = (text: string): boolean => text.length <= 8 && PLACEHOLDER.test(text);

const long = (length: number, most: number): Bad => ({ code: 'ledger.too_long', params: { length, most } });

/** A text of one line: trimmed, without invisible signs; `''` for an empty one. */
export function normalText(raw: string, most: number): Normal {
  if (raw.length <= most && PLAIN.test(raw)) return raw;
  const text = raw.replace(INVISIBLE, '').trim();
  if (ODD.test(text)) return { code: 'ledger.odd_signs' };
  return tooLong(text, most) ?? text;
}

/** A text of several lines. */
export function normalLongText(raw: string, most: number): Normal {
  if (raw.length <= most && PLAIN.test(raw)) return raw;
  const text = raw.replace(INVISIBLE, '').replace(/\r\n?/g, '\n').trim();
  if (ODD_IN_LONG.test(text)) return { code: 'ledger.odd_signs' };
  return tooLong(text, most) ?? text;
}

function tooLong(text: string, most: number): Bad | null {
  if (text.length <= most) return null;
  const length = [...text].length;
  return length > most ? long(length, most) : null;
}

/** Full-width digits and letters become plain ones; blanks around are taken off. */
const narrow = (raw: string): string => (PLAIN.test(raw) ? raw : raw.replace(INVISIBLE, '').normalize('NFKC').trim());
/** For sentences: what was given, cut where it is endless. */
const shown = (raw: string): string => (raw.length > 40 ? `${raw.slice(0, 40)}…` : raw);
const bad = (code: ProblemCode, raw: string): Bad => ({ code, params: { value: shown(raw) } });

const YES_NO: ReadonlyMap<string, string> = new Map([
  ...['yes', 'y', 'true', '1', '是', '有', '√', '✓'].map((word) => [word, 'yes'] as const),
  ...['no', 'n', 'false', '0', '否', '无', '×', '不是'].map((word) => [word, 'no'] as const),
]);

/** A decimal with at most 14 digits before and 4 behind the point. */
export function normalQuantity(raw: string): Normal {
  const text = narrow(raw);
  if (text === '') return '';
  return /^-?\d{1,14}(\.\d{1,4}0*)?$/.test(text) ? normalDecimal(text) : bad('ledger.not_decimal', raw);
}

function choiceReader(field: FieldDefinition): (raw: string) => Normal {
  const codes = new Map<string, string>();
  for (const choice of field.choices)
    for (const word of [choice.code, choice.zh, choice.en, ...choice.synonyms]) {
      codes.set(word, codes.get(word) ?? choice.code);
      const folded = narrow(word).toLowerCase();
      codes.set(folded, codes.get(folded) ?? choice.code);
    }
  // A code always means itself, whatever else is called like it.
  for (const choice of field.choices) codes.set(choice.code, choice.code);
  const choices = field.choices
    .map((choice) => choice.zh)
    .slice(0, 12)
    .join(' ');
  return (raw) => {
    const code = codes.get(raw) ?? codes.get(narrow(raw).toLowerCase());
    if (code !== undefined) return code;
    if (narrow(raw) === '') return '';
    return { code: 'ledger.unknown_choice', params: { value: shown(raw), choices } };
  };
}

const PHONE = /^(1[3-9]\d{9}|(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?|[48]00-?\d{3}-?\d{4}|12\d{3})$/;
const READERS: Partial<Record<FieldDefinition['type'], (text: string) => string | null>> = {
  date: (text) => (text >= '1900' && text < '2200' ? parsePlainDate(text) : null),
  money: (text) => (/^\d{1,17}$/.test(text) ? normalDecimal(text) : null),
  whole: (text) => (/^\d{1,12}$/.test(text) ? normalDecimal(text) : null),
  yes_no: (text) => YES_NO.get(text.toLowerCase()) ?? null,
  place: (text) => (/^\d{6}(\d{3}(\d{3})?)?$/.test(text) && !text.endsWith('0000') ? text : null),
  credit_code: (text) => {
    const code = text.replace(/[\s-]/g, '').toUpperCase();
    return isCreditCode(code) ? code : null;
  },
  order_number: (text) => {
    const number = text.replace(/\s/g, '').toUpperCase();
    return /^[0-9A-Z][0-9A-Z-]{4,38}[0-9A-Z]$/.test(number) ? number : null;
  },
  phone: (text) => {
    const number = text.replace(/[\s()]/g, '').replace(/^(\+|00)86-?/, '');
    return PHONE.test(number) ? number : null;
  },
};
const WRONG: Partial<Record<FieldDefinition['type'], ProblemCode>> = {
  date: 'ledger.not_a_date',
  money: 'ledger.not_money',
  whole: 'ledger.not_whole',
  yes_no: 'ledger.not_yes_no',
  place: 'ledger.not_a_place',
  credit_code: 'ledger.credit_code',
  order_number: 'ledger.order_number',
  phone: 'ledger.phone',
};

/** Makes the reader of a field's values, once for each definition: text in, kept form or the reason why not out. */
export function readerOf(field: FieldDefinition): (raw: string) => Normal {
  if (field.type === 'text') return (raw) => normalText(raw, field.maxLength ?? 200);
  if (field.type === 'long_text') return (raw) => normalLongText(raw, field.maxLength ?? 4000);
  if (field.type === 'decimal') return normalQuantity;
  if (field.type === 'choice') return choiceReader(field);
  const read = READERS[field.type];
  const wrong = WRONG[field.type] ?? 'input.invalid';
  return (raw) => {
    const text = narrow(raw);
    if (text === '') return '';
    return read?.(text) ?? bad(wrong, raw);
  };
}
