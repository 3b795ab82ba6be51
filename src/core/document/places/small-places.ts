import type { FormMeaning, Gazetteer } from '../../place/gazetteer.ts';
import { shortOfSmall } from '../../place/names.ts';
import type { PlaceId } from '../../place/place.ts';
import type { Page, Sentence } from '../page.ts';
import type { PlaceLevel } from '../reading.ts';
import type { Resolved } from './resolve.ts';

/** Towns and villages of the counties that the text names; a name that two of them share is left out. */
export function readSmallPlaces(page: Page, accepted: readonly Resolved[], gazetteer: Gazetteer): Resolved[] {
  const counties = [
    ...new Set(accepted.filter(({ meaning }) => isBase(meaning.id, gazetteer)).map(({ meaning }) => meaning.id)),
  ];
  const towns = collect(
    counties.flatMap((id) => gazetteer.towns(id)),
    'town',
  );
  const foundTowns = find(page, towns, 'town', /(镇|乡|街道|苏木)/g, accepted);
  if (!page.sentences.some((sentence) => /(村|社区|嘎查)/.test(sentence.text))) return foundTowns;
  const townIds = foundTowns.map(({ meaning }) => meaning.id);
  const inTowns = collect(
    townIds.flatMap((id) => gazetteer.villages(id)),
    'village',
  );
  const inCounties = collect(
    counties.slice(0, 12).flatMap((id) => gazetteer.villages(id)),
    'village',
  );
  for (const [form, ids] of inTowns) inCounties.set(form, ids);
  return [...foundTowns, ...find(page, inCounties, 'village', /(村|社区|嘎查)/g, accepted)];
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
    ordinary: false,
    generic: false,
    follows: false,
  };
  const named = accepted.some((other) => other.meaning.id === hit.id.slice(0, other.meaning.id.length));
  return { mention, meaning, doubts: named ? [] : ['place.ambiguous'] };
}
