import type { Gazetteer } from '../../place/gazetteer.ts';
import type { PlaceId } from '../../place/place.ts';
import type { Page } from '../page.ts';
import { resolveMention } from './resolve.ts';
import type { Ground, Resolved } from './resolve.ts';
import type { Mention } from './scan.ts';

/**
 * Decides which mentions are places. First what says its kind and what has only one meaning, then the ambiguous on that
 * ground, then chains that drop 县 (莎车、泽普、叶城、巴楚县), then short names that something beside them makes a place.
 */
export function acceptMentions(
  mentions: readonly Mention[],
  page: Page,
  place: { home: string | null; year: number | null },
  gazetteer: Gazetteer,
): Resolved[] {
  const sure = new Set<string>();
  for (const mention of mentions) {
    const [meaning] = mention.meanings;
    if (!meaning || mention.meanings.length > 1 || meaning.former?.kind === 'merged') continue;
    if (mention.generic) continue;
    if (mention.full || (isBroad(mention) && !mention.ordinary))
      for (const id of gazetteer.path(meaning.id)) sure.add(id);
  }
  const ground: Ground = { sure, ...place };
  const chains = chainsOf(mentions, page);
  const often = oftenNamed(mentions);
  const out: Resolved[] = [];
  let last: Resolved | null = null;
  for (const mention of mentions) {
    const before = last !== null && last.mention.end === mention.start ? last.meaning.id : null;
    const chain = chains.get(mention) ?? [];
    const near = chain.flatMap((other) => (other === mention ? [] : other.meanings.map((meaning) => meaning.id)));
    const resolved = resolveMention(mention, before, near, ground, gazetteer);
    if (!resolved) continue;
    if (!isPlace(resolved, before, chain, ground, gazetteer) && !isVouched(resolved, often)) continue;
    for (const id of gazetteer.path(resolved.meaning.id)) sure.add(id);
    out.push(resolved);
    last = resolved;
  }
  return out;
}

/** How often a text must name a place by its short form alone to be taken at its word. */
const OFTEN = 3;

/** Short forms that the text names again and again and that mean one place only. */
function oftenNamed(mentions: readonly Mention[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { form } of mentions) counts.set(form, (counts.get(form) ?? 0) + 1);
  return new Set([...counts].filter(([, n]) => n >= OFTEN).map(([form]) => form));
}

/** A county's short name that is no ordinary word, in words that speak of a place, or named again and again. */
function isVouched({ mention, meaning }: Resolved, often: ReadonlySet<string>): boolean {
  if (
    mention.ordinary ||
    mention.generic ||
    mention.follows ||
    meaning.former !== null ||
    /^\d{4}7\d$/.test(meaning.id)
  )
    return false;
  return mention.meanings.length === 1 && (mention.framed || (often.has(mention.form) && mention.cued));
}

/** A province or a city, written short: people write them so (云南, 深圳). */
const isBroad = (mention: Mention) => mention.meanings.some((meaning) => meaning.level !== 'county');

function isPlace(
  resolved: Resolved,
  before: PlaceId | null,
  chain: readonly Mention[],
  ground: Ground,
  gazetteer: Gazetteer,
): boolean {
  const { mention, meaning } = resolved;
  // A development zone that only statistics number is no division.
  if (/^\d{4}7\d$/.test(meaning.id)) return false;
  const path = gazetteer.path(meaning.id);
  if (before !== null && path.includes(before)) return true;
  if (mention.generic) return path.slice(0, -1).some((id) => ground.sure.has(id));
  if (mention.full) return true;
  if (chain.length > 0) return true;
  if (meaning.level !== 'county' && !mention.ordinary) return true;
  const known = ground.sure.has(meaning.id);
  if (mention.ordinary) return known && mention.cued;
  if (known) return true;
  if (mention.form.length > 2) return true;
  return mention.cued && mention.meanings.length === 1 && path.slice(0, -1).some((id) => ground.sure.has(id));
}

/** The chain that each mention stands in; a mention alone has none. */
function chainsOf(mentions: readonly Mention[], page: Page): Map<Mention, Mention[]> {
  const out = new Map<Mention, Mention[]>();
  let run: Mention[] = [];
  const close = () => {
    if (isChain(run, page)) for (const mention of run) out.set(mention, run);
    run = [];
  };
  for (const mention of mentions) {
    const previous = run.at(-1);
    const between = previous ? page.plain.slice(previous.end, mention.start) : '';
    if (
      previous &&
      (previous.sentence !== mention.sentence || !/^(、|和|与|及|以及|[县市区旗州](、|和|与|及))$/.test(between))
    )
      close();
    run.push(mention);
  }
  close();
  return out;
}

/** Two or more names in a row, of which one says its kind or follows the place it lies in (湖南永顺、龙山), that are counted after (等7县), or that are no ordinary words. */
function isChain(run: readonly Mention[], page: Page): boolean {
  const last = run.at(-1);
  if (!last || run.length < 2) return false;
  const after = page.plain.slice(last.end, last.end + 8);
  if (/^等?(地|[一二三四五六七八九十两几\d]+个?)?(省区市|省|市|县|区|旗|州|地)/.test(after)) return true;
  if (run.some((mention) => mention.full) || run[0]?.follows) return true;
  const plain = run.filter((mention) => !mention.ordinary).length;
  return plain === run.length || (run.length >= 3 && plain * 3 >= run.length * 2);
}
