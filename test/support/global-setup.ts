import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/storage/database/migrate.ts';
import { openPools } from '../../src/storage/database/open-database.ts';
import { startEmbedded } from '../../src/storage/database/supervisor.ts';
import { loadTemplate } from './load-template.ts';
import { startOutside } from './outside-server.ts';

/** The run's server: where it is, and the database that each test file clones. */
export interface TestServer {
  /** Connection string of the maintenance database, of a user who may create databases. */
  url: string;
  template: string;
  /** "embedded 18.4", "outside 15.7". */
  kind: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** One server and one migrated template a run; TEST_SERVER=outside takes the outside server instead of the embedded. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env['TEST_SERVER'] === 'outside' ? await outside() : await embedded();
  try {
    const template = `bangfu_template_${process.pid}`;
    const kind = await makeTemplate(server.url, template, server.name);
    console.log(`database of these tests: ${kind}`);
    project.provide('testServer', { url: server.url, template, kind });
    return async () => {
      await onServer(server.url, `drop database if exists ${template} with (force)`);
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function makeTemplate(url: string, template: string, name: string): Promise<string> {
  const version = await onServer(
    url,
    `drop database if exists ${template} with (force)`,
    `create database ${template} encoding 'UTF8' template template0`,
  );
  const pools = openPools({ connectionString: databaseUrl(url, template), max: 2 });
  try {
    await migrate(pools.owner);
    await loadTemplate(pools);
    await pools.owner.query('vacuum analyze');
  } finally {
    await pools.end();
  }
  return `${name} ${version}`;
}

interface Started {
  url: string;
  name: 'embedded' | 'outside';
  stop(): Promise<void>;
}

async function embedded(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-test-'));
  // Nothing here outlives the run, so nothing is waited for on disk.
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: '120',
    shared_buffers: '128MB',
  };
  const server = await startEmbedded({ dataFolder: folder, mayCreateAccount: false, settings });
  const stop = async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    url: `postgres://${server.user}:${server.password}@127.0.0.1:${server.port}/postgres`,
    name: 'embedded',
    stop,
  };
}

async function outside(): Promise<Started> {
  const server = await startOutside();
  const stop = () => {
    server.stop();
    return Promise.resolve();
  };
  return { url: server.url, name: 'outside', stop };
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Runs statements on the maintenance database; returns the server's version. */
export async function onServer(url: string, ...statements: string[]): Promise<string> {
  const pool = new Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  try {
    for (const statement of statements) await pool.query(statement);
    const answer = await pool.query<{ server_version: string }>('show server_version');
    return answer.rows[0]?.server_version.split(' ')[0] ?? '';
  } finally {
    await pool.end();
  }
}
