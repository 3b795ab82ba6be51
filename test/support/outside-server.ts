import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server that is not ours: named by TEST_DATABASE_URL, or started from the machine's own PostgreSQL. */
export interface OutsideServer {
  /** Connection string of a user who may create databases and roles. */
  url: string;
  stop(): void;
}

/** Folder of the newest PostgreSQL ≥ 15 that the machine's packages brought, or null. */
export function installedServer(): string | null {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).filter((name) => Number(name) >= 15) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  const folder = newest === undefined ? null : join(base, newest, 'bin');
  return folder !== null && existsSync(join(folder, 'initdb')) ? folder : null;
}

/** Takes the server of TEST_DATABASE_URL, else starts a throw-away cluster of the installed PostgreSQL. */
export async function startOutside(): Promise<OutsideServer> {
  const named = process.env['TEST_DATABASE_URL'];
  if (named) return { url: named, stop: () => undefined };
  const bin = installedServer();
  if (bin === null) throw new Error('no outside PostgreSQL: set TEST_DATABASE_URL');
  const as = runner();
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-outside-'));
  const password = randomBytes(16).toString('hex');
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
  const { uid, gid } = as;
  if (uid !== undefined && gid !== undefined)
    for (const path of [folder, join(folder, 'password')]) chownSync(path, uid, gid);
  const data = join(folder, 'data');
  const run = (program: string, ...args: string[]) => {
    // No pipes: the server would keep them open and the call would never return.
    const done = spawnSync(join(bin, program), args, { cwd: folder, stdio: 'ignore', ...as });
    if (done.status !== 0) throw new Error(`${program} failed; see ${folder}`);
  };
  const stop = () => {
    spawnSync(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w'], {
      cwd: folder,
      stdio: 'ignore',
      ...as,
    });
    rmSync(folder, { recursive: true, force: true });
  };
  run(
    'initdb',
    '-D',
    data,
    '-U',
    'tester',
    '-A',
    'scram-sha-256',
    `--pwfile=${join(folder, 'password')}`,
    '--locale=C.UTF-8',
    '-E',
    'UTF8',
  );
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=120`;
  run('pg_ctl', 'start', '-D', data, '-o', settings, '-l', join(folder, 'log'), '-w');
  return { url: `postgres://tester:${password}@127.0.0.1:${port}/postgres`, stop };
}

/** PostgreSQL refuses to run as root: then as postgres, else nobody. */
function runner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such account here.
    }
  }
  return { uid: 65534, gid: 65534 };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
