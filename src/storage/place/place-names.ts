import type { Reader } from '../database/transaction.ts';

/** Names of today of places by key; keys that are no place are left out. */
export async function placeNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await db.query<{ id: string; name: string }>('select id, name from place where id = any($1)', [ids]);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}

/** A place in lists, with the names above it. */
export interface PlaceLine {
  id: string;
  code: string;
  name: string;
  level: 'province' | 'city' | 'county' | 'town' | 'village';
  path: string[];
}

/** Places by key, with the names above them. */
export async function placeLines(db: Reader, ids: readonly string[]): Promise<PlaceLine[]> {
  const found = await db.query<PlaceLine>({
    name: 'place_lines',
    text: `select p.id, rpad(p.id, 6, '0') as code, p.name, p.level,
        coalesce((select array_agg(a.name order by length(a.id)) from place a
          where a.id = any(array[left(p.id, 2), left(p.id, 4), left(p.id, 6), left(p.id, 9)]) and a.id <> p.id), '{}') as path
      from place p where p.id = any($1) order by p.id`,
    values: [ids],
  });
  return found.rows;
}

/** Whether the provinces to towns are loaded. */
export async function placesLoaded(db: Reader): Promise<boolean> {
  return (
    (await db.query<{ yes: boolean }>(`select exists (select from place where level = 'town') as yes`)).rows[0]?.yes ??
    false
  );
}
