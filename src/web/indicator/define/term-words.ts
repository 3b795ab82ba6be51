import { fill, type Words } from '../../../words/words.ts';

/** First day that shipped definitions hold for; not worth telling. */
const ALWAYS = '1980-01-01';

/** For which days a version holds, in words. */
export function termWords(
  term: { validFrom: string; validTo: string | null },
  said: Words['indicator'],
  day: (day: string) => string,
): string {
  if (term.validTo !== null) return fill(said.untilDay, { from: day(term.validFrom), to: day(term.validTo) });
  return term.validFrom <= ALWAYS ? said.always : fill(said.fromDay, { day: day(term.validFrom) });
}
