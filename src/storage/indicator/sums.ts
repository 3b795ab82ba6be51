import type { Instant } from '../../core/kernel/plain-date.ts';
import type { SumOf } from '../../core/indicator/definition.ts';
import type { RollRow } from '../../core/indicator/evaluate.ts';
import { addMonths, spansOf, type Month, type Range } from '../../core/indicator/period.ts';
import { Params } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';
import { ROLL_UPS } from '../ledger/roll-up.ts';
import { figureRows, lateEntries, type FigureRows } from './figure-sql.ts';

/** By what sums are told apart. `row`: units gathered to the rows of a board by `rowOfUnit`. */
export type By = 'nothing' | 'county' | 'month' | 'year' | 'row' | 'county_month' | 'row_month';

/** What to sum. */
export interface SumAsk {
  rows: FigureRows;
  kinds: readonly string[];
  measures: readonly SumOf['measure'][];
  range: Range;
  by: By;
  /** For `row`: each unit with the row that it counts in. */
  rowOfUnit?: readonly (readonly [unitId: string, row: string])[];
  /** As known at a moment; null: now. */
  knownOn: Instant | null;
}

/** Sums of one kind and slice; `at`: county, month, year or row, `county|month`. */
export interface SumRow extends RollRow {
  at: string;
}

/** How far back a stock (latest) is looked for. A default of ours: what nobody told for two years is not known. */
const STOCK_MONTHS = 24;

const COLUMNS = {
  entries: ['entries', 'entries', 'case when e.reverses is null then -1 else 1 end'],
  amount: ['amount_fen', 'amountFen', '-coalesce(e.amount_fen, 0)'],
  quantity: ['quantity', 'quantity', '-coalesce(e.quantity, 0)'],
  people: ['people', 'people', '-coalesce(e.people, 0)'],
  person_times: ['person_times', 'personTimes', '-coalesce(e.person_times, 0)'],
} as const;
type Column = (typeof COLUMNS)[keyof typeof COLUMNS];

const AT: Record<By, string> = {
  nothing: "''",
  county: 'r.county_id',
  month: "to_char(r.month, 'YYYY-MM')",
  year: 'extract(year from r.month)::int::text',
  row: 'm.at',
  county_month: "r.county_id || '|' || to_char(r.month, 'YYYY-MM')",
  row_month: "m.at || '|' || to_char(r.month, 'YYYY-MM')",
};

/** The same to group by, as stored: a text of each row would cost more than the sum. */
const GROUP: Record<By, string> = {
  nothing: '',
  county: 'r.county_id, ',
  month: 'r.month, ',
  year: 'extract(year from r.month), ',
  row: 'm.at, ',
  county_month: 'r.county_id, r.month, ',
  row_month: 'm.at, r.month, ',
};

/** Sums of the roll-ups; as known at a moment: less what was posted after it. Never reads posted entries otherwise. */
export async function readSums(db: Reader, ask: SumAsk): Promise<SumRow[]> {
  return read(db, ask, (params, columns) => source(ask, params, columns));
}

/** The newest month that has entries, of each county, kind, unit and slice: a stock. */
export async function readLatest(db: Reader, ask: SumAsk): Promise<SumRow[]> {
  const range = { from: addMonths(ask.range.to, 1 - STOCK_MONTHS), to: ask.range.to };
  return read(db, ask, (params, columns) => {
    const key = 'county_id, kind, unit_id, slice';
    const sums = columns.map(([name]) => `sum(${name}) as ${name}`).join(', ');
    const inner = source({ ...ask, range, by: 'month' }, params, columns);
    return `select distinct on (${key}) * from (select ${key}, month, ${sums}${columns.some(([name]) => name === 'entries') ? '' : ', sum(entries) as entries'}
      from (${inner}) s group by ${key}, month) t where entries > 0 order by ${key}, month desc`;
  });
}

async function read(
  db: Reader,
  ask: SumAsk,
  from: (params: Params, columns: readonly Column[]) => string,
): Promise<SumRow[]> {
  if (ask.kinds.length === 0) return [];
  const params = new Params();
  const columns = [...new Set(ask.measures)].map((measure) => COLUMNS[measure]);
  const given = columns.map(([name, shown]) => `sum(r.${name})::text as "${shown}"`);
  const rest = Object.values(COLUMNS).filter((column) => !columns.includes(column));
  const units = ask.rowOfUnit;
  const map =
    units === undefined
      ? ''
      : `join unnest(${params.add(units.map(([id]) => id))}::uuid[], ${params.add(units.map(([, row]) => row))}::text[]) m (unit_id, at) on m.unit_id = r.unit_id`;
  const text = `select ${AT[ask.by]} as at, r.kind, r.slice, ${[...given, ...rest.map(([, shown]) => `'0' as "${shown}"`)].join(', ')}
    from (${from(params, columns)}) r ${map} group by ${GROUP[ask.by]}r.kind, r.slice`;
  return (await db.query<SumRow>(text, params.values)).rows;
}

/** The rows to sum: whole years from the roll-up by year, whole quarters from that by quarter, the rest by month, and what was posted after the moment taken off. */
function source(ask: SumAsk, params: Params, columns: readonly Column[]): string {
  const kinds = `${params.add(ask.kinds)}::text[]`;
  // A stock asks whether there are entries at all, whatever it sums.
  const names = [...new Set([...columns, COLUMNS.entries])];
  const shown = names.map(([name]) => `r.${name}`).join(', ');
  const monthly = ask.by === 'month' || ask.by.endsWith('_month');
  const parts = spansOf(ask.range, monthly).map(({ grain, from, to }) => {
    const { table, column, type, begins } = ROLL_UPS[grain];
    const value = (of: Month) => `${params.add(grain === 'year' ? Number(of.slice(0, 4)) : `${of}-01`)}::${type}`;
    return `select r.county_id, r.kind, r.unit_id, r.slice, ${begins} as month, ${shown} from ${table} r
      where r.kind = any(${kinds}) and r.${column} between ${value(from)} and ${value(to)} and ${figureRows(ask.rows, params, 'r')}`;
  });
  if (ask.knownOn !== null) parts.push(postedAfter(ask, ask.knownOn, kinds, params, names));
  return parts.join(' union all ');
}

/** What was posted after the moment, negated. */
function postedAfter(ask: SumAsk, knownOn: Instant, kinds: string, params: Params, names: readonly Column[]): string {
  return `select e.county_id, e.kind, e.unit_id, e.slice, e.month::date, ${names.map(([, , sql]) => sql).join(', ')}
    from ${lateEntries(ask, knownOn, kinds, params)}`;
}
