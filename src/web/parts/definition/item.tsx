import { Input, Select } from 'antd';
import { createContext, useContext, useId, type ReactNode } from 'react';
import type { Problem } from '../../../core/kernel/problem.ts';
import type { Bilingual } from '../../../core/ledger/kind.ts';
import { problemText } from '../../client/problem-text.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useWords } from '../../client/use-words.ts';
import './definition.css';

/** What is wrong with the definition that is being edited, for the controls inside. */
export const Wrongs = createContext<readonly Problem[]>([]);

/** The sentence of what is wrong at a path or below it, under what it is about. */
export function Wrong({ at }: { at: string }) {
  const { language } = usePreferences().preferences;
  const found = useFound(at);
  if (found === undefined) return null;
  return (
    <div className="df-wrong bf-small" role="alert">
      {problemText(found, language)}
    </div>
  );
}

const useFound = (at: string): Problem | undefined =>
  useContext(Wrongs).find((one) => one.at === at || one.at?.startsWith(`${at}.`) === true);

interface ItemProps {
  label: ReactNode;
  /** Path of the definition that it edits: what is wrong there, or below it, is said under it. */
  at: string;
  extra?: ReactNode;
}

/** One labelled control of an editor with what is wrong with it. */
export function Item(props: ItemProps & { children: (control: { id: string; status: '' | 'error' }) => ReactNode }) {
  const id = useId();
  const { label, at, extra, children } = props;
  return (
    <div className="df-item">
      <label htmlFor={id}>{label}</label>
      {children({ id, status: useFound(at) === undefined ? '' : 'error' })}
      <Wrong at={at} />
      {extra === undefined ? null : <div className="bf-quiet bf-small">{extra}</div>}
    </div>
  );
}

interface TextProps extends ItemProps {
  value: string;
  onChange: (value: string) => void;
  disabled?: boolean;
  /** Lines; 1: one line. */
  rows?: number;
}

/** A text in one language. */
export function TextItem({ label, at, extra, value, onChange, disabled = false, rows = 1 }: TextProps) {
  return (
    <Item label={label} at={at} extra={extra}>
      {(control) =>
        rows === 1 ? (
          <Input {...control} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <Input.TextArea
            {...control}
            value={value}
            autoSize={{ minRows: rows, maxRows: 16 }}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Item>
  );
}

interface BothProps {
  label: string;
  at: string;
  value: Bilingual;
  onChange: (value: Bilingual) => void;
  rows?: number;
}

/** A text in both languages, side by side. */
export function BothItem({ label, at, value, onChange, rows = 1 }: BothProps) {
  const { kind: said } = useWords();
  return (
    <div className="df-row">
      {(['zh', 'en'] as const).map((language) => (
        <TextItem
          key={language}
          label={
            <>
              {label} <span className="bf-quiet bf-small">{said[language]}</span>
            </>
          }
          at={`${at}.${language}`}
          value={value[language]}
          rows={rows}
          onChange={(text) => onChange({ ...value, [language]: text })}
        />
      ))}
    </div>
  );
}

interface ChoiceProps<T extends string> extends ItemProps {
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of a few. */
export function ChoiceItem<T extends string>({ label, at, extra, value, options, onChange }: ChoiceProps<T>) {
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

interface WordsProps extends ItemProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Words by hand, each confirmed with Enter or a comma. */
export function WordsItem({ label, at, extra, value, onChange }: WordsProps) {
  return (
    <Item label={label} at={at} extra={extra}>
      {(control) => (
        <Select
          {...control}
          mode="tags"
          open={false}
          suffix={null}
          value={[...value]}
          tokenSeparators={[',', '，', '、', ';', '；']}
          onChange={onChange}
          style={{ width: '100%' }}
        />
      )}
    </Item>
  );
}
