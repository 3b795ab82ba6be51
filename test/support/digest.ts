import type { Pool } from 'pg';

/** Tables that the app may write, by name. */
export async function writableTables(owner: Pool): Promise<string[]> {
  const found = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and has_table_privilege('bangfu_app', c.oid, 'INSERT') or c.relname = 'access_stamp' order by 1`,
  );
  return found.rows.map((row) => row.name);
}

/** What stands in every table that the app may write: one digest a table, the same whatever the order of the rows. */
export async function digests(owner: Pool): Promise<Record<string, string>> {
  const tables = await writableTables(owner);
  const parts = tables.map(
    (name) =>
      `select '${name}' as name, (select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from "${name}" t) as digest`,
  );
  const found = await owner.query<{ all: Record<string, string> }>(
    `select json_object_agg(name, digest) as all from (${parts.join(' union all ')}) d`,
  );
  return found.rows[0]?.all ?? {};
}

/** The rows of every table that the app may write, as text; a row is known by its table and its whole text. */
export async function allRows(owner: Pool): Promise<Set<string>> {
  const tables = await writableTables(owner);
  const text = tables.map((name) => `select '${name} ' || t::text as row from "${name}" t`).join(' union all ');
  return new Set((await owner.query<{ row: string }>(text)).rows.map((one) => one.row));
}

/** How many rows stand in a table. */
export async function countOf(owner: Pool, table: string, where = 'true'): Promise<number> {
  const found = await owner.query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`);
  return found.rows[0]?.n ?? 0;
}
