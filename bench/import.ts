import { createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Pool } from 'pg';
import { firstLink, firstOperator } from '../src/acts/access/first-operator.ts';
import { applyImport } from '../src/acts/exchange/change-import.ts';
import { readImport } from '../src/acts/exchange/read-imports.ts';
import { machineClock, newId, shippedReading, type House } from '../src/acts/house.ts';
import { nobody, runAct } from '../src/acts/run-act.ts';
import { dayOf } from '../src/core/kernel/plain-date.ts';
import type { KindDefinition } from '../src/core/ledger/kind.ts';
import { readKindFiles } from '../src/formats/read-kind-files.ts';
import { writeRows } from '../src/formats/sheet/write-rows.ts';
import { inRoot } from '../src/root.ts';
import { loadActor } from '../src/storage/access/actor.ts';
import { openPools } from '../src/storage/database/open-database.ts';
import { inTransaction } from '../src/storage/database/transaction.ts';
import { insertKind, insertKindVersion } from '../src/storage/ledger/kind.ts';
import { checkFile, good, secondsOf, workOff, type Actor } from './import-acts.ts';
import { householdSheet } from './import-households.ts';
import { withKeptLedgers } from './kept-database.ts';
import { against, round, type Measure } from './measure.ts';

/** Share of the rate of a bare COPY that an import with all its checks has to reach. */
const GOAL = 0.35;
const KIND = 'bench_input';
const XLSX_ROWS = 50_000;
const XLSX_SECONDS = 15;

/**
 * Into a ledger of so many entries (10 million unless told): a csv of `rows` (a million; a tenth of a smaller ledger) through every check (stored, read, checked,
 * staged, compared, numbered, logged), against COPY of the same rows from a file into the same tables with the same indexes and keys, from which the
 * imported ones were taken away before; and two workbooks to the verdict on each row.
 */
export async function run(
  entries = 10_000_000,
  rows = Math.min(1_000_000, Math.ceil(entries / 10)),
): Promise<Measure[]> {
  return withKeptLedgers([entries], async ([url = '']) => {
    const folder = mkdtempSync(join(tmpdir(), 'bangfu-bench-import-'));
    const pools = openPools({ connectionString: url, max: 6 });
    try {
      return await measured(
        { house: { app: pools.app, clock: machineClock, reading: shippedReading() }, owner: pools.owner, folder },
        rows,
      );
    } finally {
      await pools.end();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

interface Bench {
  house: House;
  owner: Pool;
  folder: string;
}

async function measured(bench: Bench, rows: number): Promise<Measure[]> {
  const { house, owner, folder } = bench;
  const { actor, unitId } = await prepare(house, owner);
  const books = [
    await workbook(house, actor, unitId, folder),
    ...(await householdSheet(house, owner, { actor, unitId, folder })),
  ];
  const file = join(folder, 'rows.csv');
  const size = await writeCsv(owner, file, rows);
  await owner.query('checkpoint');
  const times = await importFile(house, actor, unitId, file, size, rows);
  const memory = process.memoryUsage.rss();
  const raw = await rawCopy(owner, folder, times.id);
  const said = `kept ${times.begin.toFixed(1)} s, checked ${times.check.toFixed(1)} s, put in ${times.apply.toFixed(1)} s; COPY ${raw.toFixed(1)} s`;
  process.stderr.write(`${rows} rows: ${said}\n`);
  const one = { bench: 'import', unit: 'rows/s', yardstick: rows / raw };
  const whole = {
    ...one,
    measure: `csv of ${rows} rows with every check`,
    value: rows / (times.begin + times.check + times.apply),
  };
  return [
    against({ ...whole, goal: `≥ ${GOAL} × COPY` }, (ratio) => ratio >= GOAL),
    against({ ...one, measure: '  of it reading and checking', value: rows / times.check, goal: 'shown' }, () => true),
    against({ ...one, measure: '  of it putting in', value: rows / times.apply, goal: 'shown' }, () => true),
    {
      bench: 'import',
      measure: '  memory of the process',
      value: round(memory / 1024 / 1024),
      unit: 'MB',
      yardstick: null,
      ratio: null,
      goal: 'shown',
      met: true,
    },
    ...books,
  ];
}

async function prepare(house: House, owner: Pool) {
  const link = (await firstLink(house)) ?? '';
  const input = { link, name: '首位', login: 'first', password: 'a-long-password', unitName: '某部' };
  const begun = await runAct(house, firstOperator, { actId: newId(), actor: nobody, input });
  if (!begun.ok) throw new Error(JSON.stringify(begun.problems));
  const { personId, unitId } = begun.value;
  const shipped = readKindFiles(inRoot('data', 'kinds'))[0] as KindDefinition;
  // As the shipped kind, but without files demanded: rows come in reported, each with a number.
  const definition: KindDefinition = { ...shipped, code: KIND, evidence: [] };
  const version = { version: 1, validFrom: '1980-01-01', validTo: null, placeIds: [], note: null, recordedBy: null };
  await inTransaction(owner, async (tx) => {
    await insertKind(tx, KIND, false, null);
    await insertKindVersion(tx, { ...version, definition, now: house.clock() });
  });
  const actor = await loadActor(house.app, personId, dayOf(house.clock()), null);
  if (actor === null) throw new Error('no actor');
  return { actor, unitId };
}

/** Rows as people send them, of every county in turn: amounts in 万元, dates in three ways. */
async function writeCsv(owner: Pool, path: string, rows: number): Promise<number> {
  const found = await owner.query<{ id: string }>('select distinct county_id as id from ledger_year order by 1');
  const counties = found.rows.map((row) => row.id);
  const out = createWriteStream(path);
  let size = 0;
  const put = async (text: string) => {
    size += Buffer.byteLength(text);
    if (!out.write(text)) await new Promise((wake) => out.once('drain', () => wake(null)));
  };
  await put('序号,受援县,到账日期,投入金额（万元）,凭证号,收款方,无偿或有偿,资金或实物,实施项目,备注\r\n');
  const days = (n: number) => {
    const [y, m, d] = [2015 + (n % 8), 1 + (n % 12), 1 + (n % 28)];
    const two = (x: number) => String(x).padStart(2, '0');
    return n % 3 === 0 ? `${y}年${m}月${d}日` : n % 3 === 1 ? `${y}-${two(m)}-${two(d)}` : `${y}${two(m)}${two(d)}`;
  };
  for (let at = 0; at < rows; at += 1000) {
    let text = '';
    for (let n = at; n < Math.min(at + 1000, rows); n += 1) {
      const county = counties[n % counties.length] ?? '130126';
      text += `${n + 1},${county},${days(n)},${1 + (n % 97)}.${n % 10},记-${n},第${n % 5000}号合作社,${n % 4 === 0 ? '有偿' : '无偿'},资金,第${n % 300}期产业路建设,${n % 7 === 0 ? '首批' : ''}\r\n`;
    }
    await put(text);
  }
  await new Promise((wake) => out.end(() => wake(null)));
  return size;
}

async function importFile(house: House, actor: Actor, unitId: string, file: string, size: number, rows: number) {
  const { id, begin, check } = await checkFile(house, actor, { unitId, kind: KIND, file, size });
  const apply = await secondsOf(async () => {
    await good(runAct(house, applyImport, { actId: newId(), actor, input: { id, mode: 'good' as const } }));
    await workOff(house);
  });
  const done = (await readImport(house, actor, id)) as {
    ok: boolean;
    value: { state: string; counts: { applied: number } };
  };
  if (done.value.state !== 'done' || done.value.counts.applied !== rows)
    throw new Error(`not all came in: ${JSON.stringify({ state: done.value.state, counts: done.value.counts })}`);
  return { id, begin, check, apply };
}

/** A workbook of 50 000 rows, from the file to the verdict on each row. Goal: 15 s. */
async function workbook(house: House, actor: Actor, unitId: string, folder: string): Promise<Measure> {
  const path = join(folder, 'rows.xlsx');
  const headers = ['受援县', '到账日期', '投入金额（元）', '凭证号', '收款方', '无偿或有偿', '资金或实物'];
  const columns = headers.map((header) => ({ header, type: 'text' as const }));
  const rows = Array.from({ length: XLSX_ROWS }, (_, n) => {
    const day = String(1 + (n % 28)).padStart(2, '0');
    return ['灵寿县', `2021-03-${day}`, `${n + 1}.50`, `表-${n}`, `第${n % 500}号合作社`, '无偿', '资金'];
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of writeRows({ format: 'xlsx', sheets: [{ name: '台账', columns, rows: [rows] }] }))
    pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  writeFileSync(path, bytes);
  const { id, begin, check } = await checkFile(house, actor, { unitId, kind: KIND, file: path, size: bytes.length });
  const read = (await readImport(house, actor, id)) as { value: { counts: { accepted: number } } };
  if (read.value.counts.accepted !== XLSX_ROWS) throw new Error(JSON.stringify(read.value.counts));
  const value = round(begin + check);
  const measure = `xlsx of ${XLSX_ROWS} rows validated`;
  const goal = `≤ ${XLSX_SECONDS} s`;
  return { bench: 'import', measure, value, unit: 's', yardstick: null, ratio: null, goal, met: value <= XLSX_SECONDS };
}

/** Copies the imported entries and their steps out, takes them from the tables, and copies them in again. Seconds of the copying in. */
async function rawCopy(owner: Pool, folder: string, importId: string): Promise<number> {
  const client = await owner.connect();
  try {
    const mine = `select county_id, id from entry where import_id = '${importId}'`;
    const rows = {
      entry: `select * from entry where import_id = '${importId}'`,
      entry_step: `select * from entry_step where (county_id, entry_id) in (${mine})`,
    };
    for (const [table, query] of Object.entries(rows))
      await pipeline(client.query(copyTo(`copy (${query}) to stdout`)), createWriteStream(join(folder, table)));
    // What hangs on them goes first, so that no key is left without its entry.
    await client.query('set session_replication_role = replica');
    await client.query(`delete from entry_step where (county_id, entry_id) in (${mine})`);
    await client.query(`delete from entry where import_id = '${importId}'`);
    await client.query('set session_replication_role = default');
    for (const table of Object.keys(rows)) await client.query(`vacuum (analyze) ${table}`);
    await client.query('checkpoint');
    let seconds = 0;
    for (const table of Object.keys(rows)) {
      const begin = performance.now();
      await pipeline(createReadStream(join(folder, table)), client.query(copyFrom(`copy ${table} from stdin`)));
      const took = (performance.now() - begin) / 1000;
      process.stderr.write(`COPY ${table} ${took.toFixed(1)} s\n`);
      seconds += took;
      // Without it the keys of the steps may be looked up by the wrong index, and the yardstick would be too short.
      await client.query(`analyze ${table}`);
    }
    return seconds;
  } finally {
    client.release(true);
  }
}
