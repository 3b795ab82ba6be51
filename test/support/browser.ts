import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
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

/** How long a step of a walk may take, ms: much more than any takes, as it may be a slow and busy machine. */
const WAIT_MS = 30_000;

/**
 * A page of its own person, in Chinese, without motion: what moves between aiming and pressing is missed on a slow machine.
 * `WALK_SLOWDOWN=6` makes its processor six times slower, to find what hangs on haste.
 */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const plain = { viewport: { width: 1280, height: 800 }, locale: 'zh-CN', reducedMotion: 'reduce' } as const;
  const context = await browser.newContext({ ...plain, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const rate = Number(process.env['WALK_SLOWDOWN'] ?? 1);
  if (rate > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });
  return page;
}
