import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Route } from '../../contract/route.ts';
import { callFile, type CallInput } from '../client/call.ts';
import { usePreferences } from '../client/preferences.tsx';
import { errorText } from '../client/problem-text.ts';
import { useWords } from '../client/use-words.ts';

interface FileProps<R extends Route> {
  route: R;
  input: CallInput<R>;
  title?: string;
  /** What it is called where it shows its sign alone. */
  label?: string;
  children?: ReactNode;
}

/** Takes a file home. A refusal is said on the page, which stays: a link would leave it for the bare answer. */
export function FileButton<R extends Route>({ route, input, title, label, children }: FileProps<R>) {
  const { common } = useWords();
  const { modal } = App.useApp();
  const { language } = usePreferences().preferences;
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const { blob, name } = await callFile(route, input);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      // The browser has begun to read by then.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (error) {
      modal.error({ title: common.noFile, content: errorText(error, language).join('\n') });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void take()} title={title} aria-label={label}>
      {children}
    </Button>
  );
}
