import type { Pool } from 'pg';
import { openSession } from '../../src/acts/access/sign-in.ts';
import { machineClock, newId, shippedReading, type House } from '../../src/acts/house.ts';
import { postEntry } from '../../src/acts/ledger/step-entry.ts';
import { runAct } from '../../src/acts/run-act.ts';
import { loadShippedIndicators } from '../../src/acts/start/shipped-indicators.ts';
import { loadShippedKinds } from '../../src/acts/start/shipped-kinds.ts';
import { loadShippedPlaces } from '../../src/acts/start/shipped-places.ts';
import { makeApp } from '../../src/api/app.ts';
import { COOKIE } from '../../src/api/serve.ts';
import { dayOf } from '../../src/core/kernel/plain-date.ts';
import { loadActor } from '../../src/storage/access/actor.ts';
import { openDatabase } from '../../src/storage/database/open-database.ts';
import { percentile } from '../measure.ts';
import { fillLedger, reporter } from './fill.ts';
import { figurePages, listPages, type Asking } from './asked-pages.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 15);

/** Milliseconds of each page, by who asks and what: the p95 of the rounds; and from the posting of an entry to its sum in the figure. */
export interface Timed {
  pages: { kind: 'figure' | 'list'; who: string; name: string; p95: number; p50: number }[];
  /** The least that any signed-in page costs: who am I. */
  bare: number;
  posting: number[];
}

/** Fills the database unless it is filled, and asks for every page over HTTP, in turns, so that a loaded machine loads all alike. */
export async function timePages(databaseUrl: string, entries: number): Promise<Timed> {
  const database = await openDatabase({ databaseUrl, dataFolder: '' });
  try {
    await loadShippedPlaces(database.owner, 'divisions');
    await loadShippedKinds(database.app);
    await loadShippedIndicators(database.app);
    const filled = await database.owner.query('select from ledger_year limit 1');
    if (filled.rowCount === 0) await fillLedger(database.owner, entries);
    const house: House = { app: database.app, clock: machineClock, reading: shippedReading() };
    const app = await makeApp(house, { logLevel: 'silent', limit: false });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    try {
      return await timeAll(house, database.owner, `${url}/api`);
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}

async function timeAll(house: House, owner: Pool, url: string): Promise<Timed> {
  const askings = await people(house, owner);
  const times = new Map<string, number[]>();
  const bare: number[] = [];
  const tasks = askings.flatMap((asking) => [
    ...figurePages(asking).map((page) => ({ kind: 'figure' as const, asking, page })),
    ...listPages(asking).map((page) => ({ kind: 'list' as const, asking, page })),
  ]);
  for (let round = -1; round < ROUNDS; round += 1) {
    const one = await timed(`${url}/session`, askings[0]);
    if (round >= 0) bare.push(one);
    for (const { asking, page } of tasks) {
      const ms = await timed(url + page.path, asking);
      const key = `${asking.who} ${page.name}`;
      // The first round warms what a running house has warm.
      if (round >= 0) times.set(key, [...(times.get(key) ?? []), ms]);
    }
  }
  return {
    pages: tasks.map(({ kind, asking, page }) => {
      const all = times.get(`${asking.who} ${page.name}`) ?? [];
      return { kind, who: asking.who, name: page.name, p95: percentile(all, 0.95), p50: percentile(all, 0.5) };
    }),
    bare: percentile(bare, 0.95),
    posting: await posting(house, owner, url, askings),
  };
}

async function timed(url: string, asking: Asking | undefined): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(url, { headers: { cookie: asking?.cookie ?? '' } });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${text.slice(0, 300)}`);
  return performance.now() - begin;
}

/** One each who reaches everything, a province, a county, and a unit; the county and the unit have the most entries of all. */
async function people(house: House, owner: Pool): Promise<Asking[]> {
  const most = await owner.query<{ county_id: string; unit_id: string; kind: string }>(
    `select county_id, unit_id, min(kind) as kind from ledger_year group by 1, 2 order by sum(entries) desc, 1 limit 1`,
  );
  const { county_id: county, unit_id: unit, kind } = most.rows[0] ?? { county_id: '', unit_id: '', kind: '' };
  const scopes = [
    { who: 'everything', role: 'office', unit: null, place: null },
    { who: 'province', role: 'county', unit: null, place: county.slice(0, 2) },
    { who: 'county', role: 'county', unit: null, place: county },
    { who: 'liaison', role: 'liaison', unit, place: null },
  ];
  const out: Asking[] = [];
  for (const [n, { who, role, unit: scopeUnit, place }] of scopes.entries()) {
    const id = reporter(n);
    const known = await owner.query('select from post where person_id = $1', [id]);
    if (known.rowCount === 0) {
      const post = newId();
      await owner.query(
        `insert into post (id, person_id, unit_id, role, from_on, created_at) values ($1, $2, $3, $4, '2018-01-01', now())`,
        [post, id, unit, role],
      );
      await owner.query('insert into post_scope (post_id, seq, unit_id, place_id) values ($1, 1, $2, $3)', [
        post,
        scopeUnit,
        place,
      ]);
    }
    await owner.query('insert into account (person_id, login) values ($1, $2) on conflict do nothing', [
      id,
      `bench-${who}`,
    ]);
    const secret = await openSession(house, id, { address: null, agent: null });
    out.push({ who, personId: id, cookie: `${COOKIE}=${secret}`, county, unit, kind });
  }
  return out;
}

/** Posts entries that three others reported, confirmed and reviewed, one by one; milliseconds until the figure over HTTP has moved. */
async function posting(house: House, owner: Pool, url: string, askings: readonly Asking[]): Promise<number[]> {
  const office = askings.find((one) => one.who === 'everything');
  const actor = await loadActor(house.app, office?.personId ?? '', dayOf(house.clock()), null);
  if (actor === null || office === undefined) throw new Error('no office');
  const found = await owner.query<{ county_id: string; id: string; revision: number; year: string }>(REVIEWED, [
    actor.personId,
  ]);
  await owner.query(PROVEN, [found.rows.map((row) => row.id)]);
  const out: number[] = [];
  for (const { county_id: countyId, id, revision, year } of found.rows) {
    const page = `${url}/figures/board?period=${year}&placeId=${countyId}&line=${encodeURIComponent('资金管理')}`;
    const read = async () => (await fetch(page, { headers: { cookie: office.cookie } })).text();
    const sum = (text: string) => JSON.stringify((JSON.parse(text) as { sum: unknown }).sum);
    const before = sum(await read());
    const begin = performance.now();
    const done = await runAct(house, postEntry, { actId: newId(), actor, input: { countyId, id, revision, reason: null } });
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    // What is neither free nor paid moves its "in transit" only: that too is in the sums.
    while (sum(await read()) === before)
      if (performance.now() - begin > 5000) throw new Error(`${countyId} ${id} did not move its figure: ${before}`);
    out.push(performance.now() - begin);
  }
  return out;
}

/** A dozen invented entries that the county has confirmed, as though another had reviewed them. */
const REVIEWED = `
update entry e set state = 'reviewed', reviewed_by = '00000000-0000-7000-8000-00000000000b', reviewed_at = now()
from (select county_id, id from entry where state = 'confirmed' and kind = 'direct_input' and reported_by <> $1 order by counted_on desc limit 12) x
where e.county_id = x.county_id and e.id = x.id returning e.county_id, e.id, e.revision, to_char(e.counted_on, 'YYYY') as year`;

/** What their kinds demand, as though it were there; the files themselves are not read at a posting. */
const PROVEN = `
with demand as (
  select e.county_id, e.id as entry_id, e.unit_id, d ->> 'code' as code, gen_random_uuid() as id
  from entry e join entry_kind_version v on v.kind = e.kind and v.version = e.kind_version,
    jsonb_array_elements(v.definition -> 'evidence') d, generate_series(1, (d ->> 'least')::int)
  where e.id = any($1::uuid[])
), file as (
  insert into evidence (county_id, id, unit_id, digest, file_name, media_type, size, brought_by, brought_at)
  select county_id, id, unit_id, sha256(id::text::bytea), 'x.pdf', 'application/pdf', 1, '00000000-0000-7000-8000-00000000000a', now() from demand
)
insert into entry_evidence (county_id, entry_id, evidence_id, demand, added_by, added_at)
select county_id, entry_id, id, code, '00000000-0000-7000-8000-00000000000a', now() from demand`;
