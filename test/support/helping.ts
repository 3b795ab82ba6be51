import type { Pool } from 'pg';
import { reachOf, type Actor } from '../../src/core/access/reach.ts';
import type { Ability } from '../../src/core/access/role.ts';
import type { Thing } from './belonging.ts';

/** The counties that each unit helps, by itself or as part of a unit that does; county offices help none. */
export async function helpedCounties(owner: Pool, today: string): Promise<Map<string, string[]>> {
  const found = await owner.query<{ id: string; counties: string[] }>(
    `with recursive now as (
       select u.id, u.kind, (select v.parent_id from unit_version v where v.unit_id = u.id order by valid_from <= $1 desc,
         case when valid_from <= $1 then valid_from end desc, valid_from limit 1) as parent, u.merged_into as heir from unit u),
     ups as (select id, parent as up from now union select id, heir from now),
     above (id, top) as (select id, id from now union select a.id, s.up from above a join ups s on s.id = a.top where s.up is not null)
     select n.id, array_agg(distinct g.county_id)::text[] as counties from now n join above a on a.id = n.id
       join pairing g on g.unit_id = a.top and g.withdrawn_at is null where n.kind <> 'county_office' group by 1`,
    [today],
  );
  return new Map(found.rows.map((row) => [row.id, row.counties]));
}

/** Whether a unit's work in the ledger is the actor's to see (or report) by the rule alone, said again. */
export function mayHelp(actor: Actor, ability: Ability, unit: Thing): boolean {
  if (unit.row['kind'] === 'county_office') return false;
  return reachOf(actor, ability).some(({ units, places }) => {
    if (units !== null) return units.includes(unit.id);
    if (places === null) return true;
    const near = (county: string) => places.some((id) => county.startsWith(id) || id.startsWith(county));
    return actor.posts.some((post) => post.unitId === unit.id) || (unit.helps ?? []).some(near);
  });
}
