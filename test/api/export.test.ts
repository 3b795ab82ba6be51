import { beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../src/contract/export.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import { readWorkbook } from '../../src/formats/sheet/read-workbook.ts';
import { withHouse, type Caller } from '../support/house.ts';
import { addTestKinds, draft, fourOf, report, takeTo } from '../support/ledger.ts';
import { done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let four: ReturnType<typeof fourOf>;

beforeAll(async () => {
  world = await makeWorld(test);
  await addTestKinds(test.db.app);
  four = fourOf(world);
  const one = (more: Record<string, unknown>) => report(four.reporter, draft(world.units.a1, more));
  await one({ voucher: '=1+1', payee: '@坏社', note: '123456789012345678', occurredOn: '2021-05-01' });
  await one({
    voucher: '出-2',
    occurredOn: '2021-05-02',
    measures: { amountFen: '1234567890123', quantity: '1.5', people: null, personTimes: null },
    fields: { pay_class: 'paid', contact: '13812345678' },
  });
  await takeTo(world, await one({ voucher: '出-3', occurredOn: '2021-05-03' }), 'posted');
});

/** The entries of this file, and no others of the world. */
const MINE = { from: '2021-05-01', to: '2021-05-03' };
const ask = (more: object = {}) => ({ filter: MINE, format: 'xlsx', columns: 'common', money: 'yuan', ...more });
const begin = (by: Caller, more: object = {}) => by.call(contract.exportEntries, { body: ask(more) });
const fetched = async (by: Caller, more: object = {}) => {
  const { id } = await done(begin(by, more));
  const answer = await by.raw({ method: 'GET', url: `/api/entries/exports/${id}` });
  expect(answer.statusCode).toBe(200);
  return answer;
};
const tableOf = async (bytes: Buffer) => {
  const book = await readWorkbook(new Uint8Array(bytes), '台账.xlsx');
  if (!book.ok) throw new Error(JSON.stringify(book.problems));
  const [titles, header, ...rows] = book.value.sheets[0]?.rows ?? [];
  const names = (header?.cells ?? []).map((cell) => (typeof cell === 'string' ? cell : ''));
  return { titles, names, rows: rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row.cells[i]]))) };
};

describe('an export', () => {
  it('has what the list shows: numbers as numbers, days as days, long ids as text, nothing that runs', async () => {
    const answer = await fetched(four.reviewer, { filter: { ...MINE, kind: 'test_funds' }, columns: 'kind' });
    expect(answer.headers['content-disposition']).toContain('.xlsx');
    const { names, rows } = await tableOf(answer.rawPayload);
    expect(names).toContain('金额（元）');
    expect(names).toContain('无偿或有偿');
    expect(rows.map((row) => row['凭证号'])).toEqual(['出-3', '出-2', '=1+1']);
    expect(rows[1]?.['金额（元）']).toBe(12345678901.23);
    expect(rows[1]?.['数量']).toBe(1.5);
    expect(rows[1]?.['联系电话']).toBe('138****5678');
    expect(rows[1]?.['无偿或有偿']).toBe('有偿');
    expect(rows[2]?.['备注']).toBe('123456789012345678');
    expect(rows[0]).toMatchObject({ 状态: '已入账', 入账人: '首位', 县: '灵寿县' });
  });

  it('as csv is defused, in 万元 where asked, and keeps to the filter', async () => {
    const query = { filter: { from: '2021-05-01', to: '2021-05-02' }, format: 'csv', money: 'wan' };
    const text = (await fetched(four.reviewer, query)).body;
    const lines = text.split('\r\n').filter((line) => line !== '');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('金额（万元）');
    expect(lines[1]).toContain('1234567.890123');
    expect(lines[2]).toContain("'=1+1");
    expect(lines[2]).toContain("'@坏社");
    const old = await fetched(four.reviewer, { ...query, format: 'csv_gb18030' });
    expect(new TextDecoder('gb18030').decode(old.rawPayload)).toContain('灵寿县');
    const english = (await fetched(four.reviewer, { ...query, lang: 'en' })).body;
    expect(english).toContain('Counted on');
  });

  it('stands in the log with its filter and how many, is one person’s, and lasts an hour', async () => {
    const dry = await four.reviewer.call(contract.exportEntries, { query: { dryRun: 'true' }, body: ask() });
    expect(dry).toMatchObject({ status: 200, value: { rows: 3, most: 1_000_000 } });
    const { id } = await done(begin(four.reviewer, { filter: { ...MINE, state: 'posted' } }));
    const log = await test.db.owner.query<{ note: string }>(
      `select note from act_log where act = 'entry.export' and subject_id = $1`,
      [id],
    );
    expect(log.rows).toEqual([{ note: '1 · xlsx · state=posted&from=2021-05-01&to=2021-05-03' }]);
    const url = `/api/entries/exports/${id}`;
    expect((await four.county.raw({ method: 'GET', url })).statusCode).toBe(404);
    test.now = '2021-06-20T03:00:01.000Z' as Instant;
    expect((await four.reviewer.raw({ method: 'GET', url })).statusCode).toBe(410);
    test.now = '2021-06-20T02:00:00.000Z' as Instant;
    expect((await four.reviewer.raw({ method: 'GET', url })).statusCode).toBe(200);
  });

  it('holds nothing beyond reach, and all fields only of one kind', async () => {
    expect(await done(begin(world.as.officeB))).toMatchObject({ rows: 0 });
    expect(await begin(four.reviewer, { columns: 'kind' })).toMatchObject({ problems: [{ code: 'export.columns' }] });
    const empty = await tableOf((await fetched(world.as.officeB)).rawPayload);
    expect(empty.rows).toEqual([]);
    expect((await world.as.operatorA.call(contract.exportEntries, { body: ask() })).status).toBe(403);
  });

  it('leaves no connection behind where the taker stops early', async () => {
    const open = () => test.db.app.totalCount - test.db.app.idleCount;
    for (let i = 0; i < 6; i += 1) await fetched(four.reviewer);
    expect(open()).toBe(0);
  });
});
