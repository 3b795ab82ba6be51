import { beforeAll, describe, expect, it } from 'vitest';
import { firstLink } from '../../src/acts/access/first-operator.ts';
import { newId } from '../../src/acts/house.ts';
import { makeApp } from '../../src/api/app.ts';
import { COOKIE } from '../../src/api/serve.ts';
import * as people from '../../src/contract/people.ts';
import * as session from '../../src/contract/session.ts';
import * as unit from '../../src/contract/unit.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import { countOf } from '../support/digest.ts';
import { asNobody, beginHouse, Caller, withHouse } from '../support/house.ts';
import { done } from '../support/world.ts';

const password = 'a-long-password';
const at = (time: string) => `2021-06-20T${time}:00.000Z` as Instant;
const test = withHouse(at('02:00'));
let operator: Caller;
let unitId: string;

beforeAll(async () => {
  const begun = await beginHouse(test);
  operator = begun.caller;
  unitId = begun.unitId;
});

const post = () => ({ id: newId(), unitId, role: 'auditor', title: null, fromOn: '2021-01-01', toOn: null, scope: [] });

/** A new person with a password, as an operator and the person would make one. */
async function newPerson(login: string): Promise<string> {
  const id = newId();
  const added = await done(
    operator.call(people.addPerson, { body: { id, name: login, phone: null, login, post: post() } }),
  );
  await done(asNobody(test).call(session.setPassword, { body: { link: added.link, password } }));
  return id;
}

const signIn = (login: string, word = password) =>
  asNobody(test).call(session.signIn, { body: { login, password: word } });

/** Signs in as a browser does, and keeps the cookie. */
async function enter(login: string): Promise<Caller> {
  const answer = await asNobody(test).raw({
    method: 'POST',
    url: '/api/session',
    payload: { login, password },
    headers: { 'user-agent': `agent of ${login}` },
  });
  expect(answer.statusCode).toBe(200);
  return new Caller(test, answer.cookies.find((cookie) => cookie.name === COOKIE)?.value ?? '');
}

describe('a one-time link', () => {
  const use = (link: string, word = 'by-link-password') =>
    asNobody(test).call(session.setPassword, { body: { link, password: word } });
  const WRONG = { status: 404, problems: [{ code: 'start.link_wrong' }] };

  it('sets a password once, ends every session, and signs in', async () => {
    const id = await newPerson('linked');
    const before = await enter('linked');
    const { link } = await done(operator.call(people.resetPassword, { params: { id } }));
    expect((await before.call(session.whoAmI)).status).toBe(401);
    expect(await use(link, 'short')).toMatchObject({ status: 422 });
    const [one, two] = await Promise.all([use(link), use(link)]);
    expect([one.status, two.status].sort()).toEqual([200, 404]);
    expect(await use(link)).toMatchObject(WRONG);
    expect((await signIn('linked', 'by-link-password')).status).toBe(200);
  });

  it('is over after three days, when a new one is made, and was never any other text', async () => {
    const id = await newPerson('late');
    const old = (await done(operator.call(people.resetPassword, { params: { id } }))).link;
    const { link, endsAt } = await done(operator.call(people.resetPassword, { params: { id } }));
    expect(await use(old)).toMatchObject(WRONG);
    expect(await use('x'.repeat(43))).toMatchObject(WRONG);
    test.now = endsAt as Instant;
    expect(await use(link)).toMatchObject(WRONG);
    test.now = at('02:00');
    expect((await use(link)).status).toBe(200);
  });

  it('opens nothing for a closed account', async () => {
    const id = await newPerson('shut');
    const { link } = await done(operator.call(people.resetPassword, { params: { id } }));
    await done(operator.call(people.disableAccount, { params: { id }, body: { disabled: true } }));
    expect((await use(link)).status).not.toBe(200);
    expect((await signIn('shut', 'by-link-password')).status).toBe(401);
  });
});

describe('the first start', () => {
  const fresh = withHouse();
  const body = (link: string) => ({
    actId: newId(),
    link,
    name: '首位',
    login: 'first',
    password,
    unitName: '某部',
    begin: 'empty',
  });

  it('takes its link once, and none after', async () => {
    const nobody = asNobody(fresh);
    expect((await done(nobody.call(session.startState))).state).toBe('new');
    const old = (await firstLink(fresh.house)) ?? '';
    const link = (await firstLink(fresh.house)) ?? '';
    for (const wrong of [old, 'x'.repeat(43)])
      expect(await nobody.call(session.startFirst, { body: body(wrong) })).toMatchObject({
        status: 404,
        problems: [{ code: 'start.link_wrong' }],
      });
    const first = body(link);
    const answers = await Promise.all([
      nobody.call(session.startFirst, { body: first }),
      nobody.call(session.startFirst, { body: body(link) }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 410]);
    expect((await nobody.call(session.startFirst, { body: body(link) })).problems).toEqual([{ code: 'start.done' }]);
    for (const sent of [first, { ...first, name: '别人' }])
      expect((await nobody.call(session.startFirst, { body: sent })).status).not.toBe(200);
    expect(await firstLink(fresh.house)).toBeNull();
    expect((await done(nobody.call(session.startState))).state).toBe('ready');
    expect(await countOf(fresh.db.owner, 'person')).toBe(1);
  });
});

describe('routes that anybody may call', () => {
  it('answer thirty times a minute from one address, and then ask to wait', async () => {
    const app = await makeApp(test.house, { logLevel: 'silent' });
    const call = (remoteAddress: string) =>
      app.inject({
        method: 'POST',
        url: '/api/password/set',
        remoteAddress,
        payload: { actId: newId(), link: 'x'.repeat(43), password },
      });
    try {
      const answers = [];
      for (let i = 0; i < 33; i += 1) answers.push(await call('10.0.0.1'));
      expect(answers.filter((answer) => answer.statusCode === 404)).toHaveLength(30);
      const refused = answers.filter((answer) => answer.statusCode === 429);
      expect(refused).toHaveLength(3);
      expect(refused[0]?.json()).toMatchObject({ problems: [{ code: 'session.too_many' }] });
      expect((await call('10.0.0.2')).statusCode).toBe(404);
    } finally {
      await app.close();
    }
  });
});

describe('a token', () => {
  it('is shown once, and its list says what it may do and when it was used', async () => {
    const made = await done(
      operator.call(session.makeToken, { body: { name: '统计脚本', abilities: ['unit.read'], endsOn: '2021-12-31' } }),
    );
    expect(made.token).toMatch(/^bf_[\w-]{43}$/);
    await done(new Caller(test, made.token).call(unit.units));
    const list = await done(operator.call(session.tokens));
    expect(list.items).toMatchObject([
      { id: made.id, name: '统计脚本', abilities: ['unit.read'], seenAt: test.now, endedAt: null },
    ]);
    expect(JSON.stringify(list)).not.toContain(made.token.slice(3));
    const long = await operator.call(session.makeToken, {
      body: { name: '太长', abilities: ['unit.read'], endsOn: '2022-06-22' },
    });
    expect(long.problems).toEqual([{ code: 'token.term', at: 'endsOn' }]);
  });
});
