import { Button, Checkbox, Table, type TableColumnType } from 'antd';
import type { ReactNode } from 'react';
import { useNarrow } from '../client/use-narrow.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';

/** One column of a list. On a phone each row is a card: the first column is its title, the others its lines. */
export interface Column<T> {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  /** What the rows are sorted by when the head is pressed. */
  sort?: (row: T) => string | number;
  /** Values to filter by; the head offers them. */
  filter?: { values: { text: string; value: string }[]; of: (row: T) => string[] };
  numeric?: boolean;
  width?: number | string;
  /** True: not on the card of a phone. */
  wideOnly?: boolean;
}

interface DataListProps<T> {
  rows: readonly T[];
  columns: Column<T>[];
  rowKey: (row: T) => string;
  /** What stands where nothing is. */
  empty: ReactNode;
  loading?: boolean;
  /** Shows more of a list that goes on. */
  more?: { has: boolean; loading: boolean; load: () => void };
  /** Rows can be chosen: the keys of those that are. */
  chosen?: Chosen;
}

/** Which rows are chosen, and how that changes. */
export interface Chosen {
  keys: readonly string[];
  onChange: (keys: string[]) => void;
  /** What choosing a row is called. */
  label: string;
}

/** A list: a table on a desk, cards on a phone. */
export function DataList<T>(props: DataListProps<T>) {
  const narrow = useNarrow();
  const { common } = useWords();
  const { rows, empty, loading = false, more } = props;
  if (rows.length === 0 && !loading) return <>{empty}</>;
  return (
    <>
      {narrow ? <Cards {...props} /> : <Wide {...props} />}
      {more?.has === true ? (
        <div className="bf-more">
          <Button onClick={more.load} loading={more.loading}>
            {common.more}
          </Button>
          <span className="bf-quiet bf-small"> {fill(common.total, { count: `${rows.length}+` })}</span>
        </div>
      ) : null}
    </>
  );
}

function Wide<T>({ rows, columns, rowKey, loading = false, chosen }: DataListProps<T>) {
  const shown = columns.map((column): TableColumnType<T> => {
    const { sort, filter } = column;
    return {
      key: column.key,
      title: column.title,
      render: (_, row) => column.render(row),
      ...(column.numeric === true ? { align: 'right' as const } : {}),
      ...(column.width === undefined ? {} : { width: column.width }),
      ...(sort === undefined ? {} : { sorter: (a: T, b: T) => compare(sort(a), sort(b)) }),
      ...(filter === undefined
        ? {}
        : { filters: filter.values, onFilter: (value, row: T) => filter.of(row).includes(String(value)) }),
    };
  });
  return (
    <Table<T>
      dataSource={rows}
      columns={shown}
      rowKey={rowKey}
      loading={loading}
      pagination={false}
      size="middle"
      tableLayout="auto"
      className="bf-table"
      {...(chosen === undefined
        ? {}
        : {
            rowSelection: {
              selectedRowKeys: [...chosen.keys],
              onChange: (keys) => chosen.onChange(keys.map(String)),
              columnWidth: 44,
            },
          })}
      showSorterTooltip={false}
    />
  );
}

function Cards<T>({ rows, columns, rowKey, chosen }: DataListProps<T>) {
  const [title, ...rest] = columns.filter((column) => column.wideOnly !== true);
  const lines = rest.filter((column) => column.numeric !== true || rest.length === 1);
  const numbers = rest.filter((column) => !lines.includes(column));
  return (
    <ul className="bf-cards">
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <div className="bf-card-title">
            {chosen === undefined ? null : <CardChoice chosen={chosen} rowKey={rowKey(row)} />}
            {title?.render(row)}
          </div>
          {lines.map((column) => (
            <CardLine key={column.key} title={column.title} shown={column.render(row)} />
          ))}
          {numbers.length === 0 ? null : (
            <div className="bf-card-numbers">
              {numbers.map((column) => (
                <CardLine key={column.key} title={column.title} shown={column.render(row)} />
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function CardChoice({ chosen, rowKey }: { chosen: Chosen; rowKey: string }) {
  return (
    <Checkbox
      className="bf-card-choice"
      aria-label={chosen.label}
      checked={chosen.keys.includes(rowKey)}
      onChange={(event) =>
        chosen.onChange(event.target.checked ? [...chosen.keys, rowKey] : chosen.keys.filter((one) => one !== rowKey))
      }
    />
  );
}

/** One line of a card; a line with nothing in it is left out. */
function CardLine({ title, shown }: { title: string; shown: ReactNode }) {
  if (shown === null || shown === undefined || shown === '' || (Array.isArray(shown) && shown.length === 0))
    return null;
  return (
    <div className="bf-card-line">
      {title === '' ? null : <span>{title}</span>}
      <span>{shown}</span>
    </div>
  );
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
}
