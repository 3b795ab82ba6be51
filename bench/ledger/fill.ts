import type { Pool, PoolClient } from 'pg';
import { ROLL_UPS } from '../../src/storage/ledger/roll-up.ts';
import { fillAround } from './fill-around.ts';
import { fillWide, WIDE_SHARE } from './wide-kind.ts';

const UNITS = 320;
/** So many units stand at the root; each of the others below one of them. */
const ROOTS = 100;
const YEARS = 8;
const FIRST_YEAR = 2018;
const REPORTERS = 1000;
const REPORTER = 0xc0000;

/** The n-th of the thousand who reported what was filled in (a thousandth each). */
export const reporter = (n: number): string =>
  `00000000-0000-7000-8000-${(REPORTER + (n % REPORTERS)).toString(16).padStart(12, '0')}`;

/** As the clock of a machine that is only as fast as its disk: longer sorts, no waiting for the log. */
const QUICK = "set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set synchronous_commit = off";

/**
 * Fills a migrated database that has places and kinds with so many invented entries over 832 counties, 8 years and 320 units (of which each helps
 * two or three counties): about one in fifty is in transit, a draft or withdrawn, some are reversed, tied or joint, nine of ten came by an import; with steps,
 * files, rosters and findings, and the roll-ups from the entries. Indexes are dropped first and made again after, which is no measure of ours.
 */
export async function fillLedger(owner: Pool, entries: number): Promise<void> {
  const counties = await someCounties(owner);
  const units = await makeUnits(owner);
  await makeReporters(owner);
  const kinds = await shippedKinds(owner);
  await owner.query('alter table entry set (autovacuum_enabled = false)');
  const client = await owner.connect();
  const told = teller(entries);
  await client.query(QUICK);
  // Foreign keys of invented rows need no check; superuser only, which the bench's database gives.
  await client.query('set session_replication_role = replica');
  const remake = await dropIndexes(client);
  const rest = entries - Math.round(entries * WIDE_SHARE);
  const step = 500_000;
  for (let from = 0; from < rest; from += step) {
    const to = Math.min(from + step, rest);
    await client.query(FILL, [from, to - 1, counties, units, ...kindArrays(kinds), rest]);
    told(`${to} entries`);
  }
  await fillWide(client, { from: rest, counties, units, entries });
  await client.query(REVERSALS);
  await client.query(TIED);
  told('reversed and tied ones');
  for (const index of remake) await client.query(index);
  told(`${remake.length} indexes`);
  await fillAround(client, told);
  for (const { table, sql } of Object.values(ROLL_UPS)) await client.query(rollUp(table, sql));
  told('roll-ups');
  client.release(true);
  await owner.query('alter table entry reset (autovacuum_enabled)');
  await owner.query('vacuum (analyze)');
  told('vacuumed');
}

/** Says on stderr how far the filling is, since ten million entries take a while. */
function teller(entries: number): (what: string) => void {
  const begin = performance.now();
  return (what) => {
    if (entries >= 1_000_000) process.stderr.write(`${Math.round((performance.now() - begin) / 1000)} s: ${what}\n`);
  };
}

interface FilledKind {
  code: string;
  version: number;
  amount: boolean;
  quantity: boolean;
  people: boolean;
  times: boolean;
  slices: string[];
}

/** The newest version of each kind with what it measures and three of its slices. */
async function shippedKinds(owner: Pool): Promise<FilledKind[]> {
  const found = await owner.query<{ code: string; version: number; definition: Definition }>(
    `select distinct on (kind) kind as code, version, definition from entry_kind_version order by kind, version desc`,
  );
  return found.rows.map(({ code, version, definition }) => {
    const has = (measure: string) => definition.measures.some((one) => one.measure === measure);
    return {
      code,
      version,
      amount: has('amount'),
      quantity: has('quantity'),
      people: has('people'),
      times: has('person_times'),
      slices: slicesOf(definition),
    };
  });
}

interface Definition {
  measures: { measure: string }[];
  facets: string[];
  fields: { code: string; type: string; choices: { code: string }[] }[];
}

/** Three slices of a kind: the first, second and third choice of each of its facets. */
function slicesOf(definition: Definition): string[] {
  const facets = [...definition.facets].sort().flatMap((code) => {
    const field = definition.fields.find((one) => one.code === code);
    if (field === undefined) return [];
    return [{ code, values: field.type === 'yes_no' ? ['yes', 'no'] : field.choices.map((choice) => choice.code) }];
  });
  if (facets.length === 0) return ['', '', ''];
  return [0, 1, 2].map(
    (i) => `;${facets.map(({ code, values }) => `${code}=${values[i % values.length] ?? ''};`).join('')}`,
  );
}

const kindArrays = (kinds: readonly FilledKind[]): unknown[] => [
  kinds.map((kind) => kind.code),
  kinds.map((kind) => kind.version),
  kinds.map((kind) => kind.amount),
  kinds.map((kind) => kind.quantity),
  kinds.map((kind) => kind.people),
  kinds.map((kind) => kind.times),
  kinds.flatMap((kind) => kind.slices),
];

/** $1, $2 first and last number; $3 counties, $4 units; $5 … $11 kinds; $12 how many in all. Amounts, days and who are spread by multiplying with primes. */
const FILL = `
insert into entry (county_id, id, number, kind, kind_version, unit_id, state, occurred_on, counted_on, amount_fen, quantity, people, person_times,
  slice, voucher, payee, fields, once_key, joint_id, share_points, source, import_id, import_row, reported_by, reported_at, confirmed_by, confirmed_at, reviewed_by, reviewed_at, posted_by, posted_at, changed_at)
select county, id, case when state <> 'draft' then year || '-' || county || '-' || lpad(i::text, 8, '0') end, kind, version, unit, state, day, day,
  case when amount then (i * 7919 % 90000000 + 100) end, case when quantity then (i * 104729 % 9000 + 1)::numeric / 10 end,
  case when people then (i * 31 % 200 + 1)::int end, case when times then (i * 37 % 300 + 1)::int end,
  slice, 'PZ' || lpad(i::text, 9, '0'), '收款方' || (i * 61 % 5000), jsonb_build_object('title', '第' || i || '条', 'place_note', '村' || (i % 900)),
  substr(md5('once' || i), 1, 32), case when i % 2000 = 11 then ('00000000-0000-7000-8000-2' || lpad(to_hex(i / 4000), 11, '0'))::uuid end, case when i % 2000 = 11 then 5000 end,
  case when i % 10 = 9 then 'form' else 'import' end, case when i % 10 <> 9 then ('00000000-0000-7000-8000-3' || lpad(to_hex(i / 5000), 11, '0'))::uuid end, case when i % 10 <> 9 then (i % 5000 + 2)::int end, who, at, case when state in ('posted', 'reviewed', 'confirmed') then other end, case when state in ('posted', 'reviewed', 'confirmed') then at end, case when state in ('posted', 'reviewed') then other end, case when state in ('posted', 'reviewed') then at end,
  case when state = 'posted' then other end, case when state = 'posted' then at end, at
from (
  select i, s.county, (lpad(to_hex(1500000000000 + i * 20000), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid as id,
    ($5::text[])[k] as kind, ($6::int[])[k] as version, ($7::bool[])[k] as amount, ($8::bool[])[k] as quantity, ($9::bool[])[k] as people, ($10::bool[])[k] as times,
    ($11::text[])[(k - 1) * 3 + 1 + i % 3] as slice, s.day, extract(year from s.day)::int as year, s.day::timestamptz + interval '20 days' as at,
    ($4::uuid[])[1 + (s.c / 2 + (i % 11 = 0)::int * 7) % cardinality($4::uuid[])] as unit,
    case when i % 50 <> 7 then 'posted' else (array['reported', 'confirmed', 'reviewed', 'returned', 'reported', 'differs', 'draft', 'withdrawn'])[1 + i / 50 % 8] end as state,
    ('00000000-0000-7000-8000-' || lpad(to_hex(${REPORTER} + s.c % ${REPORTERS}), 12, '0'))::uuid as who, '00000000-0000-7000-8000-00000000000a'::uuid as other
  from (
    select i, i * 2654435761 % cardinality($3::text[]) as c, ($3::text[])[1 + i * 2654435761 % cardinality($3::text[])] as county,
      1 + (i * 40503 / 7 % cardinality($5::text[]))::int as k,
      date '${FIRST_YEAR}-01-01' + (i * ${YEARS * 365} / $12::bigint)::int as day
    from generate_series($1::bigint, $2::bigint) i
  ) s
) r`;

/** One posted entry in a thousand is reversed twenty days later. */
const REVERSALS = `
insert into entry (county_id, id, number, kind, kind_version, unit_id, state, occurred_on, counted_on, amount_fen, quantity, people, person_times,
  slice, voucher, payee, fields, reverses, reverses_on, reason, source, reported_by, reported_at, reviewed_by, reviewed_at, posted_by, posted_at, changed_at)
select county_id, (substr(id::text, 1, 35) || translate(substr(id::text, 36), '0123456789abcdef', '123456789abcdef0'))::uuid, number || '9', kind, kind_version,
  unit_id, 'posted', occurred_on, counted_on, -amount_fen, -quantity, -people, -person_times,
  slice, voucher, payee, fields, id, counted_on, '重复', 'form', reported_by, at, other, at, other, at, at
from (select e.*, posted_at + interval '20 days' as at, '00000000-0000-7000-8000-00000000000b'::uuid as other from entry e where state = 'posted' and right(number, 3) = '003') e`;

/** What a county said once more of a thousandth of the posted ones: tied to them, counted there. */
const TIED = `
insert into entry (county_id, id, number, kind, kind_version, unit_id, state, occurred_on, counted_on, amount_fen, slice, voucher, payee, fields, tied_to, reason,
  source, reported_by, reported_at, changed_at)
select county_id, (substr(id::text, 1, 35) || translate(substr(id::text, 36), '0123456789abcdef', '23456789abcdef01'))::uuid, number || '8', kind, kind_version,
  unit_id, 'tied', occurred_on, counted_on, amount_fen, slice, voucher, payee, fields, id, '受方口径', 'form', posted_by, posted_at, posted_at
from entry where state = 'posted' and reverses is null and right(number, 3) = '004'`;

const SUMS = `coalesce(sum(case when reverses is null then 1 else -1 end), 0), coalesce(sum(amount_fen), 0), coalesce(sum(quantity), 0), coalesce(sum(people), 0), coalesce(sum(person_times), 0) from entry where state = 'posted'`;
const rollUp = (table: string, period: string): string =>
  `insert into ${table} select county_id, kind, ${period}, unit_id, slice, ${SUMS} group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`;

/** Drops what is no constraint's index and gives back how to make it again. */
async function dropIndexes(owner: PoolClient): Promise<string[]> {
  const found = await owner.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(c.oid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = 'entry'::regclass and not exists (select from pg_constraint k where k.conindid = c.oid)`,
  );
  for (const { name } of found.rows) await owner.query(`drop index "${name}"`);
  return found.rows.map((row) => row.definition);
}

/** 832 counties that exist in the places. */
async function someCounties(owner: Pool): Promise<string[]> {
  const found = await owner.query<{ id: string }>(
    `select id from place where level = 'county' and is_current order by id <> all('{130126,451022,222424}'), md5(id) limit 832`,
  );
  return found.rows.map((row) => row.id);
}

/** 320 central units of invented names. */
async function makeUnits(owner: Pool): Promise<string[]> {
  const ids = Array.from(
    { length: UNITS },
    (_, i) => `00000000-0000-7000-8000-${(0xb0000 + i).toString(16).padStart(12, '0')}`,
  );
  await owner.query(`insert into unit (id, kind, created_at) select unnest($1::uuid[]), 'central', now()`, [ids]);
  await owner.query(
    `insert into unit_version (unit_id, valid_from, name, parent_id, recorded_at)
     select id, '1990-01-01', '某单位' || n, case when n > ${ROOTS} then ($1::uuid[])[1 + n % ${ROOTS}] end, now() from unnest($1::uuid[]) with ordinality u (id, n)`,
    [ids],
  );
  return ids;
}

/** The thousand reporters, and the two who took the other steps. */
export async function makeReporters(owner: Pool): Promise<void> {
  const others = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
  const ids = [...others, ...Array.from({ length: REPORTERS }, (_, n) => reporter(n))];
  await owner.query(
    `insert into person (id, name, created_at) select id, '某人' || n, now() from unnest($1::uuid[]) with ordinality p (id, n) on conflict do nothing`,
    [ids],
  );
}
