import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { shortOfSmall, formsOf } from '../../core/place/names.ts';
import type { PackRow } from '../../core/place/pack.ts';
import { levelOf } from '../../core/place/place.ts';
import { bigramsOf } from '../../core/place/search-text.ts';

/** The part of the shipped pack that is loaded in one transaction. */
export type PackPart = 'divisions' | 'villages';

/** What a load did; `unchanged` when the database held the version already. */
export interface PlaceLoad {
  part: PackPart;
  outcome: 'loaded' | 'upgraded' | 'unchanged';
  rows: number;
}

/** Raise it when a derived column (short_name, initials, bigrams) is derived otherwise. */
const RULES = 1;
const COLUMNS = 'id, parent_id, level, name, short_name, initials, bigrams';

/**
 * Brings one part of the pack into the database, in one transaction of its own. `digest` names the shipped file's content: the
 * same digest again does nothing. Rows that the file no longer has stay, marked as no longer current. Needs the owner's rights.
 * @param parents id of every division down to the towns: the place above is the longest of them that the id begins with
 */
export async function loadPlaces(
  client: ClientBase,
  pack: { part: PackPart; digest: string; rows: Iterable<PackRow>; parents: ReadonlySet<string>; now: Date },
  further: (client: ClientBase) => Promise<void> = () => Promise.resolve(),
): Promise<PlaceLoad> {
  const version = `${pack.digest}/${RULES}`;
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(hashtext('place_pack'))`);
    // The index of parts of names takes its entries in few large steps instead of many small ones.
    await client.query(`set local gin_pending_list_limit = '64MB'`);
    await client.query(`set local work_mem = '64MB'`);
    const held = await client.query<{ version: string; rows: number }>(
      'select version, rows from place_pack where part = $1',
      [pack.part],
    );
    const [known] = held.rows;
    if (known?.version === version) {
      await client.query('commit');
      return { part: pack.part, outcome: 'unchanged', rows: known.rows };
    }
    const empty = !known && (await isEmpty(client, pack.part));
    const rows = empty ? await copyInto(client, 'place', pack) : await upgrade(client, pack);
    await further(client);
    await client.query(
      `insert into place_pack (part, version, rows, loaded_at) values ($1, $2, $3, $4)
       on conflict (part) do update set version = excluded.version, rows = excluded.rows, loaded_at = excluded.loaded_at`,
      [pack.part, version, rows, pack.now],
    );
    await client.query('commit');
    // What waits in the index's list would be read through by every search until the next vacuum.
    await client.query(`select gin_clean_pending_list('place_bigrams')`);
    // The planner must know the new rows before the first search.
    await client.query('analyze place');
    return { part: pack.part, outcome: empty ? 'loaded' : 'upgraded', rows };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const levelsOf = (part: PackPart) => (part === 'villages' ? `('village')` : `('province', 'city', 'county', 'town')`);

async function isEmpty(client: ClientBase, part: PackPart): Promise<boolean> {
  const found = await client.query(`select from place where level in ${levelsOf(part)} limit 1`);
  return found.rowCount === 0;
}

async function upgrade(
  client: ClientBase,
  pack: { part: PackPart; rows: Iterable<PackRow>; parents: ReadonlySet<string> },
): Promise<number> {
  await client.query('create temporary table place_new (like place including defaults) on commit drop');
  const rows = await copyInto(client, 'place_new', pack);
  await client.query('analyze place_new');
  await client.query(
    `insert into place (${COLUMNS}) select ${COLUMNS} from place_new
     on conflict (id) do update set parent_id = excluded.parent_id, level = excluded.level, name = excluded.name,
       short_name = excluded.short_name, initials = excluded.initials, bigrams = excluded.bigrams, is_current = true
     where (place.name, place.short_name, place.initials, place.bigrams, place.parent_id, place.is_current)
       is distinct from (excluded.name, excluded.short_name, excluded.initials, excluded.bigrams, excluded.parent_id, true)`,
  );
  await client.query(
    `update place set is_current = false
     where level in ${levelsOf(pack.part)} and is_current and not exists (select from place_new n where n.id = place.id)`,
  );
  return rows;
}

async function copyInto(
  client: ClientBase,
  table: 'place' | 'place_new',
  pack: { rows: Iterable<PackRow>; parents: ReadonlySet<string> },
): Promise<number> {
  let count = 0;
  function* chunks(): Generator<string> {
    let chunk = '';
    for (const row of pack.rows) {
      count += 1;
      chunk += lineOf(row, pack.parents);
      if (chunk.length < 65_536) continue;
      yield chunk;
      chunk = '';
    }
    if (chunk !== '') yield chunk;
  }
  await pipeline(Readable.from(chunks()), client.query(copyFrom(`copy ${table} (${COLUMNS}) from stdin`)));
  return count;
}

function lineOf(row: PackRow, parents: ReadonlySet<string>): string {
  const level = levelOf(row.id);
  if (level === null || /[\t\n\\]/.test(row.name)) throw new Error(`${row.id} ${row.name}: not a place`);
  const short =
    level === 'town' || level === 'village'
      ? shortOfSmall(row.name, level)
      : (formsOf(row.name, level).short ?? row.name);
  const parent = [9, 6, 4, 2]
    .filter((length) => length < row.id.length)
    .map((length) => row.id.slice(0, length))
    .find((id) => parents.has(id));
  return `${row.id}\t${parent ?? '\\N'}\t${level}\t${row.name}\t${short === row.name ? '\\N' : short}\t${row.initials}\t{${bigramsOf(row.name).join(',')}}\n`;
}
