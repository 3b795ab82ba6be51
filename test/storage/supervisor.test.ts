import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../src/root.ts';
import { startEmbedded } from '../../src/storage/database/supervisor.ts';
import { isAlive } from '../../src/storage/database/process-identity.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
let dataFolder = '';
const started: ChildProcess[] = [];

/** One run of test/support/keep-database.ts and what it has said so far. */
class Keeper {
  readonly child: ChildProcess;
  said = '';

  constructor(how?: string) {
    const args = ['--import', tsx, inRoot('test/support/keep-database.ts'), dataFolder, ...(how ? [how] : [])];
    this.child = spawn(process.execPath, args, { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'inherit'] });
    this.child.stdout?.on('data', (part: Buffer) => (this.said += part.toString()));
    started.push(this.child);
  }

  /** Waits until it has said something that matches. */
  async hears(pattern: RegExp): Promise<RegExpExecArray> {
    for (let i = 0; i < 2000; i += 1) {
      const found = pattern.exec(this.said);
      if (found) return found;
      await new Promise((wake) => setTimeout(wake, 10));
    }
    throw new Error(`never said ${pattern.source}: ${this.said}`);
  }

  async ready(): Promise<{ pid: number; postmaster: number }> {
    const found = await this.hears(/ready (\d+) (\d+)/);
    return { pid: Number(found[1]), postmaster: Number(found[2]) };
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null)
      await new Promise((wake) => this.child.once('close', wake));
    return this.child.exitCode;
  }

  lastKept(): number {
    return Math.max(0, ...[...this.said.matchAll(/kept (\d+)\n/g)].map((found) => Number(found[1])));
  }
}

const gone = async (pid: number): Promise<boolean> => {
  for (let i = 0; i < 500 && isAlive(pid); i += 1) await new Promise((wake) => setTimeout(wake, 20));
  return !isAlive(pid);
};

beforeAll(() => {
  dataFolder = join(mkdtempSync(join(tmpdir(), 'bangfu-supervisor-')), 'data');
  chmodSync(join(dataFolder, '..'), 0o711);
});
afterAll(async () => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  for (const child of started) {
    if (child.exitCode === null && child.signalCode === null) await new Promise((wake) => child.once('close', wake));
  }
  rmSync(join(dataFolder, '..'), { recursive: true, force: true });
}, 60_000);

describe('the embedded database', () => {
  it('is made whole, even where an earlier attempt broke off', async () => {
    mkdirSync(join(dataFolder, 'postgres', 'data.new', 'base'), { recursive: true });
    const first = new Keeper();
    const { postmaster } = await first.ready();
    expect(existsSync(join(dataFolder, 'postgres', 'data.new'))).toBe(false);
    await first.hears(/kept 3\n/);
    first.child.kill('SIGTERM');
    expect(await first.ended()).toBe(0);
    expect(isAlive(postmaster)).toBe(false);
    expect(existsSync(join(dataFolder, 'in-use.json'))).toBe(false);
  });

  it('after kill -9 in the middle of writing opens again with all that was committed', async () => {
    const killed = new Keeper();
    const { postmaster } = await killed.ready();
    await killed.hears(/kept \d*[05]\n/);
    killed.child.kill('SIGKILL');
    await killed.ended();
    expect(isAlive(postmaster)).toBe(true);
    const committed = killed.lastKept();

    const next = new Keeper();
    const again = await next.ready();
    expect(isAlive(postmaster)).toBe(false);
    expect(again.postmaster).not.toBe(postmaster);
    const first = await next.hears(/kept (\d+)\n/);
    // One more may have been committed than was said.
    expect([committed + 1, committed + 2]).toContain(Number(first[1]));
    next.child.kill('SIGINT');
    expect(await next.ended()).toBe(0);
    expect(isAlive(again.postmaster)).toBe(false);
  });

  it('opens for one process at a time, and the other says who has it', async () => {
    const [a, b] = [new Keeper(), new Keeper()];
    const said = await Promise.race([a.hears(/problem .*/), b.hears(/problem .*/)]);
    const winner = a.said.startsWith('problem') ? b : a;
    const { pid, postmaster } = await winner.ready();
    expect(said[0]).toContain('data_in_use');
    expect(said[0]).toContain(`"pid":"${pid}"`);
    expect(said[0]).toContain(JSON.stringify(inRoot()));
    await winner.hears(/kept \d+/);
    winner.child.kill('SIGTERM');
    await winner.ended();
    expect(await gone(postmaster)).toBe(true);
  });

  it('does not outlive a process that leaves without closing', async () => {
    const hasty = new Keeper('exit');
    const { postmaster } = await hasty.ready();
    await hasty.ended();
    expect(await gone(postmaster)).toBe(true);
  });

  it('is not kept shut by files of the dead whose ids others bear now', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    started.push(other);
    const pid = other.pid ?? 0;
    writeFileSync(join(dataFolder, 'postgres/data/postmaster.pid'), `${pid}\n${dataFolder}/postgres/data\n1\n1\n\n\n`);
    const holder = { pid, start: '1', folder: '/elsewhere', host: 'x', since: '2024-01-01T00:00:00.000Z' };
    const here = (await import('../../src/storage/database/process-identity.ts')).whereabouts();
    writeFileSync(join(dataFolder, 'in-use.json'), JSON.stringify({ ...holder, whereabouts: here }));
    const keeper = new Keeper();
    await keeper.ready();
    keeper.child.kill('SIGTERM');
    expect(await keeper.ended()).toBe(0);
    expect(isAlive(pid)).toBe(true);
    other.kill('SIGKILL');
  });

  it('says so where the data folder cannot be one', async () => {
    const file = join(dataFolder, '..', 'a-file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, 'below'), '/proc/no-such-thing/below'])
      await expect(startEmbedded({ dataFolder: folder })).rejects.toMatchObject({ code: 'data_unwritable' });
  });

  it('is not started on data of another major version', async () => {
    const path = join(dataFolder, 'postgres/data/PG_VERSION');
    const version = readFileSync(path, 'utf8');
    writeFileSync(path, '15\n');
    const refused = new Keeper();
    expect((await refused.hears(/problem .*/))[0]).toContain('data_of_other_version');
    expect(await refused.ended()).toBe(1);
    expect(existsSync(join(dataFolder, 'in-use.json'))).toBe(false);
    writeFileSync(path, version);
  });
});
