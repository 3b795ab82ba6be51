import { z } from 'zod';
import { ABILITIES, ROLES } from '../core/access/role.ts';
import { actBody, day, id, instant, line, route } from './route.ts';

/** A password as typed: 10 … 200 characters, nothing else demanded. */
export const password = z.string().min(10, { message: 'password.too_short' }).max(200, { message: 'input.too_long' });
/** A sign-in name: 2 … 60 of small letters, digits, dot, dash, underscore. */
export const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,59}$/, { message: 'account.login_form' });
/** An ability's name. */
export const ability = z.enum(ABILITIES);

const post = z.object({
  id,
  role: z.enum(ROLES),
  title: z.string().nullable(),
  unitId: id,
  unitName: z.string(),
  fromOn: day,
  toOn: day.nullable(),
});
/** Who is signed in, with today's posts, and what they may do anywhere. */
export const me = z.object({
  person: z.object({ id, name: z.string() }),
  login: z.string().nullable(),
  posts: z.array(post),
  abilities: z.array(ability),
});

/** How far the start is: `new` waits for the first operator. */
export const startState = route({
  id: 'start.state',
  method: 'GET',
  path: '/start',
  access: 'open',
  answer: z.object({ state: z.enum(['new', 'ready']), placesReady: z.boolean(), version: z.string() }),
});
/** The first operator, by the one-time link of the terminal; with the unit and the choice of an empty start or the worked example. */
export const startFirst = route({
  id: 'start.first',
  method: 'POST',
  path: '/start',
  access: 'open',
  body: z.object({
    ...actBody,
    link: z.string().min(20).max(200),
    name: line(60),
    login,
    password,
    unitName: line(200),
    begin: z.enum(['empty', 'example']),
  }),
  answer: me,
});
/** Opens a session; the answer sets the cookie. */
export const signIn = route({
  id: 'session.open',
  method: 'POST',
  path: '/session',
  access: 'open',
  body: z.object({ login: z.string().max(60), password: z.string().max(200) }),
  answer: me,
});
/** Who am I. */
export const whoAmI = route({ id: 'session.me', method: 'GET', path: '/session', access: 'signed_in', answer: me });
/** Ends the session of this cookie. */
export const signOut = route({
  id: 'session.close',
  method: 'DELETE',
  path: '/session',
  access: 'signed_in',
  answer: z.object({}),
});
/** My open sessions. */
export const sessions = route({
  id: 'session.list',
  method: 'GET',
  path: '/sessions',
  access: 'signed_in',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        startedAt: instant,
        seenAt: instant,
        endsAt: instant,
        address: z.string().nullable(),
        agent: z.string().nullable(),
        current: z.boolean(),
      }),
    ),
  }),
});
/** Ends one of my sessions. */
export const endSession = route({
  id: 'session.end',
  method: 'DELETE',
  path: '/sessions/:id',
  access: 'signed_in',
  params: z.object({ id }),
  answer: z.object({}),
});
/** Sets a new password; every other session of the person ends. */
export const changePassword = route({
  id: 'password.change',
  method: 'POST',
  path: '/password',
  access: 'signed_in',
  body: z.object({ ...actBody, old: z.string().max(200), password }),
  answer: z.object({}),
});
/** Sets a password by a one-time link that an operator gave. */
export const setPassword = route({
  id: 'password.set',
  method: 'POST',
  path: '/password/set',
  access: 'open',
  body: z.object({ ...actBody, link: z.string().min(20).max(200), password }),
  answer: me,
});
/** My access tokens. */
export const tokens = route({
  id: 'token.list',
  method: 'GET',
  path: '/tokens',
  access: 'signed_in',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        abilities: z.array(ability),
        createdAt: instant,
        endsOn: day,
        seenAt: instant.nullable(),
        endedAt: instant.nullable(),
      }),
    ),
  }),
});
/** Makes a token; its text is in this answer and nowhere else ever. At most 366 days. */
export const makeToken = route({
  id: 'token.make',
  method: 'POST',
  path: '/tokens',
  access: 'signed_in',
  body: z.object({ ...actBody, name: line(80), abilities: z.array(ability).min(1).max(ABILITIES.length), endsOn: day }),
  answer: z.object({ id, token: z.string() }),
});
/** Ends a token. */
export const endToken = route({
  id: 'token.end',
  method: 'DELETE',
  path: '/tokens/:id',
  access: 'signed_in',
  params: z.object({ id }),
  answer: z.object({}),
});
