import { newId, machineClock, shippedReading, type House } from '../src/acts/house.ts';
import { openDatabase, type Database } from '../src/storage/database/open-database.ts';
import { withKeptLedgers } from './kept-database.ts';
import { WIDE, wideOf } from './ledger/wide-kind.ts';
import { round, type Measure } from './measure.ts';
import { makeMember, type Member } from './people.ts';
import { withServerProcess, type ServerProcess } from './server-process.ts';

const MB = 1024 * 1024;
const MOST_MB = 300;
const MOST_SECONDS = 20;

/**
 * Among so many entries (10 million unless told): taking 570 000 of 45 columns out as xlsx, and confirming 10 000 under a filter (fewer in a smaller ledger);
 * both asked of the built product over HTTP, as the pages ask.
 */
export async function run(entries = 10_000_000): Promise<Measure[]> {
  return withKeptLedgers([entries], async ([url = '']) => {
    const database = await openDatabase({ databaseUrl: url, dataFolder: '' });
    try {
      const { office, county } = await people(database);
      const { posted, reported } = wideOf(entries);
      return await withServerProcess(url, async (server) => [
        ...(await takeOut(server, office, posted)),
        await confirmMany(server, county, reported),
      ]);
    } finally {
      await database.close();
    }
  });
}

async function people({ app, owner }: Database): Promise<{ office: Member; county: Member }> {
  const house: House = { app, clock: machineClock, reading: shippedReading() };
  const whole = { unit: null, place: null };
  return {
    office: await makeMember(house, owner, 0, { who: 'office', role: 'office', ...whole }),
    county: await makeMember(house, owner, 1, { who: 'county', role: 'county', ...whole }),
  };
}

async function ask<T>({ api }: ServerProcess, { cookie }: Member, path: string, body?: object): Promise<T> {
  const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify({ actId: newId(), ...body }) };
  const answer = await fetch(`${api}${path}`, { headers, ...sent });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}

/** A few more rows than were asked for: some of them are reversed or tied to others. */
async function takeOut(server: ServerProcess, office: Member, least: number): Promise<Measure[]> {
  const filter = { kind: WIDE, from: '2021-01-01', to: '2021-12-31' };
  const wanted = { filter, format: 'xlsx', columns: 'kind', money: 'yuan' };
  const { id, rows } = await ask<{ id: string; rows: number }>(server, office, '/entries/export', wanted);
  if (rows < least) throw new Error(`${rows} rows, not ${least}`);
  const before = server.memory();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, server.memory())), 50);
  const from = performance.now();
  let size = 0;
  try {
    const answer = await fetch(`${server.api}/entries/exports/${id}`, { headers: { cookie: office.cookie } });
    if (answer.status !== 200 || answer.body === null) throw new Error(`${answer.status} ${await answer.text()}`);
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) size += piece.length;
  } finally {
    clearInterval(watch);
  }
  const seconds = (performance.now() - from) / 1000;
  process.stderr.write(
    `${rows} rows, ${round(size / MB)} MB in ${round(seconds)} s; ${round(before / MB)} MB before\n`,
  );
  const one = { bench: 'books', yardstick: null, ratio: null };
  const measure = `memory of the server while ${rows} × 45 are taken out`;
  return [
    { ...one, measure, value: round(peak / MB), unit: 'MB', goal: `< ${MOST_MB} MB`, met: peak < MOST_MB * MB },
    { ...one, measure: '  rows a second', value: round(rows / seconds), unit: 'rows/s', goal: 'shown', met: true },
  ];
}

/** From the asking to the end of the job, looked at as the page looks. */
async function confirmMany(server: ServerProcess, county: Member, rows: number): Promise<Measure> {
  const wanted = { step: 'confirm', filter: { kind: WIDE, state: 'reported' }, countSeen: rows, reason: null };
  const from = performance.now();
  const { jobId } = await ask<{ jobId: string }>(server, county, '/entries/bulk', wanted);
  const frozen = performance.now();
  for (;;) {
    const now = await ask<{ done: number; left: number }>(server, county, `/entries/bulk/${jobId}`);
    if (now.left === 0) {
      if (now.done !== rows) throw new Error(JSON.stringify(now));
      break;
    }
    await new Promise((wake) => setTimeout(wake, 200));
  }
  const seconds = (performance.now() - from) / 1000;
  process.stderr.write(`frozen in ${round((frozen - from) / 1000)} s, all in ${round(seconds)} s\n`);
  const one = { bench: 'books', yardstick: null, ratio: null, unit: 's', goal: `≤ ${MOST_SECONDS} s` };
  return { ...one, measure: `${rows} confirmed under a filter`, value: round(seconds), met: seconds <= MOST_SECONDS };
}
