import { z } from 'zod';
import { ROLES } from '../core/access/role.ts';
import { actBody, day, dryRun, id, instant, line, listOf, paging, placeId, route } from './route.ts';
import { login } from './session.ts';

const scope = z.object({ unitId: id.nullable(), placeId: placeId.nullable() });
/** A post as asked for; an empty scope means what the role reaches by default. */
export const newPost = z.object({
  id,
  unitId: id,
  role: z.enum(ROLES),
  title: line(100).nullable(),
  fromOn: day,
  toOn: day.nullable(),
  scope: z.array(scope).max(50),
});
const post = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  role: z.enum(ROLES),
  title: z.string().nullable(),
  fromOn: day,
  toOn: day.nullable(),
  scope: z.array(scope.extend({ unitName: z.string().nullable(), placeName: z.string().nullable() })),
});
/** A person in lists; the telephone is masked. */
export const person = z.object({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  example: z.boolean(),
  login: z.string().nullable(),
  disabled: z.boolean(),
  posts: z.array(post),
});
/** People with a post in a unit within reach. */
export const people = route({
  id: 'people.list',
  method: 'GET',
  path: '/people',
  access: 'people.read',
  query: z.object({ q: z.string().trim().max(60).optional(), unitId: id.optional(), ...paging }),
  answer: listOf(person),
});
/** One person. */
export const readPerson = route({
  id: 'people.read',
  method: 'GET',
  path: '/people/:id',
  access: 'people.read',
  params: z.object({ id }),
  answer: person.extend({ can: z.object({ manage: z.boolean() }) }),
});
/** Adds a person with a first post; with a login, the answer has the one-time link to set a password (shown once). */
export const addPerson = route({
  id: 'people.add',
  method: 'POST',
  path: '/people',
  access: 'people.manage',
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    id,
    name: line(60),
    phone: line(30).nullable(),
    login: login.nullable(),
    post: newPost,
  }),
  answer: z.object({ id, link: z.string().nullable() }),
});
/** Adds a post. */
export const addPost = route({
  id: 'people.post',
  method: 'POST',
  path: '/people/:id/posts',
  access: 'people.manage',
  params: z.object({ id }),
  query: z.object(dryRun),
  body: z.object({ ...actBody, post: newPost }),
  answer: z.object({ id }),
});
/** Ends a post. */
export const endPost = route({
  id: 'people.end_post',
  method: 'POST',
  path: '/posts/:id/end',
  access: 'people.manage',
  params: z.object({ id }),
  query: z.object(dryRun),
  body: z.object({ ...actBody, toOn: day }),
  answer: z.object({ id }),
});
/** Makes a one-time link to set a new password; every session of the person ends. */
export const resetPassword = route({
  id: 'people.reset',
  method: 'POST',
  path: '/people/:id/reset',
  access: 'people.manage',
  params: z.object({ id }),
  body: z.object({ ...actBody }),
  answer: z.object({ link: z.string(), endsAt: instant }),
});
/** Closes or opens an account; closing ends its sessions. */
export const disableAccount = route({
  id: 'people.disable',
  method: 'POST',
  path: '/people/:id/disable',
  access: 'people.manage',
  params: z.object({ id }),
  body: z.object({ ...actBody, disabled: z.boolean() }),
  answer: z.object({ id }),
});
