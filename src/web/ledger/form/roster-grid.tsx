import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { memo, useCallback, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { EMPTY_ROW, type RosterText } from './entry-values.ts';
import { cellsOf, ROSTER_COLUMNS, rosterOf, type RosterColumn } from './paste-rows.ts';

interface RosterGridProps {
  id?: string;
  value?: readonly RosterText[];
  onChange?: (rows: readonly RosterText[]) => void;
  /** What is wrong with a cell, by `row.column`. */
  wrong: ReadonlyMap<string, string>;
}

/** The roster: a small sheet to type in, or to paste into from Excel or WPS. Enter goes to the next row, the last one adds another. */
export function RosterGrid({ id, value, onChange, wrong }: RosterGridProps) {
  const { ledger } = useWords();
  const said = ledger.roster;
  const rows = value === undefined || value.length === 0 ? [EMPTY_ROW] : value;
  const box = useRef<HTMLDivElement>(null);
  const change = useLatest((index: number, column: RosterColumn, text: string) =>
    onChange?.(rows.map((row, i) => (i === index ? { ...row, [column]: text } : row))),
  );
  const remove = useLatest((index: number) => onChange?.(rows.filter((_, i) => i !== index)));
  const paste = usePaste(rows, onChange);
  const add = () => onChange?.([...rows, EMPTY_ROW]);
  const keys = (event: KeyboardEvent<HTMLDivElement>) => moveInGrid(event, box.current, add);
  return (
    <div className="lg-roster" ref={box} id={id} tabIndex={-1} onPaste={paste} onKeyDown={keys}>
      <div className="lg-roster-head" aria-hidden="true">
        <span />
        {ROSTER_COLUMNS.map((column) => (
          <span key={column}>{said.columns[column]}</span>
        ))}
        <span />
      </div>
      {rows.map((row, index) => (
        <RosterLine
          key={index}
          row={row}
          index={index}
          onCell={change}
          onRemove={remove}
          wrong={wrongOf(wrong, index)}
        />
      ))}
      <div className="lg-roster-foot">
        <Button size="small" icon={<PlusOutlined />} onClick={add}>
          {said.addRow}
        </Button>
        <span className="bf-quiet bf-small">{said.pasteHint}</span>
        {rows.length > 1 ? <span className="bf-count">{fill(said.rows, { count: rows.length })}</span> : null}
      </div>
    </div>
  );
}

interface LineProps {
  row: RosterText;
  index: number;
  onCell: (index: number, column: RosterColumn, text: string) => void;
  onRemove: (index: number) => void;
  /** `column=sentence` joined by line ends: a text, so that an unchanged line is not drawn again. */
  wrong: string;
}

const RosterLine = memo(function RosterLine({ row, index, onCell, onRemove, wrong }: LineProps) {
  const { ledger } = useWords();
  const said = ledger.roster;
  const problems = new Map(wrong === '' ? [] : wrong.split('\n').map((one) => one.split('=') as [string, string]));
  const sentences = [...new Set(problems.values())];
  return (
    <div className="lg-roster-row" role="group" aria-label={fill(said.row, { row: index + 1 })}>
      <span className="lg-roster-no">{index + 1}</span>
      {ROSTER_COLUMNS.map((column) => (
        <input
          key={column}
          className={problems.has(column) ? `is-${column} is-wrong` : `is-${column}`}
          value={row[column]}
          data-row={index}
          data-column={column}
          aria-label={said.columns[column]}
          aria-invalid={problems.has(column)}
          placeholder={column === 'times' ? '1' : said.placeholders[column]}
          inputMode={column === 'times' ? 'numeric' : 'text'}
          autoComplete="off"
          onChange={(event) => onCell(index, column, event.target.value)}
        />
      ))}
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        tabIndex={-1}
        aria-label={fill(said.removeRow, { row: index + 1 })}
        onClick={() => onRemove(index)}
      />
      {sentences.length === 0 ? null : <p className="lg-roster-wrong">{sentences.join(' ')}</p>}
    </div>
  );
});

function wrongOf(wrong: ReadonlyMap<string, string>, index: number): string {
  return ROSTER_COLUMNS.flatMap((column) => {
    const text = wrong.get(`${index}.${column}`);
    return text === undefined ? [] : [`${column}=${text}`];
  }).join('\n');
}

/** Many cells at once go into the grid from the row of the cursor on; one cell is pasted as everywhere. */
function usePaste(rows: readonly RosterText[], onChange: RosterGridProps['onChange']) {
  const { ledger } = useWords();
  const { message } = App.useApp();
  return (event: ClipboardEvent<HTMLDivElement>) => {
    const text = event.clipboardData.getData('text/plain');
    const at = event.target as HTMLElement;
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const column = ROSTER_COLUMNS.find((one) => one === at.dataset['column']);
    const pasted = rosterOf(cellsOf(text), ledger.roster.headers, column);
    const row = Number(at.dataset['row'] ?? rows.length);
    const filled = (one: RosterText | undefined) => one !== undefined && (one.name !== '' || one.idNumber !== '');
    // What was typed stays: pasted rows go in behind it.
    const from = filled(rows[row]) ? row + 1 : row;
    onChange?.([...rows.slice(0, from), ...pasted.rows, ...rows.slice(from).filter(filled)]);
    void message.success(fill(ledger.roster.pasted, { count: pasted.rows.length }));
  };
}

/** Enter and the arrows go from row to row in the same column; on the last row Enter adds one. */
function moveInGrid(event: KeyboardEvent<HTMLElement>, box: HTMLElement | null, add: () => void): void {
  const { row, column } = (event.target as HTMLElement).dataset;
  if (row === undefined || column === undefined || event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey) return;
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const go = () =>
    box?.querySelector<HTMLElement>(`[data-row="${Number(row) + step}"][data-column="${column}"]`)?.focus();
  const there = box?.querySelector(`[data-row="${Number(row) + step}"]`) ?? null;
  if (there === null && event.key === 'Enter') {
    add();
    setTimeout(go);
  } else go();
}

/** The same function for every draw, doing what the last draw says. */
function useLatest<A extends unknown[]>(does: (...args: A) => void): (...args: A) => void {
  const latest = useRef(does);
  latest.current = does;
  return useCallback((...args: A) => latest.current(...args), []);
}
