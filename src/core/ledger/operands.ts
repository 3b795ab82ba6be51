import type { Condition, FieldDefinition, KindDefinition, Operand } from './kind.ts';

/** What rules and keys can look at besides fields. Field codes must differ from these. */
export const RESERVED = [
  'amount',
  'quantity',
  'people',
  'person_times',
  'occurred_on',
  'voucher',
  'payee',
  'unit',
  'note',
  'roster',
] as const;

/** Parts of a once key besides fields. */
const KEY_PARTS = ['voucher', 'payee', 'amount', 'quantity', 'occurred_on', 'unit'] as const;

/** What the values of an operand are, for comparing: fields by type; whole: people, money … */
export type OperandType = FieldDefinition['type'];

/** Type of what a code names in a definition; null: the definition has no such thing. */
export function typeOf(definition: KindDefinition, code: string): OperandType | null {
  if (code === 'occurred_on') return 'date';
  if (code === 'voucher' || code === 'payee') return definition[code].ask === 'no' ? null : 'text';
  const measure = definition.measures.find((one) => one.measure === code);
  if (measure !== undefined)
    return measure.measure === 'amount' ? 'money' : measure.measure === 'quantity' ? 'decimal' : 'whole';
  return definition.fields.find((field) => field.code === code)?.type ?? null;
}

/** Whether a code can be part of the once key of the definition. */
export function isKeyPart(definition: KindDefinition, code: string): boolean {
  if (code === 'unit') return true;
  if ((KEY_PARTS as readonly string[]).includes(code)) return typeOf(definition, code) !== null;
  return definition.fields.some((field) => field.code === code);
}

/** All operands of a condition, each with what it is compared with. */
export function operandsOf(condition: Condition): { operand: Operand; against: readonly Operand[] }[] {
  switch (condition.test) {
    case 'filled':
    case 'empty':
      return [{ operand: { of: condition.of }, against: [] }];
    case 'in':
      return [{ operand: { of: condition.of }, against: condition.values.map((value) => ({ value })) }];
    case 'product': {
      const all = [condition.left, condition.by, condition.is];
      return all.map((operand) => ({ operand, against: [] }));
    }
    case 'all':
    case 'any':
      return condition.of.flatMap(operandsOf);
    default:
      return [
        { operand: condition.left, against: [condition.right] },
        { operand: condition.right, against: [condition.left] },
      ];
  }
}

/** Depth of a condition: 1 for a single test. */
export function depthOf(condition: Condition): number {
  return condition.test === 'all' || condition.test === 'any' ? 1 + Math.max(0, ...condition.of.map(depthOf)) : 1;
}
