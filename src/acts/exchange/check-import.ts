import { blankBetween } from '../../core/exchange/row-account.ts';
import { rowJudge } from '../../core/exchange/row-fate.ts';
import { mergeFiller } from '../../core/exchange/merge-filler.ts';
import type { SheetRow } from '../../core/exchange/types.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { UnreadableSheet } from '../../formats/sheet/unreadable-sheet.ts';
import type { Tx } from '../../storage/database/transaction.ts';
import {
  clearRows,
  copyRows,
  copyStage,
  copyText,
  setAsideThere,
  setAsideTwins,
  stagedRows,
  stageSums,
} from '../../storage/exchange/import-stage.ts';
import { loadImport, setImportState } from '../../storage/exchange/sheet-import.ts';
import type { JobKind, JobRun, JobStep } from '../job/job-kind.ts';
import { otherTable, rowChecker, stageLiner, type RowProblem } from './check-row.ts';
import {
  addCounts,
  enter,
  moveAccepted,
  noCounts,
  shaped,
  type Because,
  type Import,
  type ImportCounts,
} from './import-shapes.ts';
import { loadWorld, mayImportFor } from './import-world.ts';
import { openImport } from './open-file.ts';

/** Rows of one chunk: a second or so of work. */
const CHUNK = 20_000;

/** How far a check came: the last row read, and what the rows up to it came to. */
export interface CheckProgress {
  phase: 'rows' | 'twins';
  row: number;
  /** Rows put on the stage so far; not as many there means that the database crashed and emptied it. */
  staged: number;
  counts: ImportCounts;
}

const begun = (): CheckProgress => ({ phase: 'rows', row: 0, staged: 0, counts: noCounts() });

/** The job that reads every row of an import and says what would become of it. It writes no entry. */
export const checkJob: JobKind = {
  async open(run) {
    const check = await openCheck(run, run.about ?? '');
    return {
      async step(progress) {
        const step = await check.step(progress as CheckProgress | null);
        if (step.ended === null) return step;
        const { ended } = step;
        return {
          ...step,
          // The same object: storing fills in what only the database knows.
          outcome: ended as unknown as Record<string, unknown>,
          store: async (tx) => {
            await step.store?.(tx);
            await closeCheck(tx, run.about ?? '', ended, run.house.clock());
          },
        };
      },
      close: () => check.close(),
    };
  },
  cancelled: (tx, job, now) => backToRead(tx, job.about, null, now),
  failed: (tx, job, now) => backToRead(tx, job.about, problem('internal'), now),
};

async function backToRead(tx: Tx, importId: string | null, why: Problem | null, now: Instant): Promise<void> {
  if (importId === null) return;
  await clearRows(tx, importId);
  await setImportState(tx, importId, { state: 'read', counts: null, problem: why, now });
}

/** How a check ended. */
export type CheckEnd = { counts: ImportCounts } | { problem: Problem };

/** Keeps what a check found. */
async function closeCheck(tx: Tx, importId: string, ended: CheckEnd, now: Instant): Promise<void> {
  if ('problem' in ended) return backToRead(tx, importId, ended.problem, now);
  await setImportState(tx, importId, { state: 'checked', counts: ended.counts, now });
}

/** A step of a check; `ended` is null until the last. */
export type CheckStep = Omit<JobStep, 'progress'> & { progress: CheckProgress; ended: CheckEnd | null };

/** Opens the check of an import: step after step until it ends. Also what an application does first where the stage was lost. */
export async function openCheck(
  run: JobRun,
  importId: string,
): Promise<{ step(progress: CheckProgress | null): Promise<CheckStep>; close(): Promise<void> }> {
  const row = await loadImport(run.house.app, importId);
  if (row === null) throw new Error('the import is gone');
  const one = shaped(row);
  let reading: Rows | null = null;
  let ahead: Promise<Stretch> | null = null;
  const close = async () => {
    await reading?.close();
    reading = null;
  };
  return {
    close,
    async step(before) {
      let progress = before;
      // A database that crashed has emptied the stage, which is not logged: then everything is read again.
      if (reading === null && progress !== null && (await stagedRows(run.house.app, importId)) !== progress.staged)
        progress = null;
      if (progress?.phase === 'twins') return twins(importId, progress);
      try {
        return await rows(progress);
      } catch (error) {
        if (!(error instanceof UnreadableSheet)) throw error;
        return { progress: begun(), done: 0, ended: { problem: error.problem } };
      }
    },
  };

  async function rows(progress: CheckProgress | null): Promise<CheckStep> {
    reading ??= await openRows(run, one, progress?.row ?? 0);
    const stretch = await (ahead ?? readStretch(reading, progress?.row ?? 0));
    // While these rows are stored the next ones are read.
    ahead = stretch.ended ? null : readStretch(reading, stretch.row);
    ahead?.catch(() => undefined);
    return rowsStep(importId, stretch, progress);
  }
}

interface Rows {
  close(): Promise<void>;
  next(): Promise<SheetRow[] | null>;
  work(rows: readonly SheetRow[], counts: ImportCounts, last: number): { stage: string[]; rows: string[] };
}

/** Opens the file behind the last row read. Throws `UnreadableSheet`. */
async function openRows(run: JobRun, one: Import, after: number): Promise<Rows> {
  const actor = await run.actor();
  const layout = one.head.layout;
  const world = actor === null ? null : await loadWorld(run.house, run.house.app, actor, one.kind);
  if (actor === null || world === null || layout === null || !mayImportFor(actor, one.unitId))
    throw new UnreadableSheet('access.missing');
  const source = await openImport(run.house.app, one);
  if (!source.ok) {
    const [why = problem('sheet.damaged')] = source.problems;
    throw new UnreadableSheet(why.code, why.params);
  }
  const { merges } = await source.value.frame(one.sheet);
  const width = layout.columns.length;
  const batches = source.value.batches(one.sheet, width);
  const within = merges.filter(({ left }) => left < width);
  const fill = mergeFiller(within, layout.firstDataRow);
  const check = rowChecker(one, world);
  const judge = rowJudge(layout, { readHidden: one.options.readHidden });
  const line = stageLiner(one.id);
  const rowLine = rowLiner(one.id);
  return {
    close: async () => {
      await batches.return(undefined);
    },
    async next() {
      for (;;) {
        const batch = await batches.next();
        if (batch.done === true) return null;
        const fresh = batch.value.filter((row) => {
          if (row.row > after) return true;
          // Merged cells and other tables may begin in rows that were read before.
          fill(row);
          judge(row);
          return false;
        });
        if (fresh.length > 0) return fresh;
      }
    },
    work(rows, counts, last) {
      const out = { stage: [] as string[], rows: [] as string[] };
      let before = last;
      for (const row of rows) {
        enter(counts, 'blank', blankBetween(before, row.row));
        before = row.row;
        const { because, under } = judge(row);
        const filled = fill(row);
        if (because !== null) {
          enter(counts, because);
          if (because !== 'blank') out.rows.push(rowLine(row.row, 'ignored', because, null));
          continue;
        }
        const found = under === null ? check(filled) : { good: null, problems: [otherTable(under)] };
        enter(counts, found.good === null ? 'refused' : 'accepted');
        if (found.good === null) out.rows.push(rowLine(row.row, 'refused', null, found.problems));
        else out.stage.push(line(row.row, found.good));
      }
      return out;
    },
  };
}

const rowLiner =
  (importId: string) =>
  (row: number, fate: 'refused' | 'ignored', because: Because | null, problems: RowProblem[] | null): string =>
    `${importId}\t${row}\t${fate}\t${because ?? '\\N'}\t${copyText(problems === null ? null : JSON.stringify(problems))}\n`;

/** What a stretch of rows came to, before it is stored. */
interface Stretch {
  stage: string[];
  rows: string[];
  counts: ImportCounts;
  /** Last row of it. */
  row: number;
  /** The sheet has no more. */
  ended: boolean;
}

/** Reads and checks the next rows. Lets other work of the server in between. */
async function readStretch(reading: Rows, after: number): Promise<Stretch> {
  const done: Stretch = { stage: [], rows: [], counts: noCounts(), row: after, ended: false };
  for (let read = 0; read < CHUNK;) {
    const batch = await reading.next();
    if (batch === null) return { ...done, ended: true };
    const out = reading.work(batch, done.counts, done.row);
    for (const one of out.stage) done.stage.push(one);
    for (const one of out.rows) done.rows.push(one);
    read += batch.length;
    done.row = batch.at(-1)?.row ?? done.row;
    await new Promise((go) => setImmediate(go));
  }
  return done;
}

function rowsStep(importId: string, read: Stretch, before: CheckProgress | null): CheckStep {
  const progress: CheckProgress = structuredClone(before ?? begun());
  const from = progress.row;
  progress.row = read.row;
  if (read.ended) progress.phase = 'twins';
  addCounts(progress.counts, read.counts);
  const { counts, staged } = progress;
  return {
    progress,
    done: progress.row,
    ended: null,
    async store(tx) {
      if (before === null) await clearRows(tx, importId);
      await copyStage(tx, read.stage);
      await copyRows(tx, read.rows);
      const aside = await setAsideThere(tx, importId, from + 1, progress.row);
      progress.counts = structuredClone(counts);
      moveAccepted(progress.counts, 'there', aside.there);
      progress.counts.applied += aside.own;
      progress.staged = staged + read.stage.length - aside.there - aside.own;
    },
  };
}

/** The last step: rows that say what a row above says, and the sums. */
function twins(importId: string, before: CheckProgress): CheckStep {
  const progress: CheckProgress = structuredClone(before);
  const ended: CheckEnd = { counts: progress.counts };
  return {
    progress,
    done: before.row,
    total: before.row,
    ended,
    async store(tx) {
      // A repetition after a deadlock begins anew.
      const counts = structuredClone(before.counts);
      const aside = await setAsideTwins(tx, importId);
      moveAccepted(counts, 'twin', aside.ignored);
      moveAccepted(counts, 'refused', aside.refused);
      const { rows, ...sums } = await stageSums(tx, importId);
      ended.counts = { ...counts, sums };
      progress.counts = ended.counts;
      progress.staged = rows;
    },
  };
}
