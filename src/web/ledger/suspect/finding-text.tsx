import { Link } from 'react-router';
import type { AnswerOf } from '../../../contract/route.ts';
import type { suspects } from '../../../contract/suspect.ts';
import { useWords } from '../../client/use-words.ts';
import { dayText } from '../../client/format.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { fill } from '../../../words/words.ts';
import { entryAddress } from '../entry/entry-data.ts';
import { yuanText } from '../form/amount.ts';
import { useSay } from '../use-say.ts';

/** A finding as answered. */
export type Found = AnswerOf<typeof suspects>['items'][number];

/** What a rule of findings is called; rules of kinds share one name. */
export function useRuleName(): (code: string) => string {
  const { suspect: said } = useWords();
  const names: Partial<Record<string, string>> = said.rule;
  return (code) => names[code.startsWith('rule.') ? 'rule' : code] ?? code;
}

/** What was found, in a sentence, with the way to the other entry that it is about. */
export function FindingText({ of }: { of: Pick<Found, 'code' | 'text' | 'params' | 'other' | 'otherHidden'> }) {
  const { suspect: said } = useWords();
  const { preferences } = usePreferences();
  const say = useSay();
  const sentences: Partial<Record<string, string>> = said.sentence;
  const params = Object.fromEntries(
    Object.entries(of.params).map(([name, value]) => {
      if (name.endsWith('Fen') && /^\d+$/.test(String(value))) return [name, yuanText(String(value))];
      if (name === 'from' || name === 'to') return [name, dayText(String(value), preferences.language)];
      return [name, name === 'same' && (value === 'file' || value === 'photo') ? said.same[value] : value];
    }),
  );
  return (
    <>
      {of.text !== null ? say(of.text) : fill(sentences[of.code] ?? of.code, params)}{' '}
      {of.other === null ? null : (
        <Link to={entryAddress(of.other.countyId, of.other.id)}>{of.other.number ?? said.otherEntry}</Link>
      )}
      {of.otherHidden ? <span className="bf-quiet">{said.otherHidden}</span> : null}
    </>
  );
}
