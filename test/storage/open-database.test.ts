import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StartProblem } from '../../src/core/kernel/start-problem.ts';
import { takeHold } from '../../src/storage/database/hold.ts';
import { migrate } from '../../src/storage/database/migrate.ts';
import { openDatabase } from '../../src/storage/database/open-database.ts';
import { describeStartProblem } from '../../src/words/describe-start-problem.ts';
import { withDatabase } from '../support/database.ts';

const database = withDatabase();

const problemOf = async (work: Promise<unknown>): Promise<StartProblem> => {
  const error: unknown = await work.then(
    () => null,
    (problem: unknown) => problem,
  );
  if (error instanceof StartProblem) return error;
  throw new Error(`no start problem: ${String(error)}`);
};

describe('openDatabase with DATABASE_URL', () => {
  it('works on the server that it names, as the weaker role', async () => {
    const opened = await openDatabase({ databaseUrl: database.url, dataFolder: '/nonexistent' });
    expect(opened.kind).toMatch(/^outside \d+\.\d+/);
    expect(await migrate(opened.owner)).toEqual([]);
    const { rows } = await opened.app.query("select current_user as role, current_setting('timezone') as zone");
    expect(rows).toEqual([{ role: 'bangfu_app', zone: 'UTC' }]);
    await opened.close();
  });

  it('says where it could not connect, without the password', async () => {
    const databaseUrl = 'postgres://someone:hidden@127.0.0.1:1/none';
    const problem = await problemOf(openDatabase({ databaseUrl, dataFolder: '/nonexistent' }));
    expect(problem.code).toBe('database_not_reached');
    expect(describeStartProblem(problem)).toContain('127.0.0.1:1/none');
    expect(describeStartProblem(problem)).not.toContain('hidden');
  });
});

describe('takeHold', () => {
  const elsewhere = { pid: 1, start: '1', whereabouts: 'other', host: 'other', folder: '/srv', since: '2024-01-01' };

  it('leaves the folder to a container that still gives signs of life', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bangfu-hold-'));
    const path = join(folder, 'in-use.json');
    writeFileSync(path, JSON.stringify(elsewhere));
    const beat = setInterval(() => {
      utimesSync(path, new Date(), new Date());
    }, 200);
    const problem = await problemOf(takeHold(folder));
    clearInterval(beat);
    expect(problem.code).toBe('data_in_use_elsewhere');
    expect(problem.detail).toMatchObject({ host: 'other', folder: '/srv' });
    rmSync(folder, { recursive: true });
  });

  it('gives the folder free again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bangfu-hold-'));
    const hold = await takeHold(folder);
    expect((await problemOf(takeHold(folder))).code).toBe('data_in_use');
    hold.release();
    (await takeHold(folder)).release();
    rmSync(folder, { recursive: true });
  });
});
