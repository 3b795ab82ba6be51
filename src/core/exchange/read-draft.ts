import { problem, type Problem } from '../kernel/problem.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import type { FieldDefinition, KindDefinition } from '../ledger/kind.ts';
import { readText } from './cell-text.ts';
import { readChoice, readYesNo } from './read-choice.ts';
import { readDate } from './read-date.ts';
import { readId } from './read-id.ts';
import { moneyUnitOf, readMoney } from './read-money.ts';
import { readQuantity, readWhole } from './read-number.ts';
import type { MoneyUnit, RefusedCell, SheetCell, TableColumn, TableRow } from './types.ts';

/** Which column is taken for what. */
export interface MappedColumn {
  column: number;
  code: string;
}

/** What holds where no column says it. */
export interface DraftDefaults {
  unitId: string;
  /** What a person said for all rows, by code of a column: read as if it stood in a cell. Never a measure. */
  fixed: Readonly<Record<string, string>>;
  /** Unit of money where neither cell nor header nor title states one. */
  moneyUnit: MoneyUnit | null;
  /** Unit of money that a title row states. */
  titleUnit: string | null;
}

/** How names become keys; the caller knows the world. */
export interface DraftLookups {
  county: (text: string) => Result<string, Problem>;
  unit: (text: string) => Result<string, Problem>;
}

/** A row as it was understood. The draft is complete as far as there are no problems. */
export interface DraftRead {
  draft: EntryDraft;
  problems: RefusedCell[];
}

type Read = (cell: SheetCell) => Result<string | null, Problem>;
interface Reader {
  column: number;
  code: string;
  read: Read;
  /** An amount or number: counts once, so it may not come from a cell merged over several rows. */
  counted: boolean;
}

const MEASURES = new Set(['amount', 'quantity', 'people', 'person_times']);

/**
 * Makes the reader of a sheet's rows: cells become a draft with normalised texts (FIELD_TYPES), each cell that cannot be read
 * a problem at its column. Built once a sheet, called for every row.
 */
export function draftReader(
  definition: KindDefinition,
  table: { columns: readonly TableColumn[]; mapping: readonly MappedColumn[] },
  defaults: DraftDefaults,
  lookups: DraftLookups,
): (row: TableRow) => DraftRead {
  const readers = table.mapping.map(({ column, code }): Reader => {
    const header = table.columns.find((one) => one.index === column);
    const read = readerOf(definition, code, header?.unit ?? null, defaults, lookups);
    return { column, code, read: remembering(read), counted: MEASURES.has(code) };
  });
  const fixed = readFixed(definition, table.mapping, defaults, lookups);
  return (row) => {
    const said: Record<string, string> = { ...fixed.said };
    const problems: RefusedCell[] = [];
    for (const { column, code, read, counted } of readers) {
      const result = read(row.cells[column] ?? null);
      if (!result.ok) for (const one of result.problems) problems.push({ row: row.row, column, problem: one });
      else if (result.value !== null) said[code] = result.value;
      if (counted && said[code] !== undefined && (row.fromMerge.has(column) || row.startsMerge.has(column)))
        problems.push({ row: row.row, column, problem: problem('cell.merged_amount') });
    }
    return { draft: draftOf(definition, said, defaults), problems };
  };
}

/** Reads what a person said for all rows, of the columns that the sheet does not have. Problems have the code as `at`. */
export function readFixed(
  definition: KindDefinition,
  mapping: readonly MappedColumn[],
  defaults: DraftDefaults,
  lookups: DraftLookups,
): { said: Record<string, string>; problems: Problem[] } {
  const said: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const [code, text] of Object.entries(defaults.fixed)) {
    if (text === '' || MEASURES.has(code) || mapping.some((one) => one.code === code)) continue;
    const read = readerOf(definition, code, null, defaults, lookups)(text);
    if (!read.ok) problems.push(...read.problems.map((one) => problem(one.code, code, one.params)));
    else if (read.value !== null) said[code] = read.value;
  }
  return { said, problems };
}

/** What a column's cells say again and again (counties, choices, months) is read once. */
function remembering(read: Read): Read {
  const memory = new Map<string | number, ReturnType<Read>>();
  let again = 0;
  return (cell) => {
    if (cell === null) return EMPTY;
    if (typeof cell !== 'string' && typeof cell !== 'number') return read(cell);
    // Of a column that says something else in every row nothing is worth remembering.
    if (memory.size === REMEMBERED && again < REMEMBERED) return read(cell);
    const known = memory.get(cell);
    if (known !== undefined) {
      again += 1;
      return known;
    }
    const found = read(cell);
    if (memory.size < REMEMBERED) memory.set(cell, found);
    return found;
  };
}
const REMEMBERED = 2000;
const EMPTY = ok(null);

function draftOf(definition: KindDefinition, said: Record<string, string>, defaults: DraftDefaults): EntryDraft {
  const fields: Record<string, string> = {};
  for (const field of definition.fields) {
    const value = said[field.code];
    if (value !== undefined) fields[field.code] = value;
  }
  const whole = (text: string | undefined) => (text === undefined ? null : Number(text));
  return {
    kind: definition.code,
    unitId: said['unit'] ?? defaults.unitId,
    countyId: said['county'] ?? '',
    placeId: null,
    occurredOn: said['occurred_on'] ?? '',
    measures: {
      amountFen: said['amount'] === undefined ? null : BigInt(said['amount']),
      quantity: said['quantity'] ?? null,
      people: whole(said['people']),
      personTimes: whole(said['person_times']),
    },
    voucher: said['voucher'] ?? null,
    payee: said['payee'] ?? null,
    fields,
    note: said['note'] ?? null,
    roster: [],
  };
}

/** Largest whole number that a column of people holds. */
const MAX_PEOPLE = 2_000_000_000n;

function readerOf(
  definition: KindDefinition,
  code: string,
  headerUnit: string | null,
  defaults: DraftDefaults,
  lookups: DraftLookups,
): Read {
  const money = readerOfMoney(headerUnit, defaults);
  switch (code) {
    case 'county':
      return named(lookups.county);
    case 'unit':
      return named(lookups.unit);
    case 'occurred_on':
      return readDay;
    case 'voucher':
      return (cell) => readId(cell, { max: 200 });
    case 'payee':
      return (cell) => readText(cell, { max: 200 });
    case 'note':
      return (cell) => readText(cell, { max: 4000 });
    case 'amount':
      return money;
    case 'people':
      return (cell) => readCount(cell, ['人', '名', '位'], headerUnit);
    case 'person_times':
      return (cell) => readCount(cell, ['人次', '人/次', '人(次)', '人'], headerUnit);
    case 'quantity': {
      const wanted = definition.measures.find((one) => one.measure === 'quantity')?.unit ?? '';
      return (cell) => readAmountOf(cell, wanted, headerUnit, 4);
    }
    default: {
      const field = definition.fields.find((one) => one.code === code);
      return field === undefined ? () => ok(null) : ofField(field, headerUnit, money, lookups);
    }
  }
}

const named =
  (find: (text: string) => Result<string, Problem>): Read =>
  (cell) => {
    const text = readId(cell, { max: 200 });
    return !text.ok || text.value === null ? text : find(text.value);
  };

function readerOfMoney(headerUnit: string | null, defaults: DraftDefaults): Read {
  const unit = moneyUnitOf(headerUnit) ?? moneyUnitOf(defaults.titleUnit) ?? defaults.moneyUnit;
  return (cell) => {
    const read = readMoney(cell, { unit });
    return read.ok ? ok(read.value === null ? null : read.value.toString()) : read;
  };
}

/**
 * A day. A month counts at its first day: that one is never in the future, and the same sheet read on another day gives the
 * same entry. A year is too coarse.
 */
function readDay(cell: SheetCell): Result<string | null, Problem> {
  const read = readDate(cell);
  if (!read.ok || read.value === null) return read as Result<null, Problem>;
  const { precision, from } = read.value;
  if (precision === 'year') return refused(problem('import.only_a_year', undefined, { text: from.slice(0, 4) }));
  return ok(from);
}

/** Units that say no more than that things are counted. */
const LOOSE = new Set(['个', '个数', '口', '次']);

/** A count; a header of 万人 means ten thousands, one of something else than `units` is refused. */
function readCount(
  cell: SheetCell,
  units: readonly string[],
  headerUnit: string | null,
): Result<string | null, Problem> {
  const bare = headerUnit === null ? null : headerUnit.replace(/^万/, '');
  const read = readWhole(cell, {
    ...(units.length === 0 ? {} : { units }),
    power: headerUnit !== null && headerUnit !== bare ? 4 : 0,
  });
  if (!read.ok || read.value === null) return read as Result<null, Problem>;
  const text = read.value.toString();
  if (read.value > MAX_PEOPLE) return refused(problem('cell.too_big', undefined, { text }));
  const [wanted] = units;
  if (bare !== null && wanted !== undefined && !units.includes(bare) && !LOOSE.has(bare))
    return refused(problem('cell.other_unit', undefined, { text, unit: bare, wanted }));
  return ok(text);
}

/** A quantity in the wanted unit; another one in the cell or the header is refused, never converted. */
function readAmountOf(
  cell: SheetCell,
  wanted: string,
  headerUnit: string | null,
  places: number,
): Result<string | null, Problem> {
  const read = readQuantity(cell, { places, ...(wanted === '' ? {} : { units: [wanted] }) });
  if (!read.ok || read.value === null) return read as Result<null, Problem>;
  const unit = read.value.unit ?? headerUnit;
  if (wanted !== '' && unit !== null && unit !== wanted)
    return refused(problem('cell.other_unit', undefined, { text: read.value.value, unit, wanted }));
  return ok(read.value.value);
}

function ofField(field: FieldDefinition, headerUnit: string | null, money: Read, lookups: DraftLookups): Read {
  const max = field.maxLength ?? (field.type === 'long_text' ? 4000 : 200);
  const choices = field.choices.map((one) => ({ code: one.code, names: [one.zh, one.en, ...one.synonyms] }));
  switch (field.type) {
    case 'text':
    case 'long_text':
      return (cell) => readText(cell, { max });
    case 'choice':
      return (cell) => readChoice(cell, choices);
    case 'date':
      return readDay;
    case 'money':
      return money;
    case 'decimal':
      return (cell) => readAmountOf(cell, field.unit ?? '', headerUnit, 6);
    case 'whole':
      return (cell) => readCount(cell, field.unit === null ? [] : [field.unit], headerUnit);
    case 'yes_no':
      return (cell) => {
        const read = readYesNo(cell);
        return read.ok ? ok(read.value === null ? null : read.value ? 'yes' : 'no') : read;
      };
    case 'place':
      return named(lookups.county);
    case 'credit_code':
    case 'order_number':
    case 'phone':
      return (cell) => readId(cell, { max });
  }
}
