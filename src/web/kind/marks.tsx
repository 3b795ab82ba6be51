import type { AnswerOf } from '../../contract/route.ts';
import type { kinds } from '../../contract/kind.ts';
import { dayText } from '../client/format.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useWords } from '../client/use-words.ts';
import { fill, type Words } from '../../words/words.ts';
import { Mark } from '../parts/mark.tsx';

/** A kind as lists have it. */
export type KindRow = AnswerOf<typeof kinds>['items'][number];

/** 待核实: the official definition is not public, this one is our default. */
export function UnverifiedMark({ when }: { when: boolean }) {
  const { kind: said } = useWords();
  return when ? (
    <Mark tone="warn" title={said.unverifiedWhy}>
      {said.unverified}
    </Mark>
  ) : null;
}

/** First day that shipped kinds hold for: nothing older can be entered, so it is not worth telling. */
const ALWAYS = '1980-01-01';

/** For which days a version holds, in words; empty: for all. */
export function termText(
  term: { validFrom: string; validTo: string | null },
  said: Words['kind'],
  day: (day: string) => string,
): string {
  if (term.validTo !== null) return fill(said.untilDay, { from: day(term.validFrom), to: day(term.validTo) });
  return term.validFrom === ALWAYS ? '' : fill(said.fromDay, { day: day(term.validFrom) });
}

/** Days in the person's language. */
export function useDay(): (day: string) => string {
  const { language } = usePreferences().preferences;
  return (day) => dayText(day, language);
}
