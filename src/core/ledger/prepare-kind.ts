import { prepareCondition, type Test } from './conditions.ts';
import type { Bilingual, FieldDefinition, KindDefinition, Measure, RuleDefinition } from './kind.ts';
import { normalLongText, normalText, readerOf, type Normal } from './normal-value.ts';

/** Where a thing that rules name stands in an entry: `amountFen`, `personTimes`, `occurredOn`, `voucher`, `roster`, `fields.x`. */
export function pathOf(code: string): string {
  switch (code) {
    case 'amount':
      return 'amountFen';
    case 'person_times':
      return 'personTimes';
    case 'occurred_on':
      return 'occurredOn';
    case 'quantity':
    case 'people':
    case 'voucher':
    case 'payee':
    case 'roster':
      return code;
    default:
      return `fields.${code}`;
  }
}

/** What the thing at a path of an entry is called by its kind; null: nothing that the kind names (`roster`, `note`). */
export function labelAt(definition: KindDefinition, at: string): Bilingual | null {
  if (at === 'occurredOn') return definition.countsOn;
  if (at === 'voucher' || at === 'payee') return definition[at].name;
  const measure = definition.measures.find((one) => pathOf(one.measure) === at);
  return measure?.name ?? definition.fields.find((field) => at === `fields.${field.code}`)?.name ?? null;
}

/** A field with the reader of its values. */
export interface PreparedField {
  code: string;
  at: string;
  required: boolean;
  /** A required text that only says 无 is as good as none. */
  worded: boolean;
  read: (raw: string) => Normal;
}

/** A definition made ready for checking many entries. */
export interface PreparedKind {
  definition: KindDefinition;
  has: Readonly<Record<Measure, boolean>>;
  needed: readonly Measure[];
  /** From the roster: people, person-times. */
  derived: { people: boolean; personTimes: boolean };
  fields: readonly PreparedField[];
  rules: readonly { rule: RuleDefinition; at: string; when: Test | null; must: Test }[];
  readVoucher: (raw: string) => Normal;
  readPayee: (raw: string) => Normal;
  readNote: (raw: string) => Normal;
}

const ready = new WeakMap<KindDefinition, PreparedKind>();

/** Makes a definition ready, once: the same object is not made ready again. */
export function prepareKind(definition: KindDefinition): PreparedKind {
  const known = ready.get(definition);
  if (known !== undefined) return known;
  const made = prepare(definition);
  ready.set(definition, made);
  return made;
}

const WORDED: readonly FieldDefinition['type'][] = ['text', 'long_text'];

function prepare(definition: KindDefinition): PreparedKind {
  const measure = (code: Measure) => definition.measures.find((one) => one.measure === code);
  const has = {
    amount: measure('amount') !== undefined,
    quantity: measure('quantity') !== undefined,
    people: measure('people') !== undefined,
    person_times: measure('person_times') !== undefined,
  };
  return {
    definition,
    has,
    needed: definition.measures.filter((one) => one.required).map((one) => one.measure),
    derived: {
      people: measure('people')?.derived === 'roster_people',
      personTimes: measure('person_times')?.derived === 'roster_times',
    },
    fields: definition.fields.map((field) => ({
      code: field.code,
      at: `fields.${field.code}`,
      required: field.required,
      worded: WORDED.includes(field.type),
      read: readerOf(field),
    })),
    rules: definition.rules.map((rule) => ({
      rule,
      at: pathOf(rule.at),
      when: rule.when === null ? null : prepareCondition(definition, rule.when),
      must: prepareCondition(definition, rule.must),
    })),
    readVoucher: (raw) => normalText(raw, 100),
    readPayee: (raw) => normalText(raw, 200),
    readNote: (raw) => normalLongText(raw, 2000),
  };
}
