import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { inRoot } from '../src/root.ts';

/** The product as it runs, on a database of the bench. */
export interface ServerProcess {
  /** Address of the API, without a slash at the end. */
  api: string;
  /** Bytes of memory that the process holds now. */
  memory(): number;
}

/** Starts the built product on a database, lets the work ask it over HTTP, and ends it. */
export async function withServerProcess<T>(
  databaseUrl: string,
  work: (server: ServerProcess) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, [inRoot('dist', 'server', 'server.js')], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      HOST: '127.0.0.1',
      BANGFU_EXAMPLE: '0',
      BANGFU_LANG: 'en',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const api = `${await addressOf(child)}/api`;
    return await work({ api, memory: () => memoryOf(child.pid ?? 0) });
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
}

/** The address that it says on its output once it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const found = /http:\/\/[\w.:]+:\d+/.exec(said);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

/** Resident memory of a process in bytes: of the kernel where it tells, else of ps. */
function memoryOf(pid: number): number {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    if (found !== null) return Number(found[1]) * 1024;
  } catch {
    // No such file system here.
  }
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) * 1024;
}
