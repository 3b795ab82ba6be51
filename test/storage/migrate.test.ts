import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StartProblem } from '../../src/core/kernel/start-problem.ts';
import { inRoot } from '../../src/root.ts';
import { migrate } from '../../src/storage/database/migrate.ts';
import { withDatabase } from '../support/database.ts';

const database = withDatabase();
let folder = '';

/** A folder with files of the same names and digests cannot be had without the files: history is moved aside instead. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bangfu-migrations-'));
  await database.owner.query('delete from migration');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};
const problemOf = async (work: Promise<unknown>): Promise<StartProblem> => {
  const error: unknown = await work.then(
    () => new Error('went through'),
    (problem: unknown) => problem,
  );
  return error as StartProblem;
};

describe('migrate', () => {
  it('runs each file once, in order, and takes no note of other files', async () => {
    file('0002_b.sql', 'insert into a_first values (1);');
    file('0001_a.sql', 'create table a_first (x int); -- ;');
    file('notes.txt', 'not sql');
    expect(await migrate(database.owner, folder)).toEqual(['0001_a.sql', '0002_b.sql']);
    expect(await migrate(database.owner, folder)).toEqual([]);
    expect((await database.owner.query('select x from a_first')).rows).toEqual([{ x: 1 }]);
  });

  it('keeps nothing of a file that fails, and names file, line and reason', async () => {
    file('0001_a.sql', 'create table half (x int);\n\nselect nothing_here();');
    const problem = await problemOf(migrate(database.owner, folder));
    expect(problem.code).toBe('migration_failed');
    expect(problem.detail).toMatchObject({ name: '0001_a.sql', line: '3' });
    expect((await database.owner.query("select to_regclass('half') as t")).rows).toEqual([{ t: null }]);
  });

  it('refuses a file that changed after it had run, but not other line ends', async () => {
    file('0001_a.sql', 'select 1;\n');
    await migrate(database.owner, folder);
    file('0001_a.sql', 'select 1;\r\n');
    expect(await migrate(database.owner, folder)).toEqual([]);
    appendFileSync(join(folder, '0001_a.sql'), '-- more');
    expect((await problemOf(migrate(database.owner, folder))).code).toBe('migration_changed');
  });

  it('refuses data of a newer program', async () => {
    file('0001_a.sql', 'select 1;');
    file('0002_b.sql', 'select 1;');
    await migrate(database.owner, folder);
    rmSync(join(folder, '0002_b.sql'));
    expect((await problemOf(migrate(database.owner, folder))).code).toBe('migration_unknown');
  });

  it('runs each file once also when two start at the same moment', async () => {
    file('0001_a.sql', 'create table together (x int); select pg_sleep(0.2);');
    const both = await Promise.all([migrate(database.owner, folder), migrate(database.owner, folder)]);
    expect(both.flat()).toEqual(['0001_a.sql']);
  });

  it("the product's own files have run in every test database", async () => {
    const files = readdirSync(inRoot('migrations')).filter((name) => name.endsWith('.sql'));
    expect(files.length).toBeGreaterThan(0);
    const { rows } = await database.owner.query<{ n: string }>('select count(*) as n from table_placement');
    expect(Number(rows[0]?.n)).toBeGreaterThan(1);
  });
});
