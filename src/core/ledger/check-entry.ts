import { parsePlainDate } from '../kernel/plain-date.ts';
import { problem, type Problem } from '../kernel/problem.ts';
import { checkRoster } from './check-roster.ts';
import type { EntryDraft, Measures } from './entry.ts';
import type { Bilingual, KindVersion, Measure } from './kind.ts';
import { isPlaceholder, normalQuantity, type Normal } from './normal-value.ts';
import { pathOf, prepareKind, type PreparedKind } from './prepare-kind.ts';

/** Earliest day that an entry can have: older ones are slips of the year. A default of ours. */
export const EARLIEST = '1980-01-01';
/** 1 000 000 000 000 yuan. */
const MOST_FEN = 100_000_000_000_000n;
const MOST_PEOPLE = 99_999_999;

/** Something that a human should look at; it keeps nothing back. `at` as in problems. `text`: of the kind's rule; null: in the words, by code. */
export interface EntrySuspect {
  code: string;
  at: string;
  text: Bilingual | null;
}

/** What a check found: all problems at once, suspects, and the entry in the form in which it is kept. */
export interface EntryCheck {
  problems: Problem[];
  suspects: EntrySuspect[];
  normal: EntryDraft;
}

/**
 * Checks an entry against the version of its kind: what is required, types, lengths, rules, measures, day, roster. `today` is the last day
 * that an entry may have. Problems have `at` = `fields.x`, `amountFen`, `quantity`, `people`, `personTimes`, `voucher`, `payee`, `occurredOn`,
 * `placeId`, `note`, `roster`, `roster.3.idNumber`. With problems, `normal` is only for showing.
 */
export function checkEntry(version: Pick<KindVersion, 'definition'>, draft: EntryDraft, today: string): EntryCheck {
  const kind = prepareKind(version.definition);
  const problems: Problem[] = [];
  const suspects: EntrySuspect[] = [];
  checkDay(draft, today, problems);
  const text = (raw: string | null, read: (raw: string) => Normal, at: string) => readText(raw, read, at, problems);
  const voucher = text(draft.voucher, kind.readVoucher, 'voucher');
  const payee = text(draft.payee, kind.readPayee, 'payee');
  asked(kind.definition.voucher.ask, voucher, 'voucher', problems);
  asked(kind.definition.payee.ask, payee, 'payee', problems);
  const roster = draft.roster.length === 0 ? draft.roster : checkRoster(draft.roster, problems, suspects);
  const normal: EntryDraft = {
    kind: draft.kind,
    unitId: draft.unitId,
    countyId: draft.countyId,
    placeId: draft.placeId,
    occurredOn: draft.occurredOn,
    measures: checkMeasures(kind, draft, problems),
    voucher,
    payee,
    fields: checkFields(kind, draft.fields, problems),
    note: text(draft.note, kind.readNote, 'note'),
    roster,
  };
  // Rules speak only of values that could be read.
  if (problems.length === 0 || kind.rules.length > 0) checkRules(kind, normal, problems, suspects);
  return { problems, suspects, normal };
}

function checkDay(draft: EntryDraft, today: string, problems: Problem[]): void {
  const { occurredOn, placeId } = draft;
  if (parsePlainDate(occurredOn) === null)
    problems.push(
      occurredOn === ''
        ? problem('ledger.required', 'occurredOn')
        : problem('ledger.not_a_date', 'occurredOn', { value: occurredOn.slice(0, 40) }),
    );
  else if (occurredOn > today) problems.push(problem('ledger.in_future', 'occurredOn', { today }));
  else if (occurredOn < EARLIEST) problems.push(problem('ledger.too_early', 'occurredOn', { earliest: EARLIEST }));
  if (placeId !== null && !(placeId.startsWith(draft.countyId) && /^\d{9}(\d{3})?$/.test(placeId)))
    problems.push(problem('ledger.not_a_place', 'placeId', { value: placeId.slice(0, 40) }));
}

function readText(raw: string | null, read: (raw: string) => Normal, at: string, problems: Problem[]): string | null {
  if (raw === null || raw === '') return null;
  const value = read(raw);
  if (typeof value === 'string') return value === '' ? null : value;
  problems.push(problem(value.code, at, value.params));
  return null;
}

function asked(
  ask: 'required' | 'optional' | 'no',
  value: string | null,
  at: 'voucher' | 'payee',
  problems: Problem[],
): void {
  if (ask === 'no' && value !== null) problems.push(problem('ledger.not_asked', at));
  if (ask !== 'required' || (value !== null && !isPlaceholder(value))) return;
  // What could not be read has been told already.
  if (!problems.some((one) => one.at === at)) problems.push(problem('ledger.required', at));
}

function checkMeasures(kind: PreparedKind, draft: EntryDraft, problems: Problem[]): Measures {
  const given = draft.measures;
  const counted = countRoster(kind, draft, problems);
  const measures: Measures = {
    amountFen: kind.has.amount ? given.amountFen : refuseMeasure(given.amountFen, 'amountFen', problems),
    quantity: kind.has.quantity
      ? readText(given.quantity, normalQuantity, 'quantity', problems)
      : refuseMeasure(given.quantity, 'quantity', problems),
    people: kind.has.people ? (counted.people ?? given.people) : refuseMeasure(given.people, 'people', problems),
    personTimes: kind.has.person_times
      ? (counted.personTimes ?? given.personTimes)
      : refuseMeasure(given.personTimes, 'personTimes', problems),
  };
  if (measures.amountFen !== null)
    inRange(measures.amountFen > 0n, measures.amountFen <= MOST_FEN, 'amountFen', problems);
  if (measures.quantity !== null)
    inRange(/^[^-]*[1-9]/.test(measures.quantity), /^\d{1,12}(\.|$)/.test(measures.quantity), 'quantity', problems);
  checkCount(measures.people, 'people', problems);
  checkCount(measures.personTimes, 'personTimes', problems);
  for (const measure of kind.needed) {
    const at = pathOf(measure) as keyof Measures;
    if (measures[at] === null && !problems.some((one) => one.at === at)) problems.push(problem('ledger.required', at));
  }
  return measures;
}

/** People and person-times that the roster gives; what was typed besides must be the same. */
function countRoster(
  kind: PreparedKind,
  draft: EntryDraft,
  problems: Problem[],
): { people: number | null; personTimes: number | null } {
  const { roster } = kind.definition;
  const rows = draft.roster.length;
  if (roster === 'no' && rows > 0) problems.push(problem('ledger.roster_not_asked', 'roster'));
  if (roster === 'required' && rows === 0) problems.push(problem('ledger.required', 'roster'));
  if (roster === 'no' || rows === 0) return { people: null, personTimes: null };
  const people = kind.derived.people ? rows : null;
  const times = kind.derived.personTimes ? draft.roster.reduce((sum, row) => sum + row.times, 0) : null;
  const differs = (given: number | null, counted: number | null, at: string) => {
    if (given !== null && Number.isSafeInteger(counted) && given !== counted)
      problems.push(problem('ledger.roster_differs', at, { given, counted: counted ?? 0 }));
  };
  differs(draft.measures.people, people, 'people');
  differs(draft.measures.personTimes, times, 'personTimes');
  return { people, personTimes: times };
}

function refuseMeasure(given: unknown, at: string, problems: Problem[]): null {
  if (given !== null && given !== '') problems.push(problem('ledger.measure_not_asked', at));
  return null;
}

function inRange(positive: boolean, bounded: boolean, at: string, problems: Problem[]): void {
  if (!positive) problems.push(problem('ledger.not_positive', at));
  else if (!bounded) problems.push(problem('ledger.too_large', at));
}

function checkCount(value: number | null, at: string, problems: Problem[]): void {
  if (value === null) return;
  if (!Number.isSafeInteger(value)) problems.push(problem('ledger.not_whole', at, { value: String(value) }));
  else inRange(value > 0, value <= MOST_PEOPLE, at, problems);
}

function checkFields(
  kind: PreparedKind,
  given: Readonly<Record<string, string>>,
  problems: Problem[],
): Record<string, string> {
  const normal: Record<string, string> = {};
  let known = 0;
  for (const field of kind.fields) {
    const raw = given[field.code];
    if (raw !== undefined) known += 1;
    const value = raw === undefined || raw === '' ? '' : field.read(raw);
    if (typeof value !== 'string') problems.push(problem(value.code, field.at, value.params));
    else if (field.required && (value === '' || (field.worded && isPlaceholder(value))))
      problems.push(problem('ledger.required', field.at));
    else if (value !== '') normal[field.code] = value;
  }
  if (known !== Object.keys(given).length) {
    const codes = new Set(kind.fields.map((field) => field.code));
    for (const code of Object.keys(given))
      if (!codes.has(code))
        problems.push(problem('ledger.unknown_field', `fields.${code}`, { field: code.slice(0, 50) }));
  }
  return normal;
}

function checkRules(kind: PreparedKind, normal: EntryDraft, problems: Problem[], suspects: EntrySuspect[]): void {
  const before = problems.length;
  for (const { rule, at, when, must } of kind.rules) {
    if (when !== null && when(normal) !== true) continue;
    if (must(normal) !== false) continue;
    if (rule.severity === 'suspect') suspects.push({ code: rule.code, at, text: rule.text });
    else if (!problems.slice(0, before).some((one) => one.at === at))
      problems.push(problem('ledger.rule', at, { rule: rule.code, text: rule.text.zh, textEn: rule.text.en }));
  }
}

/** Names of measures in entries (`amountFen` …) by measure. */
export const MEASURE_PATH: Readonly<Record<Measure, keyof Measures>> = {
  amount: 'amountFen',
  quantity: 'quantity',
  people: 'people',
  person_times: 'personTimes',
};
