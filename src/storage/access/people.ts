import type { ReachPair } from '../../core/access/reach.ts';
import type { Role } from '../../core/access/role.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import type { Reader, Tx } from '../database/transaction.ts';
import { Params, reachCondition } from './reach-sql.ts';

/** A post with its scope, as shown. */
export interface PostRow {
  id: string;
  unitId: string;
  unitName: string;
  role: Role;
  title: string | null;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  scope: { unitId: string | null; unitName: string | null; placeId: string | null; placeName: string | null }[];
}

/** A person as shown; the telephone is masked by the act. */
export interface PersonRow {
  id: string;
  name: string;
  phone: string | null;
  example: boolean;
  login: string | null;
  disabled: boolean;
  posts: PostRow[];
}

const UNIT_NAME = (id: string) =>
  `(select v.name from unit_version v where v.unit_id = ${id} order by v.valid_from desc limit 1)`;
const POSTS = `coalesce((select json_agg(json_build_object('id', p.id, 'unitId', p.unit_id, 'unitName', ${UNIT_NAME('p.unit_id')},
    'role', p.role, 'title', p.title, 'fromOn', p.from_on, 'toOn', p.to_on,
    'scope', (select json_agg(json_build_object('unitId', s.unit_id, 'unitName', ${UNIT_NAME('s.unit_id')}, 'placeId', s.place_id,
      'placeName', (select name from place where id = s.place_id)) order by s.seq) from post_scope s where s.post_id = p.id)
  ) order by p.from_on desc, p.id) from post p where p.person_id = e.id), '[]'::json)`;
const COLUMNS = `e.id, e.name, e.phone, e.example, a.login, a.disabled_at is not null as disabled, ${POSTS} as posts`;
/** Where a person belongs: the units and scopes of the posts. */
export const PERSON_REACH = {
  unit: 'exists (select from post rp where rp.person_id = e.id and rp.unit_id = any({ids}))',
  places: 'select rs.place_id from post rp join post_scope rs on rs.post_id = rp.id where rp.person_id = e.id',
};

/** People within reach by name, a page at a time; `after` is `name|id` of the last one. */
export async function listPeople(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: { q?: string | undefined; unitId?: string | undefined; after: [string, string] | null; limit: number },
): Promise<PersonRow[]> {
  const params = new Params();
  const where = [reachCondition(pairs, params, PERSON_REACH)];
  if (ask.q !== undefined && ask.q !== '')
    where.push(`(strpos(e.name, ${params.add(ask.q)}) > 0 or strpos(a.login, ${params.add(ask.q.toLowerCase())}) > 0)`);
  if (ask.unitId !== undefined)
    where.push(`exists (select from post up where up.person_id = e.id and up.unit_id = ${params.add(ask.unitId)})`);
  if (ask.after !== null)
    where.push(`(e.name, e.id) > (${params.add(ask.after[0])}, ${params.add(ask.after[1])}::uuid)`);
  const text = `select ${COLUMNS} from person e left join account a on a.person_id = e.id where ${where.join(' and ')}
    order by e.name, e.id limit ${params.add(ask.limit)}`;
  return (await db.query<PersonRow>(text, params.values)).rows;
}

/** One person within reach. */
export async function findPerson(
  db: Reader,
  pairs: readonly ReachPair[] | 'all',
  id: string,
): Promise<PersonRow | null> {
  const params = new Params();
  const reach = pairs === 'all' ? 'true' : reachCondition(pairs, params, PERSON_REACH);
  const text = `select ${COLUMNS} from person e left join account a on a.person_id = e.id where e.id = ${params.add(id)} and ${reach}`;
  return (await db.query<PersonRow>(text, params.values)).rows[0] ?? null;
}

/** Adds a person. */
export async function insertPerson(
  tx: Tx,
  p: { id: string; name: string; phone: string | null; example: boolean; now: Instant },
): Promise<void> {
  await tx.query('insert into person (id, name, phone, example, created_at) values ($1, $2, $3, $4, $5)', [
    p.id,
    p.name,
    p.phone,
    p.example,
    p.now,
  ]);
}

/** A post to be kept. */
export interface NewPost {
  id: string;
  personId: string;
  unitId: string;
  role: Role;
  title: string | null;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  scope: { unitId: string | null; placeId: string | null }[];
}

/** Adds a post with its scope. */
export async function insertPost(tx: Tx, post: NewPost, now: Instant): Promise<void> {
  await tx.query(
    'insert into post (id, person_id, unit_id, role, title, from_on, to_on, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [post.id, post.personId, post.unitId, post.role, post.title, post.fromOn, post.toOn, now],
  );
  for (const [index, one] of post.scope.entries()) {
    await tx.query('insert into post_scope (post_id, seq, unit_id, place_id) values ($1, $2, $3, $4)', [
      post.id,
      index + 1,
      one.unitId,
      one.placeId,
    ]);
  }
}

/** A post for a decision, locked. */
export async function lockPost(
  tx: Tx,
  id: string,
): Promise<{ personId: string; unitId: string; role: Role; fromOn: PlainDate; toOn: PlainDate | null } | null> {
  const found = await tx.query<{
    personId: string;
    unitId: string;
    role: Role;
    fromOn: PlainDate;
    toOn: PlainDate | null;
  }>(
    'select person_id as "personId", unit_id as "unitId", role, from_on as "fromOn", to_on as "toOn" from post where id = $1 for no key update',
    [id],
  );
  return found.rows[0] ?? null;
}

/** Sets the last day of a post. */
export async function setPostEnd(tx: Tx, id: string, toOn: PlainDate): Promise<void> {
  await tx.query('update post set to_on = $2 where id = $1', [id, toOn]);
}

/**
 * How many open accounts hold an operator's post for everything that lasts beyond a day, leaving one post or person out:
 * an operator of a part alone could not give anybody the whole again.
 */
export async function countOperators(
  tx: Tx,
  on: PlainDate,
  butPost: string | null,
  butPerson: string | null,
): Promise<number> {
  const found = await tx.query<{ n: string }>(
    `select count(*) as n from post p join account a on a.person_id = p.person_id
     where p.role = 'operator' and a.disabled_at is null and p.from_on <= $1 and (p.to_on is null or p.to_on > $1)
       and exists (select from post_scope s where s.post_id = p.id and s.unit_id is null and s.place_id is null)
       and p.id is distinct from $2 and p.person_id is distinct from $3`,
    [on, butPost, butPerson],
  );
  return Number(found.rows[0]?.n ?? 0);
}
