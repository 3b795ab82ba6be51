import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inRoot } from '../../src/root.ts';
import { choose, complaints, fillIn, typeDay } from '../support/antd.ts';
import { browserPath, openBrowser, openPage } from '../support/browser.ts';
import { startServerOnClone, type RunningServer } from '../support/running-server.ts';

const FIRST = { name: '王小帮', login: 'wangxiaobang', password: '一句好记的话就可以了' };
const CADRE = { name: '赵小云', login: 'zhaoxiaoyun', password: '山上有松树海里有白帆' };

let server: RunningServer;
let browser: Browser;
/** The operator, who also holds the office. */
let page: Page;
/** The person whom the operator adds. */
let cadre: Page;
/** Every page that was opened. */
const pages: Page[] = [];
let link = '';
let broken = false;
const errors: string[] = [];

async function person(): Promise<Page> {
  const made = await openPage(browser);
  pages.push(made);
  made.on('pageerror', (error) => errors.push(error.message));
  return made;
}

const save = (on: Page, name = '保存') =>
  on.locator('.ant-drawer-open').getByRole('button', { name, exact: true }).click();
/** Gone with its fields: a drawer on its way out still has those of before. */
const closed = (on: Page) => on.locator('.ant-drawer').waitFor({ state: 'detached' });

async function signIn(on: Page, who: { login: string; password: string }): Promise<void> {
  await on.getByLabel('登录名').fill(who.login);
  await on.getByLabel('密码', { exact: true }).fill(who.password);
  await on.keyboard.press('Enter');
}

describe.skipIf(browserPath() === null)('records: units, people, pairings, postings, and who sees them', () => {
  beforeAll(async () => {
    server = await startServerOnClone();
    browser = await openBrowser();
    page = await person();
  });
  // Each step stands on the one before.
  beforeEach(({ skip }) => {
    if (broken) skip();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || broken) return;
    broken = true;
    mkdirSync(inRoot('.cache'), { recursive: true });
    for (const [i, one] of pages.entries()) await one.screenshot({ path: inRoot('.cache', `records-failed-${i}.png`) });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('a wrong first form shows every problem at its field', async () => {
    await page.goto(/http:\/\/\S+\/start\?link=\S+/.exec(server.printed())?.[0] ?? '');
    await page.getByLabel('登录名').fill('王');
    await page.locator('input[type=password]').fill('太短');
    await page.getByRole('button', { name: '设立并进入' }).click();
    await expect.poll(async () => Object.keys(await complaints(page))).toEqual(['姓名', '登录名', '密码', '单位全称']);
    await page.getByLabel('姓名').fill(FIRST.name);
    await expect.poll(() => complaints(page)).not.toHaveProperty('姓名');
    await page.getByLabel('登录名').fill(FIRST.login);
    await page.locator('input[type=password]').fill(FIRST.password);
    await page.getByLabel('单位全称').fill('云帆部');
    await page.getByRole('button', { name: '设立并进入' }).click();
    await page.getByRole('heading', { name: '首页' }).waitFor();
  });

  it('the operator sets up a unit under the first one', async () => {
    await page.getByRole('link', { name: '单位', exact: true }).click();
    await page.getByRole('button', { name: '设立单位' }).click();
    await fillIn(page, '全称').fill('云帆部产业司');
    await choose(page, '上级单位', '云帆', '云帆部');
    await save(page);
    await page.getByRole('link', { name: '云帆部产业司' }).click();
    await page.getByRole('navigation', { name: '当前位置' }).getByRole('link', { name: '云帆部' }).waitFor();
  });

  it('a person with a post and a sign-in name gets a link; what was typed is not lost unasked', async () => {
    await page.getByRole('link', { name: '人员', exact: true }).click();
    await page.getByRole('button', { name: '添加人员' }).click();
    await fillIn(page, '登录名').fill('赵');
    await save(page);
    await expect.poll(async () => Object.keys(await complaints(page))).toEqual(['姓名', '登录名', '任职单位', '角色']);
    await fillIn(page, '姓名').fill(CADRE.name);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '继续填写' }).click();
    // On its way out the dialog gives the focus back: what is filled before that lands in the field of before.
    await page.locator('.ant-modal').waitFor({ state: 'hidden' });
    expect(await fillIn(page, '姓名').inputValue()).toBe(CADRE.name);
    await fillIn(page, '登录名').fill(CADRE.login);
    await choose(page, '任职单位', '产业', '云帆部产业司');
    await page.getByRole('radio', { name: /挂职干部/ }).check();
    await choose(page, '负责的县（或乡、村）', '灵寿县', '灵寿县');
    await save(page);
    link = await page.locator('[data-secret]').innerText();
    expect(link).toContain('/set-password?link=');
    await page.getByRole('button', { name: '关闭', exact: true }).last().click();
  });

  it('the office records two pairings', async () => {
    await page.getByRole('link', { name: '结对县', exact: true }).click();
    for (const [county, year] of [
      ['灵寿县', '1990'],
      ['田东县', '1995'],
    ] as const) {
      await page.getByRole('button', { name: '登记结对' }).first().click();
      await save(page);
      await expect.poll(async () => Object.keys(await complaints(page)).length).toBe(4);
      await choose(page, '帮扶单位', '云帆', '云帆部');
      await choose(page, '结对县', county, county);
      await typeDay(page, '起始日期', year);
      await fillIn(page, '来源').fill('云帆部文件');
      await save(page);
      await page.locator('main').getByRole('link', { name: county }).waitFor();
      await closed(page);
    }
    expect(await page.locator('main').innerText()).toContain('1990年');
  });

  it('the office records postings, a line of the history, and a handover', async () => {
    await page.locator('main').getByRole('link', { name: '灵寿县' }).click();
    for (const [name, from] of [
      ['钱小云', '2023-03-01'],
      ['孙小云', '2025-03-01'],
    ] as const) {
      await page.getByRole('button', { name: '登记挂职' }).click();
      await fillIn(page, '姓名').fill(name);
      await fillIn(page, '职务').fill('副县长（挂职）');
      await typeDay(page, '到任日期', from);
      await save(page);
      await closed(page);
    }
    await page.getByRole('button', { name: '补记一条' }).click();
    await typeDay(page, '日期', '2024-05-06');
    await fillIn(page, '内容').fill('到青石村调研');
    await fillIn(page, '来源').fill('调研报告');
    await save(page);
    await page.getByText('到青石村调研').first().waitFor();
    await closed(page);
    await page.locator('li', { hasText: '钱小云' }).getByRole('button', { name: '离任交接' }).click();
    await choose(page, '接任人', '', '孙小云');
    await fillIn(page, '交接事项').fill('台账三册');
    await save(page, '离任交接');
    await page.getByText('已结束 1 项').click();
    await page.getByText('由孙小云接任').waitFor();
    await page.goto(`${server.address}/postings`);
    await page.getByRole('row', { name: /孙小云/ }).waitFor();
    expect(await page.getByRole('row', { name: /钱小云/ }).count()).toBe(0);
    await page.getByText('全部', { exact: true }).click();
    await page.getByRole('row', { name: /钱小云/ }).waitFor();
  });

  it('the added person sets the password by the link and sees what the scope reaches, no more', async () => {
    cadre = await person();
    await cadre.goto(link);
    await cadre.getByLabel('新密码').fill('短');
    await cadre.keyboard.press('Enter');
    await expect.poll(async () => Object.keys(await complaints(cadre))).toEqual(['新密码']);
    await cadre.getByLabel('新密码').fill(CADRE.password);
    await cadre.keyboard.press('Enter');
    await cadre.getByRole('heading', { name: '首页' }).waitFor();
    const menu = await cadre.getByRole('navigation', { name: '主导航' }).innerText();
    expect(menu).toContain('结对县');
    for (const hidden of ['材料', '人员', '操作记录']) expect(menu).not.toContain(hidden);
    await cadre.getByRole('link', { name: '结对县', exact: true }).click();
    await cadre.locator('main').getByRole('link', { name: '灵寿县' }).waitFor();
    expect(await cadre.locator('main').innerText()).not.toContain('田东县');
    await cadre.goto(`${server.address}/counties/451022`);
    await cadre.getByRole('heading', { name: '没有找到' }).waitFor();
    await cadre.goto(link);
    await cadre.getByLabel('新密码').fill(CADRE.password);
    await cadre.keyboard.press('Enter');
    await cadre.getByRole('alert').waitFor();
  });

  it('a session ended elsewhere: sign in over the page, what was typed stays; a new page leads to the sign-in and back', async () => {
    const other = await person();
    await other.goto(`${server.address}/sign-in`);
    await signIn(other, CADRE);
    await other.getByRole('heading', { name: '首页' }).waitFor();
    const end = async () => {
      await other.goto(`${server.address}/account`);
      await other.locator('main').getByRole('button', { name: '结束', exact: true }).first().click();
      await other.getByRole('button', { name: '确定' }).click();
      // Also while it works and is called otherwise, it is there.
      await other.locator('main').getByRole('button', { name: /结束$/ }).first().waitFor({ state: 'detached' });
    };
    await cadre.goto(`${server.address}/counties/130126`);
    await cadre.getByRole('button', { name: '补记一条' }).click();
    await typeDay(cadre, '日期', '2024-06-07');
    await fillIn(cadre, '内容').fill('果园开园');
    await fillIn(cadre, '来源').fill('驻村日志');
    await end();
    await save(cadre);
    await cadre.getByText('登录已过期').waitFor();
    await cadre.getByRole('dialog', { name: '登录已过期' }).getByLabel('密码', { exact: true }).fill(CADRE.password);
    await cadre.keyboard.press('Enter');
    await cadre.getByText('登录已过期').waitFor({ state: 'hidden' });
    expect(await fillIn(cadre, '内容').inputValue()).toBe('果园开园');
    await save(cadre);
    await cadre.locator('main').getByText('果园开园').waitFor();
    await end();
    await cadre.goto(`${server.address}/postings?show=all`);
    await cadre.waitForURL(/\/sign-in\?to=/);
    await signIn(cadre, CADRE);
    await cadre.waitForURL(/\/postings\?show=all$/);
  });

  it('the log names who did what, and its chain is whole', async () => {
    await page.goto(`${server.address}/log`);
    await page
      .getByRole('row', { name: /补记时间线.*赵小云/ })
      .first()
      .waitFor();
    await page.getByRole('row', { name: /添加人员.*赵小云.*王小帮/ }).waitFor();
    await page.getByRole('button', { name: '逐条核对' }).click();
    await page.getByText(/完整：\d+ 条|还没有封存/).waitFor();
    expect(errors).toEqual([]);
  });
});
