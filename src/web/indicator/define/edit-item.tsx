import { Input, Select } from 'antd';
import { createContext, useContext, useId, type ReactNode } from 'react';
import type { Problem } from '../../../core/kernel/problem.ts';
import { problemText } from '../../client/problem-text.ts';
import { usePreferences } from '../../client/preferences.tsx';

/** What is wrong with the definition that is being edited, for the controls inside. */
export const Wrongs = createContext<readonly Problem[]>([]);

interface ItemProps {
  label: ReactNode;
  /** Path of the definition that it edits: what is wrong there, or below it, is said under it. */
  at: string;
  extra?: ReactNode;
  children: (control: { id: string; status: '' | 'error' }) => ReactNode;
}

/** One labelled control with what is wrong with it. */
export function Item({ label, at, extra, children }: ItemProps) {
  const id = useId();
  const { language } = usePreferences().preferences;
  const wrong = useContext(Wrongs).find((one) => one.at === at || one.at?.startsWith(`${at}.`) === true);
  return (
    <div className="fi-item">
      <label htmlFor={id}>{label}</label>
      {children({ id, status: wrong === undefined ? '' : 'error' })}
      {wrong === undefined ? null : (
        <div className="fi-wrong bf-small" role="alert">
          {problemText(wrong, language)}
        </div>
      )}
      {extra === undefined ? null : <div className="bf-quiet bf-small">{extra}</div>}
    </div>
  );
}

interface TextProps {
  label: ReactNode;
  at: string;
  value: string;
  onChange: (value: string) => void;
  extra?: ReactNode;
  disabled?: boolean;
  rows?: number;
}

/** A text of one or more lines. */
export function TextItem({ label, at, value, onChange, extra, disabled = false, rows = 1 }: TextProps) {
  return (
    <Item label={label} at={at} extra={extra}>
      {(control) =>
        rows === 1 ? (
          <Input {...control} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <Input.TextArea
            {...control}
            value={value}
            autoSize={{ minRows: rows, maxRows: 12 }}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Item>
  );
}

interface ChoiceProps<T extends string> {
  label: ReactNode;
  at: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  extra?: ReactNode;
}

/** One of a few. */
export function ChoiceItem<T extends string>({ label, at, value, options, onChange, extra }: ChoiceProps<T>) {
  return (
    <Item label={label} at={at} extra={extra}>
      {(control) => (
        <Select<T>
          {...control}
          value={value}
          options={[...options]}
          onChange={onChange}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
        />
      )}
    </Item>
  );
}
