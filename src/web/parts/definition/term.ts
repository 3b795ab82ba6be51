import { dayText } from '../../client/format.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';

/** First day that shipped definitions hold for: nothing older can be entered, so it is not worth telling. */
const ALWAYS = '1980-01-01';

/** For which days a version holds, in words; null: for all. */
export function useTermText(): (term: { validFrom: string; validTo: string | null }) => string | null {
  const { definition: said } = useWords();
  const { language } = usePreferences().preferences;
  const day = (text: string) => dayText(text, language);
  return ({ validFrom, validTo }) => {
    if (validTo !== null) return fill(said.untilDay, { from: day(validFrom), to: day(validTo) });
    return validFrom <= ALWAYS ? null : fill(said.fromDay, { day: day(validFrom) });
  };
}

/** Where a version holds, in words. */
export function usePlacesText(): (names: readonly string[]) => string {
  const { definition: said, common } = useWords();
  return (names) => (names.length === 0 ? said.everywhere : names.join(common.listComma));
}
