import type { Ability } from '../../core/access/role.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** An account as sign-in sees it. */
export interface Account {
  personId: string;
  login: string;
  passwordHash: string | null;
  failed: number;
  lockedUntil: Instant | null;
  disabledAt: Instant | null;
}

const COLUMNS = `person_id as "personId", login, password_hash as "passwordHash", failed, locked_until as "lockedUntil", disabled_at as "disabledAt"`;

/** The account of a sign-in name. */
export async function findAccount(db: Reader, login: string): Promise<Account | null> {
  return (await db.query<Account>(`select ${COLUMNS} from account where login = $1`, [login])).rows[0] ?? null;
}

/** The account of a person. */
export async function accountOf(db: Reader, personId: string): Promise<Account | null> {
  return (await db.query<Account>(`select ${COLUMNS} from account where person_id = $1`, [personId])).rows[0] ?? null;
}

/** Makes an account. The unique name is checked by the table (`account_login_key`). */
export async function insertAccount(
  tx: Tx,
  personId: string,
  login: string,
  hash: string | null,
  now: Instant,
): Promise<void> {
  await tx.query(
    'insert into account (person_id, login, password_hash, password_set_at) values ($1, $2, $3::text, case when $3::text is null then null else $4::timestamptz end)',
    [personId, login, hash, now],
  );
}

/**
 * Counts an attempt to sign in before its password is looked at, so that parallel guesses cannot slip through; the last
 * one that is allowed locks the account unless it is right. False: locked already, or nobody's.
 */
export async function takeAttempt(
  db: Reader,
  personId: string,
  now: Instant,
  lockedUntil: Instant,
  limit: number,
): Promise<boolean> {
  const found = await db.query(
    `update account set failed = case when failed + 1 >= $4 then 0 else failed + 1 end,
       locked_until = case when failed + 1 >= $4 then $3::timestamptz else locked_until end
     where person_id = $1 and (locked_until is null or locked_until <= $2) returning person_id`,
    [personId, now, lockedUntil, limit],
  );
  return found.rows.length === 1;
}

/** Clears the count after a success. */
export async function clearFailures(db: Reader, personId: string): Promise<void> {
  await db.query(
    'update account set failed = 0, locked_until = null where person_id = $1 and (failed > 0 or locked_until is not null)',
    [personId],
  );
}

/** Sets a password. */
export async function setPassword(tx: Tx, personId: string, hash: string, now: Instant): Promise<void> {
  await tx.query(
    'update account set password_hash = $2, password_set_at = $3, failed = 0, locked_until = null where person_id = $1',
    [personId, hash, now],
  );
}

/** Closes or opens an account. */
export async function setDisabled(tx: Tx, personId: string, at: Instant | null): Promise<void> {
  await tx.query('update account set disabled_at = $2 where person_id = $1', [personId, at]);
}

/** Keeps a one-time link's hash. */
export async function insertInvitation(
  db: Reader,
  i: { hash: Buffer; kind: 'first' | 'password'; personId: string | null; now: Instant; endsAt: Instant },
): Promise<void> {
  await db.query('insert into invitation (token_hash, kind, person_id, made_at, ends_at) values ($1, $2, $3, $4, $5)', [
    i.hash,
    i.kind,
    i.personId,
    i.now,
    i.endsAt,
  ]);
}

/** Uses a link up: the person it is for, or `undefined` where it is wrong, old or used. */
export async function useInvitation(
  tx: Tx,
  hash: Buffer,
  kind: 'first' | 'password',
  now: Instant,
): Promise<{ personId: string | null } | undefined> {
  const found = await tx.query<{ personId: string | null }>(
    `update invitation set used_at = $3 where token_hash = $1 and kind = $2 and used_at is null and ends_at > $3 returning person_id as "personId"`,
    [hash, kind, now],
  );
  return found.rows[0];
}

/** Ends every open link of a kind, for a person or (null) for the first operator. */
export async function endInvitations(
  db: Reader,
  kind: 'first' | 'password',
  personId: string | null,
  now: Instant,
): Promise<void> {
  await db.query(
    'update invitation set used_at = $3 where kind = $1 and person_id is not distinct from $2 and used_at is null',
    [kind, personId, now],
  );
}

/** Whether anybody has an account yet. */
export async function anyAccount(db: Reader): Promise<boolean> {
  return (await db.query<{ yes: boolean }>('select exists (select from account) as yes')).rows[0]?.yes ?? false;
}

/** Takes the row that stands for all access tables, so that two first starts cannot both go through. */
export async function lockAccess(tx: Tx): Promise<void> {
  await tx.query('select stamp from access_stamp for update');
}

/** Says that units, posts or scopes changed. */
export async function bumpStamp(tx: Tx): Promise<void> {
  await tx.query('update access_stamp set stamp = stamp + 1');
}

/** A token in the person's own list. */
export interface TokenRow {
  id: string;
  name: string;
  abilities: Ability[];
  createdAt: Instant;
  endsOn: PlainDate;
  seenAt: Instant | null;
  endedAt: Instant | null;
}

/** Keeps a token's hash. */
export async function insertToken(
  tx: Tx,
  t: {
    hash: Buffer;
    id: string;
    personId: string;
    name: string;
    abilities: Ability[];
    now: Instant;
    endsOn: PlainDate;
  },
): Promise<void> {
  await tx.query(
    'insert into token (token_hash, id, person_id, name, abilities, created_at, ends_on) values ($1, $2, $3, $4, $5, $6, $7)',
    [t.hash, t.id, t.personId, t.name, t.abilities, t.now, t.endsOn],
  );
}

/** The tokens of a person, newest first. */
export async function listTokens(db: Reader, personId: string): Promise<TokenRow[]> {
  const found = await db.query<TokenRow>(
    `select id, name, abilities, created_at as "createdAt", ends_on as "endsOn", seen_at as "seenAt", ended_at as "endedAt"
     from token where person_id = $1 order by created_at desc limit 200`,
    [personId],
  );
  return found.rows;
}

/** Ends a token of a person; false where there is none open by that id. */
export async function endToken(db: Reader, personId: string, id: string, now: Instant): Promise<boolean> {
  const found = await db.query(
    'update token set ended_at = $3 where person_id = $1 and id = $2 and ended_at is null returning id',
    [personId, id, now],
  );
  return found.rows.length === 1;
}
