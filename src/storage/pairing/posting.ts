import type { ReachPair } from '../../core/access/reach.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** A posted cadre as shown. */
export interface PostingRow {
  id: string;
  personId: string;
  personName: string;
  unitId: string;
  unitName: string;
  countyId: string;
  countyName: string;
  placeId: string | null;
  placeName: string | null;
  kind: 'county_post' | 'first_secretary' | 'team_member';
  title: string;
  fromOn: PlainDate;
  dueOn: PlainDate | null;
  toOn: PlainDate | null;
  paper: string | null;
  successorId: string | null;
  successorName: string | null;
  handover: string | null;
  example: boolean;
}

/** Which postings to list: of a county, of a person, or open ones whose term ends by a day. */
export interface PostingAsk {
  countyId?: string | undefined;
  personId?: string | undefined;
  endingBy?: PlainDate | undefined;
}

/** Postings within reach, open ones first. */
export async function listPostings(db: Reader, pairs: readonly ReachPair[], ask: PostingAsk): Promise<PostingRow[]> {
  const params = new Params();
  const reach = reachCondition(pairs, params, {
    unit: 'o.unit_id = any({ids})',
    places: 'select o.county_id as place_id',
  });
  const where = [reach];
  if (ask.countyId !== undefined) where.push(`o.county_id = ${params.add(ask.countyId)}`);
  if (ask.personId !== undefined) where.push(`o.person_id = ${params.add(ask.personId)}`);
  if (ask.endingBy !== undefined) where.push(`o.to_on is null and o.due_on <= ${params.add(ask.endingBy)}::date`);
  const text = `select o.id, o.person_id as "personId", e.name as "personName", o.unit_id as "unitId",
      (select v.name from unit_version v where v.unit_id = o.unit_id order by v.valid_from desc limit 1) as "unitName",
      o.county_id as "countyId", c.name as "countyName", o.place_id as "placeId", w.name as "placeName", o.kind, o.title, o.from_on as "fromOn",
      o.due_on as "dueOn", o.to_on as "toOn", o.paper, o.successor_id as "successorId", se.name as "successorName", o.handover, o.example
    from posting o join person e on e.id = o.person_id join place c on c.id = o.county_id left join place w on w.id = o.place_id
      left join posting s on s.id = o.successor_id left join person se on se.id = s.person_id
    where ${where.join(' and ')} order by o.to_on is not null, o.from_on desc, o.id limit 1000`;
  return (await db.query<PostingRow>(text, params.values)).rows;
}

/** Whether a person is or was posted anywhere within reach. */
export async function anyPosting(db: Reader, pairs: readonly ReachPair[], personId: string): Promise<boolean> {
  const params = new Params();
  const reach = reachCondition(pairs, params, {
    unit: 'o.unit_id = any({ids})',
    places: 'select o.county_id as place_id',
  });
  const text = `select exists (select from posting o where o.person_id = ${params.add(personId)} and ${reach}) as yes`;
  return (await db.query<{ yes: boolean }>(text, params.values)).rows[0]?.yes ?? false;
}

/** A posting to be kept. */
export interface NewPosting {
  id: string;
  personId: string;
  unitId: string;
  countyId: string;
  placeId: string | null;
  kind: PostingRow['kind'];
  title: string;
  fromOn: PlainDate;
  dueOn: PlainDate | null;
  paper: string | null;
  example: boolean;
  now: Instant;
}

/** Adds a posting. */
export async function insertPosting(tx: Tx, p: NewPosting): Promise<void> {
  await tx.query(
    `insert into posting (id, person_id, unit_id, county_id, place_id, kind, title, from_on, due_on, paper, example, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [p.id, p.personId, p.unitId, p.countyId, p.placeId, p.kind, p.title, p.fromOn, p.dueOn, p.paper, p.example, p.now],
  );
}

/** A posting for a decision, locked. */
export async function lockPosting(
  tx: Tx,
  id: string,
): Promise<{ unitId: string; countyId: string; fromOn: PlainDate; toOn: PlainDate | null } | null> {
  const found = await tx.query<{ unitId: string; countyId: string; fromOn: PlainDate; toOn: PlainDate | null }>(
    `select unit_id as "unitId", county_id as "countyId", from_on as "fromOn", to_on as "toOn" from posting where id = $1 for no key update`,
    [id],
  );
  return found.rows[0] ?? null;
}

/** Ends a posting with its handover. */
export async function setPostingEnd(
  tx: Tx,
  id: string,
  end: { toOn: PlainDate; successorId: string | null; handover: string | null },
): Promise<void> {
  await tx.query('update posting set to_on = $2, successor_id = $3, handover = $4 where id = $1', [
    id,
    end.toOn,
    end.successorId,
    end.handover,
  ]);
}

/** Open postings within reach whose term ends by a day. */
export async function countEnding(db: Reader, pairs: readonly ReachPair[], by: PlainDate): Promise<number> {
  const params = new Params();
  const reach = reachCondition(pairs, params, {
    unit: 'o.unit_id = any({ids})',
    places: 'select o.county_id as place_id',
  });
  const text = `select count(*)::int as n from posting o where o.to_on is null and o.due_on <= ${params.add(by)} and ${reach}`;
  return (await db.query<{ n: number }>(text, params.values)).rows[0]?.n ?? 0;
}
