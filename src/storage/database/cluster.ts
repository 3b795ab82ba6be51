import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StartProblem } from '../../core/kernel/start-problem.ts';
import { runAs, type Account } from './account.ts';
import { binary, type Program } from './program.ts';

/** Paths of the embedded database under the data folder. */
export interface ClusterPaths {
  /** Above the cluster, so that `data.new` can be renamed beside it; belongs to the account. */
  folder: string;
  /** PostgreSQL's own data folder. */
  data: string;
  /** The owner's password, 0600. */
  password: string;
  log: string;
}

/** The owner role of the embedded database: runs migrations, is superuser there. */
export const OWNER = 'bangfu_owner';

/** Where the embedded database lies under a data folder. */
export function clusterPaths(dataFolder: string): ClusterPaths {
  const folder = join(dataFolder, 'postgres');
  return {
    folder,
    data: join(folder, 'data'),
    password: join(dataFolder, 'postgres-password'),
    log: join(folder, 'postgres.log'),
  };
}

/** Makes the data folder and sees that the account can reach it. Throws `data_unwritable` or `data_unreachable`. */
export function prepareFolders(dataFolder: string, paths: ClusterPaths, account: Account): void {
  try {
    makeFolder(dataFolder, account === null ? 0o700 : 0o711);
    makeFolder(paths.folder, 0o700);
    if (account !== null) {
      chownSync(paths.folder, account.uid, account.gid);
      // Passing through is enough for the account: it may not list what else lies here.
      chmodSync(dataFolder, (statSync(dataFolder).mode & 0o777) | 0o011);
    }
  } catch (error) {
    throw new StartProblem('data_unwritable', { data: dataFolder, reason: (error as Error).message });
  }
  if (account === null) return;
  const closed = firstClosed(paths.folder, account.uid, account.gid);
  if (closed !== null) throw new StartProblem('data_unreachable', { account: account.name, folder: closed });
}

/** Step by step from what is there: `recursive` of Node never comes back from a place such as /proc. */
function makeFolder(path: string, mode: number): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
  if (dirname(path) !== path) makeFolder(dirname(path), mode);
  mkdirSync(path, { mode });
}

/** Creates the cluster where there is none: in `data.new`, renamed when whole. Returns the owner's password. */
export function ensureCluster(program: Program, paths: ClusterPaths, account: Account): string {
  if (existsSync(paths.data)) {
    const found = readFileSync(join(paths.data, 'PG_VERSION'), 'utf8').trim();
    const wanted = program.version.split('.')[0] ?? '';
    if (found !== wanted) throw new StartProblem('data_of_other_version', { data: paths.data, found, wanted });
    return readFileSync(paths.password, 'utf8').trim();
  }
  const password = randomBytes(24).toString('hex');
  const fresh = `${paths.data}.new`;
  const passed = join(paths.folder, 'password.new');
  rmSync(fresh, { recursive: true, force: true });
  rmSync(passed, { force: true });
  writeFileSync(passed, password, { mode: 0o600 });
  if (account !== null) chownSync(passed, account.uid, account.gid);
  const run = spawnSync(binary(program, 'initdb'), initOptions(fresh, passed), {
    encoding: 'utf8',
    cwd: paths.folder,
    env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
    ...runAs(account),
  });
  rmSync(passed, { force: true });
  if (run.status !== 0) {
    throw new StartProblem('database_not_created', { data: fresh, reason: run.error?.message ?? run.stderr.trim() });
  }
  rmSync(paths.password, { force: true });
  writeFileSync(paths.password, `${password}\n`, { mode: 0o600, flush: true });
  renameSync(fresh, paths.data);
  return password;
}

function initOptions(folder: string, passwordFile: string): string[] {
  // The builtin C.UTF-8 sorts the same on every machine, and pg_trgm finds Chinese with it.
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${OWNER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  return [`--pgdata=${folder}`, ...access, ...locale, '--data-checksums'];
}

/** The first folder on the way down that the account may not pass, or null. Groups other than its own are ignored. */
function firstClosed(path: string, uid: number, gid: number): string | null {
  const way: string[] = [];
  for (let folder = path; ; folder = dirname(folder)) {
    way.unshift(folder);
    if (dirname(folder) === folder) break;
  }
  return (
    way.find((folder) => {
      const { mode, uid: owner, gid: group } = statSync(folder);
      const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
      return (mode & bit) === 0;
    }) ?? null
  );
}
