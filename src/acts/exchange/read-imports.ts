import { shownCell } from '../../core/exchange/cell-text.ts';
import { kindColumns } from '../../core/exchange/kind-columns.ts';
import { sameHeaders } from '../../core/exchange/match-columns.ts';
import { reachOf, reaches, type Actor } from '../../core/access/reach.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { EntryDraft } from '../../core/ledger/entry.ts';
import type { Bilingual, KindDefinition } from '../../core/ledger/kind.ts';
import { columnName } from '../../formats/sheet/cell-ref.ts';
import { unitNames } from '../../storage/access/unit.ts';
import { fateRows, findImport, listImports, sameFile, type ImportLine } from '../../storage/exchange/sheet-import.ts';
import { listKindVersions } from '../../storage/ledger/kind.ts';
import { placeNames } from '../../storage/place/place-names.ts';
import { problemSentence } from '../../words/problem-sentence.ts';
import type { Language } from '../../words/words.ts';
import type { House } from '../house.ts';
import { cursorOf, pageOf } from '../paging.ts';
import { followsUp, otherTable, rowChecker, type RowProblem } from './check-row.ts';
import { shaped, type HeadRow, type Import } from './import-shapes.ts';
import { openQuestions } from './import-questions.ts';
import { loadWorld, mayImportFor, type ImportWorld } from './import-world.ts';

const noName: Bilingual = { zh: '', en: '' };

/** What a list shows, with names. */
async function lines(house: House, rows: readonly ImportLine[]) {
  const units = await unitNames(house.app, [...new Set(rows.map((row) => row.unitId))]);
  const versions = await listKindVersions(house.app, [...new Set(rows.map((row) => row.kind))]);
  const names = new Map(versions.map((one) => [one.code, one.definition.name]));
  return rows.map((row) => ({
    ...row,
    unitName: units.get(row.unitId) ?? '',
    kindName: names.get(row.kind) ?? noName,
    size: Number(row.size),
    sheetName: (row.sheets as Import['sheets'])[row.sheet]?.name ?? '',
    madeBy: row.madeByName,
  }));
}

/** Imports within reach, newest first. */
export async function readImports(
  house: House,
  actor: Actor,
  ask: { kind?: string | undefined; after?: string | undefined; limit: number },
) {
  const rows = await listImports(house.app, reachOf(actor, 'ledger.report'), actor.personId, {
    kind: ask.kind ?? null,
    after: cursorOf(ask.after),
    limit: ask.limit + 1,
  });
  const page = pageOf(rows, ask.limit, (row) => [row.madeAt, row.id]);
  return { items: await lines(house, page.items), next: page.next };
}

/** An import that the person sees, or the problem. */
export async function importOf(house: House, actor: Actor, id: string): Promise<Result<Import, Problem>> {
  const row = await findImport(house.app, reachOf(actor, 'ledger.report'), actor.personId, id);
  return row === null ? refused(problem('access.missing')) : ok(shaped(row));
}

/** One import: how it is read, its first rows, what became of the rows. */
export async function readImport(house: House, actor: Actor, id: string): Promise<Result<object, Problem>> {
  const found = await importOf(house, actor, id);
  if (!found.ok) return found;
  const one = found.value;
  const world = await loadWorld(house, house.app, actor, one.kind);
  if (world === null) return refused(problem('access.missing'));
  const [line] = await lines(house, [one]);
  const preview = previewOf(one, world);
  const open = openQuestions(one, world.definition);
  return ok({
    ...line,
    ...readingOf(one, world.definition),
    options: one.options,
    open,
    preview: preview.map(({ draft: _draft, ...row }) => row),
    names: await namesOf(house, preview),
    followsUp: followsUp(world.definition),
    sameFile: await sameFile(house.app, one),
    can: canOf(one, actor, open.length === 0),
  });
}

function readingOf(one: Import, definition: KindDefinition) {
  const { layout } = one.head;
  const same = sameHeaders(layout?.columns ?? [], new Set(one.mapping.map(({ column }) => column)));
  return {
    sheets: one.sheets,
    headerRows: layout?.headerRows ?? [],
    headerCertainty: layout?.certainty ?? null,
    titleUnit: layout?.titleUnit ?? null,
    columns: (layout?.columns ?? []).map((column) => {
      const match = one.mapping.find((two) => two.column === column.index);
      return {
        column: column.index,
        name: column.name,
        unit: column.unit,
        hidden: column.hidden,
        code: match?.code ?? null,
        certainty: match?.certainty ?? null,
        sameAs: same.get(column.index) ?? null,
      };
    }),
    wanted: kindColumns(definition).map(({ code, names, required }) => ({
      code,
      name: { zh: names[0] ?? code, en: names[1] ?? '' },
      required: required === true,
    })),
  };
}

function canOf(one: Import, actor: Actor, answered: boolean) {
  const mine = mayImportFor(actor, one.unitId);
  const open = mine && (one.state === 'read' || one.state === 'checked');
  const untouched = (one.counts?.applied ?? 0) === 0;
  return {
    map: open && untouched,
    check: open && answered && untouched,
    apply: mine && one.state === 'checked' && (one.counts?.accepted ?? 0) > (one.counts?.applied ?? 0),
    cancel: mine && (one.state === 'checking' || one.state === 'applying' || (open && untouched)),
    refused: (one.counts?.refused ?? 0) > 0 && one.state !== 'checking' && one.state !== 'cancelled',
  };
}

interface Preview {
  row: number;
  cells: string[];
  because: string | null;
  values: Record<string, string> | null;
  problems: RowProblem[];
  draft: EntryDraft | null;
}

/** The first rows as the check would read them. */
function previewOf(one: Import, world: ImportWorld): Preview[] {
  const check = one.head.layout === null ? null : rowChecker(one, world);
  return one.head.rows.map((row) => {
    const shown = { row: row.row, cells: row.cells.map(shownCell), because: row.because };
    if (row.because !== null || check === null) return { ...shown, values: null, problems: [], draft: null };
    if (row.under !== null) return { ...shown, values: null, problems: [otherTable(row.under)], draft: null };
    const found = check(tableRow(row));
    const draft = found.good === null ? found.draft : found.good.draft;
    return { ...shown, values: valuesOf(draft), problems: found.problems ?? [], draft };
  });
}

const tableRow = (row: HeadRow) => ({
  row: row.row,
  cells: row.cells,
  fromMerge: new Set(row.fromMerge),
  startsMerge: new Set(row.startsMerge),
});

function valuesOf(draft: EntryDraft): Record<string, string> {
  const { amountFen, quantity, people, personTimes } = draft.measures;
  const all: Record<string, string | null | undefined> = {
    county: draft.countyId,
    unit: draft.unitId,
    occurred_on: draft.occurredOn,
    amount: amountFen?.toString(),
    quantity,
    people: people?.toString(),
    person_times: personTimes?.toString(),
    voucher: draft.voucher,
    payee: draft.payee,
    note: draft.note,
    ...draft.fields,
  };
  return Object.fromEntries(Object.entries(all).flatMap(([code, value]) => (value ? [[code, value]] : [])));
}

async function namesOf(house: House, preview: readonly Preview[]): Promise<Record<string, string>> {
  const of = (pick: (draft: EntryDraft) => string) => [
    ...new Set(preview.flatMap((row) => (row.draft === null ? [] : [pick(row.draft)]))),
  ];
  const units = await unitNames(
    house.app,
    of((draft) => draft.unitId),
  );
  const places = await placeNames(
    house.app,
    of((draft) => draft.countyId).filter((id) => id !== ''),
  );
  return Object.fromEntries([...units, ...places]);
}

/** A problem of a row for those who have no words of their own: which cell, under which header, and the sentence. */
function shownProblem(one: Import, row: number, found: RowProblem, language: Language) {
  const { column } = found;
  const header = one.head.layout?.columns.find((two) => two.index === column)?.name ?? null;
  const message = problemSentence(found, language);
  return { ...found, cell: column === null ? null : `${columnName(column)}${row}`, header, message };
}

/** Rows that became no entries, page by page. Entries out of reach are not named. */
export async function readImportRows(
  house: House,
  actor: Actor,
  id: string,
  ask: {
    fate?: 'refused' | 'ignored' | undefined;
    lang?: Language | undefined;
    after?: string | undefined;
    limit: number;
  },
): Promise<Result<object, Problem>> {
  const found = await importOf(house, actor, id);
  if (!found.ok) return found;
  const after = /^\d{1,9}$/.test(ask.after ?? '') ? Number(ask.after) : 0;
  const rows = await fateRows(house.app, id, { fate: ask.fate ?? null, after, limit: ask.limit + 1 });
  const pairs = reachOf(actor, 'ledger.read');
  const items = rows.slice(0, ask.limit).map((row) => ({
    row: row.row,
    fate: row.fate,
    because: row.because,
    otherRow: row.otherRow,
    entry:
      row.entryId !== null &&
      row.countyId !== null &&
      reaches(pairs, { unitIds: row.unitId === null ? [] : [row.unitId], placeIds: [row.countyId] })
        ? { id: row.entryId, countyId: row.countyId, number: row.number }
        : null,
    problems: (row.problems ?? []).map((two) => shownProblem(found.value, row.row, two, ask.lang ?? 'zh-CN')),
  }));
  return ok({ items, next: rows.length > ask.limit ? String(items.at(-1)?.row ?? '') : null });
}
