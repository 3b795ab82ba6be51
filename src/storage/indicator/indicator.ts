import type { IndicatorDefinition, IndicatorVersion } from '../../core/indicator/definition.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** A version of an indicator as stored; only checked definitions are kept. */
export interface IndicatorVersionRow extends IndicatorVersion {
  position: number;
  note: string | null;
  recordedAt: Instant;
}

const COLUMNS = `v.code, v.version, v.definition, v.valid_from as "validFrom", v.valid_to as "validTo", v.place_ids as "placeIds",
  v.recorded_by is null as shipped, i.position, v.note, v.recorded_at as "recordedAt"`;

/** All versions of some indicators (of all where none are named), in the order of lists, oldest first. Reference data: of no county. */
export async function listIndicatorVersions(
  db: Reader,
  codes: readonly string[] | null = null,
): Promise<IndicatorVersionRow[]> {
  const found = await db.query<IndicatorVersionRow>(
    `select ${COLUMNS} from indicator_version v join indicator i on i.code = v.code
     where $1::text[] is null or v.code = any($1) order by i.position, i.code, v.version`,
    [codes],
  );
  return found.rows;
}

/** A text that changes with every change of a definition, for what a server remembers of them. */
export async function indicatorStamp(db: Reader): Promise<string> {
  const found = await db.query<{ stamp: string }>({
    name: 'indicator_stamp',
    text: `select concat_ws('|', count(*), count(valid_to), max(recorded_at), max(valid_to), sum(valid_to - date '2000-01-01')) as stamp from indicator_version`,
  });
  return found.rows[0]?.stamp ?? '';
}

/** Lets one change of definitions wait for another until the transaction ends. */
export async function lockIndicators(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(7352080)`);
}

/** Whether an indicator came with the product; null: there is no such indicator. */
export async function findIndicator(db: Reader, code: string): Promise<{ shipped: boolean } | null> {
  const found = await db.query<{ shipped: boolean }>('select shipped from indicator where code = $1', [code]);
  return found.rows[0] ?? null;
}

/** Adds an indicator; `position` null: after all others. */
export async function insertIndicator(
  tx: Tx,
  one: { code: string; shipped: boolean; position: number | null },
): Promise<void> {
  await tx.query(
    `insert into indicator (code, position, shipped)
     select $1, coalesce($2::integer, (select coalesce(max(position), 0) + 1 from indicator)), $3`,
    [one.code, one.position, one.shipped],
  );
}

/** A version to be kept. */
export interface NewIndicatorVersion {
  definition: IndicatorDefinition;
  version: number;
  validFrom: string;
  validTo: string | null;
  placeIds: readonly string[];
  note: string | null;
  now: Instant;
  recordedBy: string | null;
}

/** Adds a version. */
export async function insertIndicatorVersion(tx: Tx, v: NewIndicatorVersion): Promise<void> {
  await tx.query(
    `insert into indicator_version (code, version, definition, valid_from, valid_to, place_ids, note, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      v.definition.code,
      v.version,
      JSON.stringify(v.definition),
      v.validFrom,
      v.validTo,
      v.placeIds,
      v.note,
      v.now,
      v.recordedBy,
    ],
  );
}

/** Ends a version: the one thing of it that ever changes. */
export async function endIndicatorVersion(tx: Tx, code: string, version: number, validTo: PlainDate): Promise<void> {
  await tx.query('update indicator_version set valid_to = $3 where code = $1 and version = $2', [
    code,
    version,
    validTo,
  ]);
}
