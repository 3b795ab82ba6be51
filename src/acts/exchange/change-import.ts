import { headerKey } from '../../core/exchange/header.ts';
import { kindColumns } from '../../core/exchange/kind-columns.ts';
import { readFixed } from '../../core/exchange/read-draft.ts';
import type { ColumnMatch } from '../../core/exchange/types.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { UnreadableSheet } from '../../formats/sheet/unreadable-sheet.ts';
import { clearRows } from '../../storage/exchange/import-stage.ts';
import {
  loadImport,
  lockImport,
  rememberedHeaders,
  rememberHeaders,
  setImportState,
  setReading,
} from '../../storage/exchange/sheet-import.ts';
import { lockJob } from '../../storage/job/job.ts';
import type { JobKinds } from '../job/job-kind.ts';
import { queueJob, stopJob } from '../job/jobs.ts';
import type { Act, ActContext } from '../run-act.ts';
import type { ApplyInput } from './apply-import.ts';
import { allowImport, currentDefinition, mappingOf } from './begin-import.ts';
import { shaped, type Import, type ImportOptions } from './import-shapes.ts';
import { openQuestions } from './import-questions.ts';
import { loadWorld } from './import-world.ts';
import { openImport } from './open-file.ts';
import { readHead } from './read-head.ts';

/** How an import is to be read. `mapping` null: as the reader finds it (after another sheet or header was chosen). */
export interface MapInput {
  id: string;
  sheet: number;
  mapping: { column: number; code: string }[] | null;
  options: ImportOptions;
}

/** The import, locked, if the person may work on it; else the problem. */
async function mine(context: ActContext, id: string): Promise<Result<Import, Problem>> {
  const row = await lockImport(context.tx, id);
  if (row === null) return refused(problem('access.missing'));
  const no = allowImport(context, row.unitId);
  return no === null ? ok(shaped(row)) : refused(no);
}

const subjectOf = (id: string) => ({ kind: 'import', id });

/** Says how a sheet is read: which sheet and header, which column is what, the answers to what the sheet leaves open. */
export const mapImport: Act<MapInput, { id: string }> = {
  name: 'import.map',
  async perform(context, input) {
    const { tx, now, house } = context;
    const found = await mine(context, input.id);
    if (!found.ok) return found;
    const one = found.value;
    if (one.state !== 'read' && one.state !== 'checked') return refused(problem('import.not_open'));
    if (one.counts !== null && one.counts.applied > 0) return refused(problem('import.not_open'));
    if (one.sheets[input.sheet] === undefined) return refused(problem('sheet.no_such_sheet', 'sheet'));
    const definition = await currentDefinition(house, tx, one.kind);
    if (definition === null) return refused(problem('access.missing'));
    const head = await headFor(context, one, input);
    if (!head.ok) return head;
    const memory = await rememberedHeaders(tx, one.unitId, one.kind);
    const mapping = input.mapping === null ? mappingOf(head.value, definition, memory) : chosen(one, input.mapping);
    const problems = mappingProblems(mapping, head.value.layout?.columns.length ?? 0, kindColumns(definition));
    if (problems.length > 0) return refused(...problems);
    const world = await loadWorld(house, tx, context.actor, one.kind);
    if (world === null) return refused(problem('access.missing'));
    const defaults = { unitId: one.unitId, titleUnit: null, ...input.options };
    const fixed = readFixed(definition, mapping, defaults, world.lookups);
    if (fixed.problems.length > 0)
      return refused(...fixed.problems.map((two) => ({ ...two, at: `options.fixed.${two.at ?? ''}` })));
    if (input.mapping !== null) await rememberHeaders(tx, one.unitId, one.kind, saidOf(head.value, mapping), now);
    await clearRows(tx, one.id);
    await setReading(tx, one.id, { sheet: input.sheet, head: head.value, mapping, options: input.options, now });
    return ok({ answer: { id: one.id }, subject: subjectOf(one.id), before: one.mapping, after: input });
  },
};

async function headFor(context: ActContext, one: Import, input: MapInput): Promise<Result<Import['head'], Problem>> {
  const same =
    input.sheet === one.sheet &&
    input.options.readHidden === one.options.readHidden &&
    String(input.options.headerRows) === String(one.options.headerRows);
  if (same) return ok(one.head);
  const source = await openImport(context.tx, one);
  if (!source.ok) return source;
  try {
    return ok(await readHead(source.value, input.sheet, input.options));
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error;
    return refused(error.problem);
  }
}

/** What a person chose; where it is what the reader had found, the certainty stays. */
const chosen = (one: Import, mapping: readonly { column: number; code: string }[]): ColumnMatch[] =>
  mapping.map(
    ({ column, code }) =>
      one.mapping.find((match) => match.column === column && match.code === code) ?? {
        column,
        code,
        certainty: 'remembered',
        by: '',
      },
  );

function mappingProblems(
  mapping: readonly ColumnMatch[],
  width: number,
  wanted: readonly { code: string }[],
): Problem[] {
  const codes = mapping.map((one) => one.code);
  const columns = mapping.map((one) => one.column);
  const twice = new Set(codes).size < codes.length || new Set(columns).size < columns.length;
  const strange = codes.some((code) => !wanted.some((one) => one.code === code)) || columns.some((n) => n >= width);
  return twice || strange ? [problem('input.invalid', 'mapping')] : [];
}

/** Every header of the sheet with what it was taken for; '' for those not wanted. */
function saidOf(head: Import['head'], mapping: readonly ColumnMatch[]): Map<string, string> {
  const said = new Map<string, string>();
  for (const column of head.layout?.columns ?? []) {
    if (column.name === '') continue;
    const key = column.path.map(headerKey).join('/');
    if (key !== '') said.set(key.slice(0, 300), mapping.find((one) => one.column === column.index)?.code ?? '');
  }
  return said;
}

/** Begins to check every row; the answer names the job. */
export const checkImport: Act<{ id: string }, { id: string; jobId: string }> = {
  name: 'import.check',
  async perform(context, input) {
    const found = await mine(context, input.id);
    if (!found.ok) return found;
    const one = found.value;
    if (one.state !== 'read' && one.state !== 'checked') return refused(problem('import.not_open'));
    const definition = await currentDefinition(context.house, context.tx, one.kind);
    if (definition === null) return refused(problem('access.missing'));
    const open = openQuestions(one, definition);
    if (open.length > 0) return refused(...open);
    const jobId = await queueJob(context, { kind: 'import.check', about: one.id, input: {} });
    await setImportState(context.tx, one.id, { state: 'checking', counts: null, jobId, now: context.now });
    return ok({ answer: { id: one.id, jobId }, subject: subjectOf(one.id), before: one.state, after: { jobId } });
  },
};

/** Begins to make entries of the good rows; with `all` only where no row was refused. */
export const applyImport: Act<{ id: string } & ApplyInput, { id: string; jobId: string }> = {
  name: 'import.apply',
  async perform(context, input) {
    const found = await mine(context, input.id);
    if (!found.ok) return found;
    const one = found.value;
    if (one.state !== 'checked' || one.counts === null) return refused(problem('import.not_checked'));
    if (input.mode === 'all' && one.counts.refused > 0)
      return refused(problem('import.has_refused', undefined, { count: one.counts.refused }));
    if (one.counts.accepted === one.counts.applied) return refused(problem('import.nothing_good'));
    const work: ApplyInput = { mode: input.mode };
    const total = one.counts.accepted;
    const jobId = await queueJob(context, { kind: 'import.apply', about: one.id, input: work, total });
    await setImportState(context.tx, one.id, { state: 'applying', jobId, now: context.now });
    return ok({
      answer: { id: one.id, jobId },
      subject: subjectOf(one.id),
      before: one.counts,
      after: { jobId, ...work },
    });
  },
};

/** Gives an import up. One that is being put in stops after the chunk, and what had come in is withdrawn. */
export const cancelImport = (kinds: JobKinds): Act<{ id: string }, { id: string }> => ({
  name: 'import.cancel',
  async perform(context, input) {
    const { tx, now } = context;
    // The job before the import: in the order in which the work itself takes them.
    const jobId = (await lockedJobOf(context, input.id)) ?? '';
    const found = await mine(context, input.id);
    if (!found.ok) return found;
    const one = found.value;
    if (one.state === 'done') return refused(problem('import.not_open'));
    const job = jobId === '' ? null : await lockJob(tx, jobId);
    if (job !== null) await stopJob(tx, kinds, job, now);
    if (one.state === 'read' || one.state === 'checked') {
      if ((one.counts?.applied ?? 0) > 0) return refused(problem('import.partly_in'));
      await clearRows(tx, one.id);
      await setImportState(tx, one.id, { state: 'cancelled', now, ended: true });
    }
    return ok({ answer: { id: one.id }, subject: subjectOf(one.id), before: one.state, after: { cancelled: true } });
  },
});

async function lockedJobOf(context: ActContext, importId: string): Promise<string | null> {
  const row = await loadImport(context.tx, importId);
  if (row?.jobId === null || row === null) return null;
  await lockJob(context.tx, row.jobId);
  return row.jobId;
}
