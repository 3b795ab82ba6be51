import type { PoolClient } from 'pg';
import type { FieldDefinition, KindDefinition } from '../../src/core/ledger/kind.ts';
import { readKindFiles } from '../../src/formats/read-kind-files.ts';
import { inRoot } from '../../src/root.ts';

/** The kind whose entries are taken out and confirmed by the thousand. */
export const WIDE = 'bench_wide';
/** 570 000 of ten million entries are posted ones of that kind, and 10 000 reported ones. */
const POSTED_SHARE = 0.057;
const REPORTED_SHARE = 0.001;
/** All of that kind. */
export const WIDE_SHARE = POSTED_SHARE + REPORTED_SHARE;
/** Counties that have them. */
const COUNTIES = 100;

/** How many there are among so many entries. */
export const wideOf = (entries: number): { posted: number; reported: number } => ({
  posted: Math.round(entries * POSTED_SHARE),
  reported: Math.round(entries * WIDE_SHARE) - Math.round(entries * POSTED_SHARE),
});

/** Makes the kind and its entries: posted ones of 2021, reported ones of 2024. */
export async function fillWide(
  client: PoolClient,
  ask: { from: number; counties: string[]; units: string[]; entries: number },
): Promise<void> {
  await client.query('insert into entry_kind (code, position, shipped) values ($1, 9000, false)', [WIDE]);
  await client.query(
    `insert into entry_kind_version (kind, version, definition, valid_from, recorded_at) values ($1, 1, $2, '2000-01-01', now())`,
    [WIDE, JSON.stringify(wideKind())],
  );
  const { posted, reported } = wideOf(ask.entries);
  const of = [ask.counties.slice(0, COUNTIES), ask.units];
  await client.query(FILL_WIDE, [ask.from, ask.from + posted, ...of, 'posted', '2021-01-01']);
  await client.query(FILL_WIDE, [ask.from + posted, ask.from + posted + reported, ...of, 'reported', '2024-01-01']);
}

/** A kind with so many fields that an export of it has 45 columns. */
function wideKind(): KindDefinition {
  const shipped = readKindFiles(inRoot('data', 'kinds'))[0] as KindDefinition;
  const field = (i: number): FieldDefinition => ({
    code: `f${i}`,
    name: { zh: `字段${i}`, en: `Field ${i}` },
    type: i % 5 === 0 ? 'money' : i % 5 === 1 ? 'date' : 'text',
    required: false,
    help: null,
    choices: [],
    unit: null,
    maxLength: null,
    personal: false,
    synonyms: [],
  });
  const fields = Array.from({ length: 15 }, (_, i) => field(i));
  return { ...shipped, code: WIDE, fields, facets: [], rules: [], evidence: [], once: null };
}

/** $1 from, $2 up to; $3 counties, $4 units; $5 state, $6 first day. */
const FILL_WIDE = `
insert into entry (county_id, id, number, kind, kind_version, unit_id, state, occurred_on, counted_on, amount_fen, quantity, people, voucher, payee, fields, note,
  source, reported_by, reported_at, posted_by, posted_at, changed_at)
select ($3::text[])[1 + i % ${COUNTIES}], (lpad(to_hex(1600000000000 + i), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid,
  left($6, 4) || '-' || ($3::text[])[1 + i % ${COUNTIES}] || '-' || lpad(i::text, 8, '0'), '${WIDE}', 1, ($4::uuid[])[1 + (i % ${COUNTIES} / 2) % cardinality($4::uuid[])], $5,
  $6::date + (i % 365)::int, $6::date + (i % 365)::int, i * 7919 % 90000000 + 100, i % 9000 / 10.0, i % 200, 'PZ' || lpad(i::text, 9, '0'), '收款方' || i % 5000,
  (select jsonb_object_agg('f' || n, case n % 5 when 0 then (i * 31 + n)::text when 1 then '2021-03-05' else '内容' || (i + n) end) from generate_series(0, 14) n),
  '备注' || i, 'form', '00000000-0000-7000-8000-00000000000a', now(), case when $5 = 'posted' then '00000000-0000-7000-8000-00000000000b'::uuid end,
  case when $5 = 'posted' then now() end, now()
from generate_series($1::bigint, $2::bigint - 1) i`;
