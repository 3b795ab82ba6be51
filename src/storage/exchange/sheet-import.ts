import type { ReachPair } from '../../core/access/reach.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import type { Problem } from '../../core/kernel/problem.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** Where an import stands. */
export type ImportState = 'read' | 'checking' | 'checked' | 'applying' | 'done' | 'cancelled';

/** An import as stored; what stands in jsonb has the shapes of acts/exchange/import-shapes.ts. */
export interface ImportRow {
  id: string;
  unitId: string;
  kind: string;
  state: ImportState;
  fileName: string;
  format: string;
  /** SHA-256 in hexadecimal. */
  digest: string;
  size: string;
  sheets: unknown;
  sheet: number;
  head: unknown;
  mapping: unknown;
  options: unknown;
  counts: unknown;
  problem: Problem | null;
  jobId: string | null;
  madeBy: string;
  madeByName: string;
  madeAt: Instant;
  changedAt: Instant;
  endedAt: Instant | null;
  revision: number;
}

const LIGHT = `i.id, i.unit_id as "unitId", i.kind, i.state, i.file_name as "fileName", i.format, encode(i.digest, 'hex') as digest,
  i.size, i.sheet, i.options, i.counts, i.problem, i.job_id as "jobId", i.made_by as "madeBy",
  (select name from person where id = i.made_by) as "madeByName", i.made_at as "madeAt", i.changed_at as "changedAt",
  i.ended_at as "endedAt", i.revision, i.sheets`;
const COLUMNS = `${LIGHT}, i.head, i.mapping`;
/** An import belongs to its unit and to no place. */
const REACH = { unit: 'i.unit_id = any({ids})', places: null };

/** What a list shows of an import. */
export type ImportLine = Omit<ImportRow, 'head' | 'mapping'>;

/** An import within reach, or one's own. */
export async function findImport(
  db: Reader,
  pairs: readonly ReachPair[],
  personId: string,
  id: string,
): Promise<ImportRow | null> {
  const params = new Params();
  const where = `i.id = ${params.add(id)} and (${reachCondition(pairs, params, REACH)} or i.made_by = ${params.add(personId)})`;
  const found = await db.query<ImportRow>(`select ${COLUMNS} from sheet_import i where ${where}`, params.values);
  return found.rows[0] ?? null;
}

/** Imports within reach and one's own, newest first. */
export async function listImports(
  db: Reader,
  pairs: readonly ReachPair[],
  personId: string,
  ask: { kind: string | null; after: [string, string] | null; limit: number },
): Promise<ImportLine[]> {
  const params = new Params();
  const where = [`(${reachCondition(pairs, params, REACH)} or i.made_by = ${params.add(personId)})`];
  if (ask.kind !== null) where.push(`i.kind = ${params.add(ask.kind)}`);
  if (ask.after !== null)
    where.push(`(i.made_at, i.id) < (${params.add(ask.after[0])}::timestamptz, ${params.add(ask.after[1])}::uuid)`);
  const found = await db.query<ImportLine>(
    `select ${LIGHT} from sheet_import i where ${where.join(' and ')} order by i.made_at desc, i.id desc limit ${params.add(ask.limit)}`,
    params.values,
  );
  return found.rows;
}

/** An import for a decision or a chunk of its work, locked. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRow | null> {
  const found = await tx.query<ImportRow>(`select ${COLUMNS} from sheet_import i where i.id = $1 for no key update`, [
    id,
  ]);
  return found.rows[0] ?? null;
}

/** An import as it stands. */
export async function loadImport(db: Reader, id: string): Promise<ImportRow | null> {
  return (await db.query<ImportRow>(`select ${COLUMNS} from sheet_import i where i.id = $1`, [id])).rows[0] ?? null;
}

/** Another import of the same bytes. */
export interface SameFile {
  id: string;
  fileName: string;
  madeAt: Instant;
  state: ImportState;
  /** Of its rows those that became entries. */
  applied: number;
}

/** Other imports of the same bytes for the same unit and kind that were not given up; those first that came in, at most three. */
export async function sameFile(
  db: Reader,
  one: { id: string; digest: string; unitId: string; kind: string },
): Promise<SameFile[]> {
  const found = await db.query<SameFile>(
    `select id, file_name as "fileName", made_at as "madeAt", state, coalesce((counts ->> 'applied')::integer, 0) as applied from sheet_import
     where digest = decode($1, 'hex') and unit_id = $2 and kind = $3 and id <> $4 and state <> 'cancelled'
     order by state = 'done' desc, coalesce((counts ->> 'applied')::integer, 0) > 0 desc, made_at desc limit 3`,
    [one.digest, one.unitId, one.kind, one.id],
  );
  return found.rows;
}

/** An import to be kept. */
export interface NewImport {
  id: string;
  unitId: string;
  kind: string;
  fileName: string;
  format: string;
  digest: Buffer;
  size: number;
  sheets: unknown;
  sheet: number;
  head: unknown;
  mapping: unknown;
  options: unknown;
  by: string;
  now: Instant;
}

/** Adds an import. */
export async function insertImport(tx: Tx, i: NewImport): Promise<void> {
  await tx.query(
    `insert into sheet_import (id, unit_id, kind, state, file_name, format, digest, size, sheets, sheet, head, mapping, options, made_by, made_at, changed_at)
     values ($1, $2, $3, 'read', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`,
    [
      i.id,
      i.unitId,
      i.kind,
      i.fileName,
      i.format,
      i.digest,
      i.size,
      JSON.stringify(i.sheets),
      i.sheet,
      JSON.stringify(i.head),
      JSON.stringify(i.mapping),
      JSON.stringify(i.options),
      i.by,
      i.now,
    ],
  );
}

/** Sets how an import is read. What was checked before no longer holds. */
export async function setReading(
  tx: Tx,
  id: string,
  to: { sheet: number; head: unknown; mapping: unknown; options: unknown; now: Instant },
): Promise<void> {
  await tx.query(
    `update sheet_import set state = 'read', sheet = $2, head = $3, mapping = $4, options = $5, counts = null, problem = null,
       changed_at = $6, revision = revision + 1 where id = $1`,
    [id, to.sheet, JSON.stringify(to.head), JSON.stringify(to.mapping), JSON.stringify(to.options), to.now],
  );
}

/** Moves an import to another state; counts and job stay where they are not given. */
export async function setImportState(
  tx: Tx,
  id: string,
  to: { state: ImportState; now: Instant; counts?: unknown; problem?: Problem | null; jobId?: string; ended?: boolean },
): Promise<void> {
  await tx.query(
    `update sheet_import set state = $2, changed_at = $3::timestamptz, counts = case when $4 then $5::jsonb else counts end,
       problem = $6, job_id = coalesce($7, job_id), ended_at = case when $8 then $3::timestamptz end where id = $1`,
    [
      id,
      to.state,
      to.now,
      to.counts !== undefined,
      to.counts === undefined || to.counts === null ? null : JSON.stringify(to.counts),
      to.problem === undefined || to.problem === null ? null : JSON.stringify(to.problem),
      to.jobId ?? null,
      to.ended === true,
    ],
  );
}

/** Keeps one part of a file. */
export async function insertPart(tx: Tx, importId: string, seq: number, bytes: Buffer): Promise<void> {
  await tx.query('insert into sheet_import_part (import_id, seq, bytes) values ($1, $2, $3)', [importId, seq, bytes]);
}

/** The bytes of a file, part after part. */
export async function* partsOf(db: Reader, importId: string): AsyncGenerator<Buffer, void, undefined> {
  for (let seq = 0; ; seq += 1) {
    const found = await db.query<{ bytes: Buffer }>({
      name: 'import_part',
      text: 'select bytes from sheet_import_part where import_id = $1 and seq = $2',
      values: [importId, seq],
    });
    const part = found.rows[0];
    if (part === undefined) return;
    yield part.bytes;
  }
}

/** What a unit's headers were taken for in earlier imports of a kind: normalised header → code ('' means not wanted). */
export async function rememberedHeaders(db: Reader, unitId: string, kind: string): Promise<Map<string, string>> {
  const found = await db.query<{ header: string; code: string }>(
    'select header, code from header_memory where unit_id = $1 and kind = $2 limit 2000',
    [unitId, kind],
  );
  return new Map(found.rows.map((row) => [row.header, row.code]));
}

/** Remembers what headers were taken for. */
export async function rememberHeaders(
  tx: Tx,
  unitId: string,
  kind: string,
  headers: ReadonlyMap<string, string>,
  now: Instant,
): Promise<void> {
  await tx.query(
    `insert into header_memory (unit_id, kind, header, code, at) select $1, $2, h, c, $5 from unnest($3::text[], $4::text[]) n (h, c)
     on conflict (unit_id, kind, header) do update set code = excluded.code, at = excluded.at`,
    [unitId, kind, [...headers.keys()], [...headers.values()], now],
  );
}

/** A row that became no entry, with the entry that is there already. */
export interface FateRow {
  row: number;
  fate: 'refused' | 'ignored';
  because: string | null;
  otherRow: number | null;
  problems: { column: number | null; code: Problem['code']; params?: Problem['params'] }[] | null;
  entryId: string | null;
  countyId: string | null;
  unitId: string | null;
  number: string | null;
}

/** Rows of an import that became no entries, in the order of the sheet. The entries named may lie in any county. */
export async function fateRows(
  db: Reader,
  importId: string,
  ask: { fate: 'refused' | 'ignored' | null; after: number; limit: number },
): Promise<FateRow[]> {
  const found = await db.query<FateRow>(
    `select r.row, r.fate, r.because, r.other_row as "otherRow", r.problems, r.entry_id as "entryId", r.county_id as "countyId",
       e.unit_id as "unitId", e.number
     from (select * from sheet_import_row where import_id = $1 and row > $2 and ($3::text is null or fate = $3) order by row limit $4) r
     left join entry e on e.county_id = r.county_id and e.id = r.entry_id order by r.row`,
    [importId, ask.after, ask.fate, ask.limit],
  );
  return found.rows;
}

/** Rows of an import that need not come back to the user: what is or will be an entry, and what is there already. In any county. */
export async function settledRows(db: Reader, importId: string): Promise<number[]> {
  const found = await db.query<{ row: number }>(
    `select row from import_stage where import_id = $1 union all
     select import_row from entry where import_id = $1 and state <> 'withdrawn' union all
     select row from sheet_import_row where import_id = $1 and because in ('there', 'twin')`,
    [importId],
  );
  return found.rows.map((one) => one.row);
}
