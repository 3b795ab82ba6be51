import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Pool } from 'pg';
import { firstLink, firstOperator } from '../src/acts/access/first-operator.ts';
import { beginImport } from '../src/acts/exchange/begin-import.ts';
import { applyImport, checkImport } from '../src/acts/exchange/change-import.ts';
import { readImport } from '../src/acts/exchange/read-imports.ts';
import { machineClock, newId, shippedReading, type House } from '../src/acts/house.ts';
import { jobKinds } from '../src/acts/job/job-kinds.ts';
import { workOnce } from '../src/acts/job/run-jobs.ts';
import { nobody, runAct } from '../src/acts/run-act.ts';
import { loadPlacePack } from '../src/acts/start/load-place-pack.ts';
import { dayOf } from '../src/core/kernel/plain-date.ts';
import type { KindDefinition } from '../src/core/ledger/kind.ts';
import { readKindFiles } from '../src/formats/read-kind-files.ts';
import { writeRows } from '../src/formats/sheet/write-rows.ts';
import { inRoot, root } from '../src/root.ts';
import { loadActor } from '../src/storage/access/actor.ts';
import { openPools } from '../src/storage/database/open-database.ts';
import { inTransaction } from '../src/storage/database/transaction.ts';
import { insertKind, insertKindVersion } from '../src/storage/ledger/kind.ts';
import { against, round, type Measure } from './measure.ts';

/** Share of the rate of a bare COPY that an import with all its checks has to reach. */
const GOAL = 0.35;
const KIND = 'bench_input';
const XLSX_ROWS = 50_000;
const XLSX_SECONDS = 15;

/**
 * A csv through every check into the ledger (stored, read, checked, staged, compared, numbered, logged) against COPY of the same
 * rows, from a file, into the same tables with the same indexes and keys, both empty before. `rows`: 200 000 unless told.
 */
export async function run(databaseUrl: string, rows = 200_000): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-bench-import-'));
  const pools = openPools({ connectionString: databaseUrl, max: 6 });
  try {
    const house: House = { app: pools.app, clock: machineClock, reading: shippedReading() };
    const { actor, unitId } = await prepare(house, pools.owner);
    const file = join(folder, 'rows.csv');
    const size = await writeCsv(house, file, rows);
    await pools.owner.query('checkpoint');
    const times = await importFile(house, actor, unitId, file, size, rows);
    const xlsx = await workbook(house, actor, unitId, folder);
    const raw = await rawCopy(pools.owner, folder);
    process.stderr.write(
      `${rows} rows: kept ${times.begin.toFixed(1)} s, checked ${times.check.toFixed(1)} s, put in ${times.apply.toFixed(1)} s; COPY ${raw.toFixed(1)} s\n`,
    );
    const rate = { bench: 'import', unit: 'rows/s', goal: `≥ ${GOAL} ×` };
    const value = rows / (times.begin + times.check + times.apply);
    return [
      against(
        { ...rate, measure: `csv of ${rows} rows with every check`, value, yardstick: rows / raw },
        (ratio) => ratio >= GOAL,
      ),
      against(
        { ...rate, measure: '  of it reading and checking', value: rows / times.check, yardstick: rows / raw },
        () => true,
      ),
      against({ ...rate, measure: '  of it putting in', value: rows / times.apply, yardstick: rows / raw }, () => true),
      xlsx,
      {
        bench: 'import',
        measure: '  memory of the process',
        value: round(process.memoryUsage.rss() / 1024 / 1024),
        unit: 'MB',
        yardstick: null,
        ratio: null,
        goal: 'shown',
        met: true,
      },
    ];
  } finally {
    await pools.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(house: House, owner: Pool) {
  const client = await owner.connect();
  try {
    await loadPlacePack(client, { folder: `${root}/data/places`, now: new Date(), parts: ['divisions'] });
  } finally {
    client.release();
  }
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

/** Rows as people send them: names of counties, amounts in 万元, dates in three ways. */
async function writeCsv(house: House, path: string, rows: number): Promise<number> {
  const { gazetteer } = house.reading();
  const counties = [
    ...new Set(Array.from({ length: 700_000 }, (_, n) => String(n)).filter((n) => n.length === 6 && !n.endsWith('00'))),
  ]
    .filter((id) => gazetteer.place(id)?.level === 'county')
    .slice(0, 832);
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

type Actor = NonNullable<Awaited<ReturnType<typeof loadActor>>>;

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
};

const good = async (result: Promise<{ ok: boolean }>): Promise<void> => {
  const answer = await result;
  if (!answer.ok) throw new Error(JSON.stringify(answer));
};

async function workOff(house: House): Promise<void> {
  const failed = (error: unknown) => {
    throw error;
  };
  while (await workOnce(house, jobKinds, { server: newId(), failed }));
}

/** Keeps and checks a file; gives its id and the seconds of both. */
async function checkFile(house: House, actor: Actor, unitId: string, file: string, size: number) {
  const id = newId();
  const parts = () => createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>;
  const begin = await secondsOf(async () => {
    const sum = createHash('sha256');
    for await (const part of parts()) sum.update(part);
    const digest = sum.digest();
    const sheet = { actId: newId(), id, unitId, kind: KIND, fileName: file, pasted: false, digest, size, parts };
    await good(beginImport(house, actor, sheet));
  });
  const check = await secondsOf(async () => {
    await good(runAct(house, checkImport, { actId: newId(), actor, input: { id } }));
    await workOff(house);
  });
  return { id, begin, check };
}

async function importFile(house: House, actor: Actor, unitId: string, file: string, size: number, rows: number) {
  const { id, begin, check } = await checkFile(house, actor, unitId, file, size);
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
  return { begin, check, apply };
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
  const { id, begin, check } = await checkFile(house, actor, unitId, path, bytes.length);
  const read = (await readImport(house, actor, id)) as { value: { counts: { accepted: number } } };
  if (read.value.counts.accepted !== XLSX_ROWS) throw new Error(JSON.stringify(read.value.counts));
  const value = round(begin + check);
  const measure = `xlsx of ${XLSX_ROWS} rows validated`;
  const goal = `≤ ${XLSX_SECONDS} s`;
  return { bench: 'import', measure, value, unit: 's', yardstick: null, ratio: null, goal, met: value <= XLSX_SECONDS };
}

/** Copies the entries and steps out, empties the tables, and copies them in again. Seconds of the copying in. */
async function rawCopy(owner: Pool, folder: string): Promise<number> {
  const client = await owner.connect();
  try {
    const tables = ['entry', 'entry_step'];
    for (const table of tables)
      await pipeline(client.query(copyTo(`copy ${table} to stdout`)), createWriteStream(join(folder, table)));
    await client.query('truncate entry, entry_step cascade');
    await client.query('checkpoint');
    let seconds = 0;
    for (const table of tables) {
      const begin = performance.now();
      await pipeline(createReadStream(join(folder, table)), client.query(copyFrom(`copy ${table} from stdin`)));
      const took = (performance.now() - begin) / 1000;
      process.stderr.write(`COPY ${table} ${took.toFixed(1)} s\n`);
      seconds += took;
      // Without it the keys of the steps are looked up by the wrong index, and the yardstick would be too short.
      await client.query(`analyze ${table}`);
    }
    return seconds;
  } finally {
    client.release();
  }
}
