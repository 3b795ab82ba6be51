import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/storage/database/migrate.ts';
import { openDatabase } from '../src/storage/database/open-database.ts';
import { startEmbedded } from '../src/storage/database/supervisor.ts';

/** A migrated database for one bench: that of DATABASE_URL, else an embedded server in a folder that is removed afterwards. */
export async function withBenchDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const outside = process.env['DATABASE_URL'];
  if (outside !== undefined && outside !== '') return migrated(outside, work);
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-bench-'));
  const server = await startEmbedded({ dataFolder: folder });
  try {
    const { host, port, user, password } = server;
    return await migrated(`postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/postgres`, work);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function migrated<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  const database = await openDatabase({ databaseUrl: url, dataFolder: '' });
  try {
    await migrate(database.owner);
  } finally {
    await database.close();
  }
  return work(url);
}
