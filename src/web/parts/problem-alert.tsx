import { Alert } from 'antd';
import { errorText } from '../client/problem-text.ts';
import { usePreferences } from '../client/preferences.tsx';

/** Every reason of a refusal, or that the server was not reached; nothing without an error. */
export function ProblemAlert({ error }: { error: unknown }) {
  const { preferences } = usePreferences();
  if (error === null || error === undefined) return null;
  const lines = [...new Set(errorText(error, preferences.language))];
  if (lines.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={
        lines.length === 1 ? (
          lines[0]
        ) : (
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
