import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { COOKIE } from '../../src/api/serve.ts';
import * as people from '../../src/contract/people.ts';
import * as session from '../../src/contract/session.ts';
import * as unit from '../../src/contract/unit.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import { countOf } from '../support/digest.ts';
import { asNobody, asPerson, beginHouse, Caller, withHouse } from '../support/house.ts';
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

describe('signing in', () => {
  it('takes the name in any case, says who it is, and sets a cookie that no script and no other site can use', async () => {
    await newPerson('zhang.san');
    const answer = await asNobody(test).raw({
      method: 'POST',
      url: '/api/session',
      payload: { login: ' Zhang.San ', password },
    });
    expect(answer.json()).toMatchObject({ login: 'zhang.san', person: { name: 'zhang.san' } });
    expect(answer.headers['set-cookie']).toMatch(
      /^bangfu_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('says the same of a wrong password, an unknown name, and an account without a password yet', async () => {
    await done(
      operator.call(people.addPerson, {
        body: { id: newId(), name: '未设', phone: null, login: 'not-yet', post: post() },
      }),
    );
    for (const login of ['first', 'nobody', 'not-yet', "' or 1=1 --"]) {
      const answer = await signIn(login, 'wrong-password');
      expect([login, answer.status, answer.problems]).toEqual([login, 401, [{ code: 'session.wrong' }]]);
    }
    expect((await signIn('first')).status).toBe(200);
  });

  it('takes as long for an unknown name as for a wrong password', async () => {
    await newPerson('timed');
    const time = async (login: string) => {
      const start = performance.now();
      await signIn(login, 'wrong-password');
      return performance.now() - start;
    };
    let [known, unknown] = [Infinity, Infinity];
    // By turns, so that a machine busy for a while slows both; the best of each.
    for (let i = 0; i < 4; i += 1) {
      known = Math.min(known, await time('timed'));
      unknown = Math.min(unknown, await time('unknown'));
    }
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  it('is closed for a while after five wrong passwords, also for the right one, and open again after', async () => {
    await newPerson('locked');
    for (let i = 0; i < 5; i += 1) expect((await signIn('locked', 'wrong-password')).status).toBe(401);
    const answer = await signIn('locked');
    expect(answer).toMatchObject({ status: 429, problems: [{ code: 'session.locked', params: { minutes: 15 } }] });
    test.now = at('02:16');
    expect((await signIn('locked')).status).toBe(200);
    test.now = at('02:00');
  });

  it('looks at no more than five of many guesses at once', async () => {
    await newPerson('guessed');
    const guesses = [...Array.from({ length: 19 }, (_, n) => `guess-number-${n}`), password];
    const answers = await Promise.all(guesses.map((guess) => signIn('guessed', guess)));
    expect(answers.filter((answer) => answer.status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.filter((answer) => answer.status === 429).length).toBeGreaterThanOrEqual(15);
  });

  it('counts from the start again after a right password', async () => {
    await newPerson('forgetful');
    for (const round of [1, 2, 3]) {
      for (let i = 0; i < 4; i += 1)
        expect([round, (await signIn('forgetful', 'wrong-password')).status]).toEqual([round, 401]);
      expect((await signIn('forgetful')).status).toBe(200);
    }
  });

  it('is refused to a closed account, and open again when it is opened', async () => {
    const id = await newPerson('closed');
    await done(operator.call(people.disableAccount, { params: { id }, body: { disabled: true } }));
    expect(await signIn('closed')).toMatchObject({ status: 401, problems: [{ code: 'session.disabled' }] });
    await done(operator.call(people.disableAccount, { params: { id }, body: { disabled: false } }));
    expect((await signIn('closed')).status).toBe(200);
  });
});

describe('sessions', () => {
  it('are listed with where they came from, and each can be ended from another', async () => {
    const id = await newPerson('two-sessions');
    const [here, there] = [await enter('two-sessions'), await enter('two-sessions')];
    const list = (await done(here.call(session.sessions))).items;
    expect(list.filter((one) => one.current)).toMatchObject([{ agent: 'agent of two-sessions' }]);
    const other = (await done(there.call(session.sessions))).items.find((one) => one.current);
    const stranger = await asPerson(test, await newPerson('stranger'));
    expect((await stranger.call(session.endSession, { params: { id: other?.id ?? '' } })).status).toBe(404);
    await done(here.call(session.endSession, { params: { id: other?.id ?? '' } }));
    expect((await there.call(session.whoAmI)).status).toBe(401);
    expect((await here.call(session.whoAmI)).status).toBe(200);
    await done(here.call(session.signOut));
    expect((await here.call(session.whoAmI)).status).toBe(401);
    expect(await countOf(test.db.owner, 'session', `person_id = '${id}' and ended_at is null`)).toBe(1);
  });

  it('end by themselves after twelve hours', async () => {
    const caller = await enter('first');
    test.now = at('13:59');
    expect((await caller.call(session.whoAmI)).status).toBe(200);
    test.now = at('14:00');
    expect((await caller.call(session.whoAmI)).status).toBe(401);
    test.now = at('02:00');
  });
});

describe('a password', () => {
  it('is changed by who knows it, which ends every other session', async () => {
    await newPerson('changer');
    const [here, there] = [await enter('changer'), await enter('changer')];
    const wrong = await here.call(session.changePassword, {
      body: { old: 'wrong-password', password: 'another-password' },
    });
    expect(wrong).toMatchObject({ status: 422, problems: [{ code: 'password.wrong', at: 'old' }] });
    const short = await here.call(session.changePassword, { body: { old: password, password: 'short' } });
    expect(short).toMatchObject({ status: 422, problems: [{ code: 'password.too_short', at: 'password' }] });
    await done(here.call(session.changePassword, { body: { old: password, password: 'another-password' } }));
    expect((await here.call(session.whoAmI)).status).toBe(200);
    expect((await there.call(session.whoAmI)).status).toBe(401);
    expect([(await signIn('changer')).status, (await signIn('changer', 'another-password')).status]).toEqual([
      401, 200,
    ]);
  });

  it('is the same however its letters are composed', async () => {
    const id = await newPerson('composed');
    const link = (await done(operator.call(people.resetPassword, { params: { id } }))).link;
    await done(asNobody(test).call(session.setPassword, { body: { link, password: 'ｃａｆé-口令-长长' } }));
    expect((await signIn('composed', 'cafe\u0301-口令-长长')).status).toBe(200);
  });
});

describe('a page of another site', () => {
  it.each(['https://evil.example', 'null', 'http://localhost.evil.example'])(
    'at %s gets nothing done with the cookie',
    async (origin) => {
      const headers = { origin, host: 'bangfu.example' };
      for (const [method, url] of [
        ['DELETE', '/api/session'],
        ['POST', '/api/tokens'],
        ['POST', '/api/session'],
        ['POST', '/api/units'],
      ] as const) {
        const answer = await operator.raw({ method, url, headers, ...(method === 'POST' ? { payload: {} } : {}) });
        expect([url, answer.statusCode, answer.json().problems]).toMatchObject([
          url,
          403,
          [{ code: 'access.forbidden' }],
        ]);
      }
      const own = await operator.raw({
        method: 'POST',
        url: '/api/units',
        headers: { origin: 'http://bangfu.example', host: 'bangfu.example' },
        payload: {},
      });
      expect(own.statusCode).toBe(422);
    },
  );

  it('cannot pass for a script by sending some other key beside the cookie', async () => {
    const headers = { origin: 'https://evil.example', host: 'bangfu.example', authorization: 'Basic eDp5' };
    expect((await operator.raw({ method: 'DELETE', url: '/api/session', headers })).statusCode).toBe(401);
    expect((await operator.call(unit.units)).status).toBe(200);
  });
});
