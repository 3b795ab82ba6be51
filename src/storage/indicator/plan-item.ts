import type { ReachPair } from '../../core/access/reach.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';

/** An item is reached by the plan's own unit and by the units that lead or support it, within its counties. */
const REACH = {
  unit: '(p.unit_id = any({ids}) or exists (select from plan_item_unit ru where ru.plan_item_id = i.id and ru.unit_id = any({ids})))',
  places: 'select rc.county_id as place_id from plan_item_county rc where rc.plan_item_id = i.id',
};

/** Whether an item of a plan stands and is within reach. */
export async function planItemSeen(db: Reader, pairs: readonly ReachPair[], id: string): Promise<boolean> {
  const params = new Params();
  const text = `select exists (select from plan_item i join plan p on p.id = i.plan_id
    where i.id = ${params.add(id)} and i.withdrawn_at is null and p.withdrawn_at is null and ${reachCondition(pairs, params, REACH)}) as seen`;
  return (await db.query<{ seen: boolean }>(text, params.values)).rows[0]?.seen ?? false;
}

/** An item that may name a target: its words, whose plan, for which counties. */
export interface ItemText {
  id: string;
  planId: string;
  planTitle: string;
  text: string;
  year: number;
  unitId: string;
  unitName: string;
  counties: { id: string; name: string }[];
}

/** Items of a year's plans within reach, to look for figures in; at most 500. */
export async function itemsOfYear(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: { year: number; planId?: string | undefined },
): Promise<ItemText[]> {
  const params = new Params();
  const plan = ask.planId === undefined ? 'true' : `p.id = ${params.add(ask.planId)}`;
  const text = `select i.id, p.id as "planId", p.title as "planTitle", i.text, p.year, p.unit_id as "unitId",
      (select v.name from unit_version v where v.unit_id = p.unit_id order by v.valid_from desc limit 1) as "unitName",
      coalesce((select json_agg(json_build_object('id', c.county_id, 'name', pl.name) order by c.county_id)
        from plan_item_county c join place pl on pl.id = c.county_id where c.plan_item_id = i.id), '[]'::json) as counties
    from plan_item i join plan p on p.id = i.plan_id
    where p.year = ${params.add(ask.year)} and i.withdrawn_at is null and p.withdrawn_at is null and ${plan}
      and ${reachCondition(pairs, params, REACH)} order by p.year desc, p.id, i.seq limit 500`;
  return (await db.query<ItemText>(text, params.values)).rows;
}
