import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as figure from '../../src/contract/figure.ts';
import type { Formula } from '../../src/core/indicator/definition.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import { inTransaction } from '../../src/storage/database/transaction.ts';
import { insertIndicator, insertIndicatorVersion } from '../../src/storage/indicator/indicator.ts';
import { findEntries, type EntryRow } from '../../src/storage/ledger/entry.ts';
import { happen, newRun, stage, type Run } from '../support/happenings.ts';
import { history } from '../support/history.ts';
import { withHouse } from '../support/house.ts';
import { addTestKinds } from '../support/ledger.ts';
import { testIndicator } from '../support/ledger-made.ts';
import { COUNTY, done, makeWorld } from '../support/world.ts';

const test = withHouse('2021-06-20T02:00:00.000Z');
const CODES = ['p_fen', 'p_free', 'p_count', 'p_sofar'] as const;
type Code = (typeof CODES)[number];
/** What each run has. */
const SURELY = [
  'through',
  'joint',
  'through',
  'joint',
  'through',
  'joint',
  'undo',
  'merge',
  'reverse',
  'advance',
] as const;
const PERIODS = ['2021', '2021-01to03', '2021-06'] as const;
const LAST = { '2021': '2021-12', '2021-01to03': '2021-03', '2021-06': '2021-06' } as const;
const FIRST = { '2021': '2021-01', '2021-01to03': '2021-01', '2021-06': '2021-06' } as const;

const money = (where?: Record<string, string[]>): Formula => ({
  sum: { kinds: ['test_funds'], measure: 'amount', where },
});

beforeAll(async () => {
  stage.test = test;
  stage.world = await makeWorld(test);
  await addTestKinds(test.db.app);
  const all = [
    testIndicator('p_fen', money()),
    testIndicator('p_free', money({ pay_class: ['free'] })),
    testIndicator('p_count', { sum: { kinds: ['test_funds'], measure: 'entries' } }, { unit: '条' }),
    testIndicator('p_sofar', money(), { period: 'cumulative' }),
  ];
  await inTransaction(test.db.app, async (tx) => {
    for (const definition of all) {
      const { code } = definition;
      await insertIndicator(tx, { code, shipped: false, position: null });
      const term = { validFrom: '1980-01-01', validTo: null, placeIds: [], note: null };
      const now = '2021-01-01T00:00:00.000Z' as Instant;
      await insertIndicatorVersion(tx, { definition, ...term, version: 1, now, recordedBy: null });
    }
  });
});

/** What was known at a moment: which units had been merged into which, and the ids under which figures were cited then. */
interface Snapshot {
  at: Instant;
  merged: ReadonlyMap<string, string>;
  cited: { id: string; value: string | null }[];
}

/** The figure by plain additions over what was posted by the moment, without the database's help. */
function added(
  rows: readonly EntryRow[],
  code: Code,
  period: (typeof PERIODS)[number],
  of: string[],
  at: Instant,
): bigint {
  let sum = 0n;
  for (const row of rows) {
    const month = row.countedOn.slice(0, 7);
    if (row.postedAt === null || row.postedAt > at || !of.includes(row.unitId)) continue;
    if (month > LAST[period] || (code !== 'p_sofar' && month < FIRST[period])) continue;
    if (code === 'p_free' && !row.slice.includes(';pay_class=free;')) continue;
    sum += code === 'p_count' ? (row.reverses === null ? 1n : -1n) : BigInt(row.amountFen ?? 0);
  }
  return sum;
}

/** A unit with all that were merged into it by then. */
function withMerged(unitId: string, merged: Snapshot['merged']): string[] {
  const all = [unitId];
  for (const id of all) for (const [from, into] of merged) if (into === id && !all.includes(from)) all.push(from);
  return all;
}

const postedOf = async (run: Run): Promise<EntryRow[]> =>
  (
    await findEntries(
      test.db.app,
      run.ids.map((id) => ({ countyId: COUNTY.one, id })),
    )
  ).filter((row) => row.state === 'posted');

/** Cites a few figures as a paper would, and notes what is known. */
async function snapshot(run: Run): Promise<Snapshot> {
  const at = test.now;
  const cited: Snapshot['cited'] = [];
  for (const unitId of run.units) {
    const query = { period: '2021', unitId };
    const shown = await done(stage.world.as.officeA.call(figure.readFigure, { params: { code: 'p_fen' }, query }));
    const id = shown.figure.figureId;
    expect(id).not.toBeNull();
    cited.push({ id: id ?? '', value: shown.figure.value });
  }
  return { at, merged: new Map(run.merged), cited };
}

async function holdsAt(run: Run, known: Snapshot, rows: readonly EntryRow[], now: boolean): Promise<void> {
  const by = stage.world.as.officeA;
  const moment: Record<string, string> = now ? {} : { knownOn: known.at };
  for (const unitId of run.units) {
    const units = withMerged(unitId, known.merged);
    for (const period of PERIODS) {
      const query = { period, unitId, ...moment };
      const shown = await done(
        by.call(figure.figureBoard, { query: { ...query, level: 'unit', codes: CODES.join(',') } }),
      );
      const want = CODES.map((code) => String(added(rows, code, period, units, known.at)));
      expect(
        shown.sum.map((cell) => cell.value),
        `${period} ${known.at}`,
      ).toEqual(want);
      // The rows of the board make its sum, each unit in one of them.
      CODES.forEach((_, i) => {
        const parts = shown.items.reduce((all, row) => all + BigInt(row.cells[i]?.value ?? '0'), 0n);
        expect(String(parts)).toBe(want[i]);
      });
    }
    const list = await done(
      by.call(figure.figureEntries, {
        params: { code: 'p_fen' },
        query: { period: '2021', unitId, limit: '200', ...moment },
      }),
    );
    const sum = list.items.reduce((all, one) => all + BigInt(one.value), 0n);
    expect([String(sum), list.sum]).toEqual(Array(2).fill(String(added(rows, 'p_fen', '2021', units, known.at))));
  }
  for (const { id, value } of known.cited) {
    const cited = await done(by.call(figure.citedFigure, { params: { figureId: id } }));
    expect([id, cited.figure.value]).toEqual([id, value]);
  }
}

const later = (): void => {
  test.now = new Date(Date.parse(test.now) + 60_000).toISOString() as typeof test.now;
};

describe('figures over HTTP', () => {
  it('are what the entries say, now and as known at every earlier moment, whatever happens', async () => {
    const seen = { posted: 0, reversed: 0, merged: 0, joint: 0, moved: 0 };
    await fc.assert(
      fc.asyncProperty(history(18, 30, SURELY), async (events) => {
        const run = await newRun();
        const known: Snapshot[] = [];
        for (const [i, one] of events.entries()) {
          later();
          await happen(run, one);
          if (i % 8 === 7) known.push(await snapshot(run));
        }
        later();
        known.push(await snapshot(run));
        const rows = await postedOf(run);
        for (const one of known) await holdsAt(run, one, rows, one === known.at(-1));
        seen.posted += rows.length;
        seen.reversed += rows.filter((row) => row.reverses !== null).length;
        seen.merged += run.merged.size;
        seen.joint += rows.filter((row) => row.jointId !== null).length;
        seen.moved += rows.filter((row) => row.countedOn !== row.occurredOn).length;
      }),
      { numRuns: 16, endOnFailure: true },
    );
    // A property of nothing would hold too.
    expect(seen.posted).toBeGreaterThan(50);
    expect(seen.reversed).toBeGreaterThan(2);
    expect(seen.merged).toBeGreaterThan(2);
    expect(seen.joint).toBeGreaterThan(2);
  }, 400_000);
});
