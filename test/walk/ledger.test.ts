import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/formats/sheet/read-workbook.ts';
import { inRoot } from '../../src/root.ts';
import { choose, complaints, fillIn, sayYes, typeDay } from '../support/antd.ts';
import { browserPath, openBrowser } from '../support/browser.ts';
import { jpegOf, scene } from '../support/make-photo.ts';
import { startServerOnClone, type RunningServer } from '../support/running-server.ts';
import { callAs, COUNTY, makePeople, type People } from './ledger-world.ts';
import { commentsOf, UGLY, uglyLedger } from './ugly-ledger.ts';

/** `BANGFU_SHOTS=1` makes the pictures of the README anew; without it nothing in the tree changes. */
const SHOTS = process.env['BANGFU_SHOTS'] === '1';
const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const YEAR = TODAY.slice(0, 4);
const KIND = '直接投入帮扶资金';
const FREE = `/figures/direct_free?period=${YEAR}&placeId=${COUNTY.id}`;

let server: RunningServer;
let browser: Browser;
let people: People;
/** The page of the walk's entry. */
let entry = '';
/** The page of the figure's id as it was cited. */
let cited = '';
let broken = false;
const errors: string[] = [];
const PHOTO = jpegOf(scene(7, 480, 360), 82);
/** Made once: a zip made again has another time in it, and is another file. */
const SHEET = uglyLedger(Number(YEAR) - 1);

/** A picture of a page; `tall` shows more of it than a window would. */
async function shot(page: Page, name: string, tall?: number): Promise<void> {
  if (!SHOTS) return;
  const folder = inRoot('docs', 'shots');
  mkdirSync(folder, { recursive: true });
  // Messages have gone and nothing moves any more.
  await page.locator('.ant-message-notice').first().waitFor({ state: 'detached' });
  const size = page.viewportSize();
  if (tall !== undefined && size !== null) await page.setViewportSize({ ...size, height: tall });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(folder, `${name}.png`), scale: 'css' });
  if (size !== null) await page.setViewportSize(size);
}

/** The state in the head of the page: other entries' states stand on it too. */
const state = (page: Page, text: string) => page.locator('main .bf-head .bf-mark', { hasText: text }).first().waitFor();
const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).first().click();
const send = async (page: Page, name: string) => {
  await page.locator('.ant-drawer-open').getByRole('button', { name, exact: true }).click();
  await page.locator('.ant-drawer').waitFor({ state: 'detached' });
};
/** A step that asks once: its button, and yes. */
async function step(page: Page, name: string, after: string): Promise<void> {
  await press(page, name);
  await sayYes(page, name);
  await state(page, after);
}
/** The cell of the county under free funds on the board. */
const cell = (page: Page) => page.locator('.fg-board tbody tr', { hasText: COUNTY.name }).locator('td').first();
const go = (page: Page, path: string) => page.goto(`${server.address}${path}`);
/** The figure as the API says it, in fen or null. */
async function figureNow(page: Page): Promise<{ value: string | null; transit: string | null }> {
  const { figure } = await callAs(page, `${server.address}/api${FREE}`);
  return figure as { value: string | null; transit: string | null };
}

describe.skipIf(browserPath() === null)('the ledger, from a photo on a phone to a figure and back', () => {
  beforeAll(async () => {
    server = await startServerOnClone();
    browser = await openBrowser();
    people = await makePeople(server, browser);
    for (const page of Object.values(people) as Page[]) page.on('pageerror', (error) => errors.push(error.message));
  });
  // Each step stands on the one before.
  beforeEach(({ skip }) => {
    if (broken) skip();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || broken) return;
    broken = true;
    mkdirSync(inRoot('.cache'), { recursive: true });
    for (const [key, page] of Object.entries(people) as [string, Page][])
      await page.screenshot({ path: inRoot('.cache', `ledger-failed-${key}.png`) });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('the cadre reports money with a photo on a phone, and sees where it stands', async () => {
    const { cadre } = people;
    await go(cadre, '/ledger/new');
    await cadre.getByRole('link', { name: KIND }).first().click();
    await cadre.locator('.lg-known').getByText(COUNTY.name).waitFor();
    await press(cadre, '报送');
    await expect
      .poll(async () => Object.keys(await complaints(cadre)))
      .toEqual(expect.arrayContaining(['到账日期', '投入金额', '凭证号', '收款方']));
    await typeDay(cadre, '到账日期', TODAY);
    await cadre.getByRole('button', { name: '万元', exact: true }).first().click();
    await fillIn(cadre, '投入金额').fill('12.5');
    await cadre.getByText('= 125,000.00 元').waitFor();
    await fillIn(cadre, '凭证号').fill('记-0001');
    await fillIn(cadre, '收款方').fill('青石村股份经济合作社');
    await cadre.getByRole('radio', { name: '无偿', exact: true }).check();
    await cadre.getByRole('radio', { name: '资金', exact: true }).check();
    const photo = { name: '到账回单.jpg', mimeType: 'image/jpeg', buffer: PHOTO };
    await cadre.locator('input[type=file][aria-label="为“付款或到账凭证”拍照"]').setInputFiles(photo);
    await cadre.getByRole('button', { name: '查看“到账回单.jpg”' }).waitFor();
    expect(await cadre.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await shot(cadre, 'entry-form-phone');
    await press(cadre, '报送');
    await cadre.waitForURL(/\/ledger\/130126\/[0-9a-f-]{36}$/);
    await state(cadre, '待县确认');
    entry = new URL(cadre.url()).pathname;
    expect(await cadre.locator('main').innerText()).toContain(`${YEAR}-${COUNTY.id}-000001`);
  });

  it('the county confirms another amount, the cadre agrees, and two more people take it on', async () => {
    const { cadre, county, liaison } = people;
    await go(county, '/ledger?waiting=true');
    await county.locator('main').getByRole('link', { name: KIND }).click();
    await press(county, '数额不同');
    await county.locator('.ant-drawer-open').getByRole('button', { name: '万元', exact: true }).click();
    await fillIn(county, '投入金额').fill('11.2');
    await fillIn(county, '为什么不同').fill('银行回单到账 11.2 万元，其余退回');
    await send(county, '提交');
    await state(county, '有差异');
    await cadre.reload();
    await state(cadre, '有差异');
    await press(cadre, '商定差异');
    await cadre.locator('.ant-drawer-open').getByRole('radio', { name: '按县里的数' }).check();
    await send(cadre, '提交');
    await state(cadre, '待审核');
    await go(liaison, entry);
    await step(liaison, '审核通过', '待入账');
  });

  it('the office posts it: the figure moves at once, and opens to the photo in three clicks', async () => {
    const { first, office } = people;
    await go(first, '/figures');
    await cell(first).getByText('在途 11.20').waitFor();
    await go(office, entry);
    expect((await figureNow(first)).value).not.toBe('11200000');
    await step(office, '入账', '已入账');
    // Not soon after but with it: the next read has it.
    expect(await figureNow(first)).toMatchObject({ value: '11200000' });
    await first.reload();
    await cell(first).getByRole('link', { name: '11.20', exact: true }).waitFor();
    expect(await cell(first).innerText()).not.toContain('在途');
    await shot(first, 'board');
    await cell(first).getByRole('link').click();
    await first.getByText(/1 条净入账条目（冲销抵减）之和 = 11\.20 万元/).waitFor();
    await shot(first, 'indicator', 1180);
    await first.locator('main table').getByRole('link', { name: /\d/ }).last().click();
    await first.waitForURL(`**${entry}`);
    await shot(first, 'entry', 1150);
    await first.getByRole('button', { name: '查看“到账回单.jpg”' }).click();
    const photo = first.getByRole('dialog').getByRole('img', { name: '到账回单.jpg' });
    await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(480);
  });

  it('the same photo under another name: the form says what it proves already, before anything is sent', async () => {
    const { cadre } = people;
    await go(cadre, '/ledger/new');
    await cadre.getByRole('link', { name: KIND }).first().click();
    const photo = { name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer: PHOTO };
    await cadre.locator('input[type=file][aria-label="为“付款或到账凭证”拍照"]').setInputFiles(photo);
    const card = cadre.locator('.ev-card', { hasText: '到账回单.jpg' });
    await card.getByText('与您选的 IMG_0002.jpg 是同一文件').waitFor();
    await card.getByText('也用于另外 1 条').waitFor();
    await card.getByRole('button', { name: '查看“到账回单.jpg”' }).click();
    await cadre.getByRole('dialog').locator(`a[href="${entry}"]`).waitFor();
    expect(await cadre.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('a reversal by two takes the figure back; a paper that cites it still opens what was known', async () => {
    const { first, office } = people;
    await go(first, FREE);
    await press(first, '引用');
    await first.getByText('已复制引用编号').waitFor();
    cited = await first.evaluate(() => navigator.clipboard.readText());
    await go(first, entry);
    await press(first, '更多');
    await first.getByRole('menuitem', { name: '冲销' }).click();
    await fillIn(first, '原因').fill('款项退回，合同未履行');
    await send(first, '冲销');
    await first.waitForURL((url) => url.pathname !== entry);
    const reversal = new URL(first.url()).pathname;
    expect(await first.locator('main').getByRole('button', { name: '入账', exact: true }).count()).toBe(0);
    await go(office, reversal);
    await step(office, '入账', '已入账');
    expect((await figureNow(first)).value).toMatch(/^0$/);
    await first.goto(cited);
    await first.getByText('引用以后又入账 1 条，现在是 0.00 万元。').waitFor();
    // And opens to the entries of then, the reversed one among them and its reversal not.
    await first.getByText(/1 条净入账条目（冲销抵减）之和 = 11\.20 万元/).waitFor();
    expect(
      await first
        .locator('main table')
        .getByRole('link', { name: /^\d{4}-/ })
        .allInnerTexts(),
    ).toEqual([`${YEAR}-${COUNTY.id}-000001`]);
    expect(await first.locator('.fg-then-now > div').first().innerText()).toMatch(/引用时\s+11\.20\s*万元/);
    await go(first, entry);
    await first.getByText('被冲销').first().waitFor();
  });

  it('an ugly workbook goes in with every row accounted for; what is refused comes back with its reasons', async () => {
    const { liaison } = people;
    await bringIn(liaison, '资金统计表.xlsx', SHEET);
    await liaison.getByText('前几行会这样读').waitFor();
    await shot(liaison, 'import', 1400);
    await press(liaison, '逐行核对');
    await liaison.locator('.im-account').waitFor();
    await accounts(liaison, UGLY.accepted, UGLY.refused);
    expect(await liaison.locator('.im-account').innerText()).toContain(UGLY.sumYuan);
    const coming = liaison.waitForEvent('download');
    await liaison.getByRole('button', { name: '下载退回的行（原表标注）' }).click();
    const file = await coming;
    const back = new Uint8Array(await readFile(await file.path()));
    const book = await readWorkbook(back, file.suggestedFilename());
    if (!book.ok) throw new Error('the refused rows cannot be read');
    const text = JSON.stringify(book.value.sheets[0]?.rows);
    for (const kept of ['记-0104', '记-0105', '单位：万元']) expect(text).toContain(kept);
    expect(text).not.toContain('记-0101');
    const reasons = Object.values(commentsOf(back));
    expect(reasons).toHaveLength(UGLY.refused);
    for (const said of ['13月1日', '待定']) expect(reasons.join('\n')).toContain(said);
    await press(liaison, `入库合格的 ${UGLY.accepted} 行`);
    await liaison.locator('.ant-popconfirm').getByRole('button', { name: '确定' }).click();
    await liaison.getByText(`已入库 ${UGLY.accepted} 条。`).waitFor();
    await liaison.getByRole('link', { name: '查看入库的条目' }).click();
    await liaison.getByText(`共 ${UGLY.accepted} 条`).waitFor();
    await bringIn(liaison, file.suggestedFilename(), Buffer.from(back));
    await press(liaison, '逐行核对');
    await accounts(liaison, 0, UGLY.refused);
  });

  it('the same workbook again says so and changes nothing', async () => {
    const { liaison, office } = people;
    await bringIn(liaison, '资金统计表（再发）.xlsx', SHEET);
    await liaison.getByText(/这份文件（内容完全相同）曾于 .* 导入，入库 \d+ 行/).waitFor();
    await press(liaison, '逐行核对');
    await accounts(liaison, 0, UGLY.refused);
    expect(await liaison.locator('.im-account').innerText()).toContain(`台账里已有 ${UGLY.accepted}`);
    expect(await liaison.locator('main').getByRole('button', { name: /^入库/ }).count()).toBe(0);
    await go(office, '/ledger');
    // The entry of the walk, its reversal, and what came in once.
    await office.getByText(`共 ${UGLY.accepted + 2} 条`).waitFor();
    await shot(office, 'ledger');
    expect(errors).toEqual([]);
  });
});

/** Chooses the kind and puts a file in. */
async function bringIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  await go(page, '/ledger/import');
  await choose(page, '台账类别', '直接投入', KIND);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  await page.waitForURL(/\/ledger\/import\/[0-9a-f-]{36}$/);
}

/** Rows in = accepted + refused + ignored, as the page says it. */
async function accounts(page: Page, accepted: number, refused: number): Promise<void> {
  const said = page.getByRole('region', { name: new RegExp(`^读入 \\d+ 行 = 接收 ${accepted} \\+ 退回 ${refused} `) });
  await said.waitFor();
  const [rowsIn = 0, ...parts] = ((await said.getAttribute('aria-label')) ?? '').match(/\d+/g)?.map(Number) ?? [];
  expect(parts).toHaveLength(3);
  expect(rowsIn).toBe(parts.reduce((sum, one) => sum + one, 0));
}
