// All that can be said about a change without a database: format, lint, types, walls, tidy, generated files, core tests.
//   npm run check               everything
//   npm run check -- lint types only these steps
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/common.mjs';

const modules = join(root, 'node_modules');
const node = (script, ...args) => [process.execPath, join(modules, script), ...args];

/** What was found before is kept beside the cache, so that a second run looks only at what changed. */
const tsc = (side) => {
  const memory = join(root, '.cache', 'types', `${side.replace(/\W+/g, '-')}.json`);
  return node('typescript/bin/tsc', '--project', side, '--incremental', '--tsBuildInfoFile', memory);
};

/** Every side has its own tsconfig, so that what does not exist there does not compile there. */
function sides() {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ['.', 'src', ...rooms.map((entry) => join('src', entry.name)), 'test'].filter(hasSources);
}

function hasSources(side) {
  if (!existsSync(join(root, side, 'tsconfig.json'))) return false;
  return readdirSync(join(root, side), { recursive: side !== '.' && side !== 'src' }).some((file) =>
    /\.tsx?$/.test(file),
  );
}

const STEPS = {
  format: () => [node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  lint: () => [
    node('eslint/bin/eslint.js', '--max-warnings', '0', 'src', 'test', 'bench', 'scripts', '*.ts').filter(
      (arg) => arg !== 'bench' || existsSync(join(root, arg)),
    ),
  ],
  types: () => sides().map((side) => tsc(side)),
  walls: () => [
    node(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'src',
    ),
  ],
  generated: () =>
    existsSync(join(root, 'scripts/generate.ts')) ? [node('tsx/dist/cli.mjs', 'scripts/generate.ts', '--check')] : [],
  core: () => [
    node('vitest/vitest.mjs', 'run', '--project', 'core', '--reporter', 'dot', '--no-color', '--passWithNoTests'),
  ],
};

function run(name) {
  const begin = performance.now();
  const good = STEPS[name]().map(
    ([command, ...args]) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0,
  );
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const result = good.every(Boolean);
  console.log(`${result ? '✔' : '✘'} ${name} (${seconds} s)`);
  return result;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`unknown step ${unknown.join(', ')}; there are: ${Object.keys(STEPS).join(', ')}`);
  process.exit(2);
}
const failed = (asked.length > 0 ? asked : Object.keys(STEPS)).filter((name) => !run(name));
console.log(failed.length > 0 ? `check failed: ${failed.join(', ')}` : 'check passed');
process.exitCode = failed.length > 0 ? 1 : 0;
