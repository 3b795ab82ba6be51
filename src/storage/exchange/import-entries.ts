import type { Instant } from '../../core/kernel/plain-date.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** Who reports the rows of an import, and when. */
export interface Reporting {
  importId: string;
  kind: string;
  personId: string;
  postId: string | null;
  year: number;
  now: Instant;
}

/**
 * Makes entries of a stretch of good rows and takes them off the stage; each with its first step. `numbers` says the first
 * running number of each county: they were drawn for exactly these rows. Gives how many entries came of it.
 */
export async function putEntries(
  tx: Tx,
  by: Reporting,
  stretch: { fromRow: number; toRow: number },
  numbers: ReadonlyMap<string, number>,
): Promise<number> {
  const done = await tx.query<{ n: string }>(
    `with taken as (delete from import_stage where import_id = $1 and row between $2 and $3 returning *),
     numbered as (select t.*, case when t.state <> 'draft' then
         n.first - 1 + row_number() over (partition by t.county_id, t.state = 'draft' order by t.row) end as running
       from taken t left join unnest($4::text[], $5::bigint[]) n (county_id, first) on n.county_id = t.county_id),
     put as (insert into entry (county_id, id, number, kind, kind_version, unit_id, place_id, state, occurred_on, counted_on, amount_fen,
         quantity, people, person_times, slice, voucher, payee, fields, note, once_key, source, import_id, import_row, reported_by,
         reported_at, changed_at)
       select county_id, entry_id, $6 || '-' || county_id || '-' || lpad(running::text, greatest(6, length(running::text)), '0'), $7,
         kind_version, unit_id, place_id, state, occurred_on, occurred_on, amount_fen, quantity, people, person_times, slice, voucher,
         payee, fields, note, once_key, 'import', import_id, row, $8::uuid, $9::timestamptz, $9::timestamptz
       from numbered order by row returning county_id, id, state),
     keyless as (insert into import_digest (digest, county_id, entry_id) select digest, county_id, entry_id from taken where once_key is null
       on conflict (digest) do update set county_id = excluded.county_id, entry_id = excluded.entry_id),
     steps as (insert into entry_step (county_id, entry_id, seq, step, from_state, to_state, person_id, post_id, at)
       select county_id, id, 1, 'report', null, state, $8::uuid, $10::uuid, $9::timestamptz from put)
     select count(*) as n from put`,
    [
      by.importId,
      stretch.fromRow,
      stretch.toRow,
      [...numbers.keys()],
      [...numbers.values()],
      String(by.year),
      by.kind,
      by.personId,
      by.now,
      by.postId,
    ],
  );
  return Number(done.rows[0]?.n ?? 0);
}

/** Withdraws the entries of an import that nobody has taken further: the import was cancelled. Gives how many. Over its counties. */
export async function withdrawOf(tx: Tx, importId: string, by: { personId: string; now: Instant }): Promise<number> {
  const done = await tx.query<{ n: string }>(
    `with gone as (update entry set state = 'withdrawn', changed_at = $3::timestamptz, revision = revision + 1
       where import_id = $1 and state in ('draft', 'reported') returning county_id, id, revision),
     steps as (insert into entry_step (county_id, entry_id, seq, step, from_state, to_state, person_id, at, reason)
       select g.county_id, g.id, g.revision, 'withdraw', s.to_state, 'withdrawn', $2::uuid, $3::timestamptz, null
       from gone g join entry_step s on s.county_id = g.county_id and s.entry_id = g.id and s.seq = g.revision - 1)
     select count(*) as n from gone`,
    [importId, by.personId, by.now],
  );
  return Number(done.rows[0]?.n ?? 0);
}

/** How many entries of an import live. Over all its counties. */
export async function livingOf(db: Reader, importId: string): Promise<number> {
  const found = await db.query<{ n: string }>(
    `select count(*) as n from entry where import_id = $1 and state <> 'withdrawn'`,
    [importId],
  );
  return Number(found.rows[0]?.n ?? 0);
}
