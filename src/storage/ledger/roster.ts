import type { Instant } from '../../core/kernel/plain-date.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** A person of a roster as stored: of the id number only a keyed digest and the last four signs. */
export interface PersonOfEntry {
  countyId: string;
  entryId: string;
  name: string;
  idHash: Buffer | null;
  idTail: string | null;
  times: number;
  note: string | null;
}

/** The key under which id numbers are digested, drawn when the house was set up. */
export async function rosterKey(db: Reader): Promise<Buffer> {
  const found = await db.query<{ key: Buffer }>("select key from house_key where name = 'roster'");
  const key = found.rows[0]?.key;
  if (key === undefined) throw new Error('the key of rosters is missing');
  return key;
}

/** Adds people to the rosters of entries, after those that stand there, in the order given. */
export async function insertRosters(tx: Tx, rows: readonly PersonOfEntry[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into entry_person (county_id, entry_id, seq, name, id_hash, id_tail, times, note)
     select n.c, n.e, (select coalesce(max(p.seq), 0) from entry_person p where p.county_id = n.c and p.entry_id = n.e)
         + row_number() over (partition by n.c, n.e order by n.at), n.name, n.hash, n.tail, n.times, n.note
     from unnest($1::text[], $2::uuid[], $3::text[], $4::bytea[], $5::text[], $6::integer[], $7::text[])
       with ordinality n (c, e, name, hash, tail, times, note, at)`,
    [
      rows.map((r) => r.countyId),
      rows.map((r) => r.entryId),
      rows.map((r) => r.name),
      rows.map((r) => r.idHash),
      rows.map((r) => r.idTail),
      rows.map((r) => r.times),
      rows.map((r) => r.note),
    ],
  );
}

/** Takes the roster of an entry off, to write it anew. */
export async function removeRoster(tx: Tx, countyId: string, entryId: string, now: Instant): Promise<void> {
  await tx.query(
    'update entry_person set removed_at = $3 where county_id = $1 and entry_id = $2 and removed_at is null',
    [countyId, entryId, now],
  );
}

/** The people of an entry with their digests, for a correction that keeps them. */
export async function loadRoster(db: Reader, countyId: string, entryId: string): Promise<PersonOfEntry[]> {
  const found = await db.query<PersonOfEntry>(
    `select county_id as "countyId", entry_id as "entryId", name, id_hash as "idHash", id_tail as "idTail", times, note
     from entry_person where county_id = $1 and entry_id = $2 and removed_at is null order by seq`,
    [countyId, entryId],
  );
  return found.rows;
}

/** Files of a county by id, with the unit that brought each. */
export async function evidenceOwners(
  db: Reader,
  countyId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = await db.query<{ id: string; unitId: string }>(
    'select id, unit_id as "unitId" from evidence where county_id = $1 and id = any($2::uuid[])',
    [countyId, ids],
  );
  return new Map(found.rows.map((row) => [row.id, row.unitId]));
}

/** Sets which files prove an entry: others are taken off, those that were off hold again. */
export async function setEvidence(
  tx: Tx,
  entry: { countyId: string; id: string },
  files: readonly { evidenceId: string; demand: string }[],
  by: string,
  now: Instant,
): Promise<void> {
  const ids = files.map((one) => one.evidenceId);
  await tx.query(
    `update entry_evidence set removed_at = $4 where county_id = $1 and entry_id = $2 and removed_at is null and evidence_id <> all($3::uuid[])`,
    [entry.countyId, entry.id, ids, now],
  );
  await tx.query(
    `insert into entry_evidence (county_id, entry_id, evidence_id, demand, added_by, added_at)
     select $1, $2, f.id, f.demand, $5, $6 from unnest($3::uuid[], $4::text[]) f (id, demand)
     on conflict (county_id, entry_id, evidence_id) do update set demand = excluded.demand, removed_at = null`,
    [entry.countyId, entry.id, ids, files.map((one) => one.demand), by, now],
  );
}
