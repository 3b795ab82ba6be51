import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstOperator, isNew } from '../acts/access/first-operator.ts';
import { whoAmI } from '../acts/access/me.ts';
import {
  addPerson,
  addPost,
  disableAccount,
  endPost,
  readPeople,
  readPerson,
  resetPassword,
} from '../acts/access/people.ts';
import { changePassword, endMyToken, makeToken, myTokens, setPasswordByLink } from '../acts/access/secrets.ts';
import { endMySession, mySessions, openSession, recognise, signIn } from '../acts/access/sign-in.ts';
import { readHelpingUnits } from '../acts/ledger/helping-units.ts';
import { addUnit, changeUnit, endUnit, readUnit, readUnits } from '../acts/access/units.ts';
import { makeExample } from '../acts/example/make-example.ts';
import { newId, type House } from '../acts/house.ts';
import { nobody, runAct } from '../acts/run-act.ts';
import { placesReady } from '../acts/read/places.ts';
import * as people from '../contract/people.ts';
import * as session from '../contract/session.ts';
import * as unit from '../contract/unit.ts';
import { problem, type Problem } from '../core/kernel/problem.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { PlainDate } from '../core/kernel/plain-date.ts';
import { VERSION } from '../version.ts';
import { COOKIE, serve, serveAct } from './serve.ts';

const visitor = (request: FastifyRequest) => ({ address: request.ip, agent: request.headers['user-agent'] ?? null });

/** The start, signing in, one's own sessions and tokens. */
export function serveSession(app: FastifyInstance, house: House): void {
  serve(app, house, session.startState, async () =>
    ok({ state: (await isNew(house)) ? 'new' : 'ready', placesReady: await placesReady(house), version: VERSION }),
  );
  serve(app, house, session.startFirst, async ({ body, request, reply }) => {
    const { actId, begin, ...input } = body;
    const done = await runAct(house, firstOperator, { actId, actor: nobody, input, requestId: request.id });
    if (!done.ok) return done;
    if (begin === 'example') {
      const made = await makeExample(house, done.value);
      if (!made.ok) return made;
    }
    return enter(house, request, reply, done.value.personId);
  });
  serve(app, house, session.signIn, async ({ body, request, reply }) => {
    const done = await signIn(house, body, visitor(request));
    if (!done.ok) return done;
    return meOf(house, reply, done.value.secret, request);
  });
  serve(app, house, session.setPassword, async ({ body, request, reply }) => {
    const { actId, ...input } = body;
    const done = await runAct(house, setPasswordByLink, { actId, actor: nobody, input, requestId: request.id });
    return done.ok ? enter(house, request, reply, done.value.personId) : done;
  });
  serve(app, house, session.whoAmI, async ({ actor }) => ok(await whoAmI(house, actor)));
  serve(app, house, session.signOut, async ({ actor, keyId, reply }) => {
    await endMySession(house, actor, keyId);
    void reply.clearCookie(COOKIE, { path: '/' });
    return ok({});
  });
  serve(app, house, session.sessions, ({ actor, keyId }) => mySessions(house, actor, keyId));
  serve(app, house, session.endSession, ({ actor, params }) => endMySession(house, actor, params.id));
  serve(app, house, session.changePassword, ({ actor, body, keyId, request }) => {
    const { actId, ...input } = body;
    return runAct(house, changePassword(keyId), { actId, actor, input, requestId: request.id });
  });
  serve(app, house, session.tokens, ({ actor }) => myTokens(house, actor));
  serveAct(app, house, session.makeToken, makeToken, ({ body }) => ({
    name: body.name,
    abilities: body.abilities,
    endsOn: body.endsOn as PlainDate,
  }));
  serve(app, house, session.endToken, ({ actor, params, request }) =>
    runAct(house, endMyToken, { actId: newId(), actor, input: { id: params.id }, requestId: request.id }),
  );
}

async function enter(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  personId: string,
): Promise<Result<object, Problem>> {
  return meOf(house, reply, await openSession(house, personId, visitor(request)), request);
}

async function meOf(
  house: House,
  reply: FastifyReply,
  secret: string,
  request: FastifyRequest,
): Promise<Result<object, Problem>> {
  const who = await recognise(house, secret);
  if (who === null) return refused(problem('session.required'));
  void reply.setCookie(COOKIE, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: 12 * 3600,
  });
  return ok(await whoAmI(house, who.actor));
}

/** Units and people. */
export function servePeople(app: FastifyInstance, house: House): void {
  serve(app, house, unit.units, ({ actor, query }) => readUnits(house, actor, query));
  serve(app, house, unit.helpingUnits, async ({ actor, query }) => ok(await readHelpingUnits(house, actor, query)));
  serve(app, house, unit.readUnit, ({ actor, params }) => readUnit(house, actor, params.id));
  serveAct(app, house, unit.addUnit, addUnit, ({ body: { actId: _, ...input } }) => ({
    ...input,
    startedOn: input.startedOn as PlainDate | null,
  }));
  serveAct(app, house, unit.changeUnit, changeUnit, ({ params, body: { actId: _, ...input } }) => ({
    ...input,
    id: params.id,
    validFrom: input.validFrom as PlainDate,
  }));
  serveAct(app, house, unit.endUnit, endUnit, ({ params, body }) => ({
    id: params.id,
    endedOn: body.endedOn as PlainDate,
    into: body.into,
  }));

  type PostBody = { fromOn: string; toOn: string | null };
  const post = <T extends PostBody>(p: T) => ({
    ...p,
    fromOn: p.fromOn as PlainDate,
    toOn: p.toOn as PlainDate | null,
  });
  serve(app, house, people.people, ({ actor, query }) => readPeople(house, actor, query));
  serve(app, house, people.readPerson, ({ actor, params }) => readPerson(house, actor, params.id));
  serveAct(app, house, people.addPerson, addPerson, ({ body: { actId: _, ...input } }) => ({
    ...input,
    post: post(input.post),
  }));
  serveAct(app, house, people.addPost, addPost, ({ params, body }) => ({ personId: params.id, post: post(body.post) }));
  serveAct(app, house, people.endPost, endPost, ({ params, body }) => ({
    id: params.id,
    toOn: body.toOn as PlainDate,
  }));
  serveAct(app, house, people.resetPassword, resetPassword, ({ params }) => ({ personId: params.id }));
  serveAct(app, house, people.disableAccount, disableAccount, ({ params, body }) => ({
    personId: params.id,
    disabled: body.disabled,
  }));
}
