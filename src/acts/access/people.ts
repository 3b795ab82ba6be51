import { PASSWORD_LINK_DAYS } from '../../core/access/password-link.ts';
import { defaultScope, type ScopePair } from '../../core/access/default-scope.ts';
import { mayAnywhere, reachOf, type Actor, type ReachPair } from '../../core/access/reach.ts';
import { roleMay, type Role } from '../../core/access/role.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import {
  accountOf,
  bumpStamp,
  endInvitations,
  findAccount,
  insertAccount,
  insertInvitation,
  lockAccess,
  setDisabled,
} from '../../storage/access/account.ts';
import {
  countOperators,
  findPerson,
  insertPerson,
  insertPost,
  listPeople,
  lockPost,
  setPostEnd,
  type PersonRow,
} from '../../storage/access/people.ts';
import { endSessions } from '../../storage/access/session.ts';
import { findUnit } from '../../storage/access/unit.ts';
import type { Tx } from '../../storage/database/transaction.ts';
import { newId, newSecret, sha256, type House } from '../house.ts';
import { cursorOf, pageOf } from '../paging.ts';
import { allow, nobody, runAct, type Act, type ActContext } from '../run-act.ts';
import { belongingOfPair, belongingOfUnit, postsWithin, seesPost } from './within.ts';

/** A telephone as shown: the first three and last two characters. */
export const maskPhone = (phone: string | null): string | null =>
  phone === null ? null : phone.replace(/^(.{3}).*(.{2})$/, '$1******$2');

/** A person as shown: the telephone masked, and only the posts within reach. */
const shown = (row: PersonRow, pairs: readonly ReachPair[]): PersonRow => ({
  ...row,
  phone: maskPhone(row.phone),
  posts: row.posts.filter((post) => seesPost(pairs, post)),
});

/** People within reach, a page at a time. */
export async function readPeople(
  house: House,
  actor: Actor,
  ask: { q?: string | undefined; unitId?: string | undefined; after?: string | undefined; limit: number },
) {
  const pairs = reachOf(actor, 'people.read');
  const rows = await listPeople(house.app, pairs, {
    ...ask,
    after: cursorOf(ask.after),
    limit: ask.limit + 1,
  });
  const page = pageOf(rows, ask.limit, (row) => [row.name, row.id]);
  return { ...page, items: page.items.map((row) => shown(row, pairs)) };
}

/** One person. */
export async function readPerson(house: House, actor: Actor, id: string): Promise<Result<object, Problem>> {
  const pairs = reachOf(actor, 'people.read');
  const row = await findPerson(house.app, pairs, id);
  if (row === null) return refused(problem('access.missing'));
  const manage = (await findPerson(house.app, reachOf(actor, 'people.manage'), id)) !== null;
  return ok({ ...shown(row, pairs), can: { manage } });
}

/** A post as asked for. */
export interface PostInput {
  id: string;
  unitId: string;
  role: Role;
  title: string | null;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  scope: ScopePair[];
}

/** Checks a post and stores it: its unit and its scope must lie within what the manager reaches. */
async function storePost(context: ActContext, personId: string, post: PostInput): Promise<Problem[]> {
  const { tx, now, today } = context;
  const unit = await findUnit(tx, 'all', post.unitId, today);
  if (unit === null || allow(context, 'people.manage', belongingOfUnit(unit)) !== null)
    return [problem('access.missing', 'post.unitId')];
  const problems: Problem[] = [];
  if (unit.endedOn !== null && unit.endedOn < post.fromOn)
    problems.push(problem('unit.ended', 'post.unitId', { name: unit.name, endedOn: unit.endedOn }));
  if (post.toOn !== null && post.toOn < post.fromOn) problems.push(problem('input.dates_reversed', 'post.toOn'));
  const scope = post.scope.length > 0 ? post.scope : defaultScope(post.role, post.unitId, unit.placeId);
  if (scope.length === 0) problems.push(problem('input.required', 'post.scope'));
  if (!scope.every((pair) => allow(context, 'people.manage', belongingOfPair(pair)) === null))
    problems.push(problem('access.missing', 'post.scope'));
  if (problems.length > 0) return problems;
  await insertPost(tx, { ...post, personId, scope }, now);
  await bumpStamp(tx);
  return [];
}

const VIOLATIONS = {
  account_login_key: 'account.login_taken',
  person_pkey: 'person.exists',
  post_pkey: 'act.id_used',
  post_scope_unit_fk: 'access.missing',
  post_scope_place_fk: 'place.unknown',
} as const;

/** Adds a person with a first post; with a login, the link to set a password. */
export const addPerson: Act<
  { id: string; name: string; phone: string | null; login: string | null; post: PostInput },
  { id: string; link: string | null }
> = {
  name: 'people.add',
  violations: VIOLATIONS,
  async perform(context, input) {
    const { tx, now } = context;
    await insertPerson(tx, { id: input.id, name: input.name, phone: input.phone, example: false, now });
    const problems = await storePost(context, input.id, input.post);
    if (problems.length > 0) return refused(...problems);
    let link: string | null = null;
    if (input.login !== null) {
      await insertAccount(tx, input.id, input.login, null, now);
      link = (await newLink(tx, input.id, now)).secret;
    }
    const after = { ...input, post: input.post };
    return ok({
      answer: { id: input.id, link },
      subject: { kind: 'person', id: input.id },
      after,
      secret: link !== null,
    });
  },
};

async function newLink(tx: Tx, personId: string, now: Instant): Promise<{ secret: string; endsAt: Instant }> {
  await endInvitations(tx, 'password', personId, now);
  const [secret, endsAt] = [
    newSecret(),
    new Date(Date.parse(now) + PASSWORD_LINK_DAYS * 86_400_000).toISOString() as Instant,
  ];
  await insertInvitation(tx, { hash: sha256(secret), kind: 'password', personId, now, endsAt });
  return { secret, endsAt };
}

/** The person, if one of the manager's posts reaches them; else the problem. */
async function managed(context: ActContext, personId: string): Promise<Result<PersonRow, Problem>> {
  const { actor, tx } = context;
  const posts = mayAnywhere(actor, 'people.manage') ? actor.posts : [];
  for (const post of posts.filter((one) => roleMay(one.role, 'people.manage'))) {
    const person = await findPerson(tx, post.pairs, personId);
    if (person === null) continue;
    context.post ??= post.id;
    return ok(person);
  }
  const seen = await findPerson(tx, reachOf(actor, 'people.read'), personId);
  return refused(problem(seen === null ? 'access.missing' : 'access.forbidden'));
}

/** The same for what concerns the whole account: everything that the account opens must be the manager's to give. */
async function managedAccount(context: ActContext, personId: string): Promise<Result<PersonRow, Problem>> {
  const person = await managed(context, personId);
  if (!person.ok) return person;
  return (await postsWithin(context, person.value.posts)) ? person : refused(problem('access.forbidden'));
}

/** Adds a post to a person. */
export const addPost: Act<{ personId: string; post: PostInput }, { id: string }> = {
  name: 'people.post',
  violations: VIOLATIONS,
  async perform(context, input) {
    const person = await managed(context, input.personId);
    if (!person.ok) return person;
    const problems = await storePost(context, input.personId, input.post);
    if (problems.length > 0) return refused(...problems);
    return ok({ answer: { id: input.post.id }, subject: { kind: 'person', id: input.personId }, after: input.post });
  },
};

/** Ends a post; the last operator's cannot end. */
export const endPost: Act<{ id: string; toOn: PlainDate }, { id: string }> = {
  name: 'people.end_post',
  async perform(context, input) {
    const { tx, actor } = context;
    await lockAccess(tx);
    const post = await lockPost(tx, input.id);
    if (post === null) return refused(problem('access.missing'));
    const person = await managed(context, post.personId);
    if (!person.ok) return person;
    const whole = person.value.posts.filter((one) => one.id === input.id);
    if (!whole.every((one) => seesPost(reachOf(actor, 'people.read'), one))) return refused(problem('access.missing'));
    if (!(await postsWithin(context, whole))) return refused(problem('access.forbidden'));
    if (post.toOn !== null && post.toOn <= input.toOn) return refused(problem('post.ended'));
    if (input.toOn < post.fromOn) return refused(problem('input.dates_reversed', 'toOn'));
    if (post.role === 'operator' && (await countOperators(tx, input.toOn, input.id, null)) === 0)
      return refused(problem('post.last_operator'));
    await setPostEnd(tx, input.id, input.toOn);
    await bumpStamp(tx);
    return ok({
      answer: { id: input.id },
      subject: { kind: 'person', id: post.personId },
      before: post,
      after: { ...post, toOn: input.toOn },
    });
  },
};

/** A one-time link to set a new password; every session of the person ends. */
export const resetPassword: Act<{ personId: string }, { link: string; endsAt: Instant }> = {
  name: 'people.reset',
  async perform(context, input) {
    const person = await managedAccount(context, input.personId);
    if (!person.ok) return person;
    if ((await accountOf(context.tx, input.personId)) === null) return refused(problem('access.missing'));
    await endSessions(context.tx, input.personId, null, context.now);
    const { secret, endsAt } = await newLink(context.tx, input.personId, context.now);
    return ok({ answer: { link: secret, endsAt }, subject: { kind: 'person', id: input.personId }, secret: true });
  },
};

/** Closes or opens an account; closing ends its sessions. */
export const disableAccount: Act<{ personId: string; disabled: boolean }, { id: string }> = {
  name: 'people.disable',
  async perform(context, input) {
    const { tx, now, today } = context;
    await lockAccess(tx);
    const person = await managedAccount(context, input.personId);
    if (!person.ok) return person;
    if (input.disabled && (await countOperators(tx, today, null, input.personId)) === 0)
      return refused(problem('post.last_operator'));
    await setDisabled(tx, input.personId, input.disabled ? now : null);
    if (input.disabled) await endSessions(tx, input.personId, null, now);
    await bumpStamp(tx);
    const subject = { kind: 'person', id: input.personId };
    return ok({
      answer: { id: input.personId },
      subject,
      before: { disabled: person.value.disabled },
      after: { disabled: input.disabled },
    });
  },
};

/** For the operator of the machine: a link to set the password of a sign-in name, null where there is none. */
export async function passwordLink(house: House, login: string): Promise<string | null> {
  const account = await findAccount(house.app, login);
  if (account === null) return null;
  const act: Act<{ personId: string }, { secret: string }> = {
    name: 'people.reset',
    async perform({ tx, now }, { personId }) {
      await setDisabled(tx, personId, null);
      await endSessions(tx, personId, null, now);
      return ok({ answer: await newLink(tx, personId, now), subject: { kind: 'person', id: personId }, secret: true });
    },
  };
  const done = await runAct(house, act, { actId: newId(), actor: nobody, input: { personId: account.personId } });
  return done.ok ? done.value.secret : null;
}
