import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { inRoot } from '../../src/root.ts';

/** Path of the Chromium that the set-up found, or null where none can be had (then the walks are skipped). */
export function browserPath(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const note = inRoot('.cache', 'browser');
  const path = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  return path !== '' && existsSync(path) ? path : null;
}

/** Starts the browser; close it after the test. Use only where `browserPath()` is not null. */
export function openBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === null) throw new Error('no browser: run node scripts/setup.mjs test');
  // Without a sandbox, which root and most containers cannot have: it shows our own pages only.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--lang=zh-CN'];
  return chromium.launch({ executablePath, args, headless: true });
}
