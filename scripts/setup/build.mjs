import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOr, root, say } from './common.mjs';

/** What each part is made of; a change in any of these files makes it again. */
const PARTS = {
  server: { from: ['src'], without: ['src/web'], shared: ['package.json', 'package-lock.json', 'scripts/build.mjs'] },
  web: {
    from: ['src/web', 'src/contract', 'src/core', 'src/words'],
    without: [],
    shared: ['package.json', 'package-lock.json', 'scripts/build.mjs', 'vite.config.ts'],
  },
};

/** Digest of the sources of a part: paths and contents. */
export function digestOf(part) {
  const { from, without, shared } = PARTS[part];
  const hash = createHash('sha256');
  const walk = (path) => {
    if (without.includes(path) || !existsSync(join(root, path))) return;
    for (const entry of readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(below);
      else
        hash
          .update(below)
          .update('\0')
          .update(readFileSync(join(root, below)))
          .update('\0');
    }
  };
  from.forEach(walk);
  for (const file of shared) hash.update(readOr(join(root, file)) ?? '');
  return hash.digest('hex');
}

/** Builds `dist/<part>` unless it was made of these very sources. True when something is (or was) to do. */
export function buildIfChanged(part, { lookOnly }) {
  if (part === 'web' && !existsSync(join(root, 'src/web/index.html'))) return false;
  const digest = digestOf(part);
  const needed = readOr(join(root, 'dist', part, '.built')) !== digest;
  if (!needed || lookOnly) return needed;
  say(part === 'web' ? '正在生成网页…… building the pages' : '正在生成程序…… building the program');
  const env = { ...process.env, NODE_ENV: 'production' };
  const done = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), part], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) throw new Error('生成失败，原因见上。The build failed; see above.');
  return true;
}
