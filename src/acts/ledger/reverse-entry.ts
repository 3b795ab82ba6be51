import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { divideFen } from '../../core/ledger/life.ts';
import { lockKey, reversalsOf } from '../../storage/ledger/around.ts';
import { insertEntries, insertSteps, type EntryRow } from '../../storage/ledger/entry.ts';
import { allow, type Act, type ActContext } from '../run-act.ts';
import { holdEntries } from './apply-step.ts';
import { belongingOfEntry } from './entry-access.ts';
import { blankEntry, checkInput, sourceOfActor, type EntryInput } from './make-entry.ts';
import { negated } from './measures.ts';
import { nameReasons } from './refused-entry.ts';
import { keepNew, newRow, numbered, stepOf } from './report-entry.ts';
import { afterOf, subjectOf, type After, type StepInput } from './step-entry.ts';

const VIOLATIONS = {
  entry_reverses_key: 'act.busy',
  entry_once_key: 'ledger.counted_elsewhere',
  entry_pkey: 'act.id_used',
  entry_unit_fk: 'access.missing',
} as const;

interface ReverseInput extends StepInput {
  reversalId: string;
  reason: string;
}

/** What is made of an example is one. */
const sourceOf = (context: ActContext, original: EntryRow): EntryRow['source'] =>
  original.source === 'example' ? 'example' : sourceOfActor(context);

/** Makes the reversal of a posted entry: the same with negative measures, waiting for another person to post it. */
async function makeReversal(
  context: ActContext,
  input: ReverseInput,
): Promise<Result<{ original: EntryRow; reversal: EntryRow }, Problem>> {
  const { tx } = context;
  // A posted row cannot be locked; who asks for the same in the same moment waits here.
  await lockKey(tx, input.countyId, `reverse ${input.id}`);
  const { held, refused: no } = await holdEntries(context, 'reverse', [input]);
  const original = held[0]?.row;
  if (original === undefined)
    return refused(...((await nameReasons(tx, no))[0]?.problems ?? [problem('access.missing')]));
  const earlier = (await reversalsOf(tx, [original])).get(original.id);
  if (earlier !== undefined)
    return refused(
      problem('ledger.reversed_already', undefined, { number: earlier.number ?? '', state: earlier.state }),
    );
  const row: EntryRow = {
    ...original,
    ...blankEntry(context, original.countyId, input.reversalId),
    ...negated(original),
    source: sourceOf(context, original),
    state: 'reviewed',
    onceKey: null,
    note: null,
    reverses: original.id,
    reversesOn: original.countedOn,
    reason: input.reason,
  };
  const [reversal] = await numbered(context, [row]);
  if (reversal === undefined) throw new Error('no number was drawn');
  await insertEntries(tx, [reversal]);
  await insertSteps(tx, [stepOf(context, reversal, 'reverse', null, input.reason)]);
  return ok({ original, reversal });
}

/** Asks for the reversal of a posted entry. */
export const reverseEntry: Act<ReverseInput, After> = {
  name: 'entry.reverse',
  county: (input) => input.countyId,
  violations: VIOLATIONS,
  async perform(context, input) {
    const made = await makeReversal(context, input);
    if (!made.ok) return made;
    const { original, reversal } = made.value;
    return ok({
      answer: afterOf(reversal),
      subject: subjectOf(reversal),
      before: original,
      after: reversal,
      note: input.reason,
    });
  },
};

/** Asks for a reversal and enters what is right. The corrected entry goes the whole way and is posted after the reversal. */
export const correctEntry: Act<
  ReverseInput & { correctedId: string; said: EntryInput },
  { reversal: After; corrected: After }
> = {
  name: 'entry.correct',
  county: (input) => input.countyId,
  violations: VIOLATIONS,
  async perform(context, input) {
    const { correctedId: id, said } = input;
    const made = await makeReversal(context, input);
    if (!made.ok) return made;
    const { original, reversal } = made.value;
    const no = allow(context, 'ledger.report', belongingOfEntry(said), 'ledger.read');
    if (no !== null) return refused(no);
    const checked = await checkInput(context, said, { id, submit: true, corrects: original.id, joint: false });
    if (!checked.ok) return checked;
    const row = newRow(context, input.countyId, id, checked.value, {
      state: 'reported',
      source: sourceOf(context, original),
      corrects: original.id,
      reason: input.reason,
    });
    const [corrected] = await keepNew(context, [{ row, roster: checked.value.normal.roster, evidence: said.evidence }]);
    return ok({
      answer: { reversal: afterOf(reversal), corrected: afterOf(corrected ?? row) },
      subject: subjectOf(row),
      before: original,
      after: { reversal, corrected },
      note: input.reason,
    });
  },
};

/** One share of a joint payment. */
export interface ShareInput {
  id: string;
  unitId: string;
  countyId: string | null;
  points: number;
  evidence?: EntryInput['evidence'] | undefined;
}

/** What a joint payment says: the whole, and who bears how much. */
export interface JointInput extends Omit<EntryInput, 'unitId'> {
  jointId: string;
  shares: readonly ShareInput[];
}

/** Reports one payment that several units bear: an entry for each share. */
export const addJoint: Act<JointInput, { items: After[] }> = {
  name: 'entry.joint',
  county: (input) => input.countyId,
  violations: VIOLATIONS,
  async perform(context, input) {
    const { jointId, shares, ...said } = input;
    const parts = shares.map((share) => inputOf(said, share));
    for (const part of parts) {
      const no = allow(context, 'ledger.report', belongingOfEntry(part), 'ledger.read');
      if (no !== null) return refused(no);
    }
    const problems = wrongShares(input);
    if (problems.length > 0) return refused(...problems);
    const amounts = divideFen(
      BigInt(said.measures.amountFen ?? 0),
      shares.map((one) => one.points),
    );
    const news: Parameters<typeof keepNew>[1][number][] = [];
    for (const [i, part] of parts.entries()) {
      const share = shares[i] as ShareInput;
      const own = { ...part, measures: { ...part.measures, amountFen: (amounts[i] ?? 0n).toString() } };
      const how = { id: share.id, submit: true, corrects: null, joint: true };
      const checked = await checkInput(context, own, how);
      if (!checked.ok) {
        problems.push(...checked.problems.map((one) => ({ ...one, at: `shares.${i}.${one.at ?? ''}` })));
        continue;
      }
      const more = { state: 'reported', jointId, sharePoints: share.points } as const;
      const row = newRow(context, own.countyId, share.id, checked.value, more);
      news.push({ row, roster: checked.value.normal.roster, evidence: own.evidence });
    }
    if (problems.length > 0) return refused(...problems);
    const rows = await keepNew(context, news);
    const items = rows.map((row) => afterOf(row));
    return ok({ answer: { items }, subject: { kind: 'entry', id: rows[0]?.id ?? jointId }, after: rows });
  },
};

/** What one share says: a place and files of the whole only in the same county. */
function inputOf(said: Omit<EntryInput, 'unitId'>, share: ShareInput): EntryInput {
  const countyId = share.countyId ?? said.countyId;
  const here = countyId === said.countyId;
  return {
    ...said,
    unitId: share.unitId,
    countyId,
    placeId: here ? said.placeId : null,
    evidence: share.evidence ?? (here ? said.evidence : []),
  };
}

function wrongShares({ shares, measures, countyId }: JointInput): Problem[] {
  const problems: Problem[] = [];
  const sum = shares.reduce((all, one) => all + one.points, 0);
  if (sum !== 10_000) problems.push(problem('ledger.shares_sum', 'shares', { sum: (sum / 100).toFixed(2) }));
  const keys = shares.map((one) => `${one.unitId} ${one.countyId ?? countyId}`);
  keys.forEach((key, i) => {
    if (keys.indexOf(key) !== i) problems.push(problem('ledger.share_twice', `shares.${i}.unitId`));
  });
  const total = BigInt(measures.amountFen ?? 0);
  const least = divideFen(
    total > 0n ? total : 0n,
    shares.map((one) => one.points),
  );
  if (least.some((one) => one === 0n)) problems.push(problem('ledger.joint_amount', 'measures.amountFen'));
  // Only money can be divided by shares.
  for (const measure of ['quantity', 'people', 'personTimes'] as const)
    if (measures[measure] !== null) problems.push(problem('ledger.measure_not_asked', `measures.${measure}`));
  return problems;
}
