import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOG_RULES, findBreaches } from '../support/catalog.ts';
import { cloneTemplate, withDatabase } from '../support/database.ts';

const rules = Object.keys(CATALOG_RULES);

describe('the tables as migrated', () => {
  const database = withDatabase();

  it.each(rules)('%s', async (rule) => {
    expect(await findBreaches(database.owner, rule)).toEqual([]);
  });
});

/** One table that breaks nearly every rule, so that a rule which finds nothing is known to look. */
const BAD = [
  `create table bad_place (id text primary key)`,
  `select place_table('bad_place', 'local')`,
  `create table bad (id bigserial, county_id text, other text references bad_place (id) deferrable, cost_fen numeric,
     at timestamp, constraint a_name_that_is_certainly_longer_than_forty_five_letters unique (other))`,
  `create table bad_append (county_id text not null, id text not null, primary key (id, county_id))`,
  `create table bad_child (county_id text not null, id text not null, of_county text, of text, primary key (county_id, id),
     constraint bad_child_fk foreign key (of, of_county) references bad_append (id, county_id))`,
  `create table bad_unplaced (a int)`,
  `select place_table('bad', 'county')`,
  `select place_table('bad_append', 'county')`,
  `select place_table('bad_child', 'county')`,
  `comment on table bad_append is 'append only'`,
  `grant update (id) on bad_append to bangfu_app`,
  `create function bad_trigger() returns trigger language plpgsql as 'begin return new; end'`,
  `create trigger bad_watch before insert on bad for each row execute function bad_trigger()`,
  `create rule bad_rule as on delete to bad do instead nothing`,
  `create policy bad_policy on bad using (id in (select 1))`,
  `insert into table_placement values ('bad_gone', 'local')`,
];

describe('a bad table', () => {
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    const clone = await cloneTemplate();
    for (const statement of BAD) await clone.owner.query(statement);
    for (const rule of rules) found[rule] = await findBreaches(clone.owner, rule);
    await clone.end();
  }, 60_000);

  // The role itself cannot be made bad without harming the tests beside this one.
  const caught = rules.filter((rule) => rule !== 'the app owns nothing and makes nothing');
  it.each(caught)('is found by: %s', (rule) => {
    expect(found[rule]).not.toEqual([]);
  });
});
