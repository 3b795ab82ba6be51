import { words, type Words } from '../../words/words.ts';
import { usePreferences } from './preferences.tsx';

/** All sentences in the person's language. */
export function useWords(): Words {
  return words[usePreferences().preferences.language];
}
