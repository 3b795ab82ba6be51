import type { Instant } from '../../core/kernel/plain-date.ts';
import type { EntryState } from '../../core/ledger/entry.ts';
import type { ReachPair } from '../../core/access/reach.ts';
import { Params } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';
import { entryReach } from './entry-filter.ts';

/** A step of an entry with who took it. */
export interface StepLine {
  seq: number;
  step: string;
  fromState: EntryState | null;
  toState: EntryState;
  personId: string;
  person: string;
  at: Instant;
  reason: string | null;
}

/** The steps of an entry in order. */
export async function listSteps(db: Reader, countyId: string, entryId: string): Promise<StepLine[]> {
  const found = await db.query<StepLine>(
    `select s.seq, s.step, s.from_state as "fromState", s.to_state as "toState", s.person_id as "personId", p.name as person, s.at, s.reason
     from entry_step s join person p on p.id = s.person_id where s.county_id = $1 and s.entry_id = $2 order by s.seq`,
    [countyId, entryId],
  );
  return found.rows;
}

/** A file of an entry. */
export interface EvidenceLine {
  evidenceId: string;
  demand: string;
  fileName: string;
  mediaType: string;
  size: number;
  takenAt: string | null;
  addedBy: string;
  addedAt: Instant;
}

/** The files of an entry, oldest first, those that were taken off left out. */
export async function listEvidence(db: Reader, countyId: string, entryId: string): Promise<EvidenceLine[]> {
  const found = await db.query<EvidenceLine>(
    `select x.evidence_id as "evidenceId", x.demand, f.file_name as "fileName", f.media_type as "mediaType", f.size::float8 as size,
       f.taken_at as "takenAt", p.name as "addedBy", x.added_at as "addedAt"
     from entry_evidence x join evidence f on f.county_id = x.county_id and f.id = x.evidence_id join person p on p.id = x.added_by
     where x.county_id = $1 and x.entry_id = $2 and x.removed_at is null order by x.added_at, x.evidence_id`,
    [countyId, entryId],
  );
  return found.rows;
}

/** An entry that another one names. */
export interface RelatedRow {
  id: string;
  countyId: string;
  number: string | null;
  state: EntryState;
  unitName: string;
  amountFen: string | null;
  points: number | null;
  reason: string | null;
  reverses: string | null;
  corrects: string | null;
  tiedTo: string | null;
}

const RELATED = `e.id, e.county_id as "countyId", e.number, e.state,
  (select u.name from unit_version u where u.unit_id = e.unit_id order by u.valid_from desc limit 1) as "unitName",
  e.amount_fen as "amountFen", e.share_points as points, e.reason, e.reverses, e.corrects, e.tied_to as "tiedTo"`;

/** Entries of the county within reach that this one names, or that name it: reversal, correction, tie. */
export async function relatedEntries(
  db: Reader,
  pairs: readonly ReachPair[],
  entry: { countyId: string; id: string; reverses: string | null; corrects: string | null; tiedTo: string | null },
): Promise<RelatedRow[]> {
  const params = new Params();
  const county = params.add(entry.countyId);
  const id = params.add(entry.id);
  const named = params.add([entry.reverses, entry.corrects, entry.tiedTo].filter((one) => one !== null));
  // One look into an index each: a condition with "or" over them would read the county.
  const parts = ['e.reverses', 'e.corrects', 'e.tied_to'].map(
    (column) => `select * from entry e where e.county_id = ${county} and ${column} = ${id}`,
  );
  const text = `select ${RELATED} from (select * from entry e where e.county_id = ${county} and e.id = any(${named}::uuid[])
      union all ${parts.join(' union all ')}) e where ${entryReach(pairs, params)} order by e.id limit 500`;
  return (await db.query<RelatedRow>(text, params.values)).rows;
}

/** The living shares of a joint payment within reach, and whether all of them sum to the whole. Shares may lie in several counties, hence no county. */
export async function jointShares(db: Reader, pairs: readonly ReachPair[], jointId: string): Promise<RelatedRow[]> {
  const params = new Params();
  const text = `select ${RELATED} from entry e where e.joint_id = ${params.add(jointId)} and e.state not in ('withdrawn', 'tied')
    and ${entryReach(pairs, params)} order by e.id`;
  return (await db.query<RelatedRow>(text, params.values)).rows;
}

/** A person of a roster. */
export interface RosterLine {
  seq: number;
  name: string;
  idTail: string | null;
  times: number;
  note: string | null;
}

/** The roster of an entry in its order. */
export async function listRoster(db: Reader, countyId: string, entryId: string): Promise<RosterLine[]> {
  const found = await db.query<RosterLine>(
    `select seq, name, id_tail as "idTail", times, note from entry_person where county_id = $1 and entry_id = $2 and removed_at is null order by seq`,
    [countyId, entryId],
  );
  return found.rows;
}

/** Names of at most five people whose post of today with one of the roles reaches a unit (given with all above it) and a place. */
export async function namesOfHolders(
  db: Reader,
  ask: {
    roles: readonly string[];
    unitsAbove: readonly string[];
    countyId: string;
    placeId: string | null;
    today: string;
    not: readonly string[];
  },
): Promise<string[]> {
  const found = await db.query<{ name: string }>(
    `select p.name from person p where p.id <> all($6::uuid[]) and exists (
       select from post o join post_scope s on s.post_id = o.id
       where o.person_id = p.id and o.role = any($1::text[]) and o.from_on <= $5::date and (o.to_on is null or o.to_on >= $5::date)
         and (s.unit_id is null or s.unit_id = any($2::uuid[]))
         and (s.place_id is null or starts_with($3, s.place_id) or starts_with($4, s.place_id)))
     order by p.name, p.id limit 5`,
    [ask.roles, ask.unitsAbove, ask.countyId, ask.placeId ?? '', ask.today, ask.not],
  );
  return found.rows.map((row) => row.name);
}
