import type { Actor } from '../../core/access/reach.ts';
import { dayOf, partsOf, type Instant } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import type { Tx } from '../../storage/database/transaction.ts';
import { violationOf } from '../../storage/database/violation.ts';
import { livingOf, putEntries, withdrawOf } from '../../storage/exchange/import-entries.ts';
import {
  chunkGroups,
  clearStage,
  holdImports,
  markChunk,
  nextChunk,
  setAsideThere,
  stagedRows,
} from '../../storage/exchange/import-stage.ts';
import { loadImport, lockImport, setImportState } from '../../storage/exchange/sheet-import.ts';
import { drawNumbers } from '../../storage/ledger/number.ts';
import { newId } from '../house.ts';
import type { JobKind, JobRun, JobStep } from '../job/job-kind.ts';
import { actWithin, allow, type Act, type ActContext } from '../run-act.ts';
import { openCheck, type CheckProgress } from './check-import.ts';
import { moveAccepted, shaped, type Import, type ImportCounts } from './import-shapes.ts';

/** Entries of one transaction: their counties' numbers stay locked for that long. */
const CHUNK = 10_000;

/** What was asked for. `all`: all rows in one transaction, or none. */
export interface ApplyInput {
  mode: 'all' | 'good';
}

/** How far an application came. With `check`, the stage was lost and the file is being read again first. */
interface ApplyProgress {
  row: number;
  counts: ImportCounts;
  check: CheckProgress | null;
}

/** Thrown to keep a chunk from being stored; what it says goes to the import. */
class NotApplied extends Error {
  readonly problem: Problem;
  constructor(why: Problem) {
    super(why.code);
    this.problem = why;
  }
}

/** The job that makes entries of the good rows of a checked import. */
export const applyJob: JobKind = {
  async open(run) {
    const importId = run.about ?? '';
    const row = await loadImport(run.house.app, importId);
    if (row === null) throw new Error('the import is gone');
    const one = shaped(row);
    const { mode } = run.input as ApplyInput;
    const check = await openCheck(run, importId);
    let looked = false;
    return {
      async step(before) {
        let progress = (before as ApplyProgress | null) ?? { row: 0, counts: countsOf(one), check: null };
        if (!looked && progress.check === null && (await lost(run, progress, importId)))
          progress = { ...progress, row: 0, check: { phase: 'rows', row: 0, staged: -1, counts: progress.counts } };
        looked = true;
        if (progress.check !== null) return checkAgain(check, progress);
        const actor = await run.actor();
        return applyStep(run, one, actor, mode, progress);
      },
      close: () => check.close(),
    };
  },
  cancelled: (tx, job, now) => endEarly(tx, job.about, null, now),
  failed: (tx, job, now) => backToChecked(tx, job.about, problem('internal'), now),
};

const countsOf = (one: Import): ImportCounts => {
  if (one.counts === null) throw new Error('not checked');
  return one.counts;
};

/** Whether the good rows that should be staged are not there any more: a crash of the database empties the stage. */
async function lost(run: JobRun, { counts }: ApplyProgress, importId: string): Promise<boolean> {
  return (await stagedRows(run.house.app, importId)) !== counts.accepted - counts.applied;
}

async function checkAgain(
  check: Awaited<ReturnType<typeof openCheck>>,
  progress: ApplyProgress,
): Promise<JobStep & { progress: ApplyProgress }> {
  const before = progress.check?.staged === -1 ? null : progress.check;
  const step = await check.step(before);
  const { ended } = step;
  if (ended !== null && 'problem' in ended) throw new Error(ended.problem.code);
  const next: ApplyProgress = { ...progress, check: step.progress };
  return {
    progress: next,
    done: 0,
    store: async (tx) => {
      await step.store?.(tx);
      next.check = ended === null ? step.progress : null;
      if (ended !== null && 'counts' in ended) next.counts = ended.counts;
    },
  };
}

async function applyStep(
  run: JobRun,
  one: Import,
  actor: Actor | null,
  mode: ApplyInput['mode'],
  before: ApplyProgress,
): Promise<JobStep> {
  const progress = structuredClone(before);
  const step: JobStep = { progress, done: before.counts.applied, total: before.counts.accepted };
  step.store = async (tx) => {
    // A repetition after a deadlock begins anew.
    Object.assign(progress, structuredClone(before));
    delete step.outcome;
    let mark: Awaited<ReturnType<typeof markChunk>> | null = null;
    try {
      await holdImports(tx);
      // In one transaction with what says so, though nothing of the chunk stays.
      mark = await markChunk(tx);
      let more = await applyChunk(tx, run, one, actor, progress);
      while (mode === 'all' && more) more = await applyChunk(tx, run, one, actor, progress);
      if (more)
        await setImportState(tx, one.id, { state: 'applying', counts: progress.counts, now: run.house.clock() });
      else {
        const now = run.house.clock();
        await setImportState(tx, one.id, { state: 'done', counts: progress.counts, now, ended: true });
        step.outcome = { counts: progress.counts };
      }
    } catch (error) {
      if (error instanceof NotApplied) {
        await mark?.undo();
        Object.assign(progress, structuredClone(before));
        await backToChecked(tx, one.id, error.problem, run.house.clock());
        step.outcome = { problem: error.problem };
        return;
      }
      // Somebody entered the same by hand in this very moment: seen at the next try.
      if (violationOf(error)?.name === 'entry_once_key') throw Object.assign(new Error('again'), { code: '40001' });
      throw error;
    }
    step.done = progress.counts.applied;
  };
  return step;
}

/** Makes entries of the next chunk; false: no good row is left. */
async function applyChunk(
  tx: Tx,
  run: JobRun,
  one: Import,
  actor: Actor | null,
  progress: ApplyProgress,
): Promise<boolean> {
  const chunk = await nextChunk(tx, one.id, progress.row, CHUNK);
  if (chunk === null) return false;
  if (actor === null) throw new NotApplied(problem('access.missing'));
  const input = { id: one.id, fromRow: progress.row + 1, toRow: chunk.lastRow };
  const done = await actWithin(tx, run.house, applyRows(one), { actId: newId(), actor, input });
  if (!done.ok) throw new NotApplied(done.problems[0] ?? problem('access.missing'));
  moveAccepted(progress.counts, 'there', done.value.there);
  progress.counts.applied += done.value.entries;
  progress.row = chunk.lastRow;
  return true;
}

interface Stretch {
  id: string;
  fromRow: number;
  toRow: number;
}

/** One chunk as an act: the log says who brought which rows in. */
const applyRows = (one: Import): Act<Stretch, { entries: number; there: number }> => ({
  name: 'import.apply',
  async perform(context, input) {
    const { tx, now, actor } = context;
    const aside = await setAsideThere(tx, one.id, input.fromRow, input.toRow);
    const groups = await chunkGroups(tx, one.id, input.fromRow, input.toRow);
    const no = refusedGroup(context, groups);
    if (no !== null) return refused(no);
    const year = partsOf(dayOf(now)).year;
    const byCounty = new Map<string, number>();
    for (const { countyId, numbered } of groups) byCounty.set(countyId, (byCounty.get(countyId) ?? 0) + numbered);
    const wanted = [...byCounty].flatMap(([countyId, count]) => (count === 0 ? [] : [{ countyId, year, count }]));
    const drawn = wanted.length === 0 ? new Map<string, number>() : await drawNumbers(tx, wanted);
    const numbers = new Map(wanted.map(({ countyId }) => [countyId, drawn.get(`${countyId} ${year}`) ?? 1]));
    const entries = await putEntries(
      tx,
      { importId: one.id, kind: one.kind, personId: actor.personId, postId: context.post, year, now },
      input,
      numbers,
    );
    const answer = { entries, there: aside.there };
    return ok({ answer, subject: { kind: 'import', id: one.id }, after: { ...input, ...answer, digest: one.digest } });
  },
});

/** A unit and county of the chunk that the person may not report for any more. */
function refusedGroup(context: ActContext, groups: readonly { unitId: string; countyId: string }[]): Problem | null {
  for (const { unitId, countyId } of groups) {
    const no = allow(context, 'ledger.report', { unitIds: [unitId], placeIds: [countyId] });
    if (no !== null) return no;
  }
  return null;
}

/** What is in stays counted exactly; the good rows that are left wait for another try. */
async function backToChecked(tx: Tx, importId: string | null, why: Problem, now: Instant): Promise<void> {
  const row = importId === null ? null : await lockImport(tx, importId);
  if (row === null) return;
  const { counts } = shaped(row);
  const applied = await livingOf(tx, row.id);
  await setImportState(tx, row.id, {
    state: 'checked',
    problem: why,
    counts: counts === null ? null : { ...counts, applied },
    now,
  });
}

/** Cancelled while it went on: what had come in is withdrawn, so that nothing is there by half. */
async function endEarly(tx: Tx, importId: string | null, why: Problem | null, now: Instant): Promise<void> {
  const row = importId === null ? null : await lockImport(tx, importId);
  if (row === null) return;
  const { counts } = shaped(row);
  await clearStage(tx, row.id);
  await withdrawOf(tx, row.id, { personId: row.madeBy, now });
  const applied = await livingOf(tx, row.id);
  await setImportState(tx, row.id, {
    state: 'cancelled',
    problem: why,
    counts: counts === null ? null : { ...counts, applied },
    now,
    ended: true,
  });
}
