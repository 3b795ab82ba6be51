import type { Line } from '../document/reading.ts';

/** A text in both languages; zh is the source. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** The four measures that an entry can carry. Roll-ups sum them and nothing else, and never one with another. */
export const MEASURES = ['amount', 'quantity', 'people', 'person_times'] as const;
/** amount: money in whole fen | quantity: decimal in the kind's unit | people 人 | person_times 人次. */
export type Measure = (typeof MEASURES)[number];

/** Units that a quantity can have. A closed table: what is not here cannot be added up. */
export const QUANTITY_UNITS = [
  '个',
  '项',
  '件',
  '条',
  '家',
  '户',
  '次',
  '期',
  '场',
  '班',
  '份',
  '篇',
  '公斤',
  '吨',
  '公里',
  '亩',
  '公顷',
  '平方米',
  '立方米',
  '千瓦',
  '千瓦时',
  '兆瓦',
  '天',
  '月',
  '学时',
  '批',
  '头',
  '株',
  '对',
] as const;
/** Unit of a quantity. */
export type QuantityUnit = (typeof QUANTITY_UNITS)[number];

/** One measure of a kind. */
export interface MeasureDefinition {
  measure: Measure;
  name: Bilingual;
  /** For a quantity only. */
  unit: QuantityUnit | null;
  required: boolean;
  /** people: derived from the roster's persons; person_times: from its sessions; null: typed. */
  derived: 'roster_people' | 'roster_times' | null;
  /** Other headers that sheets use for it. */
  synonyms: readonly string[];
}

/** What a field may hold. Values are kept as normalised text: dates YYYY-MM-DD, money in fen, yes_no `yes`/`no`, choices by code. */
export const FIELD_TYPES = [
  'text',
  'long_text',
  'choice',
  'date',
  'money',
  'decimal',
  'whole',
  'yes_no',
  'place',
  'credit_code',
  'order_number',
  'phone',
] as const;
/** Type of a field. place: key of a county or below; credit_code: 统一社会信用代码 (GB 32100-2015). */
export type FieldType = (typeof FIELD_TYPES)[number];

/** One value of a choice. */
export interface Choice extends Bilingual {
  code: string;
  synonyms: readonly string[];
}

/** One field of a kind beyond the measures. */
export interface FieldDefinition {
  code: string;
  name: Bilingual;
  type: FieldType;
  required: boolean;
  help: Bilingual | null;
  /** For `choice`: what may be chosen. */
  choices: readonly Choice[];
  /** For `decimal` and `whole`: the unit that is shown. */
  unit: string | null;
  /** Longest text in signs; null: 200 for text, 4000 for long_text. */
  maxLength: number | null;
  /** Names a person or reaches one: masked on screens, viewing is logged. */
  personal: boolean;
  synonyms: readonly string[];
}

/** What a rule looks at: a field's code, a measure, `occurred_on`, `voucher`, `payee`; or a fixed value. */
export type Operand = { of: string } | { value: string };
/** A condition over the values of one entry. */
export type Condition =
  | { test: 'filled' | 'empty'; of: string }
  | { test: '=' | '≠' | '<' | '≤' | '>' | '≥'; left: Operand; right: Operand }
  | { test: 'in'; of: string; values: readonly string[] }
  | { test: 'product'; left: Operand; by: Operand; is: Operand; tolerance: string }
  | { test: 'all' | 'any'; of: readonly Condition[] };

/** A rule between fields: when `when` holds (null: always), `must` has to. */
export interface RuleDefinition {
  code: string;
  /** refuse: the entry cannot be reported; suspect: a human is shown it. */
  severity: 'refuse' | 'suspect';
  when: Condition | null;
  must: Condition;
  /** The field that the problem is shown at. */
  at: string;
  text: Bilingual;
}

/** Evidence that a kind demands. */
export interface EvidenceDemand {
  code: string;
  name: Bilingual;
  /** What the file may be. */
  accepts: readonly ('photo' | 'pdf' | 'office' | 'invoice')[];
  /** Least number of files; 0: asked for, not demanded. */
  least: number;
}

/**
 * Counted once. Kinds with the same `group` exclude each other: within a county the same key counts in one of them only.
 * `key`: codes of fields, or voucher, payee, amount, quantity, occurred_on, unit; an entry with an empty part has no key.
 */
export interface OnceDefinition {
  group: string;
  key: readonly string[];
}

/** Whether voucher and payee are asked, and what the payee is called. */
export interface Ask {
  ask: 'required' | 'optional' | 'no';
  name: Bilingual;
}

/** What a version of a kind says. Data: shipped in data/kinds, edited on the screen, never code. */
export interface KindDefinition {
  code: string;
  line: Line;
  topic: string | null;
  name: Bilingual;
  /** Definition: what counts and what does not. */
  text: Bilingual;
  /** Where the definition comes from. */
  source: string;
  /** The official caliber is not public: our default, shown as 待核实. */
  unverified: boolean;
  /** What the date that counts is called (到账日期, 交付日期 …). */
  countsOn: Bilingual;
  measures: readonly MeasureDefinition[];
  voucher: Ask;
  payee: Ask;
  fields: readonly FieldDefinition[];
  /** Choice or yes_no fields (three at most) whose values enter the roll-ups, so that indicators can tell them apart. */
  facets: readonly string[];
  rules: readonly RuleDefinition[];
  evidence: readonly EvidenceDemand[];
  once: OnceDefinition | null;
  /** Asks for a roster (名单) of persons with the sessions they attended. */
  roster: 'no' | 'optional' | 'required';
}

/** A kind as it holds for entries of some days and places. */
export interface KindVersion {
  code: string;
  version: number;
  definition: KindDefinition;
  validFrom: string;
  validTo: string | null;
  placeIds: readonly string[];
  shipped: boolean;
}
