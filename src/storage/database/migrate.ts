import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { StartProblem } from '../../core/kernel/start-problem.ts';
import { inRoot } from '../../root.ts';
import { splitStatements } from './split-statements.ts';

/** Number of our advisory lock: two starts on one database migrate one after the other. */
const LOCK = 7_352_001;

const HISTORY = [
  `create table if not exists migration (
     name text not null constraint migration_pk primary key,
     sha256 text not null,
     at timestamptz not null default now())`,
  `comment on table migration is 'Migrations that have run, each once'`,
  `comment on column migration.name is 'file name'`,
  `comment on column migration.sha256 is 'digest of the file as it ran, hex; a changed file is refused'`,
  `comment on column migration.at is 'when it ran'`,
];

/**
 * Runs the migrations that have not run yet, in the order of their names, each in one transaction. Returns their names.
 * Throws `migration_changed`, `migration_unknown`, `migration_failed` or `database_role_refused`.
 */
export async function migrate(owner: Pool, folder = inRoot('migrations')): Promise<string[]> {
  const client = await owner.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureAppRole(client);
    for (const statement of HISTORY) await client.query(statement);
    const done = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration');
    const files = readMigrations(folder);
    compare(files, done.rows);
    const ran = new Set(done.rows.map((row) => row.name));
    const fresh = files.filter((file) => !ran.has(file.name));
    for (const file of fresh) await run(client, file);
    return fresh.map((file) => file.name);
  } finally {
    // Ending the connection also gives the advisory lock back.
    client.release(true);
  }
}

interface MigrationFile {
  name: string;
  text: string;
  sha256: string;
}

function readMigrations(folder: string): MigrationFile[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name));
  return names.sort().map((name) => {
    // A checkout may have changed the line ends; that is not a change of the file.
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

function compare(files: MigrationFile[], done: { name: string; sha256: string }[]): void {
  for (const { name, sha256 } of done) {
    const file = files.find((one) => one.name === name);
    if (!file) throw new StartProblem('migration_unknown', { name });
    if (file.sha256 !== sha256) throw new StartProblem('migration_changed', { name });
  }
}

async function run(client: PoolClient, file: MigrationFile): Promise<void> {
  let line = 1;
  try {
    await client.query('begin');
    for (const statement of splitStatements(file.text)) {
      line = statement.line;
      await client.query(statement.text);
    }
    await client.query('insert into migration (name, sha256) values ($1, $2)', [file.name, file.sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new StartProblem('migration_failed', {
      name: file.name,
      line: String(line),
      reason: (error as Error).message,
    });
  }
}

/** The app works as this role by SET ROLE after the owner's login. Another database of the server may have made it already. */
const APP_ROLE = `do $$
begin
  if not exists (select from pg_roles where rolname = 'bangfu_app') then
    begin
      create role bangfu_app nologin;
    exception when duplicate_object or unique_violation or insufficient_privilege then null;
    end;
  end if;
  begin
    grant bangfu_app to current_user;
  exception when insufficient_privilege or undefined_object or invalid_grant_operation then null;
  end;
end
$$`;

async function ensureAppRole(client: PoolClient): Promise<void> {
  const who = await client.query<{ user: string }>('select current_user as user');
  try {
    await client.query('set role bangfu_app');
  } catch {
    await client.query(APP_ROLE);
    await tryRole(client, who.rows[0]?.user ?? '');
  }
  await client.query('reset role');
}

async function tryRole(client: PoolClient, user: string): Promise<void> {
  try {
    await client.query('set role bangfu_app');
  } catch (error) {
    throw new StartProblem('database_role_refused', { user, reason: (error as Error).message });
  }
}
