import type { Bilingual } from '../../core/ledger/kind.ts';
import { usePreferences } from '../client/preferences.tsx';

/** Says a text of a definition in the person's language; where the translation is empty, in Chinese. */
export function useSay(): (text: Bilingual) => string {
  const { language } = usePreferences().preferences;
  return (text) => (language === 'en' && text.en !== '' ? text.en : text.zh);
}
