import {
  absoluteDecimal,
  compareDecimals,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
  type Decimal,
} from '../kernel/decimal.ts';
import type { EntryDraft } from './entry.ts';
import type { Condition, KindDefinition, Operand } from './kind.ts';
import { typeOf, type OperandType } from './operands.ts';

/** What a rule sees of an entry; the values in their kept form. */
export type Seen = Pick<EntryDraft, 'measures' | 'fields' | 'occurredOn' | 'voucher' | 'payee' | 'unitId'>;
/** A test on an entry; null: cannot be said, because something that it compares is empty. */
export type Test = (entry: Seen) => boolean | null;

const NUMBERS: readonly OperandType[] = ['money', 'decimal', 'whole'];

/** The value that a code names, as text; null: empty. `unit` is the id of the unit. */
export function valueOf(entry: Seen, code: string): string | null {
  switch (code) {
    case 'amount':
      return entry.measures.amountFen?.toString() ?? null;
    case 'quantity':
      return entry.measures.quantity;
    case 'people':
      return entry.measures.people?.toString() ?? null;
    case 'person_times':
      return entry.measures.personTimes?.toString() ?? null;
    case 'occurred_on':
      return entry.occurredOn;
    case 'voucher':
      return entry.voucher;
    case 'payee':
      return entry.payee;
    case 'unit':
      return entry.unitId;
    default:
      return entry.fields[code] ?? null;
  }
}

type Get<Value> = (entry: Seen) => Value | null;

const textOf = (operand: Operand): Get<string> => {
  if ('value' in operand) return () => operand.value;
  const { of } = operand;
  return (entry) => valueOf(entry, of);
};

function numberOf(operand: Operand): Get<Decimal> {
  if ('value' in operand) {
    const fixed = parseDecimal(operand.value);
    return () => fixed;
  }
  const { of } = operand;
  if (of === 'amount')
    return ({ measures: { amountFen } }) => (amountFen === null ? null : { units: amountFen, scale: 0 });
  return (entry) => {
    const text = valueOf(entry, of);
    return text === null ? null : parseDecimal(text);
  };
}

const isNumber = (definition: KindDefinition, operand: Operand): boolean => {
  const type = 'of' in operand ? typeOf(definition, operand.of) : null;
  return type !== null && NUMBERS.includes(type);
};

const HOLDS: Record<'=' | '≠' | '<' | '≤' | '>' | '≥', (order: number) => boolean> = {
  '=': (order) => order === 0,
  '≠': (order) => order !== 0,
  '<': (order) => order < 0,
  '≤': (order) => order <= 0,
  '>': (order) => order > 0,
  '≥': (order) => order >= 0,
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function comparison<Value>(left: Get<Value>, right: Get<Value>, compare: (a: Value, b: Value) => number) {
  return (holds: (order: number) => boolean): Test =>
    (entry) => {
      const [a, b] = [left(entry), right(entry)];
      return a === null || b === null ? null : holds(compare(a, b));
    };
}

/** left × by = is, where a difference of `tolerance` × is (0.01: one percent) does no harm. */
function product(condition: Extract<Condition, { test: 'product' }>): Test {
  const [left, by, is] = [numberOf(condition.left), numberOf(condition.by), numberOf(condition.is)];
  const share = parseDecimal(condition.tolerance) ?? { units: 0n, scale: 0 };
  return (entry) => {
    const [a, b, c] = [left(entry), by(entry), is(entry)];
    if (a === null || b === null || c === null) return null;
    const off = absoluteDecimal(subtractDecimals(multiplyDecimals(a, b), c));
    return compareDecimals(off, multiplyDecimals(absoluteDecimal(c), share)) <= 0;
  };
}

/** All of them (any of them): what cannot be said decides only where nothing else does. */
function together(tests: readonly Test[], all: boolean): Test {
  return (entry) => {
    let open = false;
    for (const test of tests) {
      const one = test(entry);
      if (one === !all) return !all;
      if (one === null) open = true;
    }
    return open ? null : all;
  };
}

/** Makes the test of a condition, once for each definition. Numbers compare exactly, all else as text (days in order). */
export function prepareCondition(definition: KindDefinition, condition: Condition): Test {
  switch (condition.test) {
    case 'filled':
    case 'empty': {
      const { of, test } = condition;
      return (entry) => (valueOf(entry, of) !== null) === (test === 'filled');
    }
    case 'in': {
      const [{ of }, values] = [condition, new Set(condition.values)];
      return (entry) => {
        const value = valueOf(entry, of);
        return value === null ? null : values.has(value);
      };
    }
    case 'product':
      return product(condition);
    case 'all':
    case 'any':
      return together(
        condition.of.map((one) => prepareCondition(definition, one)),
        condition.test === 'all',
      );
    default: {
      const { left, right, test } = condition;
      const numeric = isNumber(definition, left) || isNumber(definition, right);
      return numeric
        ? comparison(numberOf(left), numberOf(right), compareDecimals)(HOLDS[test])
        : comparison(textOf(left), textOf(right), order)(HOLDS[test]);
    }
  }
}
