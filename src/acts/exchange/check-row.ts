import { hash } from 'node:crypto';
import { draftReader } from '../../core/exchange/read-draft.ts';
import type { TableRow } from '../../core/exchange/types.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { checkEntry } from '../../core/ledger/check-entry.ts';
import type { EntryDraft } from '../../core/ledger/entry.ts';
import type { KindDefinition, KindVersion } from '../../core/ledger/kind.ts';
import { onceKeyText } from '../../core/ledger/once-key.ts';
import { pathOf } from '../../core/ledger/prepare-kind.ts';
import { sliceOf } from '../../core/ledger/slice.ts';
import { versionFor } from '../../core/ledger/versions.ts';
import { copyText } from '../../storage/exchange/import-stage.ts';
import type { Import } from './import-shapes.ts';
import type { ImportWorld } from './import-world.ts';

/** Why a row is refused, at a column from 0 or as a whole. */
export interface RowProblem {
  column: number | null;
  code: Problem['code'];
  params?: Problem['params'];
}

/** Why a row under another table's header is refused. */
export const otherTable = (row: number): RowProblem => ({ column: null, code: 'import.other_table', params: { row } });

/** A row that can become an entry. */
export interface GoodRow {
  draft: EntryDraft;
  version: KindVersion;
  state: 'reported' | 'draft';
}

/** What a row came to. */
export type CheckedRow = { good: GoodRow; problems: null } | { good: null; problems: RowProblem[]; draft: EntryDraft };

/** Makes the checker of an import's rows: the same for the preview, the check and the resumption. The layout must be known. */
export function rowChecker(one: Import, world: ImportWorld): (row: TableRow) => CheckedRow {
  const { layout } = one.head;
  if (layout === null) throw new Error('no table to read');
  const columnOf = new Map(one.mapping.map(({ column, code }) => [code, column]));
  const byPath = new Map([...columnOf].map(([code, column]) => [pathOf(code), column]));
  const read = draftReader(
    world.definition,
    { columns: layout.columns, mapping: one.mapping },
    { unitId: one.unitId, titleUnit: layout.titleUnit, ...one.options },
    world.lookups,
  );
  const at = (code: string, found: Problem): RowProblem => rowProblem(columnOf.get(code) ?? null, found);
  return (row) => {
    const { draft, problems } = read(row);
    const found = problems.map((two) => rowProblem(two.column, two.problem));
    const seen = new Set(problems.map((two) => two.column));
    const placed = belongs(draft, world);
    if (placed !== null && !seen.has(columnOf.get(placed.code) ?? null)) found.push(at(placed.code, placed.problem));
    const version = versionFor(world.versions, draft.occurredOn || world.today, draft.countyId || null);
    if (version === null) {
      found.push(at('occurred_on', problem('import.kind_not_valid', undefined, { day: draft.occurredOn })));
      return { good: null, draft, problems: found };
    }
    const checked = checkEntry(version, draft, world.today);
    for (const two of checked.problems) {
      const column = byPath.get(two.at ?? '') ?? null;
      // Rosters and files follow by hand: such rows come in as drafts. Of a cell that cannot be read no more is said.
      if (two.at !== 'roster' && (column === null || !seen.has(column))) found.push(rowProblem(column, two));
    }
    if (found.length > 0) return { good: null, draft, problems: found };
    const state = one.options.asDrafts || followsUp(version.definition) ? 'draft' : 'reported';
    return { good: { draft: checked.normal, version, state }, problems: null };
  };
}

/** Whether entries of the kind need what a sheet cannot bring: files that are demanded, or a roster. */
export const followsUp = (definition: KindDefinition): boolean =>
  definition.roster === 'required' || definition.evidence.some((demand) => demand.least > 0);

/** Without `at`: the column says where. Params go to the person as they are. */
const rowProblem = (column: number | null, { code, at, params }: Problem): RowProblem => ({
  column,
  code,
  ...(params === undefined && (column !== null || at === undefined)
    ? {}
    : { params: { ...params, ...(column === null && at !== undefined ? { at } : {}) } }),
});

/** Whether unit and county are such that the person may report for them. */
function belongs(draft: EntryDraft, world: ImportWorld): { code: string; problem: Problem } | null {
  const { unitId, countyId } = draft;
  if (countyId === '') return { code: 'county', problem: problem('input.required') };
  if (!world.isCounty(countyId))
    return { code: 'county', problem: problem('import.place_unknown', undefined, { place: countyId }) };
  return world.allows(unitId, countyId) ? null : { code: 'county', problem: problem('import.out_of_reach') };
}

/** Makes the lines that COPY takes of good rows. The id of the entry to be is always the same for a row of an import. */
export function stageLiner(importId: string): (row: number, good: GoodRow) => string {
  const hex = importId.replaceAll('-', '');
  const idOf = (row: number) => {
    const n = row.toString(16).padStart(8, '0');
    // The time of the import, the row, then what is the import's own: entries of one import lie beside one another.
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${n.slice(0, 3)}-8${n.slice(3, 6)}-${n.slice(6)}${hex.slice(20, 30)}`;
  };
  return (row, { draft, version, state }) => {
    const { measures: m } = draft;
    const fields = JSON.stringify(draft.fields);
    const key = onceKeyText(version.definition, draft);
    const said = [
      draft.unitId,
      draft.kind,
      draft.countyId,
      draft.occurredOn,
      m.amountFen,
      m.quantity,
      m.people,
      m.personTimes,
      draft.voucher,
      draft.payee,
      fields,
      draft.note,
    ].join('\u0001');
    return `${importId}\t${row}\t${idOf(row)}\t${draft.countyId}\t${draft.unitId}\t${draft.placeId ?? '\\N'}\t${version.version}\t${state}\t${
      draft.occurredOn
    }\t${copyText(m.amountFen)}\t${copyText(m.quantity)}\t${copyText(m.people)}\t${copyText(m.personTimes)}\t${copyText(
      sliceOf(version.definition, draft.fields),
    )}\t${copyText(draft.voucher)}\t${copyText(draft.payee)}\t${copyText(fields)}\t${copyText(draft.note)}\t${
      key === null ? '\\N' : hash('sha256', key, 'hex')
    }\t\\\\x${hash('sha256', said, 'hex').slice(0, 32)}\n`;
  };
}
