import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { correctEntry, reverseEntry } from '../../src/acts/ledger/reverse-entry.ts';
import { addEntry, changeEntry } from '../../src/acts/ledger/report-entry.ts';
import {
  confirmEntry,
  differEntry,
  postEntry,
  returnEntry,
  reviewEntry,
  settleEntry,
} from '../../src/acts/ledger/step-entry.ts';
import { runAct, type Act } from '../../src/acts/run-act.ts';
import * as unit from '../../src/contract/unit.ts';
import type { Actor } from '../../src/core/access/reach.ts';
import type { PlainDate } from '../../src/core/kernel/plain-date.ts';
import { loadActor } from '../../src/storage/access/actor.ts';
import { inTransaction } from '../../src/storage/database/transaction.ts';
import { findEntries, type EntryRow } from '../../src/storage/ledger/entry.ts';
import { insertKindVersion } from '../../src/storage/ledger/kind.ts';
import { compareRollUps } from '../../src/storage/ledger/roll-up.ts';
import { withHouse } from '../support/house.ts';
import { addTestKinds, draft, KINDS, versionOf } from '../support/ledger.ts';
import { COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
const today = '2021-06-20' as PlainDate;
let world: World;
let actors: Record<'reporter' | 'county' | 'reviewer' | 'poster', Actor>;
let versions = 1;

beforeAll(async () => {
  world = await makeWorld(test);
  await addTestKinds(test.db.app);
});

/** One thing that happens; `pick` chooses among the entries that there are. */
const event = fc.record({
  do: fc.constantFrom(
    'report',
    'advance',
    'advance',
    'through',
    'through',
    'through',
    'through',
    'reverse',
    'differ',
    'return',
    'reverse',
    'correct',
    'close',
    'reopen',
    'merge',
    'version',
  ),
  pick: fc.nat(30),
  fen: fc.integer({ min: 1, max: 9_999_999 }),
  grams: fc.option(fc.integer({ min: 1, max: 99_999 })),
  month: fc.integer({ min: 1, max: 6 }),
  class: fc.constantFrom('free', 'paid', ''),
});
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** The people of a run: units are its own, so that mergers of one run do not touch another. */
interface Run {
  units: string[];
  ids: string[];
  /** Months that were closed at some time of the run. */
  closed: Set<string>;
}

const day = (one: Event) => `2021-0${one.month}-${String(1 + (one.pick % 19)).padStart(2, '0')}`;
const measuresOf = (one: Event) => ({
  amountFen: String(one.fen),
  quantity: one.grams === null ? null : (one.grams / 1000).toFixed(3),
  people: null,
  personTimes: null,
});
const said = (run: Run, one: Event) => {
  const {
    id: _,
    submit: __,
    ...rest
  } = draft(run.units[one.pick % run.units.length] ?? '', {
    occurredOn: day(one),
    measures: measuresOf(one),
    fields: one.class === '' ? {} : { pay_class: one.class },
  });
  return rest as unknown as Parameters<typeof addEntry.perform>[1];
};

const act = async <Input, Answer>(what: Act<Input, Answer>, actor: Actor, input: Input) =>
  runAct(test.house, what, { actId: newId(), actor, input });

async function entryAt(run: Run, pick: number): Promise<EntryRow | undefined> {
  const id = run.ids[pick % Math.max(run.ids.length, 1)];
  return id === undefined ? undefined : (await findEntries(test.db.app, [{ countyId: COUNTY.one, id }]))[0];
}

const key = (row: EntryRow) => ({ countyId: row.countyId, id: row.id, revision: row.revision, reason: '试' });

async function advance(row: EntryRow, run: Run, one: Event): Promise<unknown> {
  switch (row.state) {
    case 'reported':
      return act(confirmEntry, actors.county, key(row));
    case 'differs': {
      const other = { measures: null, outcome: one.pick % 2 === 0 ? ('county' as const) : ('reporter' as const) };
      return act(settleEntry, actors.reporter, { ...key(row), ...other });
    }
    case 'confirmed':
      return act(reviewEntry, actors.reviewer, key(row));
    case 'reviewed':
      return act(postEntry, actors.poster, key(row));
    case 'returned':
      return act(changeEntry, actors.reporter, {
        ...key(row),
        said: said(run, one),
        submit: true,
        keepPersonal: false,
      });
    default:
      return null;
  }
}

async function newEntry(run: Run, one: Event): Promise<string | undefined> {
  const id = newId();
  const result = await act(addEntry, actors.reporter, { ...said(run, one), id, submit: true });
  if (!result.ok) return undefined;
  run.ids.push(id);
  return id;
}

/** Takes an entry as far as it goes. */
async function through(run: Run, one: Event, id: string | undefined): Promise<void> {
  for (let steps = 0; id !== undefined && steps < 4; steps += 1) {
    const [row] = await findEntries(test.db.app, [{ countyId: COUNTY.one, id }]);
    if (row !== undefined) await advance(row, run, one);
  }
}

async function happen(run: Run, one: Event): Promise<void> {
  const row = await entryAt(run, one.pick);
  switch (one.do) {
    case 'report':
      await newEntry(run, one);
      return;
    case 'through':
      await through(run, one, one.pick % 3 === 0 ? row?.id : await newEntry(run, one));
      return;
    case 'advance':
      if (row !== undefined) await advance(row, run, one);
      return;
    case 'differ':
      if (row !== undefined)
        await act(differEntry, actors.county, {
          ...key(row),
          measures: { ...measuresOf(one), amountFen: BigInt(one.fen) },
        });
      return;
    case 'return':
      if (row !== undefined) await act(returnEntry, one.pick % 2 === 0 ? actors.county : actors.poster, key(row));
      return;
    case 'reverse': {
      const reversalId = newId();
      if (row !== undefined && (await act(reverseEntry, actors.reviewer, { ...key(row), reversalId })).ok)
        run.ids.push(reversalId);
      return;
    }
    case 'correct': {
      const [reversalId, correctedId] = [newId(), newId()];
      const input = row && { ...key(row), reversalId, correctedId, said: said(run, one) };
      if (input && (await act(correctEntry, actors.reviewer, input)).ok) run.ids.push(reversalId, correctedId);
      return;
    }
    default:
      await outside(run, one);
  }
}

/** What happens around the entries: periods, units, kinds. */
async function outside(run: Run, one: Event): Promise<void> {
  const unitId = run.units[one.pick % run.units.length];
  if (one.do === 'close' || one.do === 'reopen') {
    run.closed.add(`2021-0${one.month}`);
    await test.db.owner.query(
      `insert into ledger_period (unit_id, period, from_on, to_on, state, asked_by, asked_at)
       values ($1, $2, $3::date, $3::date + interval '1 month' - interval '1 day', $4, $5, now())
       on conflict (unit_id, period) do update set state = excluded.state`,
      [
        unitId,
        `2021-0${one.month}`,
        `2021-0${one.month}-01`,
        one.do === 'close' ? 'closed' : 'open',
        world.people.first,
      ],
    );
  } else if (one.do === 'merge' && run.units.length > 1) {
    const into = run.units.find((other) => other !== unitId);
    await world.first.call(unit.endUnit, { params: { id: unitId ?? '' }, body: { endedOn: '2021-06-19', into } });
  } else if (one.do === 'version' && KINDS[0] !== undefined) {
    versions += 1;
    const definition = { ...KINDS[0], facets: versions % 2 === 0 ? [] : ['pay_class'] };
    await inTransaction(test.db.app, (tx) =>
      insertKindVersion(tx, versionOf(definition, versions, `2021-0${one.month}-01`)),
    );
  }
}

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

async function newRun(): Promise<Run> {
  const units = [newId(), newId()];
  for (const id of units) {
    const body = {
      id,
      kind: 'department',
      name: `处${id.slice(-4)}`,
      shortName: null,
      parentId: world.units.a1,
      startedOn: null,
      placeId: null,
    };
    await done(world.first.call(unit.addUnit, { body }));
  }
  const actor = async (name: keyof World['people']) =>
    (await loadActor(test.db.app, world.people[name], today, null)) as Actor;
  actors = {
    reporter: await actor('liaisonA1'),
    county: await actor('countyA'),
    reviewer: await actor('officeA'),
    poster: await actor('first'),
  };
  return { units, ids: [], closed: new Set() };
}

describe('figures', () => {
  it('are what the entries say, after whatever happens', async () => {
    const seen = { posted: 0, reversed: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 15, maxLength: 35 }), async (events) => {
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
  }, 120_000);
});
