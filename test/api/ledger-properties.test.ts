import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { findEntries, type EntryRow } from '../../src/storage/ledger/entry.ts';
import { compareRollUps } from '../../src/storage/ledger/roll-up.ts';
import { happen, newRun, stage, type Run } from '../support/happenings.ts';
import { history } from '../support/history.ts';
import { withHouse } from '../support/house.ts';
import { addTestKinds } from '../support/ledger.ts';
import { COUNTY, makeWorld } from '../support/world.ts';

const test = withHouse();

beforeAll(async () => {
  stage.test = test;
  stage.world = await makeWorld(test);
  await addTestKinds(test.db.app);
});

/** The roll-ups as plain additions over posted entries make them, without the database's help. */
function added(rows: readonly EntryRow[], periodOf: (row: EntryRow) => string): Record<string, string> {
  const sums = new Map<string, { entries: number; fen: bigint; grams: bigint }>();
  for (const row of rows) {
    const at = [row.kind, periodOf(row), row.unitId, row.slice].join(' ');
    const sum = sums.get(at) ?? { entries: 0, fen: 0n, grams: 0n };
    sum.entries += row.reverses === null ? 1 : -1;
    sum.fen += BigInt(row.amountFen ?? 0);
    sum.grams += BigInt(Math.round(Number(row.quantity ?? 0) * 1000));
    sums.set(at, sum);
  }
  const texts = [...sums].map(([at, sum]) => [at, `${sum.entries} ${sum.fen} ${sum.grams}`] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== '0 0 0'));
}

const firstOfQuarter = (day: string): string =>
  `${day.slice(0, 5)}${['01', '04', '07', '10'][Math.ceil(Number(day.slice(5, 7)) / 3) - 1] ?? ''}-01`;

async function kept(table: string, column: string, run: Run): Promise<Record<string, string>> {
  const found = await test.db.owner.query<{ at: string; sum: string }>(
    `select concat_ws(' ', kind, ${column}, unit_id, slice) as at, concat_ws(' ', entries, amount_fen, (quantity * 1000)::bigint) as sum
     from ${table} where unit_id = any($1::uuid[]) and (entries, amount_fen, quantity) <> (0, 0, 0)`,
    [run.units],
  );
  return Object.fromEntries(found.rows.map((row) => [row.at, row.sum]));
}

async function holds(run: Run): Promise<void> {
  const keys = run.ids.map((id) => ({ countyId: COUNTY.one, id }));
  const rows = await findEntries(test.db.app, keys);
  const posted = rows.filter((row) => row.state === 'posted');
  expect(await kept('ledger_month', 'month', run)).toEqual(added(posted, (row) => `${row.countedOn.slice(0, 7)}-01`));
  expect(await kept('ledger_quarter', 'quarter', run)).toEqual(added(posted, (row) => firstOfQuarter(row.countedOn)));
  expect(await kept('ledger_year', 'year', run)).toEqual(added(posted, (row) => row.countedOn.slice(0, 4)));
  for (const reversal of posted.filter((row) => row.reverses !== null)) {
    const original = posted.find((row) => row.id === reversal.reverses);
    expect(original, 'only what is posted is reversed').toBeDefined();
    if (original !== undefined && !run.closed.has(original.countedOn.slice(0, 7)))
      expect(added([original, reversal], (row) => row.countedOn.slice(0, 7))).toEqual({});
  }
  for (const row of rows) {
    const four = [row.reportedBy, row.confirmedBy, row.reviewedBy, row.postedBy].filter((one) => one !== null);
    expect(new Set(four).size).toBe(four.length);
    if (row.corrects !== null && row.state === 'posted')
      expect(posted.some((one) => one.reverses === row.corrects)).toBe(true);
  }
}

describe('figures', () => {
  it('are what the entries say, after whatever happens', async () => {
    const seen = { posted: 0, reversed: 0 };
    await fc.assert(
      fc.asyncProperty(history(15, 35, ['through', 'undo', 'advance']), async (events) => {
        const run = await newRun();
        for (const one of events) await happen(run, one);
        await holds(run);
        const rows = await findEntries(
          test.db.app,
          run.ids.map((id) => ({ countyId: COUNTY.one, id })),
        );
        seen.posted += rows.filter((row) => row.state === 'posted').length;
        seen.reversed += rows.filter((row) => row.state === 'posted' && row.reverses !== null).length;
      }),
      { numRuns: 50, endOnFailure: true },
    );
    expect(await compareRollUps(test.db.app)).toEqual([]);
    // A property of nothing would hold too.

    expect(seen.posted).toBeGreaterThan(100);
    expect(seen.reversed).toBeGreaterThan(5);
  }, 300_000);
});
