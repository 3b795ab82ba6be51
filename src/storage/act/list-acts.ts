import type { ReachPair } from '../../core/access/reach.ts';
import type { Role } from '../../core/access/role.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';

/** A line of the log as shown. */
export interface ActLine {
  id: string;
  act: string;
  person: string | null;
  role: Role | null;
  post: string | null;
  postUnit: string | null;
  countyName: string | null;
  note: string | null;
  subjectName: string | null;
  at: Instant;
  subjectKind: string | null;
  subjectId: string | null;
  countyId: string;
  sealed: boolean;
}

/** What the subject is called, so that a line of the log reads by itself. */
const SUBJECT = `case a.subject_kind
  when 'person' then (select s.name from person s where s.id = a.subject_id::uuid)
  when 'document' then (select coalesce(s.title, s.file_name) from document s where s.id = a.subject_id::uuid)
  when 'unit' then (select v.name from unit_version v where v.unit_id = a.subject_id::uuid order by v.valid_from desc limit 1)
  end`;

/** Lines within reach, newest first: those of people who hold a post in a unit within reach. */
export async function listActs(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: { act?: string | undefined; after: [string, string] | null; limit: number },
): Promise<ActLine[]> {
  const params = new Params();
  const where = [
    reachCondition(pairs, params, {
      unit: 'exists (select from post rp where rp.person_id = a.person_id and rp.unit_id = any({ids}))',
      places: `select a.county_id as place_id where a.county_id <> '0'`,
    }),
  ];
  if (ask.act !== undefined) where.push(`a.act = ${params.add(ask.act)}`);
  if (ask.after !== null)
    where.push(`(a.at, a.id) < (${params.add(ask.after[0])}::timestamptz, ${params.add(ask.after[1])}::uuid)`);
  const text = `select a.id, a.act, e.name as person, p.role, p.title as post,
        (select v.name from unit_version v where v.unit_id = p.unit_id order by v.valid_from desc limit 1) as "postUnit",
        (select c.name from place c where c.id = a.county_id) as "countyName", a.note, ${SUBJECT} as "subjectName", a.at, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.county_id as "countyId",
      exists (select from act_seal s where s.county_id = a.county_id and s.act_id = a.id) as sealed
    from act_log a left join person e on e.id = a.person_id left join post p on p.id = a.post_id
    where ${where.join(' and ')} order by a.at desc, a.id desc limit ${params.add(ask.limit)}`;
  return (await db.query<ActLine>(text, params.values)).rows;
}
