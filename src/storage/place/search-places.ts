import type { ClientBase, Pool } from 'pg';
import type { DivisionLevel, PlaceId } from '../../core/place/place.ts';
import { bigramsOf, fullNamesOf, isMereKind, parsePlaceQuery, stemOf } from '../../core/place/search-text.ts';
import type { PlaceQuery } from '../../core/place/search-text.ts';

/** Anything that runs a statement. */
export type Queryable = Pick<ClientBase | Pool, 'query'>;

/** What to search: `text` is a name, a part of one, pinyin initials or a code. */
export interface PlaceSearch {
  text: string;
  /** Only these levels; all where absent. */
  levels?: readonly DivisionLevel[];
  /** Only places inside this one (and itself). */
  within?: string;
  /** 1–100, default 20. */
  limit?: number;
}

/** One place found. */
export interface PlaceHit {
  id: PlaceId;
  name: string;
  level: DivisionLevel;
  /** The former name or code that matched, else null. */
  former: string | null;
  /** Names of the divisions above, province first. */
  path: string[];
}

/**
 * Places by name, part of a name (from two signs), initials or code. Order: provinces, cities and counties, then towns, then
 * villages; in each first the exact, then what begins with the text, then what holds it.
 */
export async function searchPlaces(db: Queryable, search: PlaceSearch): Promise<PlaceHit[]> {
  const query = parsePlaceQuery(search.text);
  const limit = Math.min(100, Math.max(1, search.limit ?? 20));
  if (query.kind === 'empty') return [];
  const { text, values } = statementOf(query, search, limit);
  if (text === '') return [];
  const found = await db.query<{ id: PlaceId; name: string; level: DivisionLevel; former: string | null }>(
    text,
    values,
  );
  const seen = new Set<string>();
  const hits = found.rows.filter((row) => !seen.has(row.id) && seen.add(row.id)).slice(0, limit);
  const above = await namesAbove(
    db,
    hits.map((hit) => hit.id),
  );
  return hits.map((hit) => ({ ...hit, path: pathIds(hit.id).flatMap((id) => above.get(id) ?? []) }));
}

const pathIds = (id: string) =>
  [2, 4, 6, 9].filter((length) => length < id.length).map((length) => id.slice(0, length));

async function namesAbove(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap(pathIds))];
  if (wanted.length === 0) return new Map();
  const found = await db.query<{ id: string; name: string }>('select id, name from place where id = any($1)', [wanted]);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}

const UPPER = ['province', 'city', 'county'] as const;
const RANK = `case p.level when 'province' then 0 when 'city' then 1 else 2 end`;

/** Collects numbered parameters while a statement is put together. */
class Values {
  readonly list: unknown[] = [];
  put(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** One statement of branches in the order of the answer: the database stops at the limit and never looks into the later ones. */
function statementOf(
  query: Exclude<PlaceQuery, { kind: 'empty' }>,
  search: PlaceSearch,
  limit: number,
): { text: string; values: unknown[] } {
  const values = new Values();
  const n = values.put(limit);
  const wanted = (level: DivisionLevel) =>
    !search.levels || search.levels.length === 0 || search.levels.includes(level);
  const inside = withinOf(search.within, values);
  const upper = UPPER.filter(wanted);
  const small = (['town', 'village'] as const).filter(wanted);
  const branches: string[] = [];
  const add = (sql: string) => branches.push(`select * from (${sql} limit ${n}) b${branches.length}`);
  if (query.kind === 'code') addCode(query.prefix, add, values, inside, search.levels ?? []);
  if (query.kind === 'initials') {
    const range = rangeOf('p.initials', query.letters, values);
    if (upper.length > 0)
      add(
        `select p.id, p.name, p.level, null::text as former from place p where p.level in (${quoted(upper)}) and ${range}${inside} order by length(p.initials), ${RANK}, p.id`,
      );
    for (const level of small)
      add(
        `select p.id, p.name, p.level, null::text from place p where p.level = '${level}' and ${range}${inside} order by p.initials using ~<~, p.id`,
      );
  }
  if (query.kind === 'name') {
    if (upper.length > 0) addUpperNames(query.text, upper, add, values, inside);
    for (const level of small) addSmallNames(query.text, level, add, values, inside);
  }
  return { text: branches.length === 0 ? '' : `${branches.join(' union all ')} limit ${n}`, values: values.list };
}

const quoted = (levels: readonly string[]) => levels.map((level) => `'${level}'`).join(', ');

function withinOf(within: string | undefined, values: Values): string {
  if (within === undefined || within === '') return '';
  return ` and p.id >= ${values.put(within)} and p.id < ${values.put(`${within}~`)}`;
}

/** A range instead of LIKE: it serves the index whatever plan the server keeps. */
function rangeOf(column: string, prefix: string, values: Values): string {
  return `${column} ~>=~ ${values.put(prefix)} and ${column} ~<~ ${values.put(`${prefix}\u{10ffff}`)}`;
}

function addCode(
  prefix: string,
  add: (sql: string) => void,
  values: Values,
  inside: string,
  levels: readonly DivisionLevel[],
): void {
  const level = levels.length === 0 ? '' : ` and p.level in (${quoted(levels)})`;
  const from = values.put(prefix);
  const to = values.put(`${prefix}~`);
  add(
    `select p.id, p.name, p.level, null::text as former from place p where p.id >= ${from} and p.id < ${to} and p.level in (${quoted(UPPER)})${level}${inside} order by length(p.id), p.id`,
  );
  add(
    `select p.id, p.name, p.level, n.name || ' ' || n.code from place_name n join place p on p.id = n.place_id
     where n.kind <> 'current' and ${rangeOf('n.code', prefix, values)}${level}${inside} order by n.code, p.id`,
  );
  add(
    `select p.id, p.name, p.level, null::text from place p where p.id >= ${from} and p.id < ${to} and length(p.id) > 6${level}${inside} order by p.id`,
  );
}

function addUpperNames(
  text: string,
  levels: readonly string[],
  add: (sql: string) => void,
  values: Values,
  inside: string,
): void {
  const q = values.put(text);
  const stem = values.put(stemOf(text));
  // Three thousand rows behind an index of their own: looked through one by one, so that a single sign finds its place too.
  add(
    `select u.id, u.name, u.level, u.former from (
       select p.id, p.name, p.level, null::text as former, p.name as matched, p.short_name as short, ${RANK} as rank from place p
       where p.level in (${quoted(levels)}) and (position(${q} in p.name) > 0 or p.short_name = ${stem})${inside}
       union all
       select p.id, p.name, p.level, n.name, n.name, null, ${RANK} from place_name n join place p on p.id = n.place_id
       where n.kind <> 'current' and n.name <> p.name and p.level in (${quoted(levels)}) and position(${q} in n.name) > 0${inside}) u
     order by case when u.matched = ${q} or u.short in (${q}, ${stem}) then 0 when starts_with(u.matched, ${q}) then 1 else 2 end,
       u.matched <> ${q}, u.former is not null, u.rank, u.id`,
  );
}

function addSmallNames(
  text: string,
  level: 'town' | 'village',
  add: (sql: string) => void,
  values: Values,
  inside: string,
): void {
  const base = `select p.id, p.name, p.level, null::text as former from place p where p.level = '${level}'`;
  add(`${base} and p.name = any(${values.put(fullNamesOf(text, level))})${inside} order by p.id`);
  add(`${base} and ${rangeOf('p.name', text, values)}${inside} order by p.name using ~<~, p.id`);
  const grams = bigramsOf(text);
  // One sign, or a mere kind (社区), is searched at the beginning of names only.
  if (grams.length > 0 && stemOf(text).length >= 2 && !isMereKind(text)) {
    add(
      `${base} and p.bigrams @> ${values.put(grams)}::int4[] and position(${values.put(text)} in p.name) > 0${inside} order by p.id`,
    );
  }
}
