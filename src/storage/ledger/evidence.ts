import type { ReachPair } from '../../core/access/reach.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import { Params, reachCondition, type ReachColumns } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** A file of evidence as stored; digest and look are bytes, `takenAt` as the camera wrote it. */
export interface EvidenceRow {
  countyId: string;
  id: string;
  unitId: string;
  unitName: string;
  fileName: string;
  mediaType: string;
  /** Bytes, as text. */
  size: string;
  digest: Buffer;
  look: Buffer | null;
  takenAt: string | null;
  broughtBy: string;
  broughtAt: Instant;
}

/** Columns of a file `v` under the names of EvidenceRow. */
const COLUMNS = `v.county_id as "countyId", v.id, v.unit_id as "unitId",
  (select n.name from unit_version n where n.unit_id = v.unit_id order by n.valid_from desc limit 1) as "unitName",
  v.file_name as "fileName", v.media_type as "mediaType", v.size, v.digest, v.look, v.taken_at as "takenAt",
  (select name from person p where p.id = v.brought_by) as "broughtBy", v.brought_at as "broughtAt"`;

/** A file belongs to the unit that brought it and to its county. */
const EVIDENCE_REACH: ReachColumns = { unit: 'v.unit_id = any({ids})', places: 'select v.county_id as place_id' };
/** An entry `e` belongs to its unit, and to its county and the place below it. */
export const ENTRY_REACH: ReachColumns = {
  unit: 'e.unit_id = any({ids})',
  places: 'select unnest(array[e.county_id, e.place_id]) as place_id',
};

/** A file is within reach by itself, and through each entry that it proves. */
function seen(pairs: readonly ReachPair[], params: Params): string {
  const own = reachCondition(pairs, params, EVIDENCE_REACH);
  const through = reachCondition(pairs, params, ENTRY_REACH);
  return `(${own} or exists (select from entry_evidence l join entry e on e.county_id = l.county_id and e.id = l.entry_id
    where l.county_id = v.county_id and l.evidence_id = v.id and l.removed_at is null and ${through}))`;
}

/** One file within reach; null: none. */
export async function findEvidence(
  db: Reader,
  pairs: readonly ReachPair[],
  countyId: string,
  id: string,
): Promise<EvidenceRow | null> {
  const params = new Params();
  const key = `v.county_id = ${params.add(countyId)} and v.id = ${params.add(id)}`;
  const text = `select ${COLUMNS} from evidence v where ${key} and ${seen(pairs, params)}`;
  return (await db.query<EvidenceRow>(text, params.values)).rows[0] ?? null;
}

/** The file that a unit brought before for a county with the same content. */
export async function findSameFile(
  db: Reader,
  countyId: string,
  unitId: string,
  digest: Buffer,
): Promise<EvidenceRow | null> {
  const text = `select ${COLUMNS} from evidence v where v.county_id = $1 and v.unit_id = $2 and v.digest = $3`;
  return (await db.query<EvidenceRow>(text, [countyId, unitId, digest])).rows[0] ?? null;
}

/** A new file; the bytes are kept apart. */
export interface NewEvidence {
  countyId: string;
  id: string;
  unitId: string;
  digest: Buffer;
  look: Uint8Array | null;
  fileName: string;
  mediaType: string;
  size: number;
  takenAt: string | null;
  by: string;
  now: Instant;
}

/** Adds a file. */
export async function insertEvidence(tx: Tx, one: NewEvidence): Promise<void> {
  await tx.query(
    `insert into evidence (county_id, id, unit_id, digest, look, file_name, media_type, size, taken_at, brought_by, brought_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      one.countyId,
      one.id,
      one.unitId,
      one.digest,
      one.look === null ? null : Buffer.from(one.look),
      one.fileName,
      one.mediaType,
      one.size,
      one.takenAt,
      one.by,
      one.now,
    ],
  );
}

/** How a file hangs on an entry. */
export interface EvidenceLink {
  countyId: string;
  entryId: string;
  evidenceId: string;
  demand: string;
}

/** Ties a file to an entry; where it hangs there already, only the demand changes. */
export async function linkEvidence(tx: Tx, link: EvidenceLink & { by: string; now: Instant }): Promise<void> {
  await tx.query(
    `insert into entry_evidence as l (county_id, entry_id, evidence_id, demand, added_by, added_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (county_id, entry_id, evidence_id) do update set demand = excluded.demand, removed_at = null,
       added_by = case when l.removed_at is null then l.added_by else excluded.added_by end,
       added_at = case when l.removed_at is null then l.added_at else excluded.added_at end`,
    [link.countyId, link.entryId, link.evidenceId, link.demand, link.by, link.now],
  );
}

/** Takes a file off an entry. */
export async function unlinkEvidence(
  tx: Tx,
  link: Pick<EvidenceLink, 'countyId' | 'entryId' | 'evidenceId'> & { now: Instant },
): Promise<void> {
  await tx.query(
    'update entry_evidence set removed_at = $4 where county_id = $1 and entry_id = $2 and evidence_id = $3 and removed_at is null',
    [link.countyId, link.entryId, link.evidenceId, link.now],
  );
}

/** The files that hang on an entry, by demand. */
export async function linksOfEntry(db: Reader, countyId: string, entryId: string): Promise<EvidenceLink[]> {
  const found = await db.query<EvidenceLink>(
    `select county_id as "countyId", entry_id as "entryId", evidence_id as "evidenceId", demand from entry_evidence
     where county_id = $1 and entry_id = $2 and removed_at is null`,
    [countyId, entryId],
  );
  return found.rows;
}

/** The files of an entry with their facts, in the order in which they were tied. */
export async function listEvidence(
  db: Reader,
  countyId: string,
  entryId: string,
): Promise<(EvidenceRow & { demand: string; addedAt: Instant })[]> {
  const found = await db.query<EvidenceRow & { demand: string; addedAt: Instant }>(
    `select ${COLUMNS}, l.demand, l.added_at as "addedAt" from entry_evidence l
       join evidence v on v.county_id = l.county_id and v.id = l.evidence_id
     where l.county_id = $1 and l.entry_id = $2 and l.removed_at is null order by l.added_at, v.id limit 500`,
    [countyId, entryId],
  );
  return found.rows;
}
