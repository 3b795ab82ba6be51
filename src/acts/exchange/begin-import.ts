import { kindColumns } from '../../core/exchange/kind-columns.ts';
import { matchColumns } from '../../core/exchange/match-columns.ts';
import type { ColumnMatch } from '../../core/exchange/types.ts';
import type { Actor } from '../../core/access/reach.ts';
import { roleMay } from '../../core/access/role.ts';
import { dayOf } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import { versionFor } from '../../core/ledger/versions.ts';
import { sheetProblem, UnreadableSheet } from '../../formats/sheet/unreadable-sheet.ts';
import type { Reader } from '../../storage/database/transaction.ts';
import { insertImport, insertPart, rememberedHeaders } from '../../storage/exchange/sheet-import.ts';
import { listKindVersions } from '../../storage/ledger/kind.ts';
import type { House } from '../house.ts';
import { notHelping } from '../ledger/helping-units.ts';
import { runAct, type Act, type ActContext } from '../run-act.ts';
import { NO_OPTIONS, type SheetHead } from './import-shapes.ts';
import { mayImportFor } from './import-world.ts';
import { openSheet } from './open-file.ts';
import { likelySheet } from './read-head.ts';

/** A table that somebody brings; its bytes can be read more than once, part after part. */
export interface BroughtSheet {
  actId: string;
  id: string;
  unitId: string;
  kind: string;
  fileName: string;
  pasted: boolean;
  /** SHA-256 and number of the bytes. */
  digest: Buffer;
  size: number;
  parts(): AsyncIterable<Buffer>;
}

/** What was read of a table before it is kept. */
interface Opened {
  format: string;
  sheets: { name: string; hidden: boolean }[];
  sheet: number;
  head: SheetHead;
}

/** Opens a table, finds what to read in it, matches its columns with the kind's, and keeps it. No entry is made. */
export async function beginImport(
  house: House,
  actor: Actor,
  file: BroughtSheet,
  call: { requestId?: string | null } = {},
): Promise<Result<{ id: string }, Problem>> {
  if (!mayImportFor(actor, file.unitId)) return refused(problem('access.missing'));
  const definition = await currentDefinition(house, house.app, file.kind);
  if (definition === null) return refused(problem('access.missing', 'kind'));
  const opened = await openFirst(file);
  if (!opened.ok) return opened;
  const remembered = await rememberedHeaders(house.app, file.unitId, file.kind);
  const mapping = mappingOf(opened.value.head, definition, remembered);
  const input = {
    id: file.id,
    unitId: file.unitId,
    kind: file.kind,
    fileName: file.fileName,
    digest: file.digest.toString('hex'),
  };
  return runAct(house, keepImport(file, opened.value, mapping), {
    actId: file.actId,
    actor,
    input,
    requestId: call.requestId ?? null,
  });
}

/** The version of a kind that columns are matched by: the one that holds today, else the latest; null: no such kind. */
export async function currentDefinition(house: House, db: Reader, kind: string): Promise<KindDefinition | null> {
  const versions = await listKindVersions(db, [kind]);
  return (versionFor(versions, dayOf(house.clock()), null) ?? versions.at(-1))?.definition ?? null;
}

/** The columns of a sheet as the kind wants them. */
export function mappingOf(
  head: SheetHead,
  definition: KindDefinition,
  remembered: ReadonlyMap<string, string>,
): ColumnMatch[] {
  return head.layout === null ? [] : matchColumns(head.layout.columns, kindColumns(definition), remembered).matches;
}

async function openFirst(file: BroughtSheet): Promise<Result<Opened, Problem>> {
  const opened = await openSheet(file.parts(), file);
  if (!opened.ok) return named(opened);
  try {
    const source = opened.value;
    const sheets = source.sheets.map(({ name, hidden }) => ({ name, hidden }));
    const format = file.pasted ? 'paste' : source.format;
    return ok({ format, sheets, ...(await likelySheet(source)) });
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error;
    return named(refused(sheetProblem(error, file.fileName)));
  }
}

const named = (result: { ok: false; problems: Problem[] }): Result<never, Problem> =>
  refused(...result.problems.map((one) => problem(one.code, 'file', one.params)));

const keepImport = (file: BroughtSheet, opened: Opened, mapping: ColumnMatch[]): Act<object, { id: string }> => ({
  name: 'import.begin',
  violations: { sheet_import_pkey: 'act.id_used' },
  async perform(context) {
    const { tx, now, actor } = context;
    const no = allowImport(context, file.unitId);
    if (no !== null) return refused(no);
    const helped = await notHelping(tx, file.unitId, context.today);
    if (helped !== null) return refused(helped);
    const { id, unitId, kind, fileName, digest, size } = file;
    await insertImport(tx, {
      ...{ id, unitId, kind, digest, size, mapping, now },
      ...opened,
      fileName: fileName.slice(0, 300),
      options: NO_OPTIONS,
      by: actor.personId,
    });
    let seq = 0;
    for await (const part of file.parts()) await insertPart(tx, id, seq++, part);
    const after = { unitId, kind, fileName, digest: digest.toString('hex') };
    return ok({ answer: { id }, subject: { kind: 'import', id }, after });
  },
});

/** Whether the person may import for the unit; notes the post for the log. */
export function allowImport(context: ActContext, unitId: string): Problem | null {
  const { actor } = context;
  if (!mayImportFor(actor, unitId)) return problem('access.missing');
  context.post ??=
    actor.posts.find(
      (post) =>
        roleMay(post.role, 'ledger.report') &&
        post.pairs.some((pair) => pair.units === null || pair.units.includes(unitId)),
    )?.id ?? null;
  return null;
}
