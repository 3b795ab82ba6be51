import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { firstLink, firstOperator } from '../../src/acts/access/first-operator.ts';
import { forgetSignedIn, openSession } from '../../src/acts/access/sign-in.ts';
import { newId, shippedReading, type House } from '../../src/acts/house.ts';
import { nobody, runAct } from '../../src/acts/run-act.ts';
import { makeApp } from '../../src/api/app.ts';
import { COOKIE } from '../../src/api/serve.ts';
import type { AnswerOf, Route } from '../../src/contract/route.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import type { Problem } from '../../src/core/kernel/problem.ts';
import { withDatabase, type TestDatabase } from './database.ts';

/** A house on a database of its own, and its server, called without a network. */
export interface TestHouse {
  readonly house: House;
  readonly app: FastifyInstance;
  readonly db: TestDatabase;
  /** The moment that the house believes it is; may be set. */
  now: Instant;
}

/** What a call answered. */
export interface Answer<R extends Route> {
  status: number;
  value: AnswerOf<R>;
  problems: Problem[];
}

const reading = shippedReading();

/** Opens a house for a test file. The clock stands still at `now` until a test moves it. */
export function withHouse(now = '2021-06-20T02:00:00.000Z'): TestHouse {
  const db = withDatabase();
  const made: { house?: House; app?: FastifyInstance } = {};
  const get = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the house opens in beforeAll: use it inside hooks and tests');
    return value;
  };
  let moment = now as Instant;
  const test: TestHouse = {
    db,
    get now() {
      return moment;
    },
    set now(next) {
      moment = next;
      // What a server trusts for a second has ended long ago by the new clock.
      if (made.house !== undefined) forgetSignedIn(made.house);
    },
    get house() {
      return get(made.house);
    },
    get app() {
      return get(made.app);
    },
  };
  beforeAll(async () => {
    made.house = { app: db.app, clock: () => test.now, reading };
    made.app = await makeApp(made.house, { logLevel: 'silent', limit: false });
    await made.app.ready();
  });
  afterAll(async () => {
    await made.app?.close();
  });
  return test;
}

/** A way to call the API as one person (or as nobody). */
export class Caller {
  private readonly test: TestHouse;
  readonly secret: string | null;

  constructor(test: TestHouse, secret: string | null) {
    this.test = test;
    this.secret = secret;
  }

  /** Calls a route of the contract; ids in the path are taken from `params`. Writes get an act id where none is given. */
  async call<R extends Route>(
    route: R,
    input: { params?: Record<string, string>; query?: Record<string, string>; body?: object } = {},
  ): Promise<Answer<R>> {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''));
    const query = new URLSearchParams(input.query ?? {}).toString();
    const body =
      route.body === undefined
        ? undefined
        : { ...('actId' in route.body.shape ? { actId: newId() } : {}), ...input.body };
    return this.send<R>({
      method: route.method,
      url: `/api${path}${query === '' ? '' : `?${query}`}`,
      ...(body === undefined ? {} : { payload: body }),
    });
  }

  /** Brings a file in. */
  async upload<R extends Route>(
    route: R,
    fileName: string,
    bytes: Buffer,
    fields: Record<string, string> = {},
  ): Promise<Answer<R>> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ actId: newId(), unitId: '', ...fields })) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
    const request = new Request('http://test/', { method: 'POST', body: form });
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    return this.send<R>({
      method: 'POST',
      url: `/api${route.path}`,
      headers,
      payload: Buffer.from(await request.arrayBuffer()),
    });
  }

  /** The status of a page whose answer is no JSON. */
  async statusOf(url: string): Promise<number> {
    return (await this.raw({ method: 'GET', url })).statusCode;
  }

  /** Sends any request with this person's key, and gives the answer as it is. */
  async raw(options: InjectOptions): Promise<LightMyRequestResponse> {
    const key = keyOf(this.secret);
    return this.test.app.inject({ ...options, ...key, headers: { ...options.headers, ...key.headers } });
  }

  /** Sends any request with this person's key. */
  async send<R extends Route>(options: InjectOptions): Promise<Answer<R>> {
    const answer = await this.raw(options);
    const json =
      answer.body === '' ? {} : (JSON.parse(answer.body) as { problems?: (Problem & { message: string })[] });
    // The sentence follows from the code and is tested by itself; `raw` and `value` have it.
    const problems = (json.problems ?? []).map(({ message: _, ...one }) => one);
    return { status: answer.statusCode, value: json as AnswerOf<R>, problems };
  }
}

/** A session goes in the cookie, a token in the header. */
function keyOf(secret: string | null): { cookies?: Record<string, string>; headers?: Record<string, string> } {
  if (secret === null) return {};
  return secret.startsWith('bf_')
    ? { headers: { authorization: `Bearer ${secret}` } }
    : { cookies: { [COOKIE]: secret } };
}

/** Nobody signed in. */
export const asNobody = (test: TestHouse): Caller => new Caller(test, null);

/** Signed in as a person. */
export async function asPerson(test: TestHouse, personId: string): Promise<Caller> {
  return new Caller(test, await openSession(test.house, personId, { address: '127.0.0.1', agent: 'test' }));
}

/** The first operator of an empty house, with the own unit. */
export async function beginHouse(
  test: TestHouse,
  unitName = '某部',
): Promise<{ caller: Caller; personId: string; unitId: string }> {
  const link = (await firstLink(test.house)) ?? '';
  const input = { link, name: '首位', login: 'first', password: 'a-long-password', unitName };
  const done = await runAct(test.house, firstOperator, { actId: newId(), actor: nobody, input });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return { caller: await asPerson(test, done.value.personId), ...done.value };
}
