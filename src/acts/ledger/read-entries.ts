import { groupBy, pushTo } from '../../core/kernel/grouping.ts';
import { reachOf, type Actor } from '../../core/access/reach.ts';
import { unitsBelow } from '../../core/access/unit-tree.ts';
import { dayOf } from '../../core/kernel/plain-date.ts';
import { checkEntry, type EntrySuspect } from '../../core/ledger/check-entry.ts';
import { HOLDER_OF_STATE, type EntryState } from '../../core/ledger/entry.ts';
import type { KindVersion } from '../../core/ledger/kind.ts';
import { loadUnitTree } from '../../storage/access/actor.ts';
import { findKindVersion, listKindVersions } from '../../storage/ledger/kind.ts';
import type { EntryRow } from '../../storage/ledger/entry.ts';
import type { EntryFilter } from '../../storage/ledger/entry-filter.ts';
import { listEntries, sumEntries, type EntryLine, type SumRow } from '../../storage/ledger/list-entries.ts';
import { codesOfEntries } from '../../storage/ledger/suspect.ts';
import type { House } from '../house.ts';
import { cursorOf, pageOf } from '../paging.ts';
import { fromJson } from './measures.ts';

/** What a list of entries is asked for, as the contract has it. */
export interface EntryAsk {
  countyId?: string | undefined;
  unitId?: string | undefined;
  kind?: string[] | undefined;
  line?: string | undefined;
  state?: EntryState[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  q?: string | undefined;
  mine?: boolean | undefined;
  waiting?: boolean | undefined;
  importId?: string | undefined;
  jointId?: string | undefined;
  facet?: string[] | undefined;
  minAmountFen?: string | undefined;
  maxAmountFen?: string | undefined;
  reversed?: boolean | undefined;
  knownOn?: string | undefined;
}

/** The most entries that are counted and summed while one waits. */
const COUNTED = 10_000;

/** The filter as storage wants it: units with all below, lines as their kinds, "me" as who asks. For lists, sums, exports and acts on many. */
export async function filterOf(house: House, actor: Actor, ask: EntryAsk): Promise<EntryFilter> {
  const { unitId, kind, line, state, mine, waiting, facet, ...rest } = ask;
  const tree = unitId === undefined ? [] : await loadUnitTree(house.app, dayOf(house.clock()), 'all');
  return {
    ...rest,
    unitIds: unitId === undefined ? undefined : unitsBelow(tree, unitId),
    kinds: line === undefined ? kind : await kindsOfLine(house, line, kind),
    states: state,
    facets: facet === undefined ? undefined : byCode(facet),
    reportedBy: mine === true ? actor.personId : undefined,
    waitingFor:
      waiting === true
        ? {
            personId: actor.personId,
            confirm: reachOf(actor, 'ledger.confirm'),
            review: reachOf(actor, 'ledger.review'),
            post: reachOf(actor, 'ledger.post'),
          }
        : undefined,
  };
}

/** `field:value` by the field. */
function byCode(facet: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const one of facet) {
    const [code = '', value = ''] = one.split(':');
    pushTo(found, code, value);
  }
  return found;
}

/** Kinds that belong to a line in any version, among those asked for. */
async function kindsOfLine(house: House, line: string, kinds: readonly string[] | undefined): Promise<string[]> {
  const versions = await listKindVersions(house.app, kinds ?? null);
  return [...new Set(versions.filter((one) => one.definition.line === line).map((one) => one.code))];
}

/** Entries within reach, newest counted first. */
export async function readEntries(
  house: House,
  actor: Actor,
  ask: EntryAsk & { after?: string | undefined; limit: number },
) {
  const { after, limit, ...rest } = ask;
  const filter = await filterOf(house, actor, rest);
  const rows = await listEntries(house.app, reachOf(actor, 'ledger.read'), {
    ...filter,
    after: cursorOf(after),
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.countedOn, row.id]);
  const versions = await versionsOf(house, page.items);
  const kept = byEntry(await codesOfEntries(house.app, page.items));
  return {
    ...page,
    items: page.items.map((row) => {
      const version = versions.get(`${row.kind} ${row.kindVersion}`) ?? null;
      return {
        ...lineOf(row),
        fields: openFields(row, version),
        suspects: openSuspects(suspectsOf(row, version), kept.get(row.id)),
      };
    }),
  };
}

type Kept = Awaited<ReturnType<typeof codesOfEntries>>;

const byEntry = (rows: Kept): Map<string, Kept> => groupBy(rows, (row) => row.entryId);

/** Kept findings that are open, and those of the kind's rules that were not kept yet (imports, before the night's search). */
const openSuspects = (computed: readonly EntrySuspect[], kept: Kept = []): number =>
  kept.filter((one) => one.open).length +
  computed.filter((one) => kept.every((other) => other.code !== `rule.${one.code}`)).length;

const known = new WeakMap<House['app'], Map<string, KindVersion>>();

/** The kinds of rows as their rules stand, which never change within a version: read once in the life of the process. */
async function versionsOf(house: House, rows: readonly EntryLine[]): Promise<ReadonlyMap<string, KindVersion>> {
  const held = known.get(house.app) ?? new Map<string, KindVersion>();
  known.set(house.app, held);
  for (const { kind, kindVersion } of rows) {
    const key = `${kind} ${kindVersion}`;
    const found = held.get(key) ?? (await findKindVersion(house.app, kind, kindVersion));
    if (found !== null) held.set(key, found);
  }
  return held;
}

/** Values that name nobody. */
function openFields(row: EntryLine, version: KindVersion | null): Record<string, string> {
  const open = new Set(version?.definition.fields.flatMap((one) => (one.personal ? [] : [one.code])));
  return Object.fromEntries(Object.entries(row.fields).filter(([code]) => open.has(code)));
}

/** An entry as lists show it; what its fields say is left to who knows which are personal. */
export const lineOf = (row: EntryLine) => ({
  ...row,
  fields: {},
  holder: row.reverses !== null && row.state === 'reviewed' ? ('poster' as const) : HOLDER_OF_STATE[row.state],
  reportedById: row.reportedBy,
  reportedBy: row.reportedByName,
  example: row.source === 'example',
});

/** What a person should look at in one entry, by the rules of its kind; a reversal says what another entry said. */
export function suspectsOf(row: EntryRow, version: KindVersion | null): EntrySuspect[] {
  if (version === null || row.reverses !== null) return [];
  if (version.definition.rules.every((one) => one.severity !== 'suspect')) return [];
  return checkEntry(version, { ...row, measures: fromJson(row), roster: [] }, row.occurredOn).suspects;
}

/** How many entries a filter has, and their sums; no sums where there are more than can be added while one waits. */
export async function readSums(house: House, actor: Actor, ask: EntryAsk) {
  const filter = await filterOf(house, actor, ask);
  const rows = await sumEntries(house.app, reachOf(actor, 'ledger.read'), filter, COUNTED);
  const count = rows.reduce((sum, row) => sum + row.rows, 0);
  if (count > COUNTED) return { count: COUNTED, capped: true, sums: null };
  return {
    count,
    capped: false,
    sums: { posted: summed(rows.filter((row) => row.posted)), inTransit: summed(rows.filter((row) => row.transit)) },
  };
}

function summed(rows: readonly SumRow[]) {
  const total = (measure: 'amountFen' | 'people' | 'personTimes') =>
    rows.reduce((sum, row) => sum + BigInt(row[measure]), 0n).toString();
  return {
    entries: rows.reduce((sum, row) => sum + row.entries, 0),
    amountFen: total('amountFen'),
    quantities: rows.flatMap(({ unit, quantity }) => (unit === null ? [] : [{ unit, quantity }])),
    people: total('people'),
    personTimes: total('personTimes'),
  };
}
