import type { Actor } from '../../core/access/reach.ts';
import { dayOf, type Instant, type PlainDate } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { clearFailures, takeAttempt, findAccount } from '../../storage/access/account.ts';
import { loadActor } from '../../storage/access/actor.ts';
import {
  endSession,
  findSession,
  findToken,
  insertSession,
  listSessions,
  touch,
  type OpenKey,
} from '../../storage/access/session.ts';
import { newId, newSecret, sha256, type House } from '../house.ts';
import { checkPassword } from './password.ts';

/** Wrong passwords in a row before the account is locked, and for how long. Defaults of ours. */
const LIMIT = 5;
const LOCK_MINUTES = 15;
const SESSION_HOURS = 12;
/** An id that no person has. */
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** From where somebody signs in. */
export interface Visitor {
  address: string | null;
  agent: string | null;
}

const later = (now: Instant, minutes: number): Instant =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString() as Instant;

/** Opens a session by name and password; the secret goes into the cookie. */
export async function signIn(
  house: House,
  input: { login: string; password: string },
  visitor: Visitor,
): Promise<Result<{ secret: string; personId: string }, Problem>> {
  const now = house.clock();
  const account = await findAccount(house.app, input.login.trim().toLowerCase());
  const locked = (until: Instant) =>
    refused(
      problem('session.locked', undefined, { minutes: Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000) }),
    );
  if (account?.lockedUntil && account.lockedUntil > now) return locked(account.lockedUntil);
  const lockedUntil = later(now, LOCK_MINUTES);
  // Counted before the password is looked at, and for a name that nobody has the same is asked of the database.
  const counted = await takeAttempt(house.app, account?.personId ?? NOBODY, now, lockedUntil, LIMIT);
  if (account !== null && !counted) return locked(lockedUntil);
  const right = await checkPassword(account?.passwordHash ?? null, input.password);
  if (account === null || !right) return refused(problem('session.wrong'));
  if (account.disabledAt !== null) return refused(problem('session.disabled'));
  await clearFailures(house.app, account.personId);
  return ok({ secret: await openSession(house, account.personId, visitor), personId: account.personId });
}

/** Opens a session for a person who has just proved who they are; gives the cookie's secret. */
export async function openSession(house: House, personId: string, visitor: Visitor): Promise<string> {
  const now = house.clock();
  const secret = newSecret();
  const agent = visitor.agent?.slice(0, 300) ?? null;
  await insertSession(house.app, {
    hash: sha256(secret),
    id: newId(),
    personId,
    now,
    endsAt: later(now, SESSION_HOURS * 60),
    address: visitor.address,
    agent,
  });
  return secret;
}

/** The actor behind a cookie or token, and the session's or token's id. */
export interface SignedIn {
  actor: Actor;
  keyId: string;
  kind: 'session' | 'token';
}

const TOKEN_PREFIX = 'bf_';
/** Actors as loaded under a stamp of the access tables and on a day: another stamp or day, and they are loaded again. */
const remembered = new WeakMap<House, { stamp: string; day: PlainDate; actors: Map<string, Actor> }>();

/** How long a server goes by what it knew of a cookie or token. Every write on this server makes it forget at once. */
const TRUST_MS = 1000;

/** Who is behind which secret, as known a moment ago; replaced as a whole when it is to be forgotten. */
type Trusted = Map<string, { until: number; who: SignedIn }>;
const trusted = new WeakMap<House, Trusted>();

/** Forgets who is signed in, so that an ended session, a closed account or a changed post counts from the next request on. */
export function forgetSignedIn(house: House): void {
  trusted.set(house, new Map());
}

/** Finds who is behind a secret; null where nobody is. */
export async function recognise(house: House, secret: string): Promise<SignedIn | null> {
  const known = trusted.get(house)?.get(secret);
  if (known !== undefined && known.until > performance.now()) return known.who;
  const before: Trusted = trusted.get(house) ?? new Map<string, never>();
  trusted.set(house, before);
  const who = await lookUp(house, secret);
  if (before.size > 5000) before.clear();
  // Where it was forgotten in between, this goes into the old map, which nobody asks any more.
  if (who !== null) before.set(secret, { until: performance.now() + TRUST_MS, who });
  return who;
}

async function lookUp(house: House, secret: string): Promise<SignedIn | null> {
  const now = house.clock();
  const day = dayOf(now);
  const kind = secret.startsWith(TOKEN_PREFIX) ? 'token' : 'session';
  const key =
    kind === 'token'
      ? await findToken(house.app, sha256(secret), day)
      : await findSession(house.app, sha256(secret), now);
  if (key === null) return null;
  if (key.seenAt === null || Date.parse(now) - Date.parse(key.seenAt) > 60_000)
    await touch(house.app, kind, key.id, now);
  const actor = await actorOf(house, key, day);
  return actor === null
    ? null
    : { actor: key.limits === null ? actor : { ...actor, limits: key.limits }, keyId: key.id, kind };
}

async function actorOf(house: House, key: OpenKey, day: PlainDate): Promise<Actor | null> {
  let memory = remembered.get(house);
  if (memory === undefined || memory.stamp !== key.stamp || memory.day !== day || memory.actors.size > 5000) {
    memory = { stamp: key.stamp, day, actors: new Map() };
    remembered.set(house, memory);
  }
  const known = memory.actors.get(key.personId);
  if (known !== undefined) return known;
  const actor = await loadActor(house.app, key.personId, day, null);
  if (actor !== null) memory.actors.set(key.personId, actor);
  return actor;
}

/** The person's open sessions, the one of this request marked; a script with a token does not get to see them. */
export async function mySessions(house: House, actor: Actor, keyId: string): Promise<Result<object, Problem>> {
  if (actor.limits !== null) return refused(problem('access.forbidden'));
  const rows = await listSessions(house.app, actor.personId, house.clock());
  return ok({ items: rows.map((row) => ({ ...row, current: row.id === keyId })) });
}

/** Ends one of the person's sessions. */
export async function endMySession(house: House, actor: Actor, id: string): Promise<Result<object, Problem>> {
  const done = await endSession(house.app, actor.personId, id, house.clock());
  forgetSignedIn(house);
  return done ? ok({}) : refused(problem('access.missing'));
}
