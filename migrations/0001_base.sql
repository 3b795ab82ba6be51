-- The ground that every later migration stands on: the app's role, and where each table is placed.
-- No extension is needed so far. A migration that wants one (pg_trgm, btree_gin) creates it itself, only trusted ones, so
-- that an owner who is no superuser can.

-- The app works as bangfu_app, which the program makes before the first migration (roles belong to the whole server): it
-- owns nothing, may run no DDL, and has what migrations grant.
revoke create on schema public from public;

grant usage on schema public to bangfu_app;

create table table_placement (
  table_name text not null constraint table_placement_pk primary key,
  kind text not null constraint table_placement_kind_ck check (kind in ('reference', 'county', 'local'))
);

comment on table table_placement is '表的分布方式 · where each table lies on a cluster; written by place_table';

comment on column table_placement.table_name is 'table in schema public';

comment on column table_placement.kind is 'reference: a copy on every node; county: by county_id; local: coordinator only';

-- Call after CREATE TABLE and before the foreign keys. On one plain PostgreSQL it only takes note.
create function place_table(t regclass, kind text) returns void
language plpgsql as $$
begin
  insert into table_placement (table_name, kind) values (t::text, place_table.kind);
  if kind = 'local' or not exists (select from pg_extension where extname = 'citus') then
    return;
  end if;
  -- DDL after this must reach the shards one after the other to be part of the same transaction.
  perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
  if kind = 'reference' then
    execute 'select create_reference_table($1)' using t;
  else
    execute 'select create_distributed_table($1, $2)' using t, 'county_id';
  end if;
end
$$;

comment on function place_table(regclass, text) is 'declares a table reference, county or local; distributes it where Citus is present';

revoke execute on function place_table(regclass, text) from public;

select place_table('migration', 'local');

select place_table('table_placement', 'local');

grant select on table_placement, migration to bangfu_app;
