import { reachOf, type Actor } from '../../core/access/reach.ts';
import { dayOf } from '../../core/kernel/plain-date.ts';
import type { MoneyScale } from '../../core/kernel/money.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { EXPORT_LASTS_MS, MOST_EXPORTED, type ExportFormat } from '../../core/ledger/export.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import type { OutCell } from '../../formats/sheet/types.ts';
import { unitNames } from '../../storage/access/unit.ts';
import {
  countUpTo,
  exportEntries as readAll,
  findExport,
  insertExport,
  numbersOf,
  type ExportRow,
} from '../../storage/ledger/export.ts';
import { listKindVersions } from '../../storage/ledger/kind.ts';
import { personNames } from '../../storage/ledger/around.ts';
import { placeNames } from '../../storage/place/place-names.ts';
import { fill, words, type Language } from '../../words/words.ts';
import { newId, type House } from '../house.ts';
import { filterOf, type EntryAsk } from '../ledger/read-entries.ts';
import type { Act } from '../run-act.ts';
import { commonColumns, fieldColumns, keyOf, type ExportColumn, type ExportNames } from './export-columns.ts';
import { tableFile, takeTurn, type TableFile } from './table-file.ts';

/** What is to be taken out. */
export interface ExportAsk {
  filter: EntryAsk;
  format: ExportFormat;
  columns: 'common' | 'kind';
  money: MoneyScale;
  lang: Language;
}

/** Counts what is to be taken out and writes it into the log; the file itself is written when it is fetched. */
export const exportEntries: Act<ExportAsk, { id: string; rows: number; most: number }> = {
  name: 'entry.export',
  async perform(context, input) {
    const { tx, actor, now, house } = context;
    if (input.columns === 'kind' && input.filter.kind?.length !== 1)
      return refused(problem('export.columns', 'columns'));
    const filter = await filterOf(house, actor, input.filter);
    const rows = await countUpTo(tx, reachOf(actor, 'ledger.read'), filter, MOST_EXPORTED);
    if (rows > MOST_EXPORTED)
      return refused(problem('export.too_many', undefined, { most: MOST_EXPORTED, count: `${MOST_EXPORTED}+` }));
    const id = newId();
    await insertExport(tx, { id, personId: actor.personId, limits: actor.limits, ask: input, rows, madeAt: now });
    context.post = actor.posts[0]?.id ?? null;
    return ok({
      answer: { id, rows, most: MOST_EXPORTED },
      subject: { kind: 'export', id },
      after: { ...input, rows },
      note: noteOf(input, rows),
    });
  },
};

/** The filter as the address of the list has it, and how many entries it had: what can be read in the log. */
function noteOf({ filter, format }: ExportAsk, rows: number): string {
  const parts = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${Array.isArray(value) ? value.join(',') : String(value)}`],
  );
  return `${rows} · ${format}${parts.length === 0 ? '' : ` · ${parts.join('&')}`}`.slice(0, 1000);
}

/** The file of one's own export, written while it is taken; with the reach of this moment. */
export async function openExport(house: House, actor: Actor, id: string): Promise<Result<TableFile, Problem>> {
  const ticket = await findExport(house.app, id, actor.personId);
  if (ticket === null) return refused(problem('access.missing'));
  const now = house.clock();
  if (Date.parse(now) - Date.parse(ticket.madeAt) > EXPORT_LASTS_MS) return refused(problem('export.gone'));
  const ask = ticket.ask as ExportAsk;
  const filter = await filterOf(house, actor, ask.filter);
  const kinds = new Map<string, KindDefinition>();
  const versions = await listKindVersions(house.app, ask.columns === 'kind' ? (ask.filter.kind ?? []) : null);
  for (const one of versions) kinds.set(`${one.code} ${one.version}`, one.definition);
  const newest = [...versions].sort((a, b) => b.version - a.version).map((one) => one.definition);
  const columns = [...commonColumns(ask), ...(ask.columns === 'kind' ? fieldColumns(newest, ask) : [])];
  const giveTurnBack = takeTurn();
  if (giveTurnBack === null) return refused(problem('act.busy'));
  const batches = readAll(house.app, reachOf(actor, 'ledger.read'), filter);
  const said = words[ask.lang].exports;
  const title = fill(said.titleRow, { day: dayOf(now), money: words[ask.lang].ledger.scale[ask.money] });
  const sheet = { name: said.sheet, titles: [title], columns, rows: cells(house, batches, columns, kinds) };
  return ok(
    tableFile(ask.format, `${said.fileName}-${dayOf(now).replaceAll('-', '')}`, sheet, () => {
      giveTurnBack();
      void batches.return().catch(() => undefined);
    }),
  );
}

async function* cells(
  house: House,
  batches: AsyncGenerator<ExportRow[], void, undefined>,
  columns: readonly ExportColumn[],
  kinds: ReadonlyMap<string, KindDefinition>,
): AsyncGenerator<OutCell[][], void, undefined> {
  const known = {
    units: new Map<string, string>(),
    places: new Map<string, string>(),
    people: new Map<string, string>(),
  };
  const places = placeFields(kinds);
  for await (const rows of batches) {
    await learn(
      known.units,
      rows.map((row) => row.unitId),
      (ids) => unitNames(house.app, ids),
    );
    await learn(
      known.places,
      rows.flatMap((row) => placesOf(row, places)),
      (ids) => placeNames(house.app, ids),
    );
    await learn(known.people, rows.flatMap(peopleOf), (ids) => personNames(house.app, ids));
    const links = rows.flatMap(({ countyId, reverses, corrects, tiedTo }) =>
      [reverses, corrects, tiedTo].filter((id) => id !== null).map((id) => ({ countyId, id })),
    );
    const names: ExportNames = { ...known, kinds, numbers: await numbersOf(house.app, links) };
    yield rows.map((row) => columns.map((column) => column.cell(row, names)));
  }
}

/** More names than these are forgotten, so that an export of all villages stays small. */
const MOST_KNOWN = 50_000;

async function learn(
  known: Map<string, string>,
  wanted: readonly string[],
  load: (ids: string[]) => Promise<Map<string, string>>,
): Promise<void> {
  const missing = [...new Set(wanted)].filter((id) => !known.has(id));
  if (missing.length === 0) return;
  if (known.size > MOST_KNOWN) known.clear();
  const all = known.size === 0 ? [...new Set(wanted)] : missing;
  for (const [id, name] of await load(all)) known.set(id, name);
}

/** Codes of fields that hold a place, by kind and version. */
const placeFields = (kinds: ReadonlyMap<string, KindDefinition>): Map<string, string[]> =>
  new Map(
    [...kinds].map(([key, kind]) => [key, kind.fields.filter((one) => one.type === 'place').map((one) => one.code)]),
  );

const placesOf = (row: ExportRow, fields: ReadonlyMap<string, string[]>): string[] => [
  row.countyId,
  ...(row.placeId === null ? [] : [row.placeId]),
  ...(fields.get(keyOf(row)) ?? []).map((code) => row.fields[code]).filter((value) => value !== undefined),
];

const peopleOf = (row: ExportRow): string[] =>
  [row.reportedBy, row.confirmedBy, row.reviewedBy, row.postedBy].filter((id) => id !== null);
