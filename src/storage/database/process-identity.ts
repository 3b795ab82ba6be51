import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Whether a process of that id exists (also when it belongs to somebody else). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A dead child that nobody has waited for yet still answers: it is not alive.
    return !/^State:\s+[ZX]/m.test(readText(`/proc/${pid}/status`));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A text that tells this run of the process from a later one with the same id; null where the system does not say. */
export function startOf(pid: number): string | null {
  const stat = readText(`/proc/${pid}/stat`);
  if (stat !== '') return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  return askPs(pid, 'lstart=');
}

/** The command line of a process; empty where the system does not say. */
export function commandOf(pid: number): string {
  const line = readText(`/proc/${pid}/cmdline`);
  return line !== '' ? line.replaceAll('\0', ' ').trim() : (askPs(pid, 'command=') ?? '');
}

/** Where process ids mean the same: this host, this boot, this container. */
export function whereabouts(): string {
  let space = '';
  try {
    space = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux: the host name alone has to do.
  }
  return [hostname(), readText('/proc/sys/kernel/random/boot_id').trim(), space].join(' ');
}

/** Resolves to true as soon as the process has ended, to false after so many milliseconds. */
export async function hasEnded(pid: number, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  return true;
}

function askPs(pid: number, field: string): string | null {
  if (process.platform === 'win32') return null;
  try {
    return execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
