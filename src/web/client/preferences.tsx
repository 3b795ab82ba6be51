import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language } from '../../words/words.ts';
import { useMedia } from './use-media.ts';

/** What a person chose for the eye; kept on this device, per person. */
export interface Preferences {
  language: Language;
  density: 'comfortable' | 'compact';
  theme: 'light' | 'dark' | 'auto';
  folded: boolean;
}

interface Kept {
  preferences: Preferences;
  dark: boolean;
  change: (part: Partial<Preferences>) => void;
  /** From now on the choices of this person. */
  takePerson: (personId: string) => void;
}

const DEFAULT: Preferences = { language: 'zh-CN', density: 'comfortable', theme: 'auto', folded: false };
const KEY = 'bangfu.preferences';
const Context = createContext<Kept | null>(null);

/** Gives the choices to all below and writes them to the page itself (language, theme). */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [person, setPerson] = useState('');
  const [preferences, setPreferences] = useState<Preferences>(() => load(''));
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const dark = preferences.theme === 'dark' || (preferences.theme === 'auto' && systemDark);
  useEffect(() => {
    document.documentElement.lang = preferences.language;
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    document.documentElement.dataset['density'] = preferences.density;
  }, [preferences.language, preferences.density, dark]);
  const kept = useMemo<Kept>(
    () => ({
      preferences,
      dark,
      change: (part) => {
        const next = { ...preferences, ...part };
        setPreferences(next);
        store(person, next);
      },
      takePerson: (personId) => {
        if (personId === person) return;
        setPerson(personId);
        setPreferences(load(personId));
      },
    }),
    [preferences, dark, person],
  );
  return <Context value={kept}>{children}</Context>;
}

/** The choices, and how to change them. */
export function usePreferences(): Kept {
  const kept = useContext(Context);
  if (kept === null) throw new Error('preferences.missing');
  return kept;
}

function load(person: string): Preferences {
  try {
    const text = localStorage.getItem(`${KEY}.${person}`) ?? localStorage.getItem(`${KEY}.`);
    return { ...DEFAULT, ...(text === null ? {} : (JSON.parse(text) as Partial<Preferences>)) };
  } catch {
    return DEFAULT;
  }
}

/** Also kept as the last choice on this device, which the sign-in page follows. */
function store(person: string, preferences: Preferences): void {
  try {
    localStorage.setItem(`${KEY}.${person}`, JSON.stringify(preferences));
    localStorage.setItem(`${KEY}.`, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing still works; the choice lasts until the page is left.
  }
}
