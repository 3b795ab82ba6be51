// All tests: on the embedded database always, the database suites once more on an outside server where one is named
// (TEST_DATABASE_URL) or installed. The last line is `N passed, N failed`, alone.
//   npm test            everything
//   npm test -- ARGS    one vitest run with these arguments
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readOr, root } from './setup/common.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, told once more at the end: the log of a run is long, and who reads only its end must learn it. */
const failures = [];

function run(title, args, env = {}) {
  const report = join(root, '.cache', `tests-${process.pid}.json`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  console.log(`\n== ${title}`);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const done = spawnSync(process.execPath, [vitest, 'run', '--passWithNoTests', ...reporters, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', ...env },
  });
  count(title, report, done.status);
}

/** A run that broke outside any test (a file that does not load, a server that does not start) counts as one failed. */
function count(title, report, status) {
  let failed = 0;
  if (existsSync(report)) {
    const said = JSON.parse(readFileSync(report, 'utf8'));
    rmSync(report);
    total.passed += said.numPassedTests;
    total.skipped += said.numPendingTests + said.numTodoTests;
    const broken = said.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
    failed = said.numFailedTests + broken.length;
    for (const file of said.testResults) {
      const where = `${title}: ${relative(root, file.name)}`;
      for (const test of file.assertionResults)
        if (test.status === 'failed') failures.push(`${where} › ${test.fullName}\n${test.failureMessages.join('\n')}`);
      if (broken.includes(file)) failures.push(`${where}\n${file.message}`);
    }
  }
  if (status !== 0 && failed === 0) {
    failed = 1;
    failures.push(`${title}: ended with ${status} outside of any test`);
  }
  total.failed += failed;
}

function outsideServer() {
  if (process.env.TEST_DATABASE_URL) return 'the server of TEST_DATABASE_URL';
  const base = '/usr/lib/postgresql';
  const versions = (existsSync(base) ? readdirSync(base) : []).filter(
    (name) => Number(name) >= 15 && existsSync(join(base, name, 'bin/initdb')),
  );
  return versions.length > 0 ? `the installed PostgreSQL ${versions.sort((a, b) => b - a)[0]}` : null;
}

const projectOf = (name) => ['--project', name];

function main() {
  const own = process.argv.slice(2);
  if (own.length > 0) return run(`vitest ${own.join(' ')}`, own);
  const browser = readOr(join(root, '.cache', 'browser'))?.trim() ?? '';
  run('rules, formats and, on the embedded database, the acts', ['core', 'formats', 'api'].flatMap(projectOf));
  // Alone, so that a browser on a small machine does not wait for the others.
  run(`walks, browser: ${browser || 'none, they are skipped'}`, projectOf('walk'));
  const outside = outsideServer();
  if (outside === null)
    console.log(
      '\n== no outside PostgreSQL here (TEST_DATABASE_URL is not set): database tests ran on the embedded one only',
    );
  else
    run(
      `database tests once more, on ${outside}`,
      [...projectOf('api'), '--exclude', 'test/storage/supervisor.test.ts'],
      { TEST_SERVER: 'outside' },
    );
}

main();
for (const failure of failures) console.log(`\n✗ ${failure.slice(0, 2000)}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
