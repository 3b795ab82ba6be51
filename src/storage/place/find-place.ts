import type { DivisionLevel, PlaceId } from '../../core/place/place.ts';
import type { Queryable } from './search-places.ts';

/** A place with what stands around it. */
export interface PlaceDetail {
  id: PlaceId;
  parentId: PlaceId | null;
  level: DivisionLevel;
  name: string;
  shortName: string | null;
  initials: string;
  isCurrent: boolean;
  /** From the province down to the place above. */
  path: { id: PlaceId; name: string }[];
  /** Names and codes by year, the current one first; empty where nothing changed since 2001. */
  names: {
    name: string;
    code: string | null;
    validFrom: number | null;
    validTo: number | null;
    kind: string;
    source: string;
    doubt: string | null;
  }[];
  flags: { flag: string; nameInSource: string; exitYear: number | null; citations: string[]; doubt: string | null }[];
}

/** One place by its stable key; null where there is none. */
export async function findPlace(db: Queryable, id: string): Promise<PlaceDetail | null> {
  const found = await db.query<PlaceDetail>({
    name: 'find-place',
    text: `select p.id, p.parent_id as "parentId", p.level, p.name, p.short_name as "shortName", p.initials, p.is_current as "isCurrent",
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by length(a.id)) from place a
        where a.id = any(array[left(p.id, 2), left(p.id, 4), left(p.id, 6), left(p.id, 9)]) and a.id <> p.id), '[]') as path,
      coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'code', n.code, 'validFrom', n.valid_from, 'validTo', n.valid_to,
        'kind', n.kind, 'source', n.source, 'doubt', n.doubt) order by n.valid_to desc nulls first, n.name)
        from place_name n where n.place_id = p.id), '[]') as names,
      coalesce((select jsonb_agg(jsonb_build_object('flag', f.flag, 'nameInSource', f.name_in_source, 'exitYear', f.exit_year, 'doubt', f.doubt,
        'citations', (select coalesce(jsonb_agg(s.citation order by s.id), '[]') from place_flag_source s where s.id = any(f.sources))) order by f.flag)
        from place_flag f where f.place_id = p.id), '[]') as flags
      from place p where p.id = $1`,
    values: [id],
  });
  return found.rows[0] ?? null;
}

/** The places right below one (the provinces for null), by code. */
export async function childrenOf(
  db: Queryable,
  id: string | null,
): Promise<{ id: PlaceId; name: string; level: DivisionLevel }[]> {
  const found = await db.query<{ id: PlaceId; name: string; level: DivisionLevel }>({
    name: 'children-of-place',
    text: `select id, name, level from place where is_current and parent_id is not distinct from $1::text order by id`,
    values: [id],
  });
  return found.rows;
}

/** The place that had a code in a year (today's where the year is null); codes with or without zeros below their level. */
export async function placeByCode(db: Queryable, code: string, year: number | null): Promise<PlaceId | null> {
  const short = code
    .replace(/^(\d{6})000000$/, '$1')
    .replace(/^(\d{9})000$/, '$1')
    .replace(/^(\d{4})00$/, '$1')
    .replace(/^(\d{2})00$/, '$1');
  const found = await db.query<{ id: PlaceId }>({
    name: 'place-by-code',
    text: `select id from (
      select n.place_id as id, case when $2::int is not null and coalesce(n.valid_from, 0) <= $2 and $2 < n.valid_to then 0 else 2 end as rank
        from place_name n where n.code = $1 and n.kind <> 'current'
      union all select id, 1 from place where id = $1) c order by rank limit 1`,
    values: [short, year],
  });
  return found.rows[0]?.id ?? null;
}
