import type { ReachPair } from '../../core/access/reach.ts';
import { SAME_LOOK_BITS } from '../../core/ledger/evidence.ts';
import type { EntryState } from '../../core/ledger/entry.ts';
import type { Bilingual } from '../../core/ledger/kind.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';
import { ENTRY_REACH } from './evidence.ts';

/** A file whose like is looked for. */
export interface Sought {
  id: string;
  digest: Buffer;
  look: Buffer | null;
}

/** A file that is the same as one that was sought. */
export interface Twin {
  /** The one that was sought. */
  of: string;
  countyId: string;
  id: string;
  same: 'file' | 'photo';
}

const MOST_TWINS = 500;
const TURNS = [0, 8, 16, 24];
/** Where the bands of 16 bits of the upright look stand, from 1. */
const BANDS = [1, 3, 5, 7];

/**
 * The same files, and photos that look the same upright or turned, of any county: that one photo proves work in two counties
 * is just what is looked for. The sought ones themselves are left out of their own list.
 */
export async function findTwins(db: Reader, sought: readonly Sought[]): Promise<Twin[]> {
  if (sought.length === 0) return [];
  const looks = sought.flatMap(({ id, look }) =>
    look === null ? [] : TURNS.map((from) => ({ id, look: look.subarray(from, from + 8) })),
  );
  const params = new Params();
  const files = `unnest(${params.add(sought.map((one) => one.id))}::uuid[], ${params.add(sought.map((one) => one.digest))}::bytea[])`;
  const turned = `unnest(${params.add(looks.map((one) => one.id))}::uuid[], ${params.add(looks.map((one) => one.look.toString('hex')))}::text[])`;
  const near = BANDS.map((from, band) => {
    const values = looks.flatMap((one) => nearBands(one.look.subarray(band * 2, band * 2 + 2)));
    return `substring(v.look from ${from} for 2) = any(${params.add(values)}::bytea[])`;
  });
  const bits = `bit_count(('x' || encode(substring(n.look from 1 for 8), 'hex'))::bit(64) # ('x' || q.look)::bit(64))`;
  const text = `with near as materialized (
      select v.county_id, v.id, v.look, v.digest from evidence v where v.look is not null and (${near.join(' or ')}))
    select q.id as of, v.county_id as "countyId", v.id, 'file' as same from ${files} q (id, digest) join evidence v on v.digest = q.digest and v.id <> q.id
    union all
    select distinct q.id, n.county_id, n.id, 'photo' from near n join ${turned} q (id, look) on ${bits} <= ${params.add(SAME_LOOK_BITS)}
    where n.id <> q.id and not exists (select from ${files} f (id, digest) where f.id = q.id and f.digest = n.digest)
    limit ${params.add(MOST_TWINS)}`;
  return (await db.query<Twin>(text, params.values)).rows;
}

/** A band of 16 bits and its 16 neighbours at one bit. */
function nearBands(band: Buffer): Buffer[] {
  const value = band.readUInt16BE(0);
  return [value, ...Array.from({ length: 16 }, (_, bit) => value ^ (1 << bit))].map((one) => {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16BE(one);
    return bytes;
  });
}

/** An entry that a file proves; `seen`: it is within reach. */
export interface UseRow {
  evidenceId: string;
  entryId: string;
  countyId: string;
  countyName: string;
  number: string | null;
  state: EntryState;
  kind: string;
  kindName: Bilingual;
  occurredOn: string;
  unitName: string;
  demand: string;
  seen: boolean;
}

/** The entries that files prove, of any county as above; withdrawn ones and those without reach are not shown by anyone. */
export async function findUses(
  db: Reader,
  pairs: readonly ReachPair[],
  files: readonly { countyId: string; id: string }[],
): Promise<UseRow[]> {
  if (files.length === 0) return [];
  const params = new Params();
  const keys = `unnest(${params.add(files.map((one) => one.countyId))}::text[], ${params.add(files.map((one) => one.id))}::uuid[])`;
  const reach = reachCondition(pairs, params, ENTRY_REACH);
  const text = `select l.evidence_id as "evidenceId", e.id as "entryId", e.county_id as "countyId",
      (select name from place p where p.id = e.county_id) as "countyName", e.number, e.state, e.kind,
      (select k.definition->'name' from entry_kind_version k where k.kind = e.kind and k.version = e.kind_version) as "kindName",
      e.occurred_on as "occurredOn",
      (select n.name from unit_version n where n.unit_id = e.unit_id order by n.valid_from desc limit 1) as "unitName",
      l.demand, ${reach} as seen
    from ${keys} q (county_id, id)
      join entry_evidence l on l.county_id = q.county_id and l.evidence_id = q.id and l.removed_at is null
      join entry e on e.county_id = l.county_id and e.id = l.entry_id
    where e.state <> 'withdrawn' order by e.occurred_on desc, e.id limit 1000`;
  return (await db.query<UseRow>(text, params.values)).rows;
}
