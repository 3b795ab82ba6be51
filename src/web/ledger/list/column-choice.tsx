import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { useMe } from '../../client/use-me.ts';
import { useWords } from '../../client/use-words.ts';

/** A column that may be shown or not. */
export interface Choosable {
  key: string;
  title: string;
  /** Shown until somebody chooses otherwise. */
  usual: boolean;
}

/** What a person chose, by column: shown or not; what is not there is as usual. */
type Choice = Readonly<Record<string, boolean>>;

/** Which columns of the ledger are shown: kept on this device, per person. */
export function useColumnChoice(): {
  shows: (one: Choosable) => boolean;
  change: (next: Choice) => void;
  choice: Choice;
} {
  const key = `bangfu.columns.${useMe()?.person.id ?? ''}`;
  const [kept, setKept] = useState<{ key: string; choice: Choice } | null>(null);
  const choice = kept?.key === key ? kept.choice : load(key);
  return {
    choice,
    shows: (one) => choice[one.key] ?? one.usual,
    change: (next) => {
      setKept({ key, choice: next });
      store(key, next);
    },
  };
}

interface ButtonProps {
  columns: readonly Choosable[];
  chosen: ReturnType<typeof useColumnChoice>;
}

/** Opens the list of columns. */
export function ColumnButton({ columns, chosen }: ButtonProps) {
  const { ledger } = useWords();
  const { choice, shows, change } = chosen;
  const list = (
    <div className="lg-columns">
      {columns.map((one) => (
        <Checkbox
          key={one.key}
          checked={shows(one)}
          onChange={(event) => change({ ...choice, [one.key]: event.target.checked })}
        >
          {one.title}
        </Checkbox>
      ))}
      <Button size="small" onClick={() => change({})} disabled={Object.keys(choice).length === 0}>
        {ledger.columns.usual}
      </Button>
    </div>
  );
  return (
    <Popover content={list} title={ledger.columns.lead} trigger="click" placement="bottomRight">
      <Button icon={<SettingOutlined />}>{ledger.columns.title}</Button>
    </Popover>
  );
}

function load(key: string): Choice {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Choice;
  } catch {
    return {};
  }
}

function store(key: string, choice: Choice): void {
  try {
    localStorage.setItem(key, JSON.stringify(choice));
  } catch {
    // A browser that keeps nothing still works; the choice lasts until the page is left.
  }
}
