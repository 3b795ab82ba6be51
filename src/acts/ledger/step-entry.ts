import type { Measures } from '../../core/ledger/entry.ts';
import { settle } from '../../core/ledger/difference.ts';
import { sameMeasures, type PlainStep } from '../../core/ledger/life.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { insertDifference, listDifferences, setDifference } from '../../storage/ledger/difference.ts';
import { findEntries, type EntryRow } from '../../storage/ledger/entry.ts';
import { newId } from '../house.ts';
import { type Act, type ActContext, type Done } from '../run-act.ts';
import { applyStep, holdEntries, moveHeld, type Held, type StepAsk, type StepsTaken } from './apply-step.ts';
import { belongingOfEntry, mayAt, sees } from './entry-access.ts';
import { fromJson, measuresOf, toJson } from './measures.ts';
import { nameReasons } from './refused-entry.ts';
import { knownMeasures } from './make-entry.ts';

/** An entry, and the revision that the caller saw. */
export interface StepInput {
  countyId: string;
  id: string;
  revision: number;
  reason: string | null;
}

/** An entry after an act. */
export interface After {
  id: string;
  number: string | null;
  state: EntryRow['state'];
  countedOn: string;
  /** Its period was closed, so it counts on another day than its own. */
  moved: boolean;
  revision: number;
}

/** What an act answers of an entry; `before` tells whether the act moved its day. */
export const afterOf = (row: EntryRow, before: EntryRow = row): After => ({
  id: row.id,
  number: row.number,
  state: row.state,
  countedOn: row.countedOn,
  moved: row.countedOn !== before.countedOn,
  revision: row.revision,
});

/** What the log keeps of an entry (as digests). */
export const subjectOf = (row: EntryRow) => ({ kind: 'entry', id: row.id });

/** The result of a step with one entry: done, or the reasons with names. */
export async function oneStep(
  context: ActContext,
  taken: StepsTaken,
  before: EntryRow | undefined,
  note: string | null,
): Promise<Result<Done<After>, Problem>> {
  const [row] = taken.done;
  if (row === undefined) {
    const [no] = await nameReasons(context.tx, taken.refused);
    return refused(...(no?.problems ?? [problem('access.missing')]));
  }
  return ok({ answer: afterOf(row, before), subject: subjectOf(row), before, after: row, note });
}

const VIOLATIONS = { entry_once_key: 'ledger.counted_elsewhere', entry_reverses_key: 'act.busy' } as const;

/** A step that needs nothing but the entry and perhaps a reason. */
const plainAct = (step: PlainStep): Act<StepInput, After> => ({
  name: `entry.${step}`,
  county: (input) => input.countyId,
  violations: VIOLATIONS,
  async perform(context, input) {
    const [before] = await findEntries(context.tx, [input]);
    return oneStep(context, await applyStep(context, { step, reason: input.reason }, [input]), before, input.reason);
  },
});

/** The county confirms an entry as reported. */
export const confirmEntry = plainAct('confirm');
/** The office found it right. */
export const reviewEntry = plainAct('review');
/** Posts an entry: it counts, and never changes again. */
export const postEntry = plainAct('post');
/** Sends an entry back with a reason. */
export const returnEntry = plainAct('return');
/** The reporter takes an entry back. */
export const withdrawEntry = plainAct('withdraw');

/** Locks one entry for a step, or says why not. */
async function holdOne(context: ActContext, step: StepAsk['step'], input: StepInput): Promise<Held | Problem[]> {
  const { held, refused: no } = await holdEntries(context, step, [input]);
  return held[0] ?? (await nameReasons(context.tx, no))[0]?.problems ?? [problem('access.missing')];
}

/** The county has other measures than were reported. */
export const differEntry: Act<StepInput & { measures: Measures }, After> = {
  name: 'entry.differ',
  county: (input) => input.countyId,
  async perform(context, input) {
    const held = await holdOne(context, 'differ', input);
    if (!('row' in held)) return refused(...held);
    const { row } = held;
    const problems = await knownMeasures(context.tx, row, input.measures);
    if (problems.length === 0 && sameMeasures(measuresOf(row), input.measures))
      problems.push(problem('ledger.no_difference', 'measures'));
    if (problems.length > 0) return refused(...problems);
    const taken = await moveHeld(context, { step: 'differ', reason: input.reason }, [held]);
    if (taken.done.length > 0)
      await insertDifference(context.tx, {
        countyId: row.countyId,
        id: newId(),
        entryId: row.id,
        reported: toJson(measuresOf(row)),
        confirmed: toJson(input.measures),
        reason: input.reason ?? '',
        raisedBy: context.actor.personId,
        raisedAt: context.now,
        outcome: null,
        settled: null,
        settledReason: null,
        settledBy: null,
        settledAt: null,
      });
    return oneStep(context, taken, row, input.reason);
  },
};

/** What somebody says of the end of a difference. */
export interface SettleInput extends StepInput {
  outcome: 'county' | 'reporter' | 'other';
  measures: Measures | null;
}

/** Ends a difference or proposes an end; the one who reported stands for the reporter's side, also where he could confirm. */
export const settleEntry: Act<SettleInput, After> = {
  name: 'entry.settle',
  county: (input) => input.countyId,
  async perform(context, input) {
    const held = await holdOne(context, 'settle', input);
    if (!('row' in held)) return refused(...held);
    const { row } = held;
    const open = (await listDifferences(context.tx, row.countyId, row.id)).find((one) => one.outcome === null);
    if (open === undefined) return refused(problem('act.busy'));
    const { actor, now } = context;
    const forCounty = actor.personId !== row.reportedBy && mayAt(actor, 'ledger.confirm', belongingOfEntry(row));
    const { settled: proposed } = open;
    const decided = settle(
      {
        reported: fromJson(open.reported),
        confirmed: fromJson(open.confirmed),
        raisedBy: open.raisedBy,
        proposal:
          proposed === null
            ? null
            : { by: proposed.by ?? 'reporter', measures: fromJson(proposed), person: open.settledBy ?? open.raisedBy },
      },
      {
        outcome: input.outcome,
        measures: input.measures,
        side: forCounty ? 'county' : 'reporter',
        actorId: actor.personId,
      },
    );
    if (!decided.ok) return refused(...decided.problems);
    const { agreed, measures } = decided.value;
    const unknown = await knownMeasures(context.tx, row, measures);
    if (unknown.length > 0) return refused(...unknown);
    await setDifference(context.tx, {
      ...open,
      outcome: agreed ? decided.value.outcome : null,
      settled: agreed ? toJson(measures) : { ...toJson(measures), by: forCounty ? 'county' : 'reporter' },
      settledReason: input.reason,
      settledBy: actor.personId,
      settledAt: agreed ? now : null,
    });
    const alter = (after: EntryRow): EntryRow =>
      agreed
        ? { ...after, ...toJson(measures), confirmedBy: decided.value.confirmedBy, confirmedAt: now }
        : { ...after, state: 'differs' };
    return oneStep(
      context,
      await moveHeld(context, { step: 'settle', reason: input.reason, alter }, [held]),
      row,
      input.reason,
    );
  },
};

/** Another entry of the county tells of the same and counts instead of this one. */
export const tieEntry: Act<StepInput & { to: string }, After> = {
  name: 'entry.tie',
  county: (input) => input.countyId,
  async perform(context, input) {
    const held = await holdOne(context, 'tie', input);
    if (!('row' in held)) return refused(...held);
    if (input.to === input.id) return refused(problem('ledger.tie_itself', 'to'));
    const key = { countyId: input.countyId, id: input.to };
    // Locked too, where it can still change, so that it is not taken back in the same moment.
    const { held: others } = await holdEntries(context, 'tie', [{ ...key, revision: null }]);
    const target = others[0]?.row ?? (await findEntries(context.tx, [key]))[0];
    if (target === undefined || !sees(context.actor, belongingOfEntry(target)))
      return refused(problem('access.missing', 'to'));
    if (['draft', 'withdrawn', 'tied'].includes(target.state) || target.reverses !== null)
      return refused(problem('ledger.tie_dead', 'to', { state: target.state }));
    const alter = (after: EntryRow): EntryRow => ({ ...after, tiedTo: target.id, reason: input.reason });
    return oneStep(
      context,
      await moveHeld(context, { step: 'tie', reason: input.reason, alter }, [held]),
      held.row,
      input.reason,
    );
  },
};
