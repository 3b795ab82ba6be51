import type { Actor, ActorPost } from '../../core/access/reach.ts';
import type { Ability, Role } from '../../core/access/role.ts';
import { unitsBelow, type UnitNode } from '../../core/access/unit-tree.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import type { Reader } from '../database/transaction.ts';

/**
 * The tree as it stands on a day; a unit whose first version is later stands as in that version.
 * @param merges all: also those that are decided for a later day | done: those that have taken place by the day
 * @param known only what had been recorded by this moment, whatever day it is for; null: all that is recorded by now
 */
export async function loadUnitTree(
  db: Reader,
  on: PlainDate,
  merges: 'all' | 'done' = 'all',
  known: Instant | null = null,
): Promise<UnitNode[]> {
  const found = await db.query<{ id: string; parent_id: string | null; merged_into: string | null }>({
    name: 'unit_tree',
    text: `select u.id, v.parent_id, case when ($2 or u.ended_on < $1) and ($3::timestamptz is null or u.ended_at is null or u.ended_at <= $3) then u.merged_into end as merged_into from unit u join lateral (
             select parent_id from unit_version v where v.unit_id = u.id
             order by ($3::timestamptz is null or v.recorded_at <= $3) desc, (v.valid_from <= $1) desc, case when v.valid_from <= $1 then v.valid_from end desc, v.valid_from limit 1
           ) v on true`,
    values: [on, merges === 'all', known],
  });
  return found.rows.map((row) => ({ id: row.id, parentId: row.parent_id, mergedInto: row.merged_into }));
}

/** A person with the posts of the day and what they reach; null where there is no such person. */
export async function loadActor(
  db: Reader,
  personId: string,
  on: PlainDate,
  limits: Ability[] | null,
): Promise<Actor | null> {
  const person = await db.query<{ name: string }>('select name from person where id = $1', [personId]);
  const name = person.rows[0]?.name;
  if (name === undefined) return null;
  const posts = await db.query<{
    id: string;
    role: Role;
    unit_id: string;
    scope_unit: string | null;
    scope_place: string | null;
  }>(
    `select p.id, p.role, p.unit_id, s.unit_id as scope_unit, s.place_id as scope_place
     from post p join post_scope s on s.post_id = p.id
     where p.person_id = $1 and p.from_on <= $2 and (p.to_on is null or $2 <= p.to_on)
     order by p.from_on, p.id, s.seq`,
    [personId, on],
  );
  const tree = await loadUnitTree(db, on, 'done');
  const byPost = new Map<string, ActorPost & { pairs: { units: string[] | null; places: string[] | null }[] }>();
  for (const row of posts.rows) {
    const post = byPost.get(row.id) ?? { id: row.id, role: row.role, unitId: row.unit_id, pairs: [] };
    post.pairs.push({
      units: row.scope_unit === null ? null : unitsBelow(tree, row.scope_unit),
      places: row.scope_place === null ? null : [row.scope_place],
    });
    byPost.set(row.id, post);
  }
  return { personId, name, posts: [...byPost.values()], limits };
}
