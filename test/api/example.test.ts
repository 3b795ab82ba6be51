import { beforeAll, describe, expect, it } from 'vitest';
import type { ExampleAccount } from '../../src/acts/example/make-example.ts';
import { exampleUnattended } from '../../src/acts/example/unattended.ts';
import { driftOf } from '../../src/acts/ledger/verify-figures.ts';
import { figureBoard } from '../../src/contract/figure.ts';
import * as ledger from '../../src/contract/ledger.ts';
import { signIn } from '../../src/contract/session.ts';
import * as work from '../../src/contract/work.ts';
import { ROLES } from '../../src/core/access/role.ts';
import { Caller, withHouse } from '../support/house.ts';

// Late in the year, so that every day of the example lies in it.
const test = withHouse('2026-11-30T02:00:00.000Z');

describe('the worked example, unattended', () => {
  let accounts: ExampleAccount[];
  const as = async (role: string): Promise<Caller> => {
    const { login, password } = accounts.find((one) => one.role === role) ?? accounts[0]!;
    const answer = await test.app.inject({
      method: 'POST',
      url: `/api${signIn.path}`,
      payload: { login, password },
    });
    expect(answer.statusCode).toBe(200);
    return new Caller(test, answer.cookies[0]?.value ?? null);
  };

  beforeAll(async () => {
    accounts = (await exampleUnattended(test.house)) ?? [];
  });

  it('gives one account for each role, and does nothing a second time', async () => {
    expect(new Set(accounts.map((one) => one.role))).toEqual(new Set(ROLES));
    expect(new Set(accounts.map((one) => one.login)).size).toBe(accounts.length);
    expect(await exampleUnattended(test.house)).toBeNull();
  });

  it('has the meeting and the plan, and marks them', async () => {
    const office = await as('office');
    const { items } = (await office.call(work.meetings, {})).value;
    expect(items).toMatchObject([{ heldOn: '2021-06-04', example: true }]);
    expect((await office.call(work.plans, {})).value.items).toMatchObject([
      { year: 2026, example: true },
      { year: 2021, example: true },
    ]);
  });

  it('has entries at every step, each marked as invented', async () => {
    const office = await as('office');
    const { items } = (await office.call(ledger.entries, { query: { limit: '200' } })).value;
    expect(new Set(items.map((one) => one.state))).toEqual(
      new Set(['reported', 'differs', 'confirmed', 'reviewed', 'posted', 'returned']),
    );
    expect(items.every((one) => one.example)).toBe(true);
    expect(items.filter((one) => one.evidence > 0).length).toBeGreaterThan(20);
  });

  it('has something waiting for the county, the reviewer and whoever posts', async () => {
    for (const role of ['county', 'office', 'liaison']) {
      const { value } = await (await as(role)).call(ledger.entries, { query: { waiting: 'true' } });
      expect(value.items.length, role).toBeGreaterThan(0);
    }
  });

  it('moves figures, which are what the entries sum to', async () => {
    expect(await driftOf(test.house)).toEqual([]);
    const posted = await test.db.owner.query<{ fen: string }>(
      `select sum(amount_fen)::text as fen from entry
        where kind = 'direct_input' and state = 'posted' and slice like '%;pay_class=free;%' and date_part('year', counted_on) = 2026`,
    );
    const { value } = await (await as('leader')).call(figureBoard, { query: { period: '2026' } });
    expect(Number(posted.rows[0]?.fen)).toBeGreaterThan(0);
    expect(JSON.stringify(value)).toContain(`"${posted.rows[0]?.fen}"`);
  });
});
