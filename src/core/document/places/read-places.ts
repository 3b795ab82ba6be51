import type { Gazetteer } from '../../place/gazetteer.ts';
import { officialCode } from '../../place/place.ts';
import { partsOf } from '../../kernel/plain-date.ts';
import { quoteOf } from '../page.ts';
import type { Page } from '../page.ts';
import type { PlaceReading } from '../reading.ts';
import { acceptMentions } from './accept.ts';
import type { Resolved } from './resolve.ts';
import { homeOf } from './home.ts';
import { scanMentions } from './scan.ts';
import { readSmallPlaces } from './small-places.ts';

/**
 * The places that the body of a page speaks of, each once, at its first mention, in the order of the text, with the name and
 * code of the year of the text. Towns and villages only inside a county that the text names. Names that are part of a firm,
 * a school, a road or a product are left out; what two places share and nothing decides is left out or marked doubtful.
 */
export function readPlaces(page: Page, gazetteer: Gazetteer): PlaceReading[] {
  const year = yearOf(page);
  const accepted = acceptMentions(scanMentions(page, gazetteer), page, { home: homeOf(page), year }, gazetteer);
  const small = readSmallPlaces(page, accepted, gazetteer);
  const byPlace = new Map<string, PlaceReading>();
  for (const resolved of [...accepted, ...small].sort((a, b) => a.mention.start - b.mention.start)) {
    const { mention, meaning } = resolved;
    const known = byPlace.get(keyOf(resolved));
    const { start, end } = quoteOf(page, mention.start, mention.end);
    if (known) known.mentions?.push({ start, end });
    else byPlace.set(keyOf(resolved), readingOf(resolved, page, year, gazetteer, { start, end }));
    if (known && meaning.former === null && resolved.doubts.length === 0)
      known.doubts = known.doubts.filter((doubt) => doubt !== 'place.ambiguous');
  }
  return [...byPlace.values()];
}

/** 宣武区 ended inside 西城区: a place of its own in a text that still speaks of it. */
function keyOf({ meaning }: Resolved): string {
  return meaning.former?.kind === 'merged' ? `${meaning.id}/${meaning.former.name}` : meaning.id;
}

function readingOf(
  resolved: Resolved,
  page: Page,
  year: number | null,
  gazetteer: Gazetteer,
  at: { start: number; end: number },
): PlaceReading {
  const { mention, meaning, doubts } = resolved;
  const { name, code } = nameAndCode(resolved, year, gazetteer);
  const { quote, start, end } = quoteOf(page, mention.sentence.start, mention.sentence.end);
  return {
    quote,
    start,
    end,
    doubts: [...doubts],
    name,
    code: officialCode(code ?? meaning.id),
    level: meaning.level,
    placeId: meaning.id,
    printed: page.plain.slice(mention.start, mention.end),
    mentions: [at],
  };
}

/** The name and code in the year of the text; in the year of a change, and where the text tells no year, its own word decides. */
function nameAndCode(
  { mention, meaning }: Resolved,
  year: number | null,
  gazetteer: Gazetteer,
): { name: string; code: string | null } {
  const { former } = meaning;
  const today = gazetteer.nameIn(meaning.id, null);
  if (meaning.level === 'town' || meaning.level === 'village') return { name: mention.form, code: meaning.id };
  if (mention.form === today.name) return today;
  const printsFormer = former !== null && mention.form === former.name;
  if (former && (former.kind === 'merged' || (printsFormer && (year === null || year === former.until))))
    return { name: former.name, code: former.code };
  return gazetteer.nameIn(meaning.id, year);
}

/** The year that the text is of: its day of publication, else the latest year it names; null where it names none. */
function yearOf(page: Page): number | null {
  if (page.publishedOn !== null) return partsOf(page.publishedOn).year;
  const years = page.sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(/(?<!\d)(20[0-3]\d)(?=年|[-./]\d{1,2}[-./]\d{1,2})/g)].map((match) => Number(match[1])),
  );
  return years.length === 0 ? null : mostlyLatest(years);
}

/** Plans name years to come (到2035年): the latest year that is named as often as a third of the commonest, else the commonest. */
function mostlyLatest(years: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return Math.max(...[...counts].filter(([, count]) => count * 3 >= most).map(([year]) => year));
}
