-- Places: provinces to villages by their stable key, the names and codes that held in other years, flags with their sources.
create table place (
  id text not null constraint place_pk primary key,
  parent_id text,
  level text not null constraint place_level_ck check (level in ('province', 'city', 'county', 'town', 'village')),
  name text not null constraint place_name_ck check (length(name) between 1 and 60),
  short_name text,
  initials text not null,
  bigrams int4[] not null,
  is_current boolean not null default true,
  constraint place_id_ck check (length(id) in (2, 4, 6, 9, 12)),
  -- A key of 660 000 rows onto itself would double the time of loading; the key above is a beginning of the key anyway.
  constraint place_parent_ck check ((level = 'province') = (parent_id is null) and (parent_id is null or starts_with(id, parent_id)))
);

select place_table('place', 'reference');

create index place_parent on place (parent_id);

create index place_by_name on place (level, name text_pattern_ops);

create index place_by_initials on place (level, initials text_pattern_ops);

create index place_bigrams on place using gin (bigrams);

create index place_upper on place (id) where level in ('province', 'city', 'county');

comment on table place is '行政区划 · divisions from province to village as in the snapshot of 2023-06-30; other years are in place_name';

comment on column place.id is 'Stable key: the code in the snapshot without the zeros below its level (2, 4, 6, 9 or 12 digits). Never changes';

comment on column place.parent_id is 'The next division above; null for a province. A beginning of the id';

comment on column place.level is 'province 省 | city 市、州、盟、地区 | county 县、区、旗 | town 乡镇、街道 | village 村、社区';

comment on column place.name is 'Official name in the snapshot';

comment on column place.short_name is 'Name without its kind (灵寿, 马边, 菜子村); null where nothing but the name itself remains';

comment on column place.initials is 'First letters of the pinyin of the name, lower case (lsx)';

comment on column place.bigrams is 'Every two neighbouring signs of the name without its kind, each as one number (first sign × 65536 + second, signed): serves the search for a part of a name';

comment on column place.is_current is 'False once a later snapshot no longer has it; rows are never deleted';

create table place_name (
  place_id text not null,
  seq smallint not null,
  name text not null,
  code text,
  valid_from smallint,
  valid_to smallint,
  kind text not null constraint place_name_kind_ck check (kind in ('current', 'renamed', 'merged')),
  also text[] not null default '{}',
  source text not null,
  doubt text,
  constraint place_name_pk primary key (place_id, seq),
  constraint place_name_term_ck check (valid_from is null or valid_to is null or valid_from < valid_to)
);

select place_table('place_name', 'reference');

alter table place_name add constraint place_name_place_fk foreign key (place_id) references place (id);

create index place_name_by_code on place_name (code text_pattern_ops);

comment on table place_name is '曾用名称和代码 · names and codes by year, for every place whose name or code changed since 2001 (its current name too)';

comment on column place_name.place_id is 'The place as it is today';

comment on column place_name.seq is '1 for the current name, then as shipped';

comment on column place_name.name is 'Official name in those years';

comment on column place_name.code is 'Official code in those years without the zeros below its level; null where none is known';

comment on column place_name.valid_from is 'First year of the code tables that have it; null: before 2001, or always';

comment on column place_name.valid_to is 'The year of the change, when both names are in use; from then on it no longer holds. Null: still holds';

comment on column place_name.kind is 'current | renamed: the place itself under a former name or code | merged: another place that ended inside it';

comment on column place_name.also is 'Further places that took over a part';

comment on column place_name.source is 'Where the change is stated';

comment on column place_name.doubt is 'What is not certain about the row, else null';

create table place_flag_source (
  id text not null constraint place_flag_source_pk primary key,
  citation text not null
);

select place_table('place_flag_source', 'reference');

comment on table place_flag_source is '名单来源 · where lists of counties come from';

comment on column place_flag_source.id is 'Short key, as in place_flag.sources';

comment on column place_flag_source.citation is 'Title or address of the source, with what is doubtful about it';

create table place_flag (
  place_id text not null,
  flag text not null,
  name_in_source text not null,
  exit_year smallint,
  sources text[] not null,
  doubt text,
  constraint place_flag_pk primary key (place_id, flag, name_in_source)
);

select place_table('place_flag', 'reference');

alter table place_flag add constraint place_flag_place_fk foreign key (place_id) references place (id);

create index place_flag_by_flag on place_flag (flag, place_id);

comment on table place_flag is '县的名单标记 · which lists a county stands on';

comment on column place_flag.place_id is 'The county';

comment on column place_flag.flag is 'poverty_832 原国家级贫困县 | key_county_160 国家乡村振兴重点帮扶县 (known in part) | key_county_sichuan_25 四川省级重点帮扶县';

comment on column place_flag.name_in_source is 'The name that the list prints';

comment on column place_flag.exit_year is 'Year of leaving the list of poor counties (摘帽), as the source has it';

comment on column place_flag.sources is 'Keys of place_flag_source';

comment on column place_flag.doubt is 'What is not certain about the row, else null';

create table place_pack (
  part text not null constraint place_pack_pk primary key,
  version text not null,
  rows integer not null,
  loaded_at timestamptz not null
);

select place_table('place_pack', 'reference');

comment on table place_pack is '随产品发布的区划数据版本 · which shipped data this database holds';

comment on column place_pack.part is 'divisions (province to town, names, flags) | villages';

comment on column place_pack.version is 'Digest of the shipped files and number of the rules that derive columns from them';

comment on column place_pack.rows is 'How many places the part has';

comment on column place_pack.loaded_at is 'When it was loaded';

grant select on place, place_name, place_flag_source, place_flag, place_pack to bangfu_app;
