// Makes the folder ready before a command runs: packages, build, browser. Only node: modules, since nothing may be
// installed yet. Says nothing when nothing is to do; otherwise speaks on stderr, so that stdout stays the command's own.
//   node scripts/setup.mjs start|test|cli|tools
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from './setup/build.mjs';
import { findBrowser } from './setup/browser.mjs';
import { installIfChanged } from './setup/install.mjs';
import { root, say, withLock } from './setup/common.mjs';

const NEEDS = {
  start: { parts: ['server', 'web'], browser: false },
  test: { parts: ['server', 'web'], browser: true },
  cli: { parts: ['server'], browser: false },
  tools: { parts: [], browser: false },
};

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = engines.node
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number);
  const found = process.versions.node.split('.').map(Number);
  const at = wanted.findIndex((part, i) => part !== found[i]);
  if (at === -1 || found[at] > wanted[at]) return;
  say(`Node.js 版本 ${process.versions.node} 太低：需要 ${wanted.join('.')} 或更高，见 https://nodejs.org/`);
  say(`Node.js ${process.versions.node} is too old: ${wanted.join('.')} or newer is needed, see https://nodejs.org/`);
  process.exit(1);
}

async function main() {
  checkNode();
  const needs = NEEDS[process.argv[2] ?? ''];
  if (!needs) {
    say('usage: node scripts/setup.mjs start|test|cli|tools');
    process.exit(2);
  }
  const steps = [installIfChanged, ...needs.parts.map((part) => (look) => buildIfChanged(part, look))];
  if (needs.browser) steps.push(findBrowser);
  const open = steps.filter((step) => step({ lookOnly: true }));
  if (open.length === 0) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  // Two commands at once in one folder: the second waits, then looks again at what is left to do.
  await withLock(async () => {
    for (const step of steps) if (step({ lookOnly: true })) await step({ lookOnly: false });
  });
}

main().catch((error) => {
  say(String(error.message ?? error));
  if (!existsSync(join(root, 'node_modules'))) say('准备没有完成。The set-up did not finish.');
  process.exit(1);
});
