import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { loadShippedIndicators } from '../src/acts/start/shipped-indicators.ts';
import { loadShippedKinds } from '../src/acts/start/shipped-kinds.ts';
import { loadShippedPlaces } from '../src/acts/start/shipped-places.ts';
import { inRoot } from '../src/root.ts';
import { migrate } from '../src/storage/database/migrate.ts';
import { openDatabase } from '../src/storage/database/open-database.ts';
import { startEmbedded, type EmbeddedServer } from '../src/storage/database/supervisor.ts';
import { fillLedger } from './ledger/fill.ts';

/** Where filled databases are kept between runs: BENCH_DATA, else a folder of the cache. It may be removed at any time. */
export const keptFolder = (): string =>
  process.env['BENCH_DATA'] ??
  // As root the server runs as another account, which may not be able to come here.
  (process.getuid?.() === 0 ? '/var/cache/bangfu-bench' : inRoot('.cache', 'bench'));

/** While it fills, the server need not survive a fall of the machine: an unfinished one is begun anew. */
const FILLING = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '16GB',
  shared_buffers: '1GB',
  autovacuum: 'off',
};

/**
 * Lets the work have copies of databases with so many entries each, which are filled the first time and kept: the same start each time. The copies are
 * dropped after. On the server of DATABASE_URL (a user who may make databases), else on an embedded one with the settings that the product gives it.
 */
export async function withKeptLedgers<T>(sizes: readonly number[], work: (urls: string[]) => Promise<T>): Promise<T> {
  const kept = sizes.map((entries) => ({ entries, name: `bench_${entries}_${stamp()}` }));
  for (const { entries, name } of kept) {
    const there = await withServer({}, async (url) => (await databases(url, `^${name}$`)).length > 0);
    if (!there) await withServer(FILLING, (url) => make(url, name, entries));
  }
  return withServer({}, async (url) => {
    const copies = kept.map(({ name }) => ({ from: name, name: `${name}_run` }));
    const drop = copies.map(({ name }) => `drop database if exists "${name}" with (force)`);
    const copy = copies.map(({ name, from }) => `create database "${name}" template "${from}" strategy file_copy`);
    await onServer(url, ...drop, ...copy);
    try {
      return await work(copies.map(({ name }) => inDatabase(url, name)));
    } finally {
      await onServer(url, ...drop);
    }
  });
}

/** What a filled database depends on (the tables, the kinds and how it is filled), as eight signs. */
export function stamp(): string {
  const hash = createHash('sha256');
  const folders = [inRoot('migrations'), inRoot('data', 'kinds')];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => join(folder, name)),
  );
  for (const name of ['fill.ts', 'fill-around.ts', 'wide-kind.ts']) files.push(inRoot('bench', 'ledger', name));
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 8);
}

async function withServer<T>(settings: Record<string, string>, work: (url: string) => Promise<T>): Promise<T> {
  const outside = process.env['DATABASE_URL'];
  if (outside !== undefined && outside !== '') return work(outside);
  const server = await startEmbedded({ dataFolder: keptFolder(), settings });
  try {
    return await work(urlOf(server));
  } finally {
    await server.close();
  }
}

const urlOf = ({ host, port, user, password }: EmbeddedServer): string =>
  `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/postgres`;

function inDatabase(url: string, name: string): string {
  const there = new URL(url);
  there.pathname = `/${name}`;
  return there.href;
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function databases(url: string, like: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query<{ name: string }>('select datname as name from pg_database where datname ~ $1', [
      like,
    ]);
    return found.rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

/** Fills under another name and renames when whole; those of other tables or another filling go first. */
async function make(url: string, kept: string, entries: number): Promise<void> {
  for (const old of await databases(url, `^bench_${entries}_`))
    await onServer(url, `drop database "${old}" with (force)`);
  const making = `${kept}_making`;
  await onServer(url, `create database "${making}"`);
  const database = await openDatabase({ databaseUrl: inDatabase(url, making), dataFolder: '' });
  try {
    await migrate(database.owner);
    await loadShippedPlaces(database.owner, 'divisions');
    await loadShippedPlaces(database.owner, 'villages');
    await loadShippedKinds(database.app);
    await loadShippedIndicators(database.app);
    await fillLedger(database.owner, entries);
  } finally {
    await database.close();
  }
  await onServer(url, `alter database "${making}" rename to "${kept}"`, 'checkpoint');
}
