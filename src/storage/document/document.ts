import type { ReachPair } from '../../core/access/reach.ts';
import type { DocumentState } from '../../core/document/document-state.ts';
import type { SourceFormat } from '../../core/document/source.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** A document in lists. */
export interface DocumentRow {
  id: string;
  title: string | null;
  fileName: string;
  format: SourceFormat;
  publishedOn: PlainDate | null;
  origin: string | null;
  state: DocumentState;
  unitId: string;
  unitName: string;
  broughtBy: string;
  broughtAt: Instant;
  items: number;
  pending: number;
  example: boolean;
}

const COLUMNS = `d.id, d.title, d.file_name as "fileName", d.format, d.published_on as "publishedOn", d.origin, d.state, d.unit_id as "unitId",
  (select v.name from unit_version v where v.unit_id = d.unit_id order by v.valid_from desc limit 1) as "unitName",
  (select name from person p where p.id = d.brought_by) as "broughtBy", d.brought_at as "broughtAt", d.example,
  (select count(*)::int from reading_item i where i.document_id = d.id) as items,
  (select count(*)::int from reading_item i where i.document_id = d.id and i.state = 'pending') as pending`;
/** Documents belong to a unit and to no place: who reaches only some counties does not reach them. */
export const DOCUMENT_REACH = { unit: 'd.unit_id = any({ids})', places: null };

/** Documents within reach, newest first; `after` is time and id of the last one. */
export async function listDocuments(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: { state?: DocumentState | undefined; q?: string | undefined; after: [string, string] | null; limit: number },
): Promise<DocumentRow[]> {
  const params = new Params();
  const where = [reachCondition(pairs, params, DOCUMENT_REACH)];
  if (ask.state !== undefined) where.push(`d.state = ${params.add(ask.state)}`);
  if (ask.q) where.push(`strpos(coalesce(d.title, '') || ' ' || d.file_name, ${params.add(ask.q)}) > 0`);
  if (ask.after !== null)
    where.push(`(d.brought_at, d.id) < (${params.add(ask.after[0])}::timestamptz, ${params.add(ask.after[1])}::uuid)`);
  const text = `select ${COLUMNS} from document d where ${where.join(' and ')} order by d.brought_at desc, d.id desc limit ${params.add(ask.limit)}`;
  return (await db.query<DocumentRow>(text, params.values)).rows;
}

/** How many documents within reach are in a state. */
export async function countDocuments(db: Reader, pairs: readonly ReachPair[], state: DocumentState): Promise<number> {
  const params = new Params();
  const reach = reachCondition(pairs, params, DOCUMENT_REACH);
  const text = `select count(*)::int as n from document d where d.state = ${params.add(state)} and ${reach}`;
  return (await db.query<{ n: number }>(text, params.values)).rows[0]?.n ?? 0;
}

/** What a page of one document needs beside its row. */
export interface DocumentFull extends DocumentRow {
  digest: Buffer;
  rulesVersion: string;
  warnings: { code: string; detail: string; start: number | null; end: number | null }[];
  source: { text: string; blocks: object[]; marks: object[] };
}

/** One document within reach with its text. */
export async function findDocument(db: Reader, pairs: readonly ReachPair[], id: string): Promise<DocumentFull | null> {
  const params = new Params();
  const reach = reachCondition(pairs, params, DOCUMENT_REACH);
  const text = `select ${COLUMNS}, d.digest, d.rules_version as "rulesVersion", d.warnings, t.source
    from document d join document_text t on t.document_id = d.id where d.id = ${params.add(id)} and ${reach}`;
  return (await db.query<DocumentFull>(text, params.values)).rows[0] ?? null;
}

/** The document of a unit with this content, if it was brought in before. */
export async function findByDigest(db: Reader, unitId: string, digest: Buffer): Promise<string | null> {
  const found = await db.query<{ id: string }>('select id from document where unit_id = $1 and digest = $2', [
    unitId,
    digest,
  ]);
  return found.rows[0]?.id ?? null;
}

/** A document's state for a decision, locked. */
export async function lockDocument(
  tx: Tx,
  id: string,
): Promise<{
  unitId: string;
  state: DocumentState;
  title: string | null;
  fileName: string;
  publishedOn: PlainDate | null;
  example: boolean;
} | null> {
  const found = await tx.query<{
    unitId: string;
    state: DocumentState;
    title: string | null;
    fileName: string;
    publishedOn: PlainDate | null;
    example: boolean;
  }>(
    `select unit_id as "unitId", state, title, file_name as "fileName", published_on as "publishedOn", example from document where id = $1 for no key update`,
    [id],
  );
  return found.rows[0] ?? null;
}

/** Keeps the original bytes, once per content. */
export async function keepBlob(tx: Tx, digest: Buffer, bytes: Buffer, now: Instant): Promise<void> {
  await tx.query(
    'insert into blob (digest, size, bytes, kept_at) values ($1, $2, $3, $4) on conflict (digest) do nothing',
    [digest, bytes.length, bytes, now],
  );
}

/** The original bytes. */
export async function findBlob(db: Reader, digest: Buffer): Promise<Buffer | null> {
  return (
    (await db.query<{ bytes: Buffer }>('select bytes from blob where digest = $1', [digest])).rows[0]?.bytes ?? null
  );
}

/** A new document to be kept. */
export interface NewDocument {
  id: string;
  unitId: string;
  digest: Buffer;
  fileName: string;
  format: SourceFormat;
  title: string | null;
  publishedOn: PlainDate | null;
  origin: string | null;
  rulesVersion: string;
  warnings: unknown;
  source: unknown;
  broughtBy: string;
  now: Instant;
  example: boolean;
}

/** Adds a document with its text. */
export async function insertDocument(tx: Tx, d: NewDocument): Promise<void> {
  await tx.query(
    `insert into document (id, unit_id, digest, file_name, format, title, published_on, origin, state, rules_version, warnings, brought_by, brought_at, example)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'review', $9, $10, $11, $12, $13)`,
    [
      d.id,
      d.unitId,
      d.digest,
      d.fileName,
      d.format,
      d.title,
      d.publishedOn,
      d.origin,
      d.rulesVersion,
      JSON.stringify(d.warnings),
      d.broughtBy,
      d.now,
      d.example,
    ],
  );
  await tx.query('insert into document_text (document_id, source) values ($1, $2)', [d.id, JSON.stringify(d.source)]);
}

/** Moves a document to another state. */
export async function setDocumentState(
  tx: Tx,
  id: string,
  state: DocumentState,
  by: string,
  now: Instant,
): Promise<void> {
  await tx.query('update document set state = $2, decided_by = $3, decided_at = $4 where id = $1', [
    id,
    state,
    by,
    now,
  ]);
}

/** What an accepted document became, withdrawn things left out. */
export async function whatItBecame(
  db: Reader,
  id: string,
): Promise<{
  meetingId: string | null;
  planId: string | null;
  planYear: number | null;
  facts: number;
  pairings: number;
}> {
  const found = await db.query<{
    meetingId: string | null;
    planId: string | null;
    planYear: number | null;
    facts: number;
    pairings: number;
  }>(
    `select (select id from meeting where document_id = $1 and withdrawn_at is null order by recorded_at desc limit 1) as "meetingId",
       p.id as "planId", p.year as "planYear",
       (select count(*)::int from fact where document_id = $1 and withdrawn_at is null) as facts,
       (select count(*)::int from pairing where document_id = $1 and withdrawn_at is null) as pairings
     from (select 1) one left join lateral (
       select pl.id, pl.year from plan_item pi join plan pl on pl.id = pi.plan_id
       where pi.document_id = $1 and pi.withdrawn_at is null order by pi.recorded_at desc limit 1) p on true`,
    [id],
  );
  return found.rows[0] ?? { meetingId: null, planId: null, planYear: null, facts: 0, pairings: 0 };
}
