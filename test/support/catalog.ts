import type { Pool } from 'pg';

/** Tables that the app may only add to, besides those whose comment says so. */
const APPEND_ONLY = ['act_log', 'act_seal', 'act_anchor', 'migration', 'table_placement'];
const SAYS_APPEND_ONLY = 'append only|only ever added|never changed';

const TABLES = `
  select c.oid, c.relname as name, p.kind
    from pg_class c left join table_placement p on p.table_name = c.relname
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`;

/** Names of a constraint's columns, in its order. */
const columnsOf = (keys: string, table: string): string =>
  `array(select a.attname::text from unnest(${keys}) with ordinality u(n, i)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = u.n order by u.i)`;

/** Each rule of placement and care: a query that lists what breaks it, as one text a row. */
export const CATALOG_RULES: Record<string, string> = {
  'every table has a placement': `select name from t where kind is null`,

  'every placement has a table': `
    select table_name from table_placement where to_regclass('public.' || quote_ident(table_name)) is null`,

  'a county table has county_id, not null': `
    select name from t where kind = 'county' and not exists (
      select from pg_attribute a where a.attrelid = t.oid and a.attname = 'county_id' and a.attnotnull)`,

  'every table has a primary key': `
    select name from t where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,

  'county_id is first in every key and unique index of a county table': `
    select name || ' ' || i.indexrelid::regclass from t join pg_index i on i.indrelid = t.oid
     where kind = 'county' and i.indisunique and not exists (
      select from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0] and a.attname = 'county_id')`,

  'a foreign key between county tables begins with county_id on both sides': `
    select t.name || ' ' || k.conname from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join t other on other.oid = k.confrelid
     where t.kind = 'county' and other.kind = 'county'
       and not ((${columnsOf('k.conkey', 'k.conrelid')})[1] = 'county_id' and (${columnsOf('k.confkey', 'k.confrelid')})[1] = 'county_id')`,

  'no foreign key goes where a cluster cannot follow': `
    select t.name || ' → ' || other.name from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join t other on other.oid = k.confrelid
     where t.kind <> other.kind and not (t.kind = 'county' and other.kind = 'reference')`,

  'no trigger on a table that may be distributed': `
    select t.name || ' ' || g.tgname from t join pg_trigger g on g.tgrelid = t.oid
     where t.kind <> 'local' and not g.tgisinternal`,

  'no rule on a table': `
    select t.name || ' ' || r.rulename from t join pg_rewrite r on r.ev_class = t.oid`,

  'no deferrable constraint on a table that may be distributed': `
    select t.name || ' ' || k.conname from t join pg_constraint k on k.conrelid = t.oid
     where t.kind <> 'local' and k.condeferrable`,

  'no serial or identity on a table that may be distributed': `
    select t.name || '.' || a.attname from t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
      left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
     where t.kind <> 'local' and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%')`,

  'no policy looks into another table': `
    select t.name || ' ' || p.polname from t join pg_policy p on p.polrelid = t.oid
     where pg_get_expr(p.polqual, p.polrelid) ~* '\\mselect\\M' or pg_get_expr(p.polwithcheck, p.polrelid) ~* '\\mselect\\M'`,

  'every foreign key is led by an index': `
    select t.name || ' ' || k.conname from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
     where not exists (
       select from pg_index i where i.indrelid = t.oid
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
          and k.conkey @> (i.indkey::int2[])[0:cardinality(k.conkey) - 1])`,

  'names of constraints and indexes have at most 45 characters': `
    select t.name || ' ' || k.conname from t join pg_constraint k on k.conrelid = t.oid where length(k.conname) > 45
    union select t.name || ' ' || c.relname from t join pg_index i on i.indrelid = t.oid
      join pg_class c on c.oid = i.indexrelid where length(c.relname) > 45`,

  'every table and column has a comment': `
    select name from t where coalesce(obj_description(oid, 'pg_class'), '') = ''
    union select t.name || '.' || a.attname from t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
     where coalesce(col_description(t.oid, a.attnum), '') = ''`,

  'the app only adds to what is only added to': `
    select name || ' ' || verb from t, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) verb
     where (name = any('{${APPEND_ONLY.join(',')}}') or obj_description(oid, 'pg_class') ~* '${SAYS_APPEND_ONLY}')
       and (has_table_privilege('bangfu_app', oid, verb)
         or verb = 'UPDATE' and has_any_column_privilege('bangfu_app', oid, verb))`,

  'the app owns nothing and makes nothing': `
    select relname::text from pg_class where relowner = 'bangfu_app'::regrole
    union select 'schema public' where has_schema_privilege('bangfu_app', 'public', 'CREATE')
    union select rolname::text from pg_roles where rolname = 'bangfu_app' and (rolsuper or rolcreaterole or rolcreatedb or rolcanlogin)`,

  'the app can use every table somehow': `
    select name from t where not has_table_privilege('bangfu_app', oid, 'SELECT')`,

  'money is whole fen': `
    select t.name || '.' || a.attname from t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
     where a.attname like '%\\_fen' and a.atttypid <> 'bigint'::regtype
        or a.atttypid = 'money'::regtype`,

  'moments have a time zone': `
    select t.name || '.' || a.attname from t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
     where a.atttypid = 'timestamp'::regtype`,
};

/** What breaks a rule: one text a find, in order. */
export async function findBreaches(pool: Pool, rule: string): Promise<string[]> {
  const query = CATALOG_RULES[rule] ?? '';
  const found = await pool.query({ text: `with t as (${TABLES}) ${query} order by 1`, rowMode: 'array' });
  return found.rows.map((row) => String((row as unknown as unknown[])[0]));
}
