import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as acts from '../../src/contract/ledger-acts.ts';
import { withHouse } from '../support/house.ts';
import { addTestKinds, draft, fourOf, report, step, takeTo, type Known } from '../support/ledger.ts';
import { makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let posted: Known;

const DENIED = { code: '42501' };

beforeAll(async () => {
  world = await makeWorld(test);
  await addTestKinds(test.db.app);
  const four = fourOf(world);
  const evidenceId = newId();
  await test.db.owner.query(
    `insert into evidence (county_id, id, unit_id, digest, file_name, media_type, size, brought_by, brought_at)
     values ('130126', $1, $2, sha256('x'), 'x.pdf', 'application/pdf', 10, $3, now())`,
    [evidenceId, world.units.a1, world.people.liaisonA1],
  );
  const body = draft(world.units.a1, {
    kind: 'test_course',
    measures: { amountFen: null, quantity: null, people: null, personTimes: null },
    fields: {},
    roster: [{ name: '赵一', idNumber: null, times: 2, note: null }],
    evidence: [{ evidenceId, demand: 'other' }],
  });
  const entry = await report(four.reporter, body);
  const differs = await step(four.county, acts.differEntry, entry, {
    measures: { amountFen: null, quantity: null, people: 2, personTimes: 3 },
    reason: '多一次',
  });
  const settled = await step(four.reporter, acts.settleEntry, differs, {
    outcome: 'county',
    measures: null,
    reason: null,
  });
  posted = await step(four.poster, acts.postEntry, await step(four.reviewer, acts.reviewEntry, settled));
});

const rowsOf = async (table: string) =>
  (await test.db.owner.query<{ row: string }>(`select t::text as row from ${table} t order by 1`)).rows;

describe('what is posted cannot be changed through the role of the app', () => {
  it('in any column', async () => {
    const columns = await test.db.owner.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns where table_name = 'entry' and table_schema = 'public'`,
    );
    expect(columns.rows.length).toBeGreaterThan(35);
    const values: Record<string, string> = {
      uuid: "'018f0000-0000-7000-8000-000000000000'",
      date: "'2020-01-01'",
      bigint: '1',
      integer: '1',
      numeric: '1',
      jsonb: `'{"a":"b"}'`,
      'timestamp with time zone': 'now()',
    };
    const before = await rowsOf('entry');
    for (const { name, type } of columns.rows) {
      const value = name === 'state' ? "'reviewed'" : (values[type] ?? "'x'");
      const done = await test.db.app.query(`update entry set ${name} = ${value} where id = $1`, [posted.id]);
      expect([name, done.rowCount]).toEqual([name, 0]);
    }
    expect((await test.db.app.query(`select from entry where id = $1 for update`, [posted.id])).rowCount).toBe(0);
    await expect(
      test.db.app.query(
        `insert into entry select * from entry where id = $1 on conflict (county_id, id) do update set amount_fen = 5`,
        [posted.id],
      ),
    ).rejects.toMatchObject(DENIED);
    expect(await rowsOf('entry')).toEqual(before);
  });

  it('nor in what hangs on it', async () => {
    const tables = ['entry_person', 'entry_evidence', 'entry_difference', 'entry_step', 'evidence'];
    const before = await Promise.all(tables.map(rowsOf));
    expect(before.map((rows) => rows.length > 0)).toEqual(tables.map(() => true));
    const silent = [
      'update entry_person set removed_at = now()',
      'update entry_evidence set removed_at = now()',
      "update entry_evidence set demand = 'x'",
      "update entry_difference set settled = '{}'",
      'update entry_difference set outcome = null',
    ];
    for (const text of silent) {
      const done = await test.db.app.query(`${text} where entry_id = $1`, [posted.id]);
      expect([text, done.rowCount]).toEqual([text, 0]);
    }
    const refused = [
      "update entry_person set name = 'x'",
      'update entry_step set at = now()',
      "update entry_step set reason = 'x'",
      "update evidence set file_name = 'x'",
      "update entry_kind_version set definition = '{}'",
      'update entry_kind set position = 1',
    ];
    for (const text of refused) await expect(test.db.app.query(text), text).rejects.toMatchObject(DENIED);
    expect(await Promise.all(tables.map(rowsOf))).toEqual(before);
  });

  it('nothing of the ledger can be deleted or emptied', async () => {
    const tables = await test.db.owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'
         and (table_name like 'entry%' or table_name like 'ledger%' or table_name in ('evidence', 'house_key'))`,
    );
    expect(tables.rows.length).toBeGreaterThan(10);
    for (const { name } of tables.rows) {
      await expect(test.db.app.query(`delete from ${name}`), name).rejects.toMatchObject(DENIED);
      await expect(test.db.app.query(`truncate ${name} cascade`), name).rejects.toMatchObject(DENIED);
    }
    await expect(test.db.app.query('alter table entry disable row level security')).rejects.toMatchObject(DENIED);
    await expect(test.db.app.query('drop policy entry_change on entry')).rejects.toMatchObject(DENIED);
  });

  it('the acts say why: a posted entry is only reversed', async () => {
    const again = { params: { countyId: posted.countyId, id: posted.id }, body: { revision: posted.revision } };
    for (const [route, by] of [
      [acts.postEntry, world.as.officeA],
      [acts.reviewEntry, world.first],
      [acts.submitEntry, world.as.liaisonA1],
    ] as const)
      expect(await by.call(route, again), route.id).toMatchObject({
        status: 409,
        problems: [{ code: 'ledger.step_unfit', params: { state: 'posted' } }],
      });
    const four = fourOf(world);
    expect((await takeTo(world, await report(four.reporter, draft(world.units.a1)), 'posted')).state).toBe('posted');
  });
});
