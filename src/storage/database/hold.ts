import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StartProblem } from '../../core/kernel/start-problem.ts';
import { root } from '../../root.ts';
import { isAlive, startOf, whereabouts } from './process-identity.ts';

/** The data folder is ours until `release`. */
export interface Hold {
  release(): void;
}

/** What the lock file says about who holds the folder. */
interface Holder {
  pid: number;
  start: string | null;
  whereabouts: string;
  host: string;
  folder: string;
  since: string;
}

const BEAT_MS = 5_000;
const SILENT_MS = 15_000;

/**
 * Takes the data folder for this process by `in-use.json`, written whole and linked into place, so that of two starts one
 * wins. A holder that is dead (or whose id now belongs to another process) is put aside. Process ids say nothing about
 * another container on the same volume: there the file's beat every 5 s decides.
 * Throws `data_in_use`, `data_in_use_elsewhere` or `data_unwritable`.
 */
export async function takeHold(dataFolder: string): Promise<Hold> {
  const path = join(dataFolder, 'in-use.json');
  const mine = `${path}.${process.pid}`;
  const since = new Date().toISOString();
  const holder: Holder = {
    pid: process.pid,
    start: startOf(process.pid),
    whereabouts: whereabouts(),
    host: hostname(),
    folder: root,
    since,
  };
  const text = `${JSON.stringify(holder, null, 2)}\n`;
  for (;;) {
    try {
      writeFileSync(mine, text, { mode: 0o644 });
      linkSync(mine, path);
      return keep(path, text);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST') throw new StartProblem('data_unwritable', { data: dataFolder, reason: message });
    } finally {
      rmSync(mine, { force: true });
    }
    await putAsideTheDead(path, dataFolder);
  }
}

function keep(path: string, text: string): Hold {
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The folder may be gone (a test, an unmounted disk); the database itself will say so.
    }
  }, BEAT_MS);
  beat.unref();
  const release = () => {
    clearInterval(beat);
    process.off('exit', release);
    if (readOr(path) === text) rmSync(path, { force: true });
  };
  process.once('exit', release);
  return { release };
}

async function putAsideTheDead(path: string, dataFolder: string): Promise<void> {
  const text = readOr(path);
  if (text === null) return;
  const holder = parse(text);
  if (holder !== null && (await lives(path, holder))) {
    const here = holder.whereabouts === whereabouts();
    const { host, folder, since } = holder;
    const detail = { data: dataFolder, pid: String(holder.pid), host, folder, since };
    throw new StartProblem(here ? 'data_in_use' : 'data_in_use_elsewhere', detail);
  }
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
    // Another start may have put its own file here meanwhile: give it back.
    if (readOr(aside) !== text) linkSync(aside, path);
  } catch {
    // Somebody was quicker; the next round sees what stands there now.
  } finally {
    rmSync(aside, { force: true });
  }
}

async function lives(path: string, holder: Holder): Promise<boolean> {
  if (holder.whereabouts === whereabouts()) {
    const same = holder.start === null || holder.start === startOf(holder.pid);
    return holder.pid !== process.pid ? isAlive(holder.pid) && same : same;
  }
  const before = beatOf(path);
  const until = performance.now() + SILENT_MS;
  while (performance.now() < until && beatOf(path) === before) await new Promise((wake) => setTimeout(wake, 500));
  return beatOf(path) !== before;
}

function beatOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function parse(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}

function readOr(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
