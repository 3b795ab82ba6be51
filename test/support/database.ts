import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openPools } from '../../src/storage/database/open-database.ts';
import { databaseUrl, onServer } from './global-setup.ts';

/** The database of one test file; its fields may be read from the first hook or test on. */
export interface TestDatabase {
  /** Works as bangfu_app, as the product does. */
  readonly app: Pool;
  /** Works as the owner, to look behind what the app may see. */
  readonly owner: Pool;
  /** Connection string, as a DATABASE_URL. */
  readonly url: string;
  /** "embedded 18.4", "outside 15.7". */
  readonly kind: string;
}

/** Clones the template for this test file (or this `describe`), and drops the clone afterwards. */
export function withDatabase(): TestDatabase {
  let open: (TestDatabase & { end(): Promise<void> }) | null = null;
  const get = (): TestDatabase => {
    if (open === null) throw new Error('the database opens in beforeAll: use it inside hooks and tests');
    return open;
  };
  beforeAll(async () => {
    open = await cloneTemplate();
  }, 60_000);
  afterAll(async () => {
    await open?.end();
  }, 60_000);
  return {
    get app() {
      return get().app;
    },
    get owner() {
      return get().owner;
    },
    get url() {
      return get().url;
    },
    get kind() {
      return get().kind;
    },
  };
}

/** A clone of the template with its pools; `end` closes them and drops it. */
export async function cloneTemplate(): Promise<TestDatabase & { end(): Promise<void> }> {
  const server = inject('testServer');
  const name = `bangfu_test_${randomBytes(6).toString('hex')}`;
  await onServer(server.url, `create database ${name} template ${server.template}`);
  const url = databaseUrl(server.url, name);
  const pools = openPools({ connectionString: url, max: 6 });
  const end = async () => {
    await pools.end();
    await onServer(server.url, `drop database if exists ${name} with (force)`);
  };
  return { app: pools.app, owner: pools.owner, url, kind: server.kind, end };
}
