import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

/**
 * Pictures of every screen, to be looked at by a person: npx tsx test/walk/screens.ts
 *   --at http://127.0.0.1:3000 --login name --password secret --out folder [--langs zh-CN,en] [--widths 1440,360]
 *   [--theme dark] [--density compact] [--paths /,/units]
 * Says for each page what the console complained of and whether it is wider than the window.
 */
const arg = (name: string, fallback: string): string => {
  const i = process.argv.indexOf(`--${name}`);
  return i === -1 ? fallback : (process.argv[i + 1] ?? fallback);
};
const at = arg('at', 'http://127.0.0.1:3000');
const out = arg('out', join(process.cwd(), '.cache', 'screens'));

interface Look {
  lang: string;
  width: number;
}

async function main(): Promise<void> {
  mkdirSync(out, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const paths = arg('paths', '') === '' ? null : arg('paths', '').split(',');
  for (const lang of arg('langs', 'zh-CN,en').split(',')) {
    for (const width of arg('widths', '1440,360').split(',').map(Number)) await walk(browser, { lang, width }, paths);
  }
  await browser.close();
}

async function walk(browser: Browser, look: Look, asked: string[] | null): Promise<void> {
  const page = await open(browser, look);
  const paths = asked ?? (await allPaths(page));
  for (const path of paths) await shoot(page, path, look);
  await page.context().close();
}

async function open(browser: Browser, look: Look): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.width < 768 ? 740 : 900 } });
  const preferences = { language: look.lang, theme: arg('theme', 'light'), density: arg('density', 'comfortable') };
  await context.addInitScript((kept) => {
    if (localStorage.getItem('bangfu.preferences.') === null) localStorage.setItem('bangfu.preferences.', kept);
  }, JSON.stringify(preferences));
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      console.log(`  ${message.type()}: ${message.text().slice(0, 300)}`);
  });
  page.on('pageerror', (error) => console.log(`  page error: ${error.message}`));
  await page.goto(`${at}/sign-in`);
  await page.locator('#login').fill(arg('login', 'first'));
  await page.locator('#password').fill(arg('password', ''));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

/** The pages of the menu, and the first county, unit, person, place of each list. */
async function allPaths(page: Page): Promise<string[]> {
  await page.waitForSelector('main h1');
  const lists = ['/documents', '/meetings', '/plans', '/counties', '/units', '/people', '/places'];
  const paths = ['/'];
  for (const list of lists) {
    paths.push(list);
    await page.goto(`${at}${list}`);
    const link = page.locator(`main a[href^="${list}/"]`).first();
    const found = await link.waitFor({ timeout: 2_500 }).then(
      () => link.getAttribute('href'),
      () => null,
    );
    if (found !== null) paths.push(found.split('#')[0] ?? found);
  }
  const county = paths.find((path) => path.startsWith('/counties/'));
  if (county !== undefined) paths.push(`${county}#tasks`, `${county}#facts`);
  return [...paths, '/log', '/account', '/account#tokens', '/account#password', '/account#display', '/nowhere'];
}

async function shoot(page: Page, path: string, { lang, width }: Look): Promise<void> {
  await page.goto(`${at}${path}`);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(250);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const name = `${
    path
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
      .replace(/[^\w]+/g, '-')
      .replace(/^-|-$/g, '') || 'home'
  }-${width}-${lang}.png`;
  await page.screenshot({ path: join(out, name), fullPage: true });
  console.log(`${name}${over > 0 ? ` WIDER BY ${over}` : ''}`);
}

await main();
