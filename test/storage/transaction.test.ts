import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/storage/database/transaction.ts';
import { sqlStateOf, violationOf } from '../../src/storage/database/violation.ts';
import { withDatabase } from '../support/database.ts';

const database = withDatabase();

async function table(name: string): Promise<void> {
  await database.owner.query(
    `create table ${name} (a int constraint ${name}_pk primary key, b int not null default 0)`,
  );
  await database.owner.query(`grant select, insert, update on ${name} to bangfu_app`);
}

const count = async (name: string) =>
  Number((await database.owner.query<{ n: string }>(`select count(*) as n from ${name}`)).rows[0]?.n);

describe('inTransaction', () => {
  it('commits what went through and rolls back what threw', async () => {
    await table('tried');
    await inTransaction(database.app, (tx) => tx.query('insert into tried values (1)'));
    const failed = inTransaction(database.app, async (tx) => {
      await tx.query('insert into tried values (2)');
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await count('tried')).toBe(1);
  });

  it('returns the value of a dry run and keeps nothing', async () => {
    await table('dry');
    const value = await inTransaction(
      database.app,
      async (tx) => (await tx.query('insert into dry values (1) returning a')).rows,
      { rollBack: true },
    );
    expect(value).toEqual([{ a: 1 }]);
    expect(await count('dry')).toBe(0);
  });

  it('refuses to write when read only', async () => {
    await table('looked');
    const failed = inTransaction(database.app, (tx) => tx.query('insert into looked values (1)'), { readOnly: true });
    expect(sqlStateOf(await failed.catch((error: unknown) => error))).toBe('25006');
  });

  it('tries again after a deadlock', async () => {
    await table('locked');
    await database.owner.query('insert into locked values (1), (2)');
    let met = 0;
    const both = () => (met === 2 ? Promise.resolve() : new Promise((wake) => setTimeout(wake, 50)));
    const swap = (first: number, second: number) =>
      inTransaction(database.app, async (tx) => {
        await tx.query('update locked set b = b + 1 where a = $1', [first]);
        met += 1;
        while (met < 2) await both();
        await tx.query('update locked set b = b + 1 where a = $1', [second]);
      });
    await Promise.all([swap(1, 2), swap(2, 1)]);
    const rows = await database.owner.query('select b from locked');
    expect(rows.rows).toEqual([{ b: 2 }, { b: 2 }]);
  });
});

describe('violationOf', () => {
  it('names the constraint that was broken', async () => {
    await table('kept');
    await database.app.query('insert into kept values (1)');
    const error: unknown = await database.app.query('insert into kept values (1)').catch((e: unknown) => e);
    expect(violationOf(error)).toEqual({ kind: 'unique', name: 'kept_pk' });
    const empty: unknown = await database.app.query('insert into kept values (2, null)').catch((e: unknown) => e);
    expect(violationOf(empty)).toEqual({ kind: 'not_null', name: 'b' });
  });

  it('takes the shard number off a name that only the message has', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "entry_pk_102808"'), {
      code: '23505',
    });
    expect(violationOf(error)).toEqual({ kind: 'unique', name: 'entry_pk' });
  });

  it('says null for other errors', () => {
    expect(violationOf(new Error('x'))).toBeNull();
  });
});

describe('the app role', () => {
  it('may not change the schema', async () => {
    const error: unknown = await database.app.query('create table mine (a int)').catch((e: unknown) => e);
    expect(sqlStateOf(error)).toBe('42501');
  });

  it('gets dates, moments, big numbers and decimals as text', async () => {
    const sql = `select date '2024-02-29' as d, timestamptz '2024-02-29 08:00:00.5+08' as t, 9007199254740993::int8 as i,
      1.10::numeric as n, array[date '2024-01-01'] as ds, array[1.10::numeric] as ns`;
    const { rows } = await database.app.query(sql);
    const ds = ['2024-01-01'];
    expect(rows[0]).toEqual({
      d: '2024-02-29',
      t: '2024-02-29T00:00:00.500Z',
      i: '9007199254740993',
      n: '1.10',
      ds,
      ns: ['1.10'],
    });
  });
});
