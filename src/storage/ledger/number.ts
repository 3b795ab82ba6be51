import type { Tx } from '../database/transaction.ts';

/** How many numbers are wanted in a county for a year of reporting. */
export interface NumbersWanted {
  countyId: string;
  year: number;
  count: number;
}

/** A number as people read it: `2021-130126-000123`. */
export const entryNumber = (year: number, countyId: string, running: number): string =>
  `${year}-${countyId}-${String(running).padStart(6, '0')}`;

/**
 * Draws running numbers: the first of each range, by county and year. The counters stay locked until the transaction
 * ends, so that none is lost; they are taken in one order, so that nobody waits in a circle.
 */
export async function drawNumbers(tx: Tx, wanted: readonly NumbersWanted[]): Promise<Map<string, number>> {
  const sorted = [...wanted].sort((a, b) => a.countyId.localeCompare(b.countyId) || a.year - b.year);
  const drawn = await tx.query<{ county_id: string; year: number; last: number }>(
    `insert into entry_count as c (county_id, year, last) select * from unnest($1::text[], $2::integer[], $3::integer[])
     on conflict (county_id, year) do update set last = c.last + excluded.last returning county_id, year, last`,
    [sorted.map((one) => one.countyId), sorted.map((one) => one.year), sorted.map((one) => one.count)],
  );
  const counts = new Map(sorted.map((one) => [`${one.countyId} ${one.year}`, one.count]));
  return new Map(
    drawn.rows.map((row) => {
      const key = `${row.county_id} ${row.year}`;
      return [key, row.last - (counts.get(key) ?? 0) + 1];
    }),
  );
}
