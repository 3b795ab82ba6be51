import type { Ability } from '../../core/access/role.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import type { Reader } from '../database/transaction.ts';

/** What a cookie or token opens, with the stamp of the access tables at that moment. */
export interface OpenKey {
  id: string;
  personId: string;
  seenAt: Instant | null;
  limits: Ability[] | null;
  stamp: string;
}

/** The open session behind a cookie's hash; null where there is none, it ended, or the account is closed. */
export async function findSession(db: Reader, hash: Buffer, now: Instant): Promise<OpenKey | null> {
  const found = await db.query<{ id: string; person_id: string; seen_at: Instant; stamp: string }>({
    name: 'session_find',
    text: `select s.id, s.person_id, s.seen_at, x.stamp from session s join account a on a.person_id = s.person_id, access_stamp x
           where s.token_hash = $1 and s.ended_at is null and s.ends_at > $2 and a.disabled_at is null`,
    values: [hash, now],
  });
  const row = found.rows[0];
  return row ? { id: row.id, personId: row.person_id, seenAt: row.seen_at, limits: null, stamp: row.stamp } : null;
}

/** The open token behind a hash. */
export async function findToken(db: Reader, hash: Buffer, today: PlainDate): Promise<OpenKey | null> {
  const found = await db.query<{
    id: string;
    person_id: string;
    seen_at: Instant | null;
    abilities: Ability[];
    stamp: string;
  }>({
    name: 'token_find',
    text: `select t.id, t.person_id, t.seen_at, t.abilities, x.stamp from token t join account a on a.person_id = t.person_id, access_stamp x
           where t.token_hash = $1 and t.ended_at is null and t.ends_on >= $2 and a.disabled_at is null`,
    values: [hash, today],
  });
  const row = found.rows[0];
  return row
    ? { id: row.id, personId: row.person_id, seenAt: row.seen_at, limits: row.abilities, stamp: row.stamp }
    : null;
}

/** Notes that a session or token was used; called at most once a minute. */
export async function touch(db: Reader, table: 'session' | 'token', id: string, now: Instant): Promise<void> {
  await db.query(`update ${table} set seen_at = $2 where id = $1`, [id, now]);
}

/** Opens a session. */
export async function insertSession(
  db: Reader,
  s: {
    hash: Buffer;
    id: string;
    personId: string;
    now: Instant;
    endsAt: Instant;
    address: string | null;
    agent: string | null;
  },
): Promise<void> {
  await db.query(
    `insert into session (token_hash, id, person_id, started_at, seen_at, ends_at, address, agent) values ($1, $2, $3, $4, $4, $5, $6, $7)`,
    [s.hash, s.id, s.personId, s.now, s.endsAt, s.address, s.agent],
  );
}

/** A session in the person's own list. */
export interface SessionRow {
  id: string;
  startedAt: Instant;
  seenAt: Instant;
  endsAt: Instant;
  address: string | null;
  agent: string | null;
}

/** The open sessions of a person, newest first. */
export async function listSessions(db: Reader, personId: string, now: Instant): Promise<SessionRow[]> {
  const found = await db.query<SessionRow>(
    `select id, started_at as "startedAt", seen_at as "seenAt", ends_at as "endsAt", address, agent from session
     where person_id = $1 and ended_at is null and ends_at > $2 order by started_at desc limit 100`,
    [personId, now],
  );
  return found.rows;
}

/** Ends one session of a person; false where there is none open by that id. */
export async function endSession(db: Reader, personId: string, id: string, now: Instant): Promise<boolean> {
  const done = await db.query(
    'update session set ended_at = $3 where person_id = $1 and id = $2 and ended_at is null',
    [personId, id, now],
  );
  return (done as unknown as { rowCount: number }).rowCount === 1;
}

/** Ends all sessions of a person but one. */
export async function endSessions(db: Reader, personId: string, but: string | null, now: Instant): Promise<void> {
  await db.query(
    'update session set ended_at = $3 where person_id = $1 and ended_at is null and id is distinct from $2',
    [personId, but, now],
  );
}
