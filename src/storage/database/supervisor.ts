import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { StartProblem } from '../../core/kernel/start-problem.ts';
import { chooseAccount, runAs, type Account } from './account.ts';
import { clusterPaths, ensureCluster, OWNER, prepareFolders, type ClusterPaths } from './cluster.ts';
import { takeHold } from './hold.ts';
import { commandOf, hasEnded, isAlive } from './process-identity.ts';
import { binary, findProgram, type Program } from './program.ts';

/** A running embedded server. */
export interface EmbeddedServer {
  host: '127.0.0.1';
  port: number;
  user: string;
  password: string;
  /** "18.4". */
  version: string;
  /** Process id of the postmaster. */
  pid: number;
  /** Fast shutdown; resolves when the server has ended and the data folder is free again. */
  close(): Promise<void>;
}

/** How to run the embedded server. */
export interface SupervisorOptions {
  /** Absolute path (BANGFU_DATA). */
  dataFolder: string;
  /** Whether root may make the system account `bangfu`; otherwise `nobody` runs the server. Default true. */
  mayCreateAccount?: boolean;
  /** Further settings of the server, such as `{fsync: 'off'}` in tests. */
  settings?: Readonly<Record<string, string>>;
}

const READY_MS = 120_000;
const STOP_MS = 60_000;

/**
 * Starts PostgreSQL on the data folder: take the folder, make the cluster if there is none, stop an orphan that a killed
 * run left, start, wait until it is ready. Throws `StartProblem`; the folder is then free again.
 */
export async function startEmbedded(options: SupervisorOptions): Promise<EmbeddedServer> {
  const paths = clusterPaths(options.dataFolder);
  const account = chooseAccount(paths.data, options.mayCreateAccount ?? true);
  prepareFolders(options.dataFolder, paths, account);
  const hold = await takeHold(options.dataFolder);
  try {
    const program = findProgram(account, options.dataFolder);
    await stopOrphan(program, paths, account);
    const password = ensureCluster(program, paths, account);
    const { port, pid, forget } = await launch(program, paths, account, options.settings ?? {});
    const close = async () => {
      await stop(program, paths, account, pid);
      forget();
      hold.release();
    };
    return { host: '127.0.0.1', port, user: OWNER, password, version: program.version, pid, close };
  } catch (error) {
    hold.release();
    throw error;
  }
}

/** The server of a run that was killed still has its files open: stop it, so that ours is the only one. */
async function stopOrphan(program: Program, paths: ClusterPaths, account: Account): Promise<void> {
  const file = join(paths.data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (isAlive(pid) && isPostmasterOf(pid, paths)) {
    await stop(program, paths, account, pid);
  } else {
    // A dead server's file: its id may by now belong to another process, which would stop PostgreSQL from starting.
    rmSync(file, { force: true });
  }
}

/** A postmaster works in its data folder, whatever path that was started by; elsewhere the command line has to tell. */
function isPostmasterOf(pid: number, paths: ClusterPaths): boolean {
  const ours = statSync(paths.data);
  try {
    const its = statSync(`/proc/${pid}/cwd`);
    return its.dev === ours.dev && its.ino === ours.ino;
  } catch {
    const command = commandOf(pid);
    return command === '' || (command.includes('postgres') && command.includes(paths.data));
  }
}

async function stop(program: Program, paths: ClusterPaths, account: Account, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(binary(program, 'pg_ctl'), ['stop', '-D', paths.data, '-m', 'fast', '-w'], runAs(account));
    return;
  }
  signal(pid, 'SIGINT');
  if (await hasEnded(pid, STOP_MS)) return;
  signal(pid, 'SIGQUIT');
  if (!(await hasEnded(pid, 10_000))) throw new StartProblem('database_orphan_stays', { pid: String(pid) });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Ended already.
  }
}

async function launch(
  program: Program,
  paths: ClusterPaths,
  account: Account,
  extra: Readonly<Record<string, string>>,
): Promise<{ port: number; pid: number; forget: () => void }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawnServer(program, paths, account, serverSettings(port, extra));
    const pid = child.pid ?? 0;
    // Whoever leaves without closing, even while it is starting, still tells the server to end.
    const leave = () => {
      if (pid > 0) signal(pid, 'SIGINT');
    };
    process.once('exit', leave);
    const forget = () => process.off('exit', leave);
    const failed = await ready(child, paths);
    if (failed === null) return { port, pid, forget };
    forget();
    // Somebody may have taken the port between our asking and the server's binding it.
    if (attempt < 3 && /could not bind|could not create any TCP/i.test(failed)) continue;
    throw new StartProblem('database_not_started', { log: paths.log, reason: failed });
  }
}

function spawnServer(
  program: Program,
  paths: ClusterPaths,
  account: Account,
  settings: Record<string, string>,
): ChildProcess {
  if ((statSync(paths.log, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(paths.log, `${paths.log}.1`);
  // A file rather than a pipe: should we be killed, the server can still write its log.
  const log = openSync(paths.log, 'a', 0o600);
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binary(program, 'postgres'), ['-D', paths.data, ...options], {
    cwd: paths.folder,
    // Detached: Ctrl-C reaches us alone, and the server ends after our last transaction, not before.
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C', LANG: 'C', TZ: 'UTC' },
    ...runAs(account),
  });
  child.unref();
  closeSync(log);
  return child;
}

/** Null once the server takes connections; the end of its log if it ended instead. */
async function ready(child: ChildProcess, paths: ClusterPaths): Promise<string | null> {
  const failures: string[] = [];
  child.once('error', (error) => failures.push(error.message));
  const begin = statSync(paths.log).size;
  const until = performance.now() + READY_MS;
  while (performance.now() < until) {
    await new Promise((wake) => setTimeout(wake, 10));
    if (failures[0] !== undefined) return failures[0];
    const said = readFileSync(paths.log).subarray(begin).toString('utf8');
    if (said.includes('database system is ready to accept connections')) return null;
    if (child.exitCode !== null || child.signalCode !== null) return said.trim().split('\n').slice(-8).join('\n');
  }
  child.kill('SIGQUIT');
  return 'not ready in time';
}

function serverSettings(port: number, extra: Readonly<Record<string, string>>): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    dynamic_shared_memory_type: sharedMemory(),
    ...extra,
  };
}

/** Containers give /dev/shm 64 MB, too little for parallel queries; there a file in the data folder serves. */
function sharedMemory(): string {
  if (process.platform === 'win32') return 'windows';
  if (process.platform !== 'linux') return 'posix';
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks >= 256 * 1024 * 1024 ? 'posix' : 'mmap';
  } catch {
    return 'mmap';
  }
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
