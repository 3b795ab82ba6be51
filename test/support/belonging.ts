import type { Pool } from 'pg';
import type { Actor, Belonging } from '../../src/core/access/reach.ts';
import { reachOf, reaches } from '../../src/core/access/reach.ts';
import type { Ability, Role } from '../../src/core/access/role.ts';
import { helpedCounties } from './helping.ts';

/** Kinds of things that a scope can reach. */
export type ThingKind =
  | 'document'
  | 'meeting'
  | 'plan'
  | 'item'
  | 'fact'
  | 'unit'
  | 'person'
  | 'pairing'
  | 'posting'
  | 'event'
  | 'evidence'
  | 'entry'
  | 'suspect'
  | 'act'
  | 'job'
  | 'target'
  | 'import';

/** A thing of the world, with where it belongs as the tables say it: reached through any of these. */
export interface Thing {
  kind: ThingKind;
  id: string;
  belongings: Belonging[];
  /** Stands in lists (not withdrawn, not ended). */
  listed: boolean;
  /** Units that the thing has a part in: its own, and those that a person's scope is over. */
  units: string[];
  /** What the thing is called. */
  name: string;
  /** Of a unit: the counties that it helps, by itself or as part of another. */
  helps?: string[];
  /** The row, for what else a test asks of it. */
  row: Record<string, string | null>;
}

const units = (unit: string) => `array[${unit}]`;
const county = `array[county_id]`;

/** Every kind said once more, in SQL of its own: id, units, places, listed, name, and the row. */
const QUERIES: Record<ThingKind, string> = {
  document: `select id, ${units('unit_id')} u, '{}'::text[] p, true l, coalesce(title, file_name) n, t from document t`,
  meeting: `select id, ${units('unit_id')} u, '{}'::text[] p, withdrawn_at is null l, name n, t from meeting t`,
  plan: `select id, ${units('unit_id')} u, '{}'::text[] p, withdrawn_at is null l, title n, t from plan t`,
  item: `select t.id, array_prepend(p.unit_id, array(select unit_id from plan_item_unit x where x.plan_item_id = t.id)) u,
           array(select county_id from plan_item_county x where x.plan_item_id = t.id) p,
           t.withdrawn_at is null and p.withdrawn_at is null l, t.text n, t from plan_item t join plan p on p.id = t.plan_id`,
  fact: `select id, ${units('unit_id')} u, array(select place_id from fact_place x where x.fact_id = t.id) p, withdrawn_at is null l, quote n, t from fact t`,
  unit: `select t.id, array[t.id] u, array_remove(array[v.place_id], null) p, t.ended_on is null or t.ended_on >= $1::date l, v.name n, t from unit t
           join lateral (select * from unit_version v where v.unit_id = t.id order by valid_from desc limit 1) v on true`,
  person: `select id, array(select unit_id from post x where x.person_id = t.id) u,
             array(select s.place_id from post x join post_scope s on s.post_id = x.id where x.person_id = t.id and s.place_id is not null) p,
             true l, name n, t from person t`,
  pairing: `select id, ${units('unit_id')} u, ${county} p, withdrawn_at is null and to_on is null l, source n, t from pairing t`,
  posting: `select t.id, ${units('unit_id')} u, ${county} p, true l, e.name n, t from posting t join person e on e.id = t.person_id`,
  event: `select id, ${units('unit_id')} u, ${county} p, withdrawn_at is null l, text n, t from county_event t`,
  target: `select id, ${units('unit_id')} u, case when county_id is null then '{}' else ${county} end p, withdrawn_at is null l, indicator n, t from target t`,
  entry: `select id, ${units('unit_id')} u, array_remove(array[county_id, place_id], null) p, true l, coalesce(number, 'draft ' || id) n, t from entry t`,
  suspect: `select s.id, array[t.unit_id] u, array_remove(array[t.county_id, t.place_id], null) p, s.outcome is null l, s.code n, t
            from suspect s join entry t on t.county_id = s.county_id and t.id = s.entry_id`,
  import: `select id, ${units('unit_id')} u, '{}'::text[] p, true l, file_name n, t from (select id, unit_id, file_name, made_by from sheet_import) t`,
  job: `select id, '{}'::uuid[] u, '{}'::text[] p, true l, kind n, t from job t`,
  evidence: `select id, ${units('unit_id')} u, ${county} p, true l, file_name n, t from evidence t`,
  act: `select id, array(select unit_id from post x where x.person_id = t.person_id) u,
          case when county_id = '0' then '{}' else ${county} end p, true l, act n, t from act_log t`,
};

/** Everything there is, with where it belongs, read as the owner of the database. */
export async function loadThings(owner: Pool, today: string): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const [kind, query] of Object.entries(QUERIES) as [ThingKind, string][]) {
    const text = `select id, u::text[] as u, p, l, n, to_json(t) as t from (${query}) q (id, u, p, l, n, t)`;
    const found = await owner.query<{ id: string; u: string[]; p: string[]; l: boolean; n: string; t: Thing['row'] }>(
      text,
      query.includes('$1') ? [today] : [],
    );
    for (const { id, u, p, l, n, t } of found.rows) {
      const belongings = [{ unitIds: [...u], placeIds: p }];
      things.push({ kind, id, belongings, listed: l, units: u, name: n, row: t });
    }
  }
  const scopes = await owner.query<{ id: string; unit: string }>(
    'select person_id as id, s.unit_id as unit from post p join post_scope s on s.post_id = p.id where s.unit_id is not null',
  );
  for (const { id, unit } of scopes.rows) things.find((one) => one.id === id)?.units.push(unit);
  // A plan is also reached through each of its items.
  for (const item of things.filter((one) => one.kind === 'item' && one.row['withdrawn_at'] === null))
    things.find((one) => one.id === item.row['plan_id'])?.belongings.push(...item.belongings);
  const proven = await owner.query<{ id: string; units: string[]; places: string[] }>(
    `select l.evidence_id as id, array[e.unit_id]::text[] as units, array_remove(array[e.county_id, e.place_id], null) as places
       from entry_evidence l join entry e on e.county_id = l.county_id and e.id = l.entry_id where l.removed_at is null`,
  );
  // A file of evidence is also reached through each entry that it proves.
  for (const { id, units: unitIds, places } of proven.rows) {
    const file = things.find((one) => one.id === id);
    file?.belongings.push({ unitIds, placeIds: places });
    file?.units.push(...unitIds);
  }
  const helps = await helpedCounties(owner, today);
  for (const unit of things.filter((one) => one.kind === 'unit')) unit.helps = helps.get(unit.id) ?? [];
  return things;
}

/** Whether the actor may do this to the thing, by the pure rule alone. */
export const may = (actor: Actor, ability: Ability, thing: Thing): boolean =>
  thing.belongings.some((one) => reaches(reachOf(actor, ability), one));

/** A post as it is put into the tables for a test. */
export interface PostPlan {
  role: Role;
  unitId: string;
  fromOn: string;
  toOn: string | null;
  pairs: { unitId: string | null; placeId: string | null }[];
}

/** The actor that the tables make of a person on a day: units with all below and all that was merged into them. */
export async function loadActorAgain(
  owner: Pool,
  personId: string,
  today: string,
  limits: Ability[] | null,
): Promise<Actor> {
  const found = await owner.query<{
    id: string;
    role: Role;
    unit_id: string;
    pairs: { units: string[] | null; places: string[] | null }[];
  }>(
    `with recursive now as (
       select u.id, (select v.parent_id from unit_version v where v.unit_id = u.id order by valid_from <= $2 desc,
           case when valid_from <= $2 then valid_from end desc, valid_from limit 1) as parent,
         case when u.ended_on < $2 then u.merged_into end as heir from unit u),
     below (top, id) as (select id, id from now union select b.top, n.id from below b join now n on n.parent = b.id or n.heir = b.id)
     select p.id, p.role, p.unit_id, json_agg(json_build_object(
         'units', case when s.unit_id is not null then (select json_agg(id) from below where top = s.unit_id) end,
         'places', case when s.place_id is not null then json_build_array(s.place_id) end)) as pairs
       from post p join post_scope s on s.post_id = p.id
      where p.person_id = $1 and $2 between p.from_on and coalesce(p.to_on, 'infinity') group by p.id`,
    [personId, today],
  );
  const posts = found.rows.map((row) => ({ id: row.id, role: row.role, unitId: row.unit_id, pairs: row.pairs }));
  return { personId, name: '', posts, limits };
}
