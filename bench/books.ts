import type { Pool } from 'pg';
import { firstLink, firstOperator } from '../src/acts/access/first-operator.ts';
import { exportEntries, openExport, type ExportAsk } from '../src/acts/exchange/export-entries.ts';
import { machineClock, newId, shippedReading, type House } from '../src/acts/house.ts';
import { jobKinds } from '../src/acts/job/job-kinds.ts';
import { workOnce } from '../src/acts/job/run-jobs.ts';
import { beginBulk, readBulk, type BulkInput } from '../src/acts/ledger/bulk.ts';
import { nobody, runAct } from '../src/acts/run-act.ts';
import { loadPlacePack } from '../src/acts/start/load-place-pack.ts';
import { dayOf } from '../src/core/kernel/plain-date.ts';
import type { Result } from '../src/core/kernel/result.ts';
import type { FieldDefinition, KindDefinition } from '../src/core/ledger/kind.ts';
import { readKindFiles } from '../src/formats/read-kind-files.ts';
import { inRoot } from '../src/root.ts';
import { loadActor } from '../src/storage/access/actor.ts';
import { openPools } from '../src/storage/database/open-database.ts';
import { inTransaction } from '../src/storage/database/transaction.ts';
import { insertKind, insertKindVersion } from '../src/storage/ledger/kind.ts';
import { round, type Measure } from './measure.ts';

const KIND = 'bench_wide';
const BULK = 10_000;

/** Confirming 10 000 entries under a filter, and taking `rows` (570 000 unless told) of 45 columns out as xlsx. */
export async function run(databaseUrl: string, rows = 570_000): Promise<Measure[]> {
  const pools = openPools({ connectionString: databaseUrl, max: 6 });
  try {
    const house: House = { app: pools.app, clock: machineClock, reading: shippedReading() };
    const { personId, unitId } = await prepare(house, pools.owner);
    await fill(pools.owner, { from: 0, to: rows, unitId, state: 'posted', day: '2021-01-01' });
    await fill(pools.owner, { from: rows, to: rows + BULK, unitId, state: 'reported', day: '2024-01-01' });
    await pools.owner.query('vacuum analyze entry');
    // The file first: bulk steps would leave their memory behind.
    const exported = await takeOut(house, personId, rows);
    return [...exported, ...(await confirmMany(house, pools.owner, personId))];
  } finally {
    await pools.end();
  }
}

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
};

async function prepare(house: House, owner: Pool): Promise<{ personId: string; unitId: string }> {
  const client = await owner.connect();
  try {
    await loadPlacePack(client, { folder: inRoot('data', 'places'), now: new Date(), parts: ['divisions'] });
  } finally {
    client.release();
  }
  const input = {
    link: (await firstLink(house)) ?? '',
    name: '试',
    login: 'bench',
    password: 'a-long-password',
    unitName: '某部',
  };
  const begun = must(await runAct(house, firstOperator, { actId: newId(), actor: nobody, input }));
  await owner.query(`update post set role = 'office' where person_id = $1`, [begun.personId]);
  const kind = wideKind();
  await inTransaction(house.app, async (tx) => {
    await insertKind(tx, KIND, false, null);
    const term = { validFrom: '2000-01-01', validTo: null, placeIds: [], note: null };
    await insertKindVersion(tx, { ...term, version: 1, definition: kind, now: house.clock(), recordedBy: null });
  });
  return begun;
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
  return { ...shipped, code: KIND, fields, facets: [], rules: [], evidence: [], once: null };
}

/** Puts invented entries in, spread over counties. */
async function fill(
  owner: Pool,
  ask: { from: number; to: number; unitId: string; state: string; day: string },
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into entry (county_id, id, number, kind, kind_version, unit_id, state, occurred_on, counted_on, amount_fen, quantity, people, voucher, payee, fields, note,
         source, reported_by, reported_at, posted_by, posted_at, changed_at)
       select c.id, (lpad(to_hex(1600000000000 + i), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid,
         '2021-' || c.id || '-' || i, '${KIND}', 1, $3, $4, $5::date + (i % 365)::int, $5::date + (i % 365)::int, i * 7919 % 90000000 + 100, i % 9000 / 10.0, i % 200,
         'PZ' || i, '收款单位' || i % 5000, (select jsonb_object_agg('f' || n, case n % 5 when 0 then (i * 31 + n)::text when 1 then '2021-03-05' else '内容' || (i + n) end)
           from generate_series(0, 14) n), '备注' || i, 'import', $6, now(), case when $4 = 'posted' then $6::uuid end, case when $4 = 'posted' then now() end, now()
       from generate_series($1::bigint, $2::bigint - 1) i
       join (select id, row_number() over (order by id) - 1 as n, count(*) over () as all from (select id from place where level = 'county' and is_current order by md5(id) limit 100) p) c
         on c.n = i % c.all`,
      [ask.from, ask.to, ask.unitId, ask.state, ask.day, '00000000-0000-7000-8000-00000000000a'],
    );
  } finally {
    client.release(true);
  }
}

const MB = 1024 * 1024;

async function takeOut(house: House, personId: string, rows: number): Promise<Measure[]> {
  const actor = await loadActor(house.app, personId, dayOf(house.clock()), null);
  if (actor === null) throw new Error('no actor');
  const input: ExportAsk = {
    filter: { kind: [KIND], from: '2021-01-01', to: '2021-12-31' },
    format: 'xlsx',
    columns: 'kind',
    money: 'yuan',
    lang: 'zh-CN',
  };
  const begun = must(await runAct(house, exportEntries, { actId: newId(), actor, input }));
  if (begun.rows !== rows) throw new Error(`${begun.rows} rows`);
  const before = process.memoryUsage.rss();
  let peak = before;
  let size = 0;
  const from = performance.now();
  const file = must(await openExport(house, actor, begun.id));
  for await (const piece of file.bytes) {
    size += piece.length;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  file.end();
  const seconds = (performance.now() - from) / 1000;
  process.stderr.write(
    `${rows} rows, ${round(size / MB)} MB in ${round(seconds)} s; ${round(before / MB)} MB before\n`,
  );
  const one = { bench: 'books', yardstick: null, ratio: null };
  return [
    {
      ...one,
      measure: `memory while ${rows} × 45 are taken out`,
      value: round(peak / MB),
      unit: 'MB',
      goal: '< 300 MB',
      met: peak < 300 * MB,
    },
    { ...one, measure: '  rows a second', value: round(rows / seconds), unit: 'rows/s', goal: 'shown', met: true },
  ];
}

async function confirmMany(house: House, owner: Pool, personId: string): Promise<Measure[]> {
  // The county's part, played by the only person there is.
  await owner.query(`update post set role = 'county' where person_id = $1`, [personId]);
  const actor = await loadActor(house.app, personId, dayOf(house.clock()), null);
  if (actor === null) throw new Error('no actor');
  const input: BulkInput = { step: 'confirm', filter: { kind: [KIND] }, chosen: null, countSeen: BULK, reason: null };
  const from = performance.now();
  const begun = must(await runAct(house, beginBulk, { actId: newId(), actor, input }));
  const frozen = performance.now();
  await workOnce(house, jobKinds, { server: newId() });
  const seconds = (performance.now() - from) / 1000;
  const result = must(await readBulk(house, actor, begun.jobId)) as { done: number; refused: number };
  if (result.done !== BULK) throw new Error(JSON.stringify(result));
  process.stderr.write(`frozen in ${round((frozen - from) / 1000)} s, all in ${round(seconds)} s\n`);
  return [
    {
      bench: 'books',
      measure: `${BULK} confirmed under a filter`,
      value: round(seconds),
      unit: 's',
      yardstick: null,
      ratio: null,
      goal: '≤ 20 s',
      met: seconds <= 20,
    },
  ];
}
