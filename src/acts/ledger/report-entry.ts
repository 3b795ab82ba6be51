import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { EntryState, RosterRow } from '../../core/ledger/entry.ts';
import { isReportersOwn } from '../../core/ledger/life.ts';
import { listEvidence } from '../../storage/ledger/entry-around.ts';
import { insertEntries, insertSteps, updateEntries, type EntryRow, type StepRow } from '../../storage/ledger/entry.ts';
import { drawNumbers, entryNumber } from '../../storage/ledger/number.ts';
import { findKindVersion } from '../../storage/ledger/kind.ts';
import { insertRosters, loadRoster, removeRoster, setEvidence } from '../../storage/ledger/roster.ts';
import { allow, type Act, type ActContext, type Done } from '../run-act.ts';
import { holdEntries, type Held } from './apply-step.ts';
import { belongingOfEntry } from './entry-access.ts';
import { blankEntry, checkInput, keptRosters, saidBy, type Checked, type EntryInput } from './make-entry.ts';
import { noteSuspects } from './find-suspects.ts';
import { nameReasons } from './refused-entry.ts';
import { afterOf, subjectOf, type After, type StepInput } from './step-entry.ts';

const VIOLATIONS = {
  entry_once_key: 'ledger.counted_elsewhere',
  entry_pkey: 'act.id_used',
  entry_unit_fk: 'access.missing',
} as const;

/** The next numbers of entries reported today, in the order given; entries that have one keep it. */
export async function numbered(context: ActContext, rows: readonly EntryRow[]): Promise<EntryRow[]> {
  const year = Number(context.today.slice(0, 4));
  const counts = new Map<string, number>();
  for (const row of rows) if (row.number === null) counts.set(row.countyId, (counts.get(row.countyId) ?? 0) + 1);
  if (counts.size === 0) return [...rows];
  const next = await drawNumbers(
    context.tx,
    [...counts].map(([countyId, count]) => ({ countyId, year, count })),
  );
  return rows.map((row) => {
    if (row.number !== null) return row;
    const key = `${row.countyId} ${year}`;
    const running = next.get(key) ?? 0;
    next.set(key, running + 1);
    return { ...row, number: entryNumber(year, row.countyId, running) };
  });
}

/** The first step of a new entry, or one that a row has just taken. */
export const stepOf = (
  context: ActContext,
  row: EntryRow,
  step: string,
  fromState: EntryState | null,
  reason: string | null = null,
): StepRow => ({
  countyId: row.countyId,
  entryId: row.id,
  seq: row.revision,
  step,
  fromState,
  toState: row.state,
  personId: context.actor.personId,
  postId: context.post,
  at: context.now,
  reason,
});

/** Keeps new entries with their rosters and files; those that are reported get their numbers. */
export async function keepNew(
  context: ActContext,
  news: readonly { row: EntryRow; roster: readonly RosterRow[]; evidence: EntryInput['evidence'] }[],
): Promise<EntryRow[]> {
  const { tx, actor, now } = context;
  const drawn = await numbered(
    context,
    news.map((one) => one.row).filter((row) => row.state !== 'draft'),
  );
  const byId = new Map(drawn.map((row) => [row.id, row]));
  const rows = news.map((one) => byId.get(one.row.id) ?? one.row);
  await insertEntries(tx, rows);
  await insertSteps(
    tx,
    rows.map((row) => stepOf(context, row, 'report', null, row.reason)),
  );
  await insertRosters(
    tx,
    await keptRosters(
      tx,
      news.map(({ row, roster }) => ({ ...row, roster })),
    ),
  );
  for (const { row, evidence } of news)
    if (evidence.length > 0) await setEvidence(tx, row, evidence, actor.personId, now);
  await noteSuspects(context, rows);
  return rows;
}

/** A new entry's row of a checked input. */
export const newRow = (
  context: ActContext,
  countyId: string,
  id: string,
  checked: Checked,
  more: Partial<EntryRow>,
): EntryRow => ({ ...blankEntry(context, countyId, id), ...saidBy(checked), ...more }) as EntryRow;

/** Reports an entry, or keeps it as a draft. `example`: an invented one of the worked example, marked so wherever it is shown. */
export const addEntry: Act<EntryInput & { id: string; submit: boolean; example?: true }, After> = {
  name: 'entry.add',
  county: (input) => input.countyId,
  violations: VIOLATIONS,
  async perform(context, input) {
    const { id, submit, example, ...said } = input;
    const no = allow(context, 'ledger.report', belongingOfEntry(input), 'ledger.read');
    if (no !== null) return refused(no);
    const checked = await checkInput(context, said, { id, submit, corrects: null, joint: false });
    if (!checked.ok) return checked;
    const row = newRow(context, input.countyId, id, checked.value, {
      state: submit ? 'reported' : 'draft',
      ...(example === true ? { source: 'example' } : {}),
    });
    const news = { row, roster: checked.value.normal.roster, evidence: input.evidence };
    return doneWith((await keepNew(context, [news]))[0] ?? row);
  },
};

const doneWith = (row: EntryRow, before?: EntryRow): Result<Done<After>, Problem> =>
  ok({ answer: afterOf(row), subject: subjectOf(row), before, after: row });

async function hold(context: ActContext, step: 'change' | 'submit', input: StepInput): Promise<Held | Problem[]> {
  const { held, refused: no } = await holdEntries(context, step, [input]);
  const [one] = held;
  if (one === undefined) return (await nameReasons(context.tx, no))[0]?.problems ?? [problem('access.missing')];
  const { countyId, id, state, reportedBy } = one.row;
  if (!isReportersOwn(step, state) || reportedBy === context.actor.personId) return one;
  const other = { countyId, id, problems: [problem('ledger.reporter_only', undefined, { person: reportedBy })] };
  return (await nameReasons(context.tx, [other]))[0]?.problems ?? other.problems;
}

/** Changes a draft or a returned entry, and sends it on where asked. Whoever changes it is its reporter from then on. */
export const changeEntry: Act<StepInput & { said: EntryInput; submit: boolean; keepPersonal: boolean }, After> = {
  name: 'entry.change',
  county: (input) => input.countyId,
  violations: VIOLATIONS,
  async perform(context, input) {
    const held = await hold(context, 'change', input);
    if (!('row' in held)) return refused(...held);
    const { row: before } = held;
    const { submit, keepPersonal } = input;
    const said = keepPersonal ? await withKept(context, before, input.said) : input.said;
    const no = allow(context, 'ledger.report', belongingOfEntry(said), 'ledger.read');
    if (no !== null) return refused(no);
    const how = { id: before.id, submit, corrects: before.corrects, joint: before.jointId !== null };
    const checked = await checkInput(context, said, how);
    const fixed = before.jointId !== null && said.measures.amountFen !== before.amountFen;
    const problems = [...(fixed ? [problem('ledger.joint_fixed', 'measures.amountFen')] : [])];
    if (!checked.ok) return refused(...checked.problems, ...problems);
    if (problems.length > 0) return refused(...problems);
    const { actor, now, tx } = context;
    const changed: EntryRow = {
      ...before,
      ...saidBy(checked.value),
      // What was taken back and is worked on again is a draft.
      state: before.state === 'withdrawn' ? 'draft' : before.state,
      reportedBy: actor.personId,
      changedAt: now,
      revision: before.revision + 1,
    };
    const steps = [stepOf(context, changed, 'change', before.state)];
    const row = submit ? await sentOn(context, changed) : changed;
    if (submit) steps.push(stepOf(context, row, 'submit', before.state));
    await updateEntries(tx, [row]);
    await insertSteps(tx, steps);
    if (!keepPersonal) {
      await removeRoster(tx, row.countyId, row.id, now);
      await insertRosters(tx, await keptRosters(tx, [{ ...row, roster: checked.value.normal.roster }]));
    }
    await setEvidence(tx, row, said.evidence, actor.personId, now);
    await noteSuspects(context, [row]);
    return doneWith(row, before);
  },
};

/** The roster as it is kept, for checks: the id numbers themselves are not. */
async function keptRoster({ tx }: ActContext, row: EntryRow): Promise<RosterRow[]> {
  const kept = await loadRoster(tx, row.countyId, row.id);
  return kept.map(({ name, times, note }) => ({ name, idNumber: null, times, note }));
}

/** What is said, with the roster and the personal fields that the entry has already. */
async function withKept(context: ActContext, before: EntryRow, said: EntryInput): Promise<EntryInput> {
  const version = await findKindVersion(context.tx, before.kind, before.kindVersion);
  const personal = new Set(version?.definition.fields.filter((one) => one.personal).map((one) => one.code));
  const part = (of: Readonly<Record<string, string>>, kept: boolean) =>
    Object.entries(of).filter(([code]) => personal.has(code) === kept);
  const fields = Object.fromEntries([...part(said.fields, false), ...part(before.fields, true)]);
  return { ...said, fields, roster: await keptRoster(context, before) };
}

/** The entry on its way to the county, with a number. */
async function sentOn(context: ActContext, row: EntryRow): Promise<EntryRow> {
  const { actor, now } = context;
  const sent: EntryRow = {
    ...row,
    state: 'reported',
    reportedBy: actor.personId,
    reportedAt: now,
    changedAt: now,
    revision: row.revision + 1,
  };
  return (await numbered(context, [sent]))[0] ?? sent;
}

/** Sends a draft or a returned entry on to the county as it stands, checked as a whole. */
export const submitEntry: Act<StepInput, After> = {
  name: 'entry.submit',
  county: (input) => input.countyId,
  violations: VIOLATIONS,
  async perform(context, input) {
    const held = await hold(context, 'submit', input);
    if (!('row' in held)) return refused(...held);
    const { row: before } = held;
    const { tx } = context;
    const roster = await keptRoster(context, before);
    const evidence = await listEvidence(tx, before.countyId, before.id);
    const how = { id: before.id, submit: true, corrects: before.corrects, joint: before.jointId !== null };
    const checked = await checkInput(context, { ...before, measures: before, roster, evidence }, how);
    if (!checked.ok) return checked;
    const row = await sentOn(context, { ...before, ...saidBy(checked.value) });
    await updateEntries(tx, [row]);
    await insertSteps(tx, [stepOf(context, row, 'submit', before.state)]);
    await noteSuspects(context, [row]);
    return doneWith(row, before);
  },
};
