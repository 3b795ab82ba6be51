import type { FormMeaning, Gazetteer } from '../../place/gazetteer.ts';
import type { PlaceId } from '../../place/place.ts';
import type { Mention } from './scan.ts';

/** A mention with the place that it means. */
export interface Resolved {
  mention: Mention;
  meaning: FormMeaning;
  /** Codes of what makes it doubtful. */
  doubts: string[];
}

/** What the text has said of places so far: the ground on which an ambiguous name is decided. */
export interface Ground {
  /** Places named beyond doubt. */
  sure: ReadonlySet<string>;
  /** Provinces of the page's own organ, from its address. */
  home: string | null;
  /** Year of the text; null where it tells none. */
  year: number | null;
}

/** Whose districts are meant where nothing says otherwise: those of the municipalities, else of the provincial capitals. */
const CENTRES = [/^(11|12|31|50)/, /^\d{2}01/];
const RANK = { province: 3, city: 2, county: 1, town: 0, village: 0 } as const;

/**
 * Chooses among the meanings of a form: what stands before it (河北省灵寿县), what else the text names, the page's own province.
 * Null where two remain equal and nothing decides.
 */
export function resolveMention(
  mention: Mention,
  before: PlaceId | null,
  near: readonly PlaceId[],
  ground: Ground,
  gazetteer: Gazetteer,
): Resolved | null {
  const scored = heldMeanings(mention.meanings, ground.year).map((meaning) => ({
    meaning,
    score: scoreOf(meaning, before, near, ground, gazetteer),
  }));
  scored.sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best) return null;
  if (!next || best.score > next.score)
    return {
      mention,
      meaning: best.meaning,
      doubts: next && best.score < 10 && best.meaning.level !== 'province' ? ['place.ambiguous'] : [],
    };
  const equal = scored.filter((entry) => entry.score === best.score);
  for (const centre of CENTRES) {
    const [only, ...others] = equal.filter((entry) => centre.test(entry.meaning.id));
    if (only && others.length === 0 && mention.full)
      return { mention, meaning: only.meaning, doubts: ['place.ambiguous'] };
    if (only) return null;
  }
  return null;
}

/** Without the former names that had ended by the year of the text, where a name of that time is written the same (昭通市, 东乡县). */
function heldMeanings(meanings: readonly FormMeaning[], year: number | null): readonly FormMeaning[] {
  const held = meanings.filter(({ former }) => former === null || (year !== null && year <= (former.until ?? 9999)));
  return held.length > 0 ? held : meanings;
}

function scoreOf(
  meaning: FormMeaning,
  before: PlaceId | null,
  near: readonly PlaceId[],
  ground: Ground,
  gazetteer: Gazetteer,
): number {
  const path = gazetteer.path(meaning.id);
  const above = path.slice(0, -1);
  let score = meaning.strength === 'full' ? 4 : RANK[meaning.level];
  if (meaning.former !== null) score -= 2;
  if (before !== null && above.includes(before)) score += 200;
  // What the text names itself counts once: 河南 is the province even where 河南县 and its prefecture are named too.
  const city = above.find((id) => id.length === 4);
  if (ground.sure.has(meaning.id)) score += 60;
  else if (city && ground.sure.has(city)) score += 40;
  else if (above.some((id) => ground.sure.has(id))) score += 20;
  if (near.some((id) => id !== meaning.id && above.at(-1) === gazetteer.parent(id))) score += 60;
  if (ground.home !== null && meaning.id.startsWith(ground.home)) score += 10;
  return score;
}
