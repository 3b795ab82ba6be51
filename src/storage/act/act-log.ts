import type { Instant } from '../../core/kernel/plain-date.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** One row of the log of acts; hashes are SM3 in 32 bytes. */
export interface ActRow {
  countyId: string;
  id: string;
  act: string;
  personId: string | null;
  postId: string | null;
  at: Instant;
  requestId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  note: string | null;
  inputHash: Buffer;
  beforeHash: Buffer | null;
  afterHash: Buffer | null;
  answer: unknown;
}

const COLUMNS = `county_id as "countyId", id, act, person_id as "personId", post_id as "postId", at, request_id as "requestId",
  subject_kind as "subjectKind", subject_id as "subjectId", note, input_hash as "inputHash", before_hash as "beforeHash",
  after_hash as "afterHash", answer`;

/** Adds a row; the primary key refuses an id that is there already. */
export async function insertAct(tx: Tx, row: ActRow): Promise<void> {
  await tx.query({
    name: 'act_insert',
    text: `insert into act_log (county_id, id, act, person_id, post_id, at, request_id, subject_kind, subject_id, note, input_hash, before_hash, after_hash, answer)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      row.countyId,
      row.id,
      row.act,
      row.personId,
      row.postId,
      row.at,
      row.requestId,
      row.subjectKind,
      row.subjectId,
      row.note,
      row.inputHash,
      row.beforeHash,
      row.afterHash,
      JSON.stringify(row.answer),
    ],
  });
}

/** The row of an act that was done before. */
export async function findAct(db: Reader, countyId: string, id: string): Promise<ActRow | null> {
  const found = await db.query<ActRow>({
    name: 'act_find',
    text: `select ${COLUMNS} from act_log where county_id = $1 and id = $2`,
    values: [countyId, id],
  });
  return found.rows[0] ?? null;
}

/** Counties whose chain has acts that are not sealed yet; `since` spares the look at what is older (null: all of it). */
export async function unsealedCounties(db: Reader, since: Instant | null): Promise<string[]> {
  const found = await db.query<{ county_id: string }>(
    `select distinct a.county_id from act_log a
     where a.at >= coalesce($1::timestamptz, '-infinity')
       and not exists (select from act_seal s where s.county_id = a.county_id and s.act_id = a.id) order by 1`,
    [since],
  );
  return found.rows.map((row) => row.county_id);
}

/** Acts of a county that are not sealed, oldest first. */
export async function unsealedActs(tx: Tx, countyId: string, limit: number): Promise<ActRow[]> {
  const found = await tx.query<ActRow>(
    `select ${COLUMNS} from act_log a where county_id = $1
       and not exists (select from act_seal s where s.county_id = $1 and s.act_id = a.id) order by at, id limit $2`,
    [countyId, limit],
  );
  return found.rows;
}

/** Ids of acts of a county that say they were done before a moment and are not sealed; at most 1000. */
export async function unsealedBefore(db: Reader, countyId: string, moment: Instant): Promise<string[]> {
  const found = await db.query<{ id: string }>(
    `select id from act_log a where county_id = $1 and at < $2
       and not exists (select from act_seal s where s.county_id = $1 and s.act_id = a.id) order by at, id limit 1000`,
    [countyId, moment],
  );
  return found.rows.map((row) => row.id);
}

/** One link of a chain. */
export interface Seal {
  countyId: string;
  seq: string;
  actId: string;
  previous: Buffer;
  hash: Buffer;
  sealedAt: Instant;
}

/** The last link of a county's chain. */
export async function lastSeal(tx: Tx, countyId: string): Promise<Seal | null> {
  return (await seals(tx, 'county_id = $1 order by seq desc limit 1', [countyId]))[0] ?? null;
}

/** Links of a chain in order, after a number. */
export async function sealsAfter(db: Reader, countyId: string, after: string, limit: number): Promise<Seal[]> {
  return seals(db, 'county_id = $1 and seq > $2 order by seq limit $3', [countyId, after, limit]);
}

async function seals(db: Reader, where: string, values: unknown[]): Promise<Seal[]> {
  const text = `select county_id as "countyId", seq, act_id as "actId", previous, hash, sealed_at as "sealedAt" from act_seal where ${where}`;
  return (await db.query<Seal>(text, values)).rows;
}

/** Adds links. */
export async function insertSeals(tx: Tx, links: readonly Seal[]): Promise<void> {
  await tx.query(
    `insert into act_seal (county_id, seq, act_id, previous, hash, sealed_at)
     select * from unnest($1::text[], $2::bigint[], $3::uuid[], $4::bytea[], $5::bytea[], $6::timestamptz[])`,
    [
      links.map((l) => l.countyId),
      links.map((l) => l.seq),
      links.map((l) => l.actId),
      links.map((l) => l.previous),
      links.map((l) => l.hash),
      links.map((l) => l.sealedAt),
    ],
  );
}

/** Lets one sealer at a time work, across servers, until the transaction ends. False: another one is at it. */
export async function takeSealing(tx: Tx): Promise<boolean> {
  return (await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock(7261) as got')).rows[0]?.got ?? false;
}

/** All counties that have a chain, or had one when a day's heads were kept. */
export async function sealedCounties(db: Reader): Promise<string[]> {
  return (
    await db.query<{ c: string }>(
      'select county_id as c from act_seal union select county_id from act_anchor order by 1',
    )
  ).rows.map((row) => row.c);
}

/** Acts by id in one county. */
export async function actsByIds(db: Reader, countyId: string, ids: readonly string[]): Promise<ActRow[]> {
  return (
    await db.query<ActRow>(`select ${COLUMNS} from act_log where county_id = $1 and id = any($2)`, [countyId, ids])
  ).rows;
}

/** Keeps the head of every chain for a day, once. */
export async function anchorHeads(tx: Tx, day: string): Promise<void> {
  await tx.query(
    `insert into act_anchor (county_id, day, seq, hash)
     select distinct on (county_id) county_id, $1::date, seq, hash from act_seal order by county_id, seq desc
     on conflict (county_id, day) do nothing`,
    [day],
  );
}

/** The heads that were kept, to be compared with the chain. */
export async function anchors(db: Reader, countyId: string): Promise<{ day: string; seq: string; hash: Buffer }[]> {
  return (
    await db.query<{ day: string; seq: string; hash: Buffer }>(
      'select day, seq, hash from act_anchor where county_id = $1 order by day',
      [countyId],
    )
  ).rows;
}
