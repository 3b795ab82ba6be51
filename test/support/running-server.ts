import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../src/root.ts';
import { cloneTemplate } from './database.ts';
import { withoutVillages } from './load-template.ts';

/** The product as it is started by a person: its own process, its own data. */
export interface RunningServer {
  address: string;
  /** All that it has printed. */
  printed: () => string;
  /** Ends it in order and removes its data. */
  stop: () => Promise<void>;
}

const START_MS = 120_000;

/** Starts the built program (`dist/server/server.js`) on a free port with a fresh data folder, and waits until it is ready. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const program = inRoot('dist', 'server', 'server.js');
  if (!existsSync(program)) throw new Error('no dist/server: run node scripts/build.mjs');
  const data = mkdtempSync(join(tmpdir(), 'bangfu-walk-'));
  // The database may run under an account of its own, which has to get in.
  chmodSync(data, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    cwd: inRoot(),
    env: {
      ...cleaned(),
      BANGFU_DATA: join(data, 'data'),
      PORT: String(port),
      HOST: '127.0.0.1',
      BANGFU_LANG: 'zh-CN',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
  const address = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await ended(child);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await ready(child, address, () => text);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, printed: () => text, stop };
}

/** The same program on a clone of the run's template, which already holds what a first start loads: ready sooner, and villages do not load beside the walk. */
export async function startServerOnClone(env: Record<string, string> = {}): Promise<RunningServer> {
  const clone = await cloneTemplate();
  try {
    await withoutVillages(clone.owner);
    const server = await startServer({ ...env, DATABASE_URL: clone.url });
    const stop = async () => {
      await server.stop();
      await clone.end();
    };
    return { ...server, stop };
  } catch (error) {
    await clone.end();
    throw error;
  }
}

/** What the machine's own settings would change. */
function cleaned(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, BANGFU_EXAMPLE: __, ...rest } = process.env;
  return rest;
}

async function ready(child: ChildProcess, address: string, printed: () => string): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${printed()}`);
    if (printed().includes(address)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server is not ready: ${printed()}`);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
