import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readOr, root, say } from './common.mjs';

const STAMP = join(root, 'node_modules', '.bangfu-installed');

/**
 * Installs the packages of the lock unless they are there. True when something is (or was) to do.
 * npm's own list of what it installed is compared, so an install by hand counts as well.
 */
export function installIfChanged({ lookOnly }) {
  const lock = readOr(join(root, 'package-lock.json'));
  const digest = createHash('sha256').update(`${lock} ${process.platform} ${process.arch}`).digest('hex');
  const lacking = lackingPackages(JSON.parse(lock));
  // An optional package that could not be had is not asked for again before the lock changes.
  const needed = lacking.required.length > 0 || (lacking.optional.length > 0 && readOr(STAMP) !== digest);
  if (!needed || lookOnly) return needed;
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error(
      `node_modules is a link and lacks ${[...lacking.required, ...lacking.optional].slice(0, 5).join(', ')}: install where it points`,
    );
  }
  say('正在安装依赖…… installing packages');
  if (!runNpm() && !runNpm())
    throw new Error('依赖安装失败，原因见上。The packages could not be installed; see above.');
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(STAMP, digest);
  return true;
}

function lackingPackages(lock) {
  const installed = JSON.parse(readOr(join(root, 'node_modules', '.package-lock.json')) ?? '{"packages":{}}').packages;
  const own = lock.packages[''].optionalDependencies ?? {};
  const required = [];
  const optional = [];
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === '' || wanted.link || wanted.peer) continue;
    if (installed[path]?.version === wanted.version && existsSync(join(root, path))) continue;
    const name = path.slice('node_modules/'.length);
    if (!wanted.optional && !wanted.devOptional) required.push(name);
    else if (own[name] && fits(wanted)) optional.push(name);
  }
  return { required, optional };
}

function fits({ os, cpu }) {
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
}

/** Development packages build the product, so they are wanted whatever NODE_ENV or the user's npm settings say. */
function runNpm() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !UNWANTED.test(name)));
  const cli = process.env.npm_execpath ?? '';
  const own = /^npm(-cli)?\.c?js$/.test(basename(cli));
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm's own words go to stderr: stdout belongs to the command that follows.
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] };
  const done = own
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.error) say(String(done.error.message));
  return done.status === 0;
}

const UNWANTED =
  /^(NODE_ENV|npm_config_(omit|include|only|also|production|dev|optional|dry_run|global|location|package_lock_only))$/i;
