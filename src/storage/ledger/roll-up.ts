import type { Reader, Tx } from '../database/transaction.ts';

/** What an entry adds to the roll-ups when it is posted; a reversal takes away, its measures are negative already. */
export interface RollUpDelta {
  countyId: string;
  kind: string;
  /** YYYY-MM-DD. */
  countedOn: string;
  unitId: string;
  slice: string;
  /** 1, or −1 for a reversal. */
  entries: number;
  amountFen: string | null;
  quantity: string | null;
  people: number | null;
  personTimes: number | null;
}

/** Sums under one key; quantity in 1/10 000 of its unit. */
interface Sum {
  key: readonly [string, string, string, string, string];
  entries: number;
  amountFen: bigint;
  quantity: bigint;
  people: bigint;
  personTimes: bigint;
}

/** Four places behind the point, as the column has. */
function scaled(text: string | null): bigint {
  if (text === null) return 0n;
  const [, sign, whole, rest] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === undefined) throw new Error(`not a decimal: ${text}`);
  const value = BigInt(whole + (rest ?? '').padEnd(4, '0').slice(0, 4));
  return sign === '-' ? -value : value;
}

function unscaled(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(5, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** One sum a key, sorted by it, so that two postings take the same rows in the same order. */
function summed(deltas: readonly RollUpDelta[], periodOf: (day: string) => string): Sum[] {
  const sums = new Map<string, Sum>();
  for (const one of deltas) {
    const key = [one.countyId, one.kind, periodOf(one.countedOn), one.unitId, one.slice] as const;
    const text = JSON.stringify(key);
    let sum = sums.get(text);
    if (sum === undefined)
      sums.set(text, (sum = { key, entries: 0, amountFen: 0n, quantity: 0n, people: 0n, personTimes: 0n }));
    sum.entries += one.entries;
    sum.amountFen += BigInt(one.amountFen ?? 0);
    sum.quantity += scaled(one.quantity);
    sum.people += BigInt(one.people ?? 0);
    sum.personTimes += BigInt(one.personTimes ?? 0);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

/** First day of the quarter. */
function quarterOf(day: string): string {
  const first = Number(day.slice(5, 7)) - ((Number(day.slice(5, 7)) - 1) % 3);
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

/** The roll-ups. `periodOf` and `sql` say of a day what period it is in, `begins` on which day the period of a row `r` begins. */
export const ROLL_UPS = {
  month: {
    table: 'ledger_month',
    column: 'month',
    type: 'date',
    periodOf: (day: string) => `${day.slice(0, 7)}-01`,
    sql: "date_trunc('month', counted_on)::date",
    begins: 'r.month',
  },
  quarter: {
    table: 'ledger_quarter',
    column: 'quarter',
    type: 'date',
    periodOf: quarterOf,
    sql: "date_trunc('quarter', counted_on)::date",
    begins: 'r.quarter',
  },
  year: {
    table: 'ledger_year',
    column: 'year',
    type: 'integer',
    periodOf: (day: string) => day.slice(0, 4),
    sql: 'extract(year from counted_on)::integer',
    begins: 'make_date(r.year, 1, 1)',
  },
} as const;

/** Adds what was posted to every roll-up, in the posting's own transaction. */
export async function addToRollUps(tx: Tx, deltas: readonly RollUpDelta[]): Promise<void> {
  if (deltas.length === 0) return;
  for (const { table, column, type, periodOf } of Object.values(ROLL_UPS)) {
    const sums = summed(deltas, periodOf);
    await tx.query(
      `insert into ${table} as r (county_id, kind, ${column}, unit_id, slice, entries, amount_fen, quantity, people, person_times)
       select * from unnest($1::text[], $2::text[], $3::${type}[], $4::uuid[], $5::text[], $6::bigint[], $7::bigint[], $8::numeric[], $9::bigint[], $10::bigint[])
       on conflict (county_id, kind, ${column}, unit_id, slice) do update set entries = r.entries + excluded.entries,
         amount_fen = r.amount_fen + excluded.amount_fen, quantity = r.quantity + excluded.quantity,
         people = r.people + excluded.people, person_times = r.person_times + excluded.person_times`,
      [
        ...[0, 1, 2, 3, 4].map((part) => sums.map((one) => one.key[part])),
        sums.map((one) => one.entries),
        sums.map((one) => one.amountFen.toString()),
        sums.map((one) => unscaled(one.quantity)),
        sums.map((one) => one.people.toString()),
        sums.map((one) => one.personTimes.toString()),
      ],
    );
  }
}

/** A roll-up's row that is not what its entries sum to. */
export interface Drift {
  table: (typeof ROLL_UPS)[keyof typeof ROLL_UPS]['table'];
  countyId: string;
  kind: string;
  period: string;
  unitId: string;
  slice: string;
  /** What the roll-up has, and what the entries say: entries, fen, quantity, people, person-times. */
  kept: string;
  counted: string;
}

/** The roll-up as its entries say it should be. The one place that says what a posted entry counts as. */
const recomputed = (period: string, counties: string): string =>
  `select county_id, kind, ${period} as period, unit_id, slice, sum(case when reverses is null then 1 else -1 end)::bigint as entries,
     coalesce(sum(amount_fen), 0)::bigint as amount_fen, coalesce(sum(quantity), 0) as quantity,
     coalesce(sum(people), 0)::bigint as people, coalesce(sum(person_times), 0)::bigint as person_times
   from entry where state = 'posted' and ${counties} group by 1, 2, 3, 4, 5`;

const MEASURES = ['entries', 'amount_fen', 'quantity', 'people', 'person_times'];

/**
 * Rows of the roll-ups that differ from a recomputation, of one county or of all; at most 1 000. A row of nothing and no
 * row are the same. Over all counties it reads every posted entry: a job of the night.
 */
export async function compareRollUps(db: Reader, countyId: string | null = null): Promise<Drift[]> {
  const found: Drift[] = [];
  const counties = '($1::text is null or county_id = $1)';
  for (const { table, column, sql } of Object.values(ROLL_UPS)) {
    const value = (side: string) =>
      `concat_ws(' ', ${MEASURES.map((m) => `coalesce(${side}.${m}, 0) + 0`).join(', ')})`;
    const differs = MEASURES.map((m) => `coalesce(k.${m}, 0) <> coalesce(c.${m}, 0)`).join(' or ');
    const answer = await db.query<Drift>(
      `select '${table}' as "table", county_id as "countyId", kind, period::text as period, unit_id as "unitId", slice,
         ${value('k')} as kept, ${value('c')} as counted
       from (select *, ${column} as period from ${table} where ${counties}) k
       full join (${recomputed(sql, counties)}) c using (county_id, kind, period, unit_id, slice)
       where ${differs} order by 2, 3, 4, 5, 6 limit 1000`,
      [countyId],
    );
    found.push(...answer.rows);
  }
  return found;
}
