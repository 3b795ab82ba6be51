import { newReason, type Refused } from './refused-entry.ts';
import {
  abilityOf,
  decideStep,
  stepFits,
  type Around,
  type MissingEvidence,
  type PlainStep,
} from '../../core/ledger/life.ts';
import type { EntryStep } from '../../core/ledger/entry.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { countEvidence, countTied, evidenceDemands, reversalsOf, wholeJoints } from '../../storage/ledger/around.ts';
import type { Reader } from '../../storage/database/transaction.ts';
import { dropDifferences } from '../../storage/ledger/difference.ts';
import {
  findEntries,
  insertSteps,
  lockEntries,
  moveEntries,
  type EntryKey,
  type EntryRow,
} from '../../storage/ledger/entry.ts';
import { holdPeriods } from '../../storage/ledger/period.ts';
import { addToRollUps, type RollUpDelta } from '../../storage/ledger/roll-up.ts';
import type { ActContext } from '../run-act.ts';
import { allowAs, belongingOfEntry } from './entry-access.ts';
import { loadClosed } from './periods.ts';

/** An entry that a step is asked for. */
export interface Target extends EntryKey {
  /** What the caller saw; null: whatever it is by now (bulk, where a filter says which). */
  revision: number | null;
}

/** An entry that the step may be taken with, locked. */
export interface Held {
  row: EntryRow;
  /** The post by which the actor acts. */
  postId: string;
}

/** A step, and what it does to the row beside moving it. */
export interface StepAsk {
  step: PlainStep;
  reason: string | null;
  /** Further changes of the row that was decided (measures of a settled difference, the entry that counts instead). */
  alter?: (row: EntryRow) => EntryRow;
}

/** What came of a step: entries as they stand now, and those that refused it with every reason. */
export interface StepsTaken {
  done: EntryRow[];
  refused: Refused[];
}

/**
 * Takes one step with many entries: locked by one query, decided one by one by pure rules, written by one statement each
 * for entries, steps and roll-ups. One entry and ten thousand go this way. Refused ones change nothing; the others go on.
 */
export async function applyStep(context: ActContext, ask: StepAsk, targets: readonly Target[]): Promise<StepsTaken> {
  if (ask.step === 'post') {
    // Before any lock on entries, so that a closing and a posting never wait for each other.
    await holdPeriods(context.tx, 'shared');
    // The moment of a posting comes after the hold by which others see that it is under way: no figure cited before has it.
    context.now = context.house.clock();
  }
  const held = await holdEntries(context, ask.step, targets);
  const taken = await moveHeld(context, ask, held.held);
  return { done: taken.done, refused: [...held.refused, ...taken.refused] };
}

/** Locks entries and sees which the actor may take the step with; of what is out of reach not even its existence is told. */
export async function holdEntries(
  context: ActContext,
  step: EntryStep,
  targets: readonly Target[],
): Promise<{ held: Held[]; refused: Refused[] }> {
  const rows = new Map((await lockEntries(context.tx, targets)).map((row) => [row.id, row]));
  const rest = targets.filter((one) => !rows.has(one.id));
  if (rest.length > 0) for (const row of await findEntries(context.tx, rest)) rows.set(row.id, row);
  const held: Held[] = [];
  const refused: Refused[] = [];
  for (const target of targets) {
    const found = holdOne(context, step, target, rows.get(target.id));
    if ('row' in found) held.push(found);
    else refused.push({ countyId: target.countyId, id: target.id, problems: [found] });
  }
  return { held, refused };
}

function holdOne(context: ActContext, step: EntryStep, target: Target, row: EntryRow | undefined): Held | Problem {
  if (row === undefined) return problem('access.missing');
  const allowed = allowAs(context, abilityOf(step, row.state), belongingOfEntry(row));
  const changed = target.revision !== null && target.revision !== row.revision;
  // Who may return it hangs on where it stands: somebody who saw it elsewhere is told of the change first.
  const moved = changed && step === 'return' && 'code' in allowed && allowed.code === 'access.forbidden';
  if ('code' in allowed && !moved) return allowed;
  if (changed || 'code' in allowed) return newReason('ledger.changed_meanwhile');
  if (!stepFits(step, row)) return problem('ledger.step_unfit', undefined, { state: row.state, step });
  return { row, postId: allowed.postId };
}

/** Decides the step for entries that are held, and writes it. */
export async function moveHeld(context: ActContext, ask: StepAsk, held: readonly Held[]): Promise<StepsTaken> {
  const aroundOf = await loadAround(
    context,
    ask.step,
    held.map((one) => one.row),
  );
  const moved: { before: EntryRow; after: EntryRow; postId: string }[] = [];
  const refused: Refused[] = [];
  const dropped: EntryKey[] = [];
  for (const { row, postId } of held) {
    const decided = decideStep(row, ask.step, aroundOf(row));
    if (!decided.ok) {
      refused.push({ countyId: row.countyId, id: row.id, problems: decided.problems });
      continue;
    }
    if (decided.value.dropsDifference) dropped.push(row);
    const after = afterMove(context, row, decided.value);
    moved.push({ before: row, after: ask.alter === undefined ? after : ask.alter(after), postId });
  }
  if (moved.length > 0) await write(context, ask, moved, dropped);
  return { done: moved.map((one) => one.after), refused };
}

type Decided = Extract<ReturnType<typeof decideStep>, { ok: true }>['value'];

function afterMove(context: ActContext, row: EntryRow, moved: Decided): EntryRow {
  const { now, actor } = context;
  const since = (before: string | null, after: string | null, at: EntryRow['confirmedAt']) =>
    after === null ? null : after === before ? at : now;
  return {
    ...row,
    state: moved.state,
    countedOn: moved.countedOn as EntryRow['countedOn'],
    confirmedBy: moved.confirmedBy,
    confirmedAt: since(row.confirmedBy, moved.confirmedBy, row.confirmedAt),
    reviewedBy: moved.reviewedBy,
    reviewedAt: since(row.reviewedBy, moved.reviewedBy, row.reviewedAt),
    postedBy: moved.posted ? actor.personId : null,
    postedAt: moved.posted ? now : null,
    changedAt: now,
    revision: row.revision + 1,
  };
}

async function write(
  context: ActContext,
  ask: StepAsk,
  moved: readonly { before: EntryRow; after: EntryRow; postId: string }[],
  dropped: readonly EntryKey[],
): Promise<void> {
  const { tx, now, actor } = context;
  const rows = moved.map((one) => one.after);
  await moveEntries(tx, rows);
  await insertSteps(
    tx,
    moved.map(({ before, after, postId }) => ({
      countyId: after.countyId,
      entryId: after.id,
      seq: after.revision,
      step: ask.step,
      fromState: before.state,
      toState: after.state,
      personId: actor.personId,
      postId,
      at: now,
      reason: ask.reason,
    })),
  );
  if (dropped.length > 0) await dropDifferences(tx, dropped, actor.personId, now, ask.reason);
  await addToRollUps(tx, rows.filter((row) => row.state === 'posted').map(deltaOf));
}

/** What a posted entry adds to the roll-ups. */
export const deltaOf = (row: EntryRow): RollUpDelta => ({ ...row, entries: row.reverses === null ? 1 : -1 });

/** Loads what the decision asks beyond the row, for all rows at once and only what the step looks at. */
async function loadAround(
  context: ActContext,
  step: PlainStep,
  rows: readonly EntryRow[],
): Promise<(row: EntryRow) => Around> {
  const { tx, today, actor } = context;
  const goesOn = step === 'review' || step === 'post';
  const joints = rows.flatMap((row) => (row.jointId === null ? [] : [row.jointId]));
  const corrected = rows.flatMap((row) =>
    row.corrects === null ? [] : [{ countyId: row.countyId, id: row.corrects }],
  );
  const tied = step === 'withdraw' || step === 'tie' ? await countTied(tx, rows) : null;
  const missing = goesOn ? await missingEvidence(tx, rows) : null;
  const whole = step === 'post' && joints.length > 0 ? await wholeJoints(tx, [...new Set(joints)]) : null;
  const reversals = step === 'post' && corrected.length > 0 ? await reversalsOf(tx, corrected) : null;
  const closed =
    step === 'post'
      ? await loadClosed(
          tx,
          rows.map((row) => row.unitId),
          today,
        )
      : () => false;
  return (row) => ({
    actorId: actor.personId,
    today,
    closed,
    missingEvidence: missing?.get(row.id) ?? [],
    tiedHere: tied?.get(row.id) ?? 0,
    jointWhole: row.jointId === null || (whole?.has(row.jointId) ?? true),
    reversalPosted: row.corrects === null || reversals === null || reversals.get(row.corrects)?.state === 'posted',
  });
}

/** Demands that entries do not meet, by id; a reversal needs no evidence. */
export async function missingEvidence(db: Reader, rows: readonly EntryRow[]): Promise<Map<string, MissingEvidence[]>> {
  const own = rows.filter((row) => row.reverses === null);
  const demands = await evidenceDemands(db, own);
  const asking = own.filter((row) => demands.get(`${row.kind} ${row.kindVersion}`)?.some((one) => one.least > 0));
  if (asking.length === 0) return new Map();
  const have = new Map((await countEvidence(db, asking)).map((one) => [`${one.entryId} ${one.demand}`, one.count]));
  return new Map(
    asking.map((row) => [
      row.id,
      (demands.get(`${row.kind} ${row.kindVersion}`) ?? [])
        .map((one) => ({
          demand: one.code,
          name: one.name.zh,
          least: one.least,
          have: have.get(`${row.id} ${one.code}`) ?? 0,
        }))
        .filter((one) => one.have < one.least),
    ]),
  );
}
