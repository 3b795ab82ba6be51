import type { Measures } from '../../core/ledger/entry.ts';
import type { MeasuresJson } from '../../storage/ledger/difference.ts';

/** Measures with fen as a number, as the rules want them. */
export const fromJson = (m: MeasuresJson): Measures => ({
  amountFen: m.amountFen === null ? null : BigInt(m.amountFen),
  quantity: m.quantity,
  people: m.people,
  personTimes: m.personTimes,
});

/** Measures with fen as text, as JSON and rows have them. */
export const toJson = (m: Measures): MeasuresJson => ({
  amountFen: m.amountFen === null ? null : m.amountFen.toString(),
  quantity: m.quantity,
  people: m.people,
  personTimes: m.personTimes,
});

/** The measures of a row. */
export const measuresOf = (row: MeasuresJson): Measures => fromJson(row);

/** The same with the other sign: what a reversal has. */
export const negated = (m: MeasuresJson): MeasuresJson => ({
  amountFen: m.amountFen === null ? null : (-BigInt(m.amountFen)).toString(),
  quantity: m.quantity === null ? null : minus(m.quantity),
  people: m.people === null ? null : 0 - m.people,
  personTimes: m.personTimes === null ? null : 0 - m.personTimes,
});

const minus = (text: string): string => (text.startsWith('-') ? text.slice(1) : /[1-9]/.test(text) ? `-${text}` : text);
