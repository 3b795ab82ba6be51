import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import type { KindDefinition, KindVersion } from '../../core/ledger/kind.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** A version of a kind as stored; its definition is trusted to have the shape, for only checked ones are kept. */
export interface KindVersionRow extends KindVersion {
  position: number;
  note: string | null;
  recordedAt: Instant;
}

const COLUMNS = `v.kind as code, v.version, v.definition, v.valid_from as "validFrom", v.valid_to as "validTo",
  v.place_ids as "placeIds", v.recorded_by is null as shipped, k.position, v.note, v.recorded_at as "recordedAt"`;

/** All versions of some kinds (of all where none are named), in the order of lists, oldest first. Reference data: of no county. */
export async function listKindVersions(db: Reader, codes: readonly string[] | null = null): Promise<KindVersionRow[]> {
  const found = await db.query<KindVersionRow>(
    `select ${COLUMNS} from entry_kind_version v join entry_kind k on k.code = v.kind
     where $1::text[] is null or v.kind = any($1) order by k.position, k.code, v.version`,
    [codes],
  );
  return found.rows;
}

/** One version of a kind; null: there is none such. */
export async function findKindVersion(db: Reader, code: string, version: number): Promise<KindVersionRow | null> {
  const found = await db.query<KindVersionRow>(
    `select ${COLUMNS} from entry_kind_version v join entry_kind k on k.code = v.kind where v.kind = $1 and v.version = $2`,
    [code, version],
  );
  return found.rows[0] ?? null;
}

/** Whether a kind came with the product; null: there is no such kind. */
export async function findKind(db: Reader, code: string): Promise<{ shipped: boolean } | null> {
  const found = await db.query<{ shipped: boolean }>('select shipped from entry_kind where code = $1', [code]);
  return found.rows[0] ?? null;
}

/** Versions of a kind that entries stand under. Over all counties: whether a version is in use tells nothing of any of them. */
export async function usedVersions(db: Reader, code: string, versions: readonly number[]): Promise<Set<number>> {
  const found = await db.query<{ version: number }>(
    `select n as version from unnest($2::integer[]) n where exists (select from entry e where e.kind = $1 and e.kind_version = n)`,
    [code, versions],
  );
  return new Set(found.rows.map((row) => row.version));
}

/** One after the other: changes of kinds wait here for each other until their transaction ends. */
export async function lockKinds(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('bangfu.entry_kind'))");
}

/** Adds a kind at a place in the order of lists; null: at the end. */
export async function insertKind(tx: Tx, code: string, shipped: boolean, position: number | null): Promise<void> {
  await tx.query(
    `insert into entry_kind (code, position, shipped)
     values ($1, coalesce($3, (select coalesce(max(position), 0) + 10 from entry_kind)), $2)`,
    [code, shipped, position],
  );
}

/** A version to be kept; `recordedBy` null: it came with the product. */
export interface NewKindVersion {
  version: number;
  definition: KindDefinition;
  validFrom: string;
  validTo: string | null;
  placeIds: readonly string[];
  note: string | null;
  now: Instant;
  recordedBy: string | null;
}

/** Adds a version of a kind. */
export async function insertKindVersion(tx: Tx, one: NewKindVersion): Promise<void> {
  await tx.query(
    `insert into entry_kind_version (kind, version, definition, valid_from, valid_to, place_ids, note, recorded_at, recorded_by)
     values ($1, $2, $3::jsonb, $4, $5, $6, $7, $8, $9)`,
    [
      one.definition.code,
      one.version,
      JSON.stringify(one.definition),
      one.validFrom,
      one.validTo,
      one.placeIds,
      one.note,
      one.now,
      one.recordedBy,
    ],
  );
}

/** Sets the last day of a version. */
export async function endKindVersion(tx: Tx, code: string, version: number, validTo: PlainDate): Promise<void> {
  await tx.query('update entry_kind_version set valid_to = $3 where kind = $1 and version = $2', [
    code,
    version,
    validTo,
  ]);
}
