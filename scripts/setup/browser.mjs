import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOr, root, say } from './common.mjs';

const NOTE = join(root, '.cache', 'browser');
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * Finds a Chromium for the tests and writes its path to .cache/browser; an empty file says that none can be had, and is
 * looked at again each time. True when something is (or was) to do.
 */
export function findBrowser({ lookOnly }) {
  const named = process.env.CHROMIUM_PATH;
  const noted = readOr(NOTE)?.trim() ?? '';
  const known = noted !== '' && existsSync(noted) && (!named || named === noted);
  if (known || lookOnly) return !known;
  const path = [named, ...USUAL].find((one) => one && runs(one)) ?? fromSystem() ?? fromPackage() ?? '';
  if (path === '') say('没有可用的浏览器，网页测试将跳过。No browser can be had: the walks are skipped.');
  writeFileSync(NOTE, path);
  return true;
}

function runs(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/** Root on Debian and its kin may install one. */
function fromSystem() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say('正在安装测试用的浏览器…… installing a browser for the tests');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 2] };
  spawnSync('apt-get', ['-qq', 'update'], options);
  spawnSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'], options);
  return USUAL.find(runs) ?? null;
}

/** Without root: a packed Chromium with its own libraries, which it unpacks only where it believes to be in that cloud. */
function fromPackage() {
  if (process.platform !== 'linux') return null;
  const files = join(root, '.cache', 'chromium-files');
  mkdirSync(files, { recursive: true });
  const code = `import c from '@sparticuz/chromium';
    const path = await c.executablePath();
    console.log(JSON.stringify({ path, libraries: process.env.LD_LIBRARY_PATH ?? '', fonts: process.env.FONTCONFIG_PATH ?? '' }));`;
  const env = { ...process.env, TMPDIR: files, HOME: files, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, env, encoding: 'utf8' });
  if (done.status !== 0) return null;
  const found = JSON.parse(done.stdout.trim().split('\n').at(-1));
  const wrapper = join(root, '.cache', 'chromium');
  const lines = ['#!/bin/sh', `export LD_LIBRARY_PATH='${found.libraries}'`];
  if (found.fonts) lines.push(`export FONTCONFIG_PATH='${found.fonts}'`);
  writeFileSync(wrapper, [...lines, `exec '${found.path}' "$@"`, ''].join('\n'), { mode: 0o755 });
  return runs(wrapper) ? wrapper : null;
}
