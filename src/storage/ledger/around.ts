import type { Instant } from '../../core/kernel/plain-date.ts';
import type { EntryState } from '../../core/ledger/entry.ts';
import type { EvidenceDemand } from '../../core/ledger/kind.ts';
import type { Reader } from '../database/transaction.ts';
import type { EntryKey } from './entry.ts';

const lists = (keys: readonly EntryKey[]): [string[], string[]] => [
  keys.map((one) => one.countyId),
  keys.map((one) => one.id),
];

/** How many entries are tied to each of these; those that have none are left out. */
export async function countTied(db: Reader, keys: readonly EntryKey[]): Promise<Map<string, number>> {
  const found = await db.query<{ id: string; count: number }>(
    `select tied_to as id, count(*)::integer as count from entry e join unnest($1::text[], $2::uuid[]) k (county_id, id)
       on e.county_id = k.county_id and e.tied_to = k.id group by 1`,
    lists(keys),
  );
  return new Map(found.rows.map((row) => [row.id, row.count]));
}

/** Which joint payments have all their shares: 10 000 points among entries that live and are not reversed. Shares may lie in several counties, hence no county. */
export async function wholeJoints(db: Reader, jointIds: readonly string[]): Promise<Set<string>> {
  const found = await db.query<{ id: string }>(
    `select e.joint_id as id from entry e where e.joint_id = any($1::uuid[]) and e.state not in ('draft', 'returned', 'withdrawn', 'tied')
       and not exists (select from entry r where r.county_id = e.county_id and r.reverses = e.id and r.state = 'posted')
     group by 1 having sum(e.share_points) = 10000`,
    [jointIds],
  );
  return new Set(found.rows.map((row) => row.id));
}

/** A living reversal of an entry. */
export interface ReversalRow extends EntryKey {
  reverses: string;
  state: EntryState;
  number: string | null;
}

/** Reversals of entries that are not off; at most one each. */
export async function reversalsOf(db: Reader, keys: readonly EntryKey[]): Promise<Map<string, ReversalRow>> {
  const found = await db.query<ReversalRow>(
    `select e.county_id as "countyId", e.id, e.reverses, e.state, e.number from entry e
     join unnest($1::text[], $2::uuid[]) k (county_id, id) on e.county_id = k.county_id and e.reverses = k.id
     where e.state <> 'withdrawn'`,
    lists(keys),
  );
  return new Map(found.rows.map((row) => [row.reverses, row]));
}

/** Files of entries by demand, those that were taken off left out. */
export async function countEvidence(
  db: Reader,
  keys: readonly EntryKey[],
): Promise<{ entryId: string; demand: string; count: number }[]> {
  const found = await db.query<{ entryId: string; demand: string; count: number }>(
    `select x.entry_id as "entryId", x.demand, count(*)::integer as count from entry_evidence x
     join unnest($1::text[], $2::uuid[]) k (county_id, id) on x.county_id = k.county_id and x.entry_id = k.id
     where x.removed_at is null group by 1, 2`,
    lists(keys),
  );
  return found.rows;
}

/** An entry that holds a key of what counts once. */
export interface KeyHolder extends EntryKey {
  onceKey: string;
  number: string | null;
  state: EntryState;
  unitId: string;
  placeId: string | null;
  /** State of its reversal; null: it has none that is not off. */
  reversal: EntryState | null;
}

/** Living entries of a county that hold one of these keys. */
export async function keyHolders(db: Reader, countyId: string, keys: readonly string[]): Promise<KeyHolder[]> {
  const found = await db.query<KeyHolder>(
    `select e.county_id as "countyId", e.id, e.once_key as "onceKey", e.number, e.state, e.unit_id as "unitId", e.place_id as "placeId",
       (select r.state from entry r where r.county_id = e.county_id and r.reverses = e.id and r.state <> 'withdrawn') as reversal
     from entry e where e.county_id = $1 and e.once_key = any($2) and e.once_key is not null and e.state not in ('withdrawn', 'tied')`,
    [countyId, keys],
  );
  return found.rows;
}

/** What versions of kinds demand of evidence, by `kind version`. */
export async function evidenceDemands(
  db: Reader,
  versions: readonly { kind: string; kindVersion: number }[],
): Promise<Map<string, readonly EvidenceDemand[]>> {
  const found = await db.query<{ kind: string; version: number; evidence: EvidenceDemand[] }>(
    `select v.kind, v.version, v.definition -> 'evidence' as evidence from entry_kind_version v
     where (v.kind, v.version) in (select * from unnest($1::text[], $2::integer[]))`,
    [versions.map((one) => one.kind), versions.map((one) => one.kindVersion)],
  );
  return new Map(found.rows.map((row) => [`${row.kind} ${row.version}`, row.evidence]));
}

/** Names of people by id. */
export async function personNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await db.query<{ id: string; name: string }>('select id, name from person where id = any($1::uuid[])', [
    ids,
  ]);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}

/** Who took the last step with each of these entries, and when. */
export async function lastSteps(
  db: Reader,
  keys: readonly EntryKey[],
): Promise<Map<string, { personId: string; at: Instant }>> {
  const found = await db.query<{ id: string; personId: string; at: Instant }>(
    `select distinct on (s.county_id, s.entry_id) s.entry_id as id, s.person_id as "personId", s.at
     from entry_step s join unnest($1::text[], $2::uuid[]) k (county_id, id) on s.county_id = k.county_id and s.entry_id = k.id
     order by s.county_id, s.entry_id, s.seq desc`,
    lists(keys),
  );
  return new Map(found.rows.map(({ id, ...rest }) => [id, rest]));
}

/** Makes those wait who ask for the same key of a county, until the transaction ends. */
export async function lockKey(db: Reader, countyId: string, key: string): Promise<void> {
  await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${countyId} ${key}`]);
}
