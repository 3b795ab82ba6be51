import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inRoot } from '../../src/root.ts';
import { browserPath, openBrowser, openPage } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/running-server.ts';
import { FIRST_DOCUMENT } from './first-document-sample.ts';

/** `BANGFU_SHOTS=1` makes the pictures of the README anew; without it nothing in the tree changes. */
const SHOTS = process.env['BANGFU_SHOTS'] === '1';
const FOLDER = inRoot('docs', 'shots');
const COUNTIES = ['灵寿县', '田东县', '汪清县'];

let server: RunningServer;
let browser: Browser;
let page: Page;
const errors: string[] = [];
let broken = false;

async function shot(name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(FOLDER, { recursive: true });
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), scale: 'css' });
}

/** Drops files on the page as a person would. */
async function drop(files: { name: string; text: string }[]): Promise<void> {
  const held = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, text } of list) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: held });
  await page.dispatchEvent('body', 'drop', { dataTransfer: held });
}

const progress = () => page.locator('.rv-progress b').innerText();
const current = (text: string) => page.locator('.rv-row.is-current', { hasText: text });

describe.skipIf(browserPath() === null)('the first document, from the first start to the county pages', () => {
  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    page = await openPage(browser, { colorScheme: 'light' });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      const { host, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(server.address).host) errors.push(`asks ${request.url()}`);
    });
  });

  // Each step stands on the one before.
  beforeEach(({ skip }) => {
    if (broken) skip();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || broken) return;
    broken = true;
    mkdirSync(inRoot('.cache'), { recursive: true });
    await page.screenshot({ path: inRoot('.cache', 'walk-failed.png') });
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('the printed link makes the first operator', async () => {
    const link = /http:\/\/\S+\/start\?link=\S+/.exec(server.printed())?.[0];
    expect(link).toBeDefined();
    await page.goto(link!);
    await page.getByLabel('姓名').fill('王小帮');
    await page.getByLabel('登录名').fill('wangxiaobang');
    await page.locator('input[type=password]').fill('一句好记的话就可以了');
    await page.getByLabel('单位全称').fill('国家发展和改革委员会');
    await page.getByRole('button', { name: '设立并进入' }).click();
    await page.getByRole('button', { name: '导入第一份材料' }).click();
    await page.waitForURL('**/documents?bring=1');
    await page.locator('.dl-zone').waitFor();
  });

  it('a dropped document is read; the same again leads to its reading; what cannot be read says why', async () => {
    await drop([
      { name: '第一次全体会议.md', text: FIRST_DOCUMENT },
      { name: '空.txt', text: '' },
    ]);
    await page.getByRole('link', { name: '开始审读' }).waitFor();
    await expect.poll(() => page.locator('.dl-uploads').innerText()).toContain('“空.txt”是空文件');
    await drop([{ name: '改了名.md', text: FIRST_DOCUMENT }]);
    await page.getByRole('link', { name: '打开以前的审读' }).waitFor();
    await page.getByRole('link', { name: '开始审读' }).click();
    await page.locator('.rv-row').first().waitFor();
  });

  it('nothing of the document runs or loads', async () => {
    expect(await page.evaluate(() => (window as { harmed?: boolean }).harmed)).toBeUndefined();
    expect(await page.locator('.rv-paper :is(img, script, iframe, a)').count()).toBe(0);
    expect(await page.locator('.rv-paper table').count()).toBe(1);
  });

  it('is reviewed with the keyboard', async () => {
    await page.keyboard.press('j');
    await current('定点帮扶工作领导小组第一次全体会议').waitFor();
    await page.locator('.rv-run.is-current').first().waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('x');
    await expect.poll(progress).toMatch(/^已定 2 /);
    await page.keyboard.press('z');
    await expect.poll(progress).toMatch(/^已定 1 /);
    await page.keyboard.press('z');
    await expect.poll(progress).toMatch(/^已定 0 /);
    await page.locator('.rv-row.k-fact', { hasText: '11.2万人' }).click();
    await page.locator('.rv-run.is-current', { hasText: '11.2' }).waitFor();
    await page.waitForTimeout(SHOTS ? 1500 : 0);
    await shot('review');
    await page.keyboard.press('e');
    await page.getByLabel('说的是什么').fill('三县累计减贫人口');
    await page.getByText('＝ 112,000 人').waitFor();
    await page.keyboard.press('Control+Enter');
    await expect.poll(progress).toMatch(/^已定 1 /);
    await page.locator('.rv-row.k-task', { hasText: '金融帮扶机制' }).click();
    await page.keyboard.press('l');
    await page.getByRole('button', { name: '全部结对县' }).click();
    await page.getByRole('button', { name: '关联并采纳' }).click();
    await expect.poll(progress).toMatch(/^已定 2 /);
    await page.keyboard.press('Shift+A');
    await page
      .getByRole('button', { name: /连同存疑的共|采纳无疑问的/ })
      .first()
      .click();
    await expect.poll(async () => /已定 (\d+) \/ 共 \1$/.test(await progress())).toBe(true);
  });

  it('can be left and taken up again', async () => {
    await expect.poll(() => page.locator('.rv-saving').innerText()).toContain('已保存');
    await page.reload();
    await page.locator('.rv-row').first().waitFor();
    await expect.poll(progress).toMatch(/已定 (\d+) \/ 共 \1$/);
    await page.locator('.rv-row', { hasText: '三县累计减贫人口' }).waitFor();
  });

  it('one act makes the meeting, the plan, the pairings and the facts', async () => {
    await page.getByRole('button', { name: '采纳并生成' }).click();
    await page.locator('.rv-makes').waitFor();
    await expect.poll(() => page.locator('.rv-makes').innerText()).toContain('4 项议题');
    await page.locator('.rv-finish').getByRole('button', { name: '采纳并生成' }).click();
    await page.locator('.rv-became').waitFor();
    for (const county of COUNTIES) await page.locator('.rv-became').getByRole('link', { name: county }).waitFor();
  });

  it('the meeting has its agenda, chair and attendees', async () => {
    await page.locator('.rv-became').getByRole('link', { name: '会议' }).click();
    await page.locator('.mt-agenda li').nth(3).waitFor();
    expect(await page.locator('.mt-agenda li').count()).toBe(4);
    expect(await page.locator('.mt-type').allInnerTexts()).toEqual(['传达学习', '通报', '审议', '部署']);
    const main = await page.locator('main').innerText();
    for (const words of ['2021年6月4日', '何立峰', '领导小组组长', '委党组成员', '出席', '参加'])
      expect(main).toContain(words);
    await shot('meeting');
  });

  it('the draft plan has its items by line of work, each with its sentence', async () => {
    await page.getByRole('link', { name: /2021年定点帮扶工作计划/ }).click();
    await page.locator('.pl-items li').first().waitFor();
    const main = await page.locator('main').innerText();
    for (const words of ['草案', '消费帮扶', '金融帮扶', '生态', '人才']) expect(main).toContain(words);
    await shot('plan');
    await page.getByText('按县', { exact: true }).click();
    for (const county of COUNTIES) await page.locator('.bf-section-head', { hasText: county }).waitFor();
    await page.locator('.pl-items').getByRole('link', { name: '原句' }).first().click();
    await page.locator('.rv-run.is-current').first().waitFor();
  });

  it('each of the three county pages has its facts', async () => {
    for (const county of COUNTIES) {
      await page.goto(`${server.address}/counties`);
      await page.getByRole('link', { name: county }).first().click();
      await page.getByRole('tab', { name: '数据' }).click();
      await page.getByRole('row', { name: /11\.2/ }).waitFor();
      if (county === COUNTIES[0]) await shot('county');
    }
  });

  it('works on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${server.address}/documents`);
    await page.locator('.bf-cards a').first().click();
    await page.locator('.rv-switch').waitFor();
    await page.locator('.rv-switch').getByText('原文').click();
    await page.locator('.rv-run.is-spot').first().click();
    await page.locator('.rv-bar-item').waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
    await shot('phone');
  });

  it('no page failed and nothing was asked of another host', () => {
    expect(errors).toEqual([]);
  });
});
