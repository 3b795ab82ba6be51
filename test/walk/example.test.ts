import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../src/root.ts';
import { browserPath, openBrowser, openPage } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/running-server.ts';

/** `BANGFU_SHOTS=1` makes the pictures of the README anew. */
const SHOTS = process.env['BANGFU_SHOTS'] === '1';

let server: RunningServer;
let browser: Browser;
const errors: string[] = [];

/** The password that the terminal printed for a sign-in name. */
const passwordOf = (login: string): string => new RegExp(`^ +${login} +(\\S+) `, 'm').exec(server.printed())?.[1] ?? '';

async function enter(login: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
  const page = await openPage(browser, { colorScheme: 'light', ...options });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${server.address}/sign-in`);
  await page.getByLabel('登录名').fill(login);
  await page.locator('input[type=password]').fill(passwordOf(login));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '首页' }).waitFor();
  return page;
}

async function shot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(inRoot('docs', 'shots'), { recursive: true });
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(inRoot('docs', 'shots'), `${name}.png`), scale: 'css' });
}

describe.skipIf(browserPath() === null)('the worked example, started unattended', () => {
  beforeAll(async () => {
    server = await startServer({ BANGFU_EXAMPLE: '1' });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('the office finds figures, work that waits, and the marks of an example', async () => {
    const page = await enter('bangong');
    await page.getByText('直接投入无偿帮扶资金').first().waitFor();
    await page.getByRole('link', { name: '等我办理的台账' }).waitFor();
    await shot(page, 'home');
    await page.goto(`${server.address}/figures`);
    for (const county of ['灵寿县', '田东县', '汪清县'])
      await page.getByRole('link', { name: county }).first().waitFor();
    await shot(page, 'example-board');
    await page.goto(`${server.address}/ledger`);
    await page.getByText('示例', { exact: true }).first().waitFor();
    await page.context().close();
  });

  it('a figure opens to its entries, and an entry to its paper, in three steps', async () => {
    const page = await enter('lingdao');
    await page.goto(`${server.address}/figures`);
    await page
      .getByRole('row', { name: /田东县/ })
      .locator('a[href^="/figures/direct_free"]')
      .click();
    await page
      .getByRole('link', { name: /^\d{4}-451022-/ })
      .first()
      .click();
    await page
      .getByText(/示例凭证.*\.pdf/)
      .first()
      .waitFor();
    await page.context().close();
  });

  it('the county confirms on its phone', async () => {
    const page = await enter('xianban', { viewport: { width: 360, height: 740 } });
    await page.getByRole('link', { name: '等我办理的台账' }).click();
    await page.locator('main a[href^="/ledger/130126/"]').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  it('no page failed', () => {
    expect(errors).toEqual([]);
  });
});
