import type { ReachPair } from '../../core/access/reach.ts';
import { Params } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';
import { figureRows, type FigureRows } from './figure-sql.ts';

/**
 * Counties of a board, in the order of their keys after one: those that somebody helps in the year, that have figures of the
 * kinds in it, or a target. All within reach; the roll-up is read by kind and year, never the entries.
 */
export async function boardCounties(
  db: Reader,
  ask: {
    rows: FigureRows;
    kinds: readonly string[];
    indicators: readonly string[];
    year: number;
    pairings: readonly ReachPair[];
    after: string | null;
    limit: number;
  },
): Promise<{ id: string; name: string }[]> {
  const params = new Params();
  const year = `${params.add(ask.year)}::int`;
  const pairings = figureRows({ ...ask.rows, pairs: ask.pairings }, params, 'g');
  // County by county in the order of the page, so that nothing of those behind it is read.
  const text = `select p.id, p.name from place p where p.level = 'county' and p.id > ${params.add(ask.after ?? '')} and (
      exists (select from ledger_year y where y.county_id = p.id and y.kind = any(${params.add(ask.kinds)}::text[]) and y.year = ${year} and ${figureRows(ask.rows, params, 'y')})
      or exists (select from pairing g where g.county_id = p.id and g.withdrawn_at is null and ${pairings}
        and (g.from_on is null or g.from_on < make_date(${year} + 1, 1, 1)) and (g.to_on is null or g.to_on >= make_date(${year}, 1, 1)))
      or exists (select from target t where t.county_id = p.id and t.withdrawn_at is null and t.year = ${year}
        and t.indicator = any(${params.add(ask.indicators)}::text[]) and ${figureRows(ask.rows, params, 't')}))
    order by p.id limit ${params.add(ask.limit)}`;
  return (await db.query<{ id: string; name: string }>(text, params.values)).rows;
}

/** Units that have posted figures within the rows: what a reader of a whole county may know of units by. Read by county. */
export async function unitsWithFigures(db: Reader, rows: FigureRows): Promise<string[]> {
  const params = new Params();
  const text = `select distinct y.unit_id as id from ledger_year y where ${figureRows(rows, params, 'y')}`;
  return (await db.query<{ id: string }>(text, params.values)).rows.map((row) => row.id);
}
