import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { ClientBase } from 'pg';
import type { Reader, Tx } from '../database/transaction.ts';

/** Columns of import_stage in the order of `stageLine`. */
const STAGE = `import_id, row, entry_id, county_id, unit_id, place_id, kind_version, state, occurred_on, amount_fen, quantity, people,
  person_times, slice, voucher, payee, fields, note, once_key, digest`;
/** Columns of sheet_import_row in the order of `rowLine`. */
const ROW = 'import_id, row, fate, because, problems';

/** A value as COPY takes it; null is \N. */
export function copyText(value: string | number | bigint | null): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return value.toString();
  return /[\\\t\n\r]/.test(value)
    ? value.replace(/[\\\t\n\r]/g, (c) => (c === '\\' ? '\\\\' : c === '\t' ? '\\t' : c === '\n' ? '\\n' : '\\r'))
    : value;
}

/** Puts lines in the order of `import_stage`'s columns (values by `copyText`, tabs between, each ended by a line feed) into it. */
export const copyStage = (tx: Tx, lines: readonly string[]): Promise<void> =>
  copyInto(tx, 'import_stage', STAGE, lines);

/** Puts lines of import id, row, fate, reason and problems into `sheet_import_row`. */
export const copyRows = (tx: Tx, lines: readonly string[]): Promise<void> =>
  copyInto(tx, 'sheet_import_row', ROW, lines);

async function copyInto(tx: Tx, table: string, columns: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const pieces = (function* () {
    for (let at = 0; at < lines.length; at += 500) yield Buffer.from(lines.slice(at, at + 500).join(''));
  })();
  // A transaction is a client of the driver under its plain clothes.
  const client = tx as unknown as ClientBase;
  await pipeline(Readable.from(pieces), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)));
}

/** Forgets what a check found. */
export async function clearRows(tx: Tx, importId: string): Promise<void> {
  await tx.query('delete from import_stage where import_id = $1', [importId]);
  await tx.query('delete from sheet_import_row where import_id = $1', [importId]);
}

/** Forgets the good rows. */
export async function clearStage(tx: Tx, importId: string): Promise<void> {
  await tx.query('delete from import_stage where import_id = $1', [importId]);
}

/** How many good rows are staged. */
export async function stagedRows(db: Reader, importId: string): Promise<number> {
  const found = await db.query<{ n: string }>('select count(*) as n from import_stage where import_id = $1', [
    importId,
  ]);
  return Number(found.rows[0]?.n ?? 0);
}

/**
 * Sets aside staged rows whose entry is in the ledger already, by the key against counting twice or, where a row has none,
 * by the digest of an imported row. Rows that this import itself put there are only taken off the stage.
 * By import and rows, which lie in any county.
 */
export async function setAsideThere(
  tx: Tx,
  importId: string,
  fromRow: number,
  toRow: number,
): Promise<{ there: number; own: number }> {
  const found = await tx.query<{ there: string; own: string }>(
    `with hit as materialized (
       select s.row, e.county_id, e.id, e.import_id is not distinct from s.import_id and e.import_row = s.row as own
         from import_stage s join entry e on e.county_id = s.county_id and e.once_key = s.once_key and e.state not in ('withdrawn', 'tied')
        where s.import_id = $1 and s.row between $2 and $3 and s.once_key is not null
       union all
       select s.row, e.county_id, e.id, e.import_id is not distinct from s.import_id and e.import_row = s.row
         from import_stage s join import_digest d on d.digest = s.digest
         join entry e on e.county_id = d.county_id and e.id = d.entry_id and e.state <> 'withdrawn'
        where s.import_id = $1 and s.row between $2 and $3 and s.once_key is null),
     off as (delete from import_stage s using hit where s.import_id = $1 and s.row = hit.row),
     kept as (insert into sheet_import_row (import_id, row, fate, because, county_id, entry_id)
       select $1, row, 'ignored', 'there', county_id, id from hit where not own)
     select count(*) filter (where not own) as there, count(*) filter (where own) as own from hit`,
    [importId, fromRow, toRow],
  );
  return { there: Number(found.rows[0]?.there ?? 0), own: Number(found.rows[0]?.own ?? 0) };
}

/**
 * Sets aside rows that say what a row above says: ignored where the key against counting twice and all else are the same,
 * refused where a key comes again with other values, and where a row without a key is there twice to the letter.
 */
export async function setAsideTwins(tx: Tx, importId: string): Promise<{ ignored: number; refused: number }> {
  const found = await tx.query<{ ignored: string; refused: string }>(
    `with seen as (
       select row, once_key, digest, first_value(row) over w as first, first_value(digest) over w as same, row_number() over w as nth
         from import_stage where import_id = $1
       window w as (partition by county_id, coalesce(once_key, encode(digest, 'hex')) order by row)),
     twin as materialized (
       select row, first, case when once_key is null then 'import.same_row' when digest = same then null else 'import.same_key' end as code
         from seen where nth > 1),
     off as (delete from import_stage s using twin where s.import_id = $1 and s.row = twin.row),
     kept as (insert into sheet_import_row (import_id, row, fate, because, other_row, problems)
       select $1, row, case when code is null then 'ignored' else 'refused' end, case when code is null then 'twin' end, first,
              case when code is not null then jsonb_build_array(jsonb_build_object('column', null, 'code', code,
                'params', jsonb_build_object('row', first))) end from twin)
     select count(*) filter (where code is null) as ignored, count(*) filter (where code is not null) as refused from twin`,
    [importId],
  );
  return { ignored: Number(found.rows[0]?.ignored ?? 0), refused: Number(found.rows[0]?.refused ?? 0) };
}

/** Sums of the good rows; money in fen and quantity as text. */
export interface StageSums {
  rows: number;
  drafts: number;
  amountFen: string | null;
  quantity: string | null;
  people: string | null;
  personTimes: string | null;
  counties: number;
  firstOn: string | null;
  lastOn: string | null;
}

/** Sums of the good rows of an import. */
export async function stageSums(db: Reader, importId: string): Promise<StageSums> {
  const found = await db.query<Record<string, string | null>>(
    `select count(*) as rows, count(*) filter (where state = 'draft') as drafts, sum(amount_fen) as "amountFen", sum(quantity) as quantity,
       sum(people) as people, sum(person_times) as "personTimes", count(distinct county_id) as counties,
       min(occurred_on)::text as "firstOn", max(occurred_on)::text as "lastOn" from import_stage where import_id = $1`,
    [importId],
  );
  const { rows, drafts, counties, ...sums } = found.rows[0] ?? {};
  return {
    ...(sums as Pick<StageSums, 'amountFen' | 'quantity' | 'people' | 'personTimes' | 'firstOn' | 'lastOn'>),
    rows: Number(rows),
    drafts: Number(drafts),
    counties: Number(counties),
  };
}

/** The last row of the next chunk of good rows, and how many they are; null: none is left. */
export async function nextChunk(
  tx: Tx,
  importId: string,
  after: number,
  limit: number,
): Promise<{ lastRow: number; rows: number } | null> {
  const found = await tx.query<{ last: number | null; rows: string }>(
    `select max(row) as last, count(*) as rows from
       (select row from import_stage where import_id = $1 and row > $2 order by row limit $3) n`,
    [importId, after, limit],
  );
  const { last = null, rows = '0' } = found.rows[0] ?? {};
  return last === null ? null : { lastRow: last, rows: Number(rows) };
}

/** Units and counties of a stretch of good rows, with how many of them want a number. */
export async function chunkGroups(
  tx: Tx,
  importId: string,
  fromRow: number,
  toRow: number,
): Promise<{ unitId: string; countyId: string; numbered: number }[]> {
  const found = await tx.query<{ unitId: string; countyId: string; numbered: string }>(
    `select unit_id as "unitId", county_id as "countyId", count(*) filter (where state <> 'draft') as numbered
     from import_stage where import_id = $1 and row between $2 and $3 group by 1, 2`,
    [importId, fromRow, toRow],
  );
  return found.rows.map((row) => ({ ...row, numbered: Number(row.numbered) }));
}

/** Imports put their rows in one after the other, so that two of them never bring the same in; until the transaction ends. */
export async function holdImports(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('bangfu.import'))");
}

/** From here on a chunk can be undone without giving up the transaction; `undo` does. */
export async function markChunk(tx: Tx): Promise<{ undo(): Promise<void> }> {
  await tx.query('savepoint import_chunk');
  return {
    undo: async () => {
      await tx.query('rollback to savepoint import_chunk');
    },
  };
}
