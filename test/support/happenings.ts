import { newId } from '../../src/acts/house.ts';
import { askClose, askReopen, closePeriod, reopenPeriod } from '../../src/acts/ledger/change-period.ts';
import { addJoint, correctEntry, reverseEntry } from '../../src/acts/ledger/reverse-entry.ts';
import { addEntry, changeEntry } from '../../src/acts/ledger/report-entry.ts';
import {
  confirmEntry,
  differEntry,
  postEntry,
  returnEntry,
  reviewEntry,
  settleEntry,
  tieEntry,
} from '../../src/acts/ledger/step-entry.ts';
import { runAct, type Act } from '../../src/acts/run-act.ts';
import * as unit from '../../src/contract/unit.ts';
import type { Actor } from '../../src/core/access/reach.ts';
import type { PlainDate } from '../../src/core/kernel/plain-date.ts';
import { loadActor } from '../../src/storage/access/actor.ts';
import { inTransaction } from '../../src/storage/database/transaction.ts';
import { findEntries, type EntryRow } from '../../src/storage/ledger/entry.ts';
import { insertKindVersion } from '../../src/storage/ledger/kind.ts';
import type { Event } from './history.ts';
import type { TestHouse } from './house.ts';
import { draft, KINDS, versionOf } from './ledger.ts';
import { COUNTY, done, type World } from './world.ts';

/** Where things happen; set before the first run. */
export const stage = { versions: 1 } as {
  test: TestHouse;
  world: World;
  actors: Record<'reporter' | 'county' | 'reviewer' | 'poster', Actor>;
  /** Versions of the kind so far. */
  versions: number;
};
const today = '2021-06-20' as PlainDate;

/** The people of a run: units are its own, so that mergers of one run do not touch another. */
export interface Run {
  units: string[];
  ids: string[];
  /** Months that were closed at some time of the run. */
  closed: Set<string>;
  /** Which unit was merged into which, as it happened. */
  merged: Map<string, string>;
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
  runAct(stage.test.house, what, { actId: newId(), actor, input });

async function entryAt(run: Run, pick: number): Promise<EntryRow | undefined> {
  const id = run.ids[pick % Math.max(run.ids.length, 1)];
  return id === undefined ? undefined : (await findEntries(stage.test.db.app, [{ countyId: COUNTY.one, id }]))[0];
}

const key = (row: EntryRow) => ({ countyId: row.countyId, id: row.id, revision: row.revision, reason: '试' });

async function advance(row: EntryRow, run: Run, one: Event): Promise<unknown> {
  switch (row.state) {
    case 'reported':
      return act(confirmEntry, stage.actors.county, key(row));
    case 'differs': {
      const other = { measures: null, outcome: one.pick % 2 === 0 ? ('county' as const) : ('reporter' as const) };
      return act(settleEntry, stage.actors.reporter, { ...key(row), ...other });
    }
    case 'confirmed':
      return act(reviewEntry, stage.actors.reviewer, key(row));
    case 'reviewed':
      return act(postEntry, stage.actors.poster, key(row));
    case 'returned':
      return act(changeEntry, stage.actors.reporter, {
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
  const result = await act(addEntry, stage.actors.reporter, { ...said(run, one), id, submit: true });
  if (!result.ok) return undefined;
  run.ids.push(id);
  return id;
}

/** Takes an entry as far as it goes. */
async function through(run: Run, one: Event, id: string | undefined): Promise<void> {
  for (let steps = 0; id !== undefined && steps < 4; steps += 1) {
    const [row] = await findEntries(stage.test.db.app, [{ countyId: COUNTY.one, id }]);
    if (row !== undefined) await advance(row, run, one);
  }
}

/** Lets it happen; what is refused simply does not. */
export async function happen(run: Run, one: Event): Promise<void> {
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
        await act(differEntry, stage.actors.county, {
          ...key(row),
          measures: { ...measuresOf(one), amountFen: BigInt(one.fen) },
        });
      return;
    case 'return':
      if (row !== undefined)
        await act(returnEntry, one.pick % 2 === 0 ? stage.actors.county : stage.actors.poster, key(row));
      return;
    case 'reverse': {
      const reversalId = newId();
      if (row !== undefined && (await act(reverseEntry, stage.actors.reviewer, { ...key(row), reversalId })).ok)
        run.ids.push(reversalId);
      return;
    }
    case 'undo':
      await undo(run, one);
      return;
    case 'correct': {
      const [reversalId, correctedId] = [newId(), newId()];
      const input = row && { ...key(row), reversalId, correctedId, said: said(run, one) };
      if (input && (await act(correctEntry, stage.actors.reviewer, input)).ok) run.ids.push(reversalId, correctedId);
      return;
    }
    case 'joint':
      await joint(run, one);
      return;
    case 'tie': {
      const other = await entryAt(run, one.pick + 1 + (one.fen % 7));
      if (row !== undefined && other !== undefined)
        await act(tieEntry, stage.actors.reviewer, { ...key(row), to: other.id });
      return;
    }
    default:
      await outside(run, one);
  }
}

/** Reverses something that is posted, where there is any, and posts the reversal. */
async function undo(run: Run, one: Event): Promise<void> {
  const all = await findEntries(
    stage.test.db.app,
    run.ids.map((id) => ({ countyId: COUNTY.one, id })),
  );
  const posted = all.filter((row) => row.state === 'posted' && row.reverses === null);
  const row = posted[one.pick % Math.max(posted.length, 1)];
  const reversalId = newId();
  if (row === undefined || !(await act(reverseEntry, stage.actors.reviewer, { ...key(row), reversalId })).ok) return;
  run.ids.push(reversalId);
  await through(run, one, reversalId);
}

/** One payment that both units bear, its shares taken as far as they go. */
async function joint(run: Run, one: Event): Promise<void> {
  const { unitId: _, ...whole } = said(run, one);
  const points = 1 + (one.fen % 9999);
  const shares = run.units.map((unitId, i) => ({
    id: newId(),
    unitId,
    countyId: null,
    points: i === 0 ? points : 10_000 - points,
  }));
  const made = await act(addJoint, stage.actors.reporter, { ...whole, jointId: newId(), shares });
  if (!made.ok) return;
  run.ids.push(...shares.map((share) => share.id));
  for (const step of [confirmEntry, reviewEntry, postEntry])
    for (const { id } of shares) {
      const [row] = await findEntries(stage.test.db.app, [{ countyId: COUNTY.one, id }]);
      if (row !== undefined) await act(step, actorOf(step), key(row));
    }
}

const actorOf = (step: typeof confirmEntry): Actor =>
  step === confirmEntry ? stage.actors.county : step === reviewEntry ? stage.actors.reviewer : stage.actors.poster;

/** What happens around the entries: periods, units, kinds. */
async function outside(run: Run, one: Event): Promise<void> {
  const unitId = run.units[one.pick % run.units.length];
  if (one.do === 'close' || one.do === 'reopen') {
    const [ask, decide] = one.do === 'close' ? [askClose, closePeriod] : [askReopen, reopenPeriod];
    const input = { unitId: unitId ?? '', period: `2021-0${one.month}`, reason: '试' };
    await act(ask, stage.actors.reviewer, input);
    if ((await act(decide, stage.actors.poster, input)).ok && one.do === 'close') run.closed.add(input.period);
  } else if (one.do === 'merge' && run.units.length > 1) {
    const into = run.units.find((other) => other !== unitId);
    const body = { endedOn: '2021-06-19', into };
    const ended = await stage.world.first.call(unit.endUnit, { params: { id: unitId ?? '' }, body });
    if (ended.status === 200) run.merged.set(unitId ?? '', into ?? '');
  } else if (one.do === 'version' && KINDS[0] !== undefined) {
    stage.versions += 1;
    const definition = { ...KINDS[0], facets: stage.versions % 2 === 0 ? [] : ['pay_class'] };
    await inTransaction(stage.test.db.app, (tx) =>
      insertKindVersion(tx, versionOf(definition, stage.versions, `2021-0${one.month}-01`)),
    );
  }
}

/** New units, and people who act. */
export async function newRun(): Promise<Run> {
  const units = [newId(), newId()];
  for (const id of units) {
    const body = {
      id,
      kind: 'department',
      name: `处${id.slice(-4)}`,
      shortName: null,
      parentId: stage.world.units.a1,
      startedOn: null,
      placeId: null,
    };
    await done(stage.world.first.call(unit.addUnit, { body }));
  }
  const actor = async (name: keyof World['people']) =>
    (await loadActor(stage.test.db.app, stage.world.people[name], today, null)) as Actor;
  stage.actors = {
    reporter: await actor('liaisonA1'),
    county: await actor('countyA'),
    reviewer: await actor('officeA'),
    poster: await actor('first'),
  };
  return { units, ids: [], closed: new Set(), merged: new Map() };
}
