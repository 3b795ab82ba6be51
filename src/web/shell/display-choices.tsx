import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { usePreferences, type Preferences } from '../client/preferences.tsx';
import { useWords } from '../client/use-words.ts';

/** Language, appearance and density, as the person likes them. */
export function DisplayChoices() {
  const { shell } = useWords();
  const { preferences, change } = usePreferences();
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Choice label={shell.language}>
        <Segmented<Preferences['language']>
          value={preferences.language}
          onChange={(language) => change({ language })}
          options={[
            { value: 'zh-CN', label: shell.chinese },
            { value: 'en', label: shell.english },
          ]}
        />
      </Choice>
      <Choice label={shell.theme}>
        <Segmented<Preferences['theme']>
          value={preferences.theme}
          onChange={(theme) => change({ theme })}
          options={[
            { value: 'light', label: shell.light },
            { value: 'dark', label: shell.dark },
            { value: 'auto', label: shell.auto },
          ]}
        />
      </Choice>
      <Choice label={shell.density}>
        <Segmented<Preferences['density']>
          value={preferences.density}
          onChange={(density) => change({ density })}
          options={[
            { value: 'comfortable', label: shell.comfortable },
            { value: 'compact', label: shell.compact },
          ]}
        />
      </Choice>
    </div>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label}>
      <div className="bf-quiet bf-small" style={{ marginBottom: 4 }}>
        {label}
      </div>
      {children}
    </div>
  );
}
