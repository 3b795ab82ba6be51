import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../src/root.ts';
import { browserPath, openBrowser, openPage } from '../support/browser.ts';
import { startServerOnClone, type RunningServer } from '../support/running-server.ts';

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
    server = await startServerOnClone({ BANGFU_EXAMPLE: '1' });
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

  it('a definition is revised and keeps its versions; a target of a plan is withdrawn and set again', async () => {
    const page = await enter('bangong');
    await page.goto(`${server.address}/indicators/direct_free/edit`);
    await page.getByText('（无偿或有偿为无偿）').waitFor();
    const review = page.getByRole('button', { name: '检查并保存' });
    await page.getByLabel('来源').fill('');
    await review.click();
    await page.getByText('1 处须改').waitFor();
    await page.getByLabel('来源').fill('试行口径（示例）');
    await page.getByText('没有发现问题').waitFor();
    await review.click();
    const asked = page.getByRole('dialog');
    await asked.getByText('试行口径（示例）').waitFor();
    await asked.getByRole('button', { name: '保存', exact: true }).click();
    await page.waitForURL(/\/indicators\/direct_free\?version=2$/);
    await page.getByRole('heading', { name: '与第 1 版比较' }).waitFor();
    await page.goto(`${server.address}/plans`);
    await page.getByRole('link', { name: /工作计划（示例）/ }).click();
    const line = page.getByRole('row', { name: /直接投入无偿帮扶资金.*灵寿县/ });
    await line.getByRole('button', { name: '撤回' }).click();
    await page.getByLabel('为什么撤回').fill('数字有误（示例）');
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await line.getByRole('button', { name: '设为目标' }).click();
    await line.getByText('已设').waitFor();
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
