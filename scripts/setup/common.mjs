import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Speaks on stderr. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** The text of a file, or null. */
export function readOr(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Runs `work` while no other set-up works in this folder. A lock whose process is dead is taken over. */
export async function withLock(work) {
  const lock = join(root, '.cache', 'setup.lock');
  let told = false;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const pid = Number(readOr(join(lock, 'pid')) ?? 0);
    if (pid > 0 && !isAlive(pid)) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!told)
      say(`另一个命令正在准备本目录（进程 ${pid}），等候…… waiting for another set-up in this folder (process ${pid})`);
    told = true;
    await new Promise((wake) => setTimeout(wake, 300));
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  writeFileSync(join(lock, 'pid'), String(process.pid));
  process.once('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  try {
    return await work();
  } finally {
    release();
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
