import type { Pool } from 'pg';
import { machineClock, shippedReading, type House } from '../../src/acts/house.ts';
import { openDatabase, type Database } from '../../src/storage/database/open-database.ts';
import { makeMember } from '../people.ts';
import { withServerProcess } from '../server-process.ts';
import { figurePages, listPages, otherPages, type Asking } from './asked-pages.ts';
import { timePostings } from './posting.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 40);

/** What kind of goal a page has. */
export type PageKind = 'figure' | 'list' | 'other';

/** A page with the milliseconds of every round in the small ledger and in the large one. */
export interface TimedPage {
  kind: PageKind;
  who: string;
  name: string;
  small: number[];
  large: number[];
}

/** What was timed; `posting`: milliseconds from the posting of an entry until every figure above it has moved. */
export interface Timed {
  pages: TimedPage[];
  /** The least that any signed-in page costs: who am I. */
  bare: TimedPage;
  posting: number[];
}

interface Side {
  api: string;
  askings: Asking[];
}

/** Asks two running servers for every page in turns, so that a loaded machine loads all alike; then posts entries in the large ledger. */
export async function timePages(smallUrl: string, largeUrl: string): Promise<Timed> {
  return withSide(smallUrl, async (small) =>
    withSide(largeUrl, async (large, house, owner) => {
      const bare = untimed('other', 'everything', 'who am I');
      const pages = await askInTurns(small, large, bare);
      const everything = large.askings.find((one) => one.who === 'everything') as Asking;
      return { pages, bare, posting: await timePostings(house, owner, large.api, everything) };
    }),
  );
}

async function withSide<T>(url: string, work: (side: Side, house: House, owner: Pool) => Promise<T>): Promise<T> {
  const database = await openDatabase({ databaseUrl: url, dataFolder: '' });
  try {
    const house: House = { app: database.app, clock: machineClock, reading: shippedReading() };
    const askings = await people(house, database);
    return await withServerProcess(url, ({ api }) => work({ api, askings }, house, database.owner));
  } finally {
    await database.close();
  }
}

async function askInTurns(small: Side, large: Side, bare: TimedPage): Promise<TimedPage[]> {
  const tasks = large.askings.flatMap((asking, n) => {
    const other = small.askings[n] as Asking;
    const of = (kind: PageKind, pagesOf: typeof listPages) => {
      const inSmall = pagesOf(other);
      return pagesOf(asking).map((page, i) => ({
        page: untimed(kind, asking.who, page.name),
        paths: [inSmall[i]?.path ?? '', page.path] as const,
        cookies: [other.cookie, asking.cookie] as const,
      }));
    };
    return [...of('figure', figurePages), ...of('list', listPages), ...of('other', otherPages)];
  });
  const [first, second] = [small.askings[0], large.askings[0]];
  tasks.push({ page: bare, paths: ['/session', '/session'], cookies: [first?.cookie ?? '', second?.cookie ?? ''] });
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { page, paths, cookies } of tasks) {
      const one = await timed(small.api + paths[0], cookies[0]);
      const two = await timed(large.api + paths[1], cookies[1]);
      // The first round warms what a running house has warm.
      if (round < 0) continue;
      page.small.push(one);
      page.large.push(two);
    }
    process.stderr.write(round < 0 ? 'warm\n' : round % 10 === 9 ? `${round + 1} rounds\n` : '');
  }
  return tasks.slice(0, -1).map(({ page }) => page);
}

const untimed = (kind: PageKind, who: string, name: string): TimedPage => ({ kind, who, name, small: [], large: [] });

async function timed(url: string, cookie: string): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${text.slice(0, 300)}`);
  return performance.now() - begin;
}

/**
 * One each who reaches everything, a province, a county, and a unit; the county and the unit have the most entries of all. The newcomer reaches a unit
 * with two below it, in which nothing was ever reported.
 */
export async function people(house: House, { owner }: Database): Promise<Asking[]> {
  const about = await owner.query<Omit<Asking, 'who' | 'personId' | 'cookie'>>(ABOUT);
  const [found] = about.rows;
  if (found === undefined) throw new Error('the ledger is empty');
  const { county, unit, freshUnit } = found;
  await owner.query(FRESH_UNITS, [[freshUnit, ...[1, 2].map((n) => `${freshUnit.slice(0, -1)}${n}`)], freshUnit]);
  const scopes = [
    { who: 'everything', role: 'office', unit: null, place: null },
    { who: 'province', role: 'county', unit: null, place: county.slice(0, 2) },
    { who: 'county', role: 'county', unit: null, place: county },
    { who: 'liaison', role: 'liaison', unit, place: null },
    { who: 'newcomer', role: 'liaison', unit: freshUnit, place: null },
  ];
  const out: Asking[] = [];
  for (const [n, scope] of scopes.entries())
    out.push({ ...found, who: scope.who, ...(await makeMember(house, owner, n, scope)) });
  return out;
}

/** County, unit and kind with the most entries; a county with none; a unit of the tree's end and one with others below; an entry. */
const ABOUT = `
with most as (select county_id as county, unit_id as unit, min(kind) as kind from ledger_year where kind <> 'bench_wide' group by 1, 2 order by sum(entries) desc, 1 limit 1)
select m.*,
  (select p.id from place p where p.level = 'county' and p.is_current and not exists (select from ledger_year y where y.county_id = p.id) order by p.id limit 1) as "emptyCounty",
  (select v.unit_id from unit_version v where v.parent_id is not null and exists (select from ledger_year y where y.unit_id = v.unit_id) order by 1 desc limit 1) as "leafUnit",
  (select v.parent_id from unit_version v where v.parent_id is not null order by 1 limit 1) as "rootUnit",
  (select e.county_id || '/' || e.id from entry e where e.county_id = m.county and e.kind = m.kind and e.unit_id = m.unit and e.state = 'posted' order by e.counted_on desc, e.id desc limit 1) as entry,
 '00000000-0000-7000-8000-0000000bf000' as "freshUnit"
from most m`;

/** A unit with two below it that came after all entries. */
const FRESH_UNITS = `
with fresh as (insert into unit (id, kind, created_at) select unnest($1::uuid[]), 'central', now() on conflict do nothing returning id)
insert into unit_version (unit_id, valid_from, name, parent_id, recorded_at) select id, '2020-01-01', '新单位', nullif($2::uuid, id), now() from fresh`;
