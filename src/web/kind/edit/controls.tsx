import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { Bilingual } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { useDraft, useWrong } from './draft.tsx';

interface ItemProps {
  label: ReactNode;
  /** Path of the definition that it edits: problems there are said below it. */
  at: string;
  /** Problems below the path too. */
  below?: boolean;
  extra?: ReactNode;
  children: (control: { id: string; status: '' | 'error' }) => ReactNode;
}

/** One labelled control of the editor with what is wrong with it. */
export function Item({ label, at, below = false, extra, children }: ItemProps) {
  const id = useId();
  const wrong = useWrong(at, below);
  return (
    <div className="kd-item">
      <label htmlFor={id}>{label}</label>
      {children({ id, status: wrong === null ? '' : 'error' })}
      {wrong === null ? null : (
        <div className="kd-wrong bf-small" role="alert">
          {wrong}
        </div>
      )}
      {extra === undefined ? null : <div className="kd-extra bf-quiet bf-small">{extra}</div>}
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
  /** Lines; 1: one line. */
  rows?: number;
}

/** A text in one language. */
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
    <div className="kd-two">
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

interface SelectProps<T extends string> {
  label: ReactNode;
  at: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  extra?: ReactNode;
}

/** One of a few. */
export function SelectItem<T extends string>({ label, at, value, options, onChange, extra }: SelectProps<T>) {
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

/** Words by hand, each confirmed with Enter or a comma. */
export function WordsItem(props: {
  label: ReactNode;
  at: string;
  value: readonly string[];
  onChange: (v: string[]) => void;
  extra?: ReactNode;
}) {
  return (
    <Item label={props.label} at={props.at} extra={props.extra}>
      {(control) => (
        <Select
          {...control}
          mode="tags"
          open={false}
          suffix={null}
          value={[...props.value]}
          tokenSeparators={[',', '，', '、', ';', '；']}
          onChange={props.onChange}
          style={{ width: '100%' }}
        />
      )}
    </Item>
  );
}

interface CardProps {
  title: ReactNode;
  mark?: ReactNode;
  /** Path of the element: the number of problems in it is shown on its head. */
  at: string;
  startOpen?: boolean;
  onRemove: () => void;
  onMove?: (by: -1 | 1) => void;
  first?: boolean;
  last?: boolean;
  children: ReactNode;
}

/** One element of a list: its head always, its parts when opened. */
export function Card({ title, mark, at, startOpen = false, onRemove, onMove, first, last, children }: CardProps) {
  const { kind: said } = useWords();
  const { problems } = useDraft();
  const [open, setOpen] = useState(startOpen);
  const wrong = problems.filter((one) => one.at?.startsWith(`${at}.`) === true).length;
  return (
    <div className="kd-card">
      <div className="kd-card-head">
        <Button
          type="text"
          icon={open ? <DownOutlined /> : <RightOutlined />}
          onClick={() => setOpen(!open)}
          aria-expanded={open}
        >
          {title}
        </Button>
        {wrong > 0 ? <Mark tone="late">{fill(said.editor.problems, { count: wrong })}</Mark> : null}
        {mark}
        {onMove === undefined ? null : (
          <>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              aria-label={said.editor.up}
              disabled={first === true}
              onClick={() => onMove(-1)}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              aria-label={said.editor.down}
              disabled={last === true}
              onClick={() => onMove(1)}
            />
          </>
        )}
        <Button
          type="text"
          size="small"
          danger
          icon={<DeleteOutlined />}
          aria-label={said.editor.remove}
          onClick={onRemove}
        />
      </div>
      {open ? <div className="kd-card-body">{children}</div> : null}
    </div>
  );
}
