import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recognise, type SignedIn } from '../acts/access/sign-in.ts';
import type { House } from '../acts/house.ts';
import { nobody, runAct, type Act } from '../acts/run-act.ts';
import type { Route } from '../contract/route.ts';
import { mayAnywhere, type Actor } from '../core/access/reach.ts';
import { problem, type Problem } from '../core/kernel/problem.ts';
import type { Result } from '../core/kernel/result.ts';
import { problemsOf, refuse } from './refuse.ts';

/** Name of the session's cookie. */
export const COOKIE = 'bangfu_session';

/** What a handler gets: everything checked by the contract. */
export interface Asked<R extends Route> {
  house: House;
  actor: Actor;
  /** Id of the session or token; empty for open routes. */
  keyId: string;
  params: R['params'] extends z.ZodObject ? z.output<R['params']> : Record<string, never>;
  query: R['query'] extends z.ZodObject ? z.output<R['query']> : Record<string, never>;
  body: R['body'] extends z.ZodObject ? z.output<R['body']> : Record<string, never>;
  request: FastifyRequest;
  reply: FastifyReply;
}

type Handler<R extends Route> = (asked: Asked<R>) => Promise<Result<unknown, Problem> | { items: unknown }>;

/** Puts a route of the contract on the server: who calls → checked input → handler → checked answer. */
export function serve<R extends Route>(app: FastifyInstance, house: House, route: R, handler: Handler<R>): void {
  const shapes = strictShapes(route);
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    ...(route.access === 'open' && route.method === 'POST'
      ? { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }
      : {}),
    handler: async (request, reply) => {
      const who = await entry(house, route, request);
      if ('code' in who) return refuse(reply, [who]);
      const input = checked(shapes, request);
      if (!input.ok) return refuse(reply, input.problems);
      const result = await handler({
        house,
        actor: who.actor,
        keyId: who.keyId,
        ...input.value,
        request,
        reply,
      } as unknown as Asked<R>);
      if (reply.sent) return reply;
      if ('ok' in result && !result.ok) return refuse(reply, result.problems);
      const answer = 'ok' in result ? result.value : result;
      return reply.send(route.answer.parse(answer));
    },
  });
}

/** Puts a write on the server: its body carries the act's id; `toInput` makes the act's input of what was asked. */
export function serveAct<R extends Route, Input, Answer>(
  app: FastifyInstance,
  house: House,
  route: R,
  act: Act<Input, Answer>,
  toInput: (asked: Asked<R>) => Input,
): void {
  serve(app, house, route, (asked) => {
    const { actId } = asked.body as unknown as { actId: string };
    const { dryRun } = asked.query as { dryRun?: boolean };
    return runAct(house, act, {
      actId,
      actor: asked.actor,
      input: toInput(asked),
      dryRun,
      requestId: asked.request.id,
    });
  });
}

/** Who calls, if the route lets them in at all; where they may act is for the act to say. */
async function entry(
  house: House,
  route: Route,
  request: FastifyRequest,
): Promise<{ actor: Actor; keyId: string } | Problem> {
  if (request.method !== 'GET' && !sameOrigin(request)) return problem('access.forbidden');
  if (route.access === 'open') return { actor: nobody, keyId: '' };
  const secret = secretOf(request);
  const who: SignedIn | null = secret === null ? null : await recognise(house, secret);
  if (who === null) return problem('session.required');
  // What changes the person's own keys needs the person, not a script.
  if (who.kind === 'token' && route.access === 'signed_in' && route.method !== 'GET')
    return problem('access.forbidden');
  if (route.access !== 'signed_in' && !mayAnywhere(who.actor, route.access)) return problem('access.forbidden');
  return who;
}

function secretOf(request: FastifyRequest): string | null {
  const { authorization } = request.headers;
  // Who sends a key in the header means that key, also where it is none; the cookie is not asked then.
  if (authorization !== undefined) return /^Bearer (bf_[\w-]{43})$/.exec(authorization)?.[1] ?? null;
  return request.cookies[COOKIE] ?? null;
}

/** A page of another site may not act with this browser's cookie, whatever the browser thinks of SameSite. */
function sameOrigin(request: FastifyRequest): boolean {
  const origin = request.headers.origin;
  if (origin === undefined || request.headers.authorization !== undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

/** What a route takes, to the letter: a misspelt name must not widen a filter or lose a value in silence. */
interface Shapes {
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodObject | null;
}

/** Made once a route: a shape that is made anew compiles its checks anew. */
function strictShapes(route: Route): Shapes {
  const none = z.object({});
  const body = route.upload === undefined ? route.body : undefined;
  return {
    params: (route.params ?? none).strict(),
    // Also where a route takes none: who asks for a dry run of what has none must be told.
    query: (route.query ?? none).strict(),
    body: body?.strict() ?? null,
  };
}

function checked(
  shapes: Shapes,
  request: FastifyRequest,
): Result<{ params: unknown; query: unknown; body: unknown }, Problem> {
  const problems: Problem[] = [];
  const one = (shape: z.ZodObject, value: unknown) => {
    const parsed = shape.safeParse(value ?? {}, { reportInput: true });
    if (parsed.success) return parsed.data;
    problems.push(...problemsOf(parsed.error));
    return {};
  };
  const params = one(shapes.params, request.params);
  // A path that cannot be a key leads nowhere.
  if (problems.length > 0) return { ok: false, problems: [problem('access.missing')] };
  const query = one(shapes.query, request.query);
  const body = shapes.body === null ? {} : one(shapes.body, request.body);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { params, query, body } };
}
