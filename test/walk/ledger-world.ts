import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { newId } from '../../src/acts/house.ts';
import type { Role } from '../../src/core/access/role.ts';
import { openPage } from '../support/browser.ts';
import type { RunningServer } from '../support/running-server.ts';

/** The county of the walk, by its real code. */
export const COUNTY = { id: '130126', name: '灵寿县' };
/** A phone as posted cadres carry it. */
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

/** Who is in the walk, each signed in on a page of their own. */
export interface People {
  /** The operator, who also holds the office. */
  first: Page;
  cadre: Page;
  county: Page;
  liaison: Page;
  office: Page;
}

const PASSWORD = '一句好记的话就可以了';
const FROM = '2024-01-01';
const POSTS = [
  ['cadre', '赵小云', 'cadre', 'department', COUNTY.id],
  ['county', '钱小县', 'county', 'countyOffice', null],
  ['liaison', '孙小联', 'liaison', 'department', null],
  ['office', '李小办', 'office', 'central', null],
] as const satisfies readonly (readonly [keyof People, string, Role, string, string | null])[];

/** One call to the API as the person of a page; fails with what the server said. */
export async function callAs(page: Page, address: string, body?: object): Promise<Record<string, unknown>> {
  const answer =
    body === undefined
      ? await page.request.get(address)
      : await page.request.post(address, { data: { actId: newId(), ...body } });
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

/** Units, a paired county, and people with posts and passwords: made by calls, as this walk is not about them. */
export async function makePeople(server: RunningServer, browser: Browser): Promise<People> {
  const api = `${server.address}/api`;
  const first = await openPage(browser, { colorScheme: 'light', permissions: ['clipboard-read', 'clipboard-write'] });
  const link = /\/start\?link=(\S+)/.exec(server.printed())?.[1] ?? '';
  const me = { name: '王小帮', login: 'wangxiaobang', password: PASSWORD, unitName: '云帆部', begin: 'empty' };
  await callAs(first, `${api}/start`, { link, ...me });
  const { items } = (await callAs(first, `${api}/units`)) as { items: { id: string }[] };
  const central = items[0]?.id ?? '';
  const units = { central, department: newId(), countyOffice: newId() };
  const unit = { parentId: central, shortName: null, startedOn: '2018-04-01' };
  const department = { id: units.department, kind: 'department', name: '云帆部产业司', placeId: null };
  const countyOffice = { id: units.countyOffice, kind: 'county_office', name: '灵寿县帮扶办', placeId: COUNTY.id };
  for (const one of [department, countyOffice]) await callAs(first, `${api}/units`, { ...unit, ...one });
  const pairing = { fromOn: '1995-01-01', fromPrecision: 'year', source: '结对通知（示例）' };
  await callAs(first, `${api}/pairings`, { id: newId(), unitId: central, countyId: COUNTY.id, ...pairing });
  const people: Partial<People> = { first };
  for (const [key, name, role, at, placeId] of POSTS) {
    const scope = placeId === null ? [] : [{ unitId: null, placeId }];
    const post = { id: newId(), unitId: units[at], role, title: null, fromOn: FROM, toOn: null, scope };
    const person = { id: newId(), name, phone: null, login: `${key}-one`, post };
    const added = await callAs(first, `${api}/people`, person);
    const page = await openPage(
      browser,
      key === 'cadre' ? { colorScheme: 'light', ...PHONE } : { colorScheme: 'light' },
    );
    const secret = String(added['link']);
    await callAs(page, `${api}/password/set`, { link: secret, password: PASSWORD });
    people[key] = page;
  }
  return people as People;
}
