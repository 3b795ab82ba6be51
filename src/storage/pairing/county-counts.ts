import type { ReachPair } from '../../core/access/reach.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';

/** What a county has, counted within the reader's reach of each kind. */
export interface CountyCounts {
  facts: number;
  items: number;
  postings: number;
}

/** Counts for several counties at once. */
export async function countsByCounty(
  db: Reader,
  reach: { facts: readonly ReachPair[]; items: readonly ReachPair[]; postings: readonly ReachPair[] },
  ids: readonly string[],
): Promise<Map<string, CountyCounts>> {
  const params = new Params();
  const list = params.add(ids);
  const facts = reachCondition(reach.facts, params, {
    unit: 'f.unit_id = any({ids})',
    places: 'select r.place_id from fact_place r where r.fact_id = f.id',
  });
  const items = reachCondition(reach.items, params, {
    unit: '(p.unit_id = any({ids}) or exists (select from plan_item_unit u where u.plan_item_id = i.id and u.unit_id = any({ids})))',
    places: 'select r.county_id as place_id from plan_item_county r where r.plan_item_id = i.id',
  });
  const postings = reachCondition(reach.postings, params, {
    unit: 'o.unit_id = any({ids})',
    places: 'select o.county_id as place_id',
  });
  const text = `select c.id,
      (select count(distinct f.id)::int from fact_place x join fact f on f.id = x.fact_id where starts_with(x.place_id, c.id) and f.withdrawn_at is null and ${facts}) as facts,
      (select count(*)::int from plan_item_county x join plan_item i on i.id = x.plan_item_id join plan p on p.id = i.plan_id
        where x.county_id = c.id and i.withdrawn_at is null and p.withdrawn_at is null and ${items}) as items,
      (select count(*)::int from posting o where o.county_id = c.id and o.to_on is null and ${postings}) as postings
    from unnest(${list}::text[]) c (id)`;
  const found = await db.query<{ id: string } & CountyCounts>(text, params.values);
  return new Map(found.rows.map(({ id, ...counts }) => [id, counts]));
}
