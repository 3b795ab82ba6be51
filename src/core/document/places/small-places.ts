import type { FormMeaning, Gazetteer } from '../../place/gazetteer.ts';
import { shortOfSmall } from '../../place/names.ts';
import type { PlaceId } from '../../place/place.ts';
import type { Page, Sentence } from '../page.ts';
import type { PlaceLevel } from '../reading.ts';
import type { Resolved } from './resolve.ts';

/** Towns and villages of the counties that the text names; a name that two of them share is left out. */
export function readSmallPlaces(page: Page, accepted: readonly Resolved[], gazetteer: Gazetteer): Resolved[] {
  const bases = accepted.filter(({ meaning }) => isBase(meaning.id, gazetteer)).map(({ meaning }) => meaning.id);
  const counties = [...new Set(bases)];
  const towns = collect(
    counties.flatMap((id) => gazetteer.towns(id)),
    'town',
  );
  const foundTowns = find(page, towns, 'town', /(镇|乡|街道|苏木)/g, accepted);
  const tails = villageTails(page);
  if (tails === null || counties.length === 0) return foundTowns;
  const rowsOf = (id: PlaceId) => gazetteer.villages(id).filter((row) => tails.test(row.name));
  const inTowns = collect(
    foundTowns.flatMap(({ meaning }) => rowsOf(meaning.id)),
    'village',
  );
  const villages = collect(counties.slice(0, MOST_COUNTIES).flatMap(rowsOf), 'village');
  // A village of a town that the text names is meant before one of the same name elsewhere in the county.
  for (const [form, ids] of inTowns) villages.set(form, ids);
  return [...foundTowns, ...find(page, villages, 'village', /(村|社区|嘎查)/g, accepted)];
}

/** A list of many counties speaks of them as wholes: villages are looked for in the first ones. */
const MOST_COUNTIES = 12;

/** What the names of the text's villages end in (子村, 平社): few of a county's villages have it. Null where there are none. */
function villageTails(page: Page): RegExp | null {
  const tails = new Set<string>();
  for (const sentence of page.sentences) {
    for (const [tail] of sentence.text.matchAll(/\p{Script=Han}[村社嘎]/gu)) tails.add(tail);
  }
  return tails.size === 0 ? null : new RegExp([...tails].join('|'), 'u');
}

const isBase = (id: string, gazetteer: Gazetteer) =>
  id.length === 6 || (id.length === 4 && gazetteer.towns(id).length > 0);

/** Written forms with a kind (夹铁镇, 菜子村) → the places that have them. */
function collect(rows: readonly { id: string; name: string }[], level: 'town' | 'village'): Map<string, string[]> {
  const out = new Map<string, string[]>();
  const add = (form: string, id: string) => {
    if (form.length < 3) return;
    const known = out.get(form) ?? [];
    if (!known.includes(id)) out.set(form, [...known, id]);
  };
  for (const row of rows) {
    if (level === 'town') {
      add(row.name.replace(/办事处$/, ''), row.id);
      const kind = /(镇|乡|街道|苏木)$/.exec(row.name)?.[1];
      if (kind) add(shortOfSmall(row.name, 'town') + kind, row.id);
    } else add(shortOfSmall(row.name, 'village'), row.id);
  }
  return out;
}

function find(
  page: Page,
  forms: ReadonlyMap<string, string[]>,
  level: PlaceLevel,
  kind: RegExp,
  accepted: readonly Resolved[],
): Resolved[] {
  const out: Resolved[] = [];
  if (forms.size === 0) return out;
  for (const sentence of page.sentences) {
    for (const match of sentence.text.matchAll(kind)) {
      const end = match.index + match[0].length;
      const hit = longestEndingAt(sentence.text, end, forms);
      if (hit) out.push(resolvedOf(hit, sentence, end, level, accepted));
    }
  }
  return out;
}

function longestEndingAt(
  text: string,
  end: number,
  forms: ReadonlyMap<string, string[]>,
): { form: string; id: string } | null {
  for (let length = Math.min(14, end); length >= 3; length -= 1) {
    const form = text.slice(end - length, end);
    const ids = forms.get(form);
    const [id] = ids ?? [];
    if (id !== undefined && ids?.length === 1) return { form, id };
  }
  return null;
}

function resolvedOf(
  hit: { form: string; id: string },
  sentence: Sentence,
  end: number,
  level: PlaceLevel,
  accepted: readonly Resolved[],
): Resolved {
  const meaning: FormMeaning = { id: hit.id as PlaceId, strength: 'full', level, former: null };
  const until = sentence.start + end;
  const mention = {
    start: until - hit.form.length,
    end: until,
    form: hit.form,
    meanings: [meaning],
    sentence,
    full: true,
    cued: true,
    framed: true,
    ordinary: false,
    generic: false,
    follows: false,
  };
  const named = accepted.some((other) => other.meaning.id === hit.id.slice(0, other.meaning.id.length));
  return { mention, meaning, doubts: named ? [] : ['place.ambiguous'] };
}
