import type { ReachPair } from '../../core/access/reach.ts';
import type { Role } from '../../core/access/role.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import { PERSON_REACH } from '../access/people.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import { UNIT_REACH } from '../access/unit.ts';
import { DOCUMENT_REACH } from '../document/document.ts';
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

/** What names the reader may see: those of units, people and documents within reach. */
export interface NamesReach {
  units: readonly ReachPair[];
  people: readonly ReachPair[];
  documents: readonly ReachPair[];
}

const unitName = (idSql: string, reach: string): string =>
  `(select v.name from unit u join lateral (select * from unit_version x where x.unit_id = u.id order by x.valid_from desc limit 1) v on true
    where u.id = ${idSql} and ${reach})`;

/** What the subject is called, where it is within reach, so that a line of the log reads by itself. */
function subjectName(names: NamesReach, units: string, params: Params): string {
  const people = reachCondition(names.people, params, PERSON_REACH);
  const documents = reachCondition(names.documents, params, DOCUMENT_REACH);
  return `case a.subject_kind
    when 'person' then (select e.name from person e where e.id = a.subject_id::uuid and ${people})
    when 'document' then (select coalesce(d.title, d.file_name) from document d where d.id = a.subject_id::uuid and ${documents})
    when 'unit' then ${unitName('a.subject_id::uuid', units)}
    end`;
}

/** Lines within reach, newest first: those of people who hold a post in a unit within reach. */
export async function listActs(
  db: Reader,
  pairs: readonly ReachPair[],
  names: NamesReach,
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
  const units = reachCondition(names.units, params, UNIT_REACH);
  const text = `select a.id, a.act, e.name as person, p.role, p.title as post,
        ${unitName('p.unit_id', units)} as "postUnit",
        (select c.name from place c where c.id = a.county_id) as "countyName", a.note, ${subjectName(names, units, params)} as "subjectName", a.at, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.county_id as "countyId",
      exists (select from act_seal s where s.county_id = a.county_id and s.act_id = a.id) as sealed
    from act_log a left join person e on e.id = a.person_id left join post p on p.id = a.post_id
    where ${where.join(' and ')} order by a.at desc, a.id desc limit ${params.add(ask.limit)}`;
  return (await db.query<ActLine>(text, params.values)).rows;
}
