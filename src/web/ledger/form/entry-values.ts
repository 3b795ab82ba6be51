import type { RosterRow } from '../../../core/ledger/entry.ts';
import type { ShareText } from '../../../core/ledger/shares.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { problem, type Problem } from '../../../core/kernel/problem.ts';
import type { HeldEvidence } from '../evidence/evidence-upload.tsx';
import { readAmount, type MoneyText } from './amount.ts';

/** A row of the roster as it is typed. */
export interface RosterText {
  name: string;
  idNumber: string;
  times: string;
  note: string;
}
/** A row with nothing in it. */
export const EMPTY_ROW: RosterText = { name: '', idNumber: '', times: '', note: '' };

/** What the form holds; names as in the body that is sent, so that refusals find their field. */
export interface EntryValues {
  unitId?: string | null;
  countyId?: string | null;
  placeId?: string | null;
  occurredOn?: string | null;
  measures?: {
    amountFen?: MoneyText | null;
    quantity?: string | null;
    people?: string | null;
    personTimes?: string | null;
  };
  voucher?: string | null;
  payee?: string | null;
  fields?: Record<string, string | MoneyText | null | undefined>;
  note?: string | null;
  roster?: readonly RosterText[];
  evidence?: readonly HeldEvidence[];
  /** Of a joint payment: who bears how much. */
  shares?: readonly ShareText[];
}

/** What is sent, less evidence and ids; what could not be read stands in `problems`. */
export interface ReadValues {
  body: {
    kind: string;
    unitId: string;
    placeId: string | null;
    occurredOn: string;
    measures: { amountFen: string | null; quantity: string | null; people: number | null; personTimes: number | null };
    voucher: string | null;
    payee: string | null;
    fields: Record<string, string>;
    note: string | null;
    roster: RosterRow[];
  };
  problems: Problem[];
}

/** Reads what the form holds by what the kind asks. Nothing is guessed: what is not a number is a problem at its field. */
export function readValues(values: EntryValues, kind: KindDefinition): ReadValues {
  const problems: Problem[] = [];
  const roster = kind.roster === 'no' ? [] : readRoster(values.roster ?? [], problems);
  const body: ReadValues['body'] = {
    kind: kind.code,
    unitId: values.unitId ?? '',
    placeId: values.placeId ?? null,
    occurredOn: values.occurredOn ?? '',
    measures: readMeasures(values, kind, roster, problems),
    voucher: kind.voucher.ask === 'no' ? null : textOf(values.voucher),
    payee: kind.payee.ask === 'no' ? null : textOf(values.payee),
    fields: readFields(values, kind, problems),
    note: textOf(values.note),
    roster,
  };
  return { body, problems };
}

function readMeasures(
  values: EntryValues,
  kind: KindDefinition,
  roster: RosterRow[],
  problems: Problem[],
): ReadValues['body']['measures'] {
  const given = values.measures ?? {};
  const read: ReadValues['body']['measures'] = { amountFen: null, quantity: null, people: null, personTimes: null };
  for (const { measure, derived } of kind.measures) {
    if (derived !== null && roster.length > 0) {
      const sum = derivedFrom(roster);
      if (derived === 'roster_people') read.people = sum.people;
      else read.personTimes = sum.times;
    } else if (measure === 'amount') read.amountFen = moneyOf(given.amountFen, 'amountFen', problems);
    else if (measure === 'quantity') read.quantity = decimalOf(given.quantity, 'quantity', problems);
    else if (measure === 'people') read.people = wholeOf(given.people, 'people', problems);
    else read.personTimes = wholeOf(given.personTimes, 'personTimes', problems);
  }
  return read;
}

/** The rows of a roster that say something, for showing what they make; problems are left to the check. */
export function rosterOfText(rows: readonly RosterText[]): RosterRow[] {
  return readRoster(rows, []);
}

/** Where each row that is sent stands in the grid: empty rows are not sent. */
export function rowsSent(rows: readonly RosterText[]): number[] {
  return rows.flatMap((row, index) => (isFilled(row) ? [index] : []));
}

/** People and person-times that a roster makes. */
export function derivedFrom(roster: RosterRow[]): { people: number; times: number } {
  return { people: roster.length, times: roster.reduce((sum, row) => sum + row.times, 0) };
}

function readFields(values: EntryValues, kind: KindDefinition, problems: Problem[]): Record<string, string> {
  const read: Record<string, string> = {};
  for (const { code, type } of kind.fields) {
    const given = values.fields?.[code];
    const text =
      type === 'money'
        ? moneyOf(typeof given === 'object' ? given : null, `fields.${code}`, problems)
        : textOf(typeof given === 'string' ? given : null);
    if (text !== null) read[code] = text;
  }
  return read;
}

/** The rows of a roster that say something; an empty count of sessions is one. */
function readRoster(rows: readonly RosterText[], problems: Problem[]): RosterRow[] {
  return rows.filter(isFilled).map((row, index) => ({
    name: row.name.trim(),
    idNumber: textOf(row.idNumber),
    times: wholeOf(row.times.trim() === '' ? '1' : row.times, `roster.${index}.times`, problems) ?? 1,
    note: textOf(row.note),
  }));
}

function isFilled(row: RosterText): boolean {
  return [row.name, row.idNumber, row.times, row.note].some((text) => text.trim() !== '');
}

function moneyOf(given: MoneyText | null | undefined, at: string, problems: Problem[]): string | null {
  if (given === null || given === undefined) return null;
  const read = readAmount(given);
  if (read.problem !== null) problems.push({ ...read.problem, at });
  return read.fen;
}

function decimalOf(given: string | null | undefined, at: string, problems: Problem[]): string | null {
  const text = plainNumber(given);
  if (text === null) return null;
  if (/^\d{1,15}(\.\d{1,4})?$/.test(text)) return text;
  problems.push(problem('ledger.not_decimal', at, { value: text.slice(0, 40) }));
  return null;
}

function wholeOf(given: string | null | undefined, at: string, problems: Problem[]): number | null {
  const text = plainNumber(given);
  if (text === null) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  problems.push(problem('ledger.not_whole', at, { value: text.slice(0, 40) }));
  return null;
}

/** Full-width digits and thousands' commas are what people paste; null where nothing stands. */
function plainNumber(given: string | null | undefined): string | null {
  const text = (given ?? '').normalize('NFKC').replace(/[\s,，]/g, '');
  return text === '' ? null : text;
}

function textOf(given: string | null | undefined): string | null {
  const text = (given ?? '').trim();
  return text === '' ? null : text;
}
