import { useNarrow } from '../client/use-narrow.ts';
import { GlobalOutlined, SkinOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useWords } from '../client/use-words.ts';
import { usePreferences } from '../client/preferences.tsx';
import { DisplayChoices } from './display-choices.tsx';

/** Language at a press; appearance and density one press further. */
export function DisplayMenu() {
  const { shell } = useWords();
  const narrow = useNarrow(480);
  return (
    <div style={{ display: 'flex' }}>
      {narrow ? null : <LanguageButton />}
      <Popover content={<DisplayChoices />} title={shell.display} trigger="click" placement="bottomRight">
        <Button type="text" icon={<SkinOutlined />} aria-label={shell.display} title={shell.display} />
      </Popover>
    </div>
  );
}

/** Switches between the two languages. */
export function LanguageButton() {
  const { shell } = useWords();
  const { preferences, change } = usePreferences();
  const other = preferences.language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" icon={<GlobalOutlined />} lang={other} onClick={() => change({ language: other })}>
      {other === 'en' ? shell.english : shell.chinese}
    </Button>
  );
}
