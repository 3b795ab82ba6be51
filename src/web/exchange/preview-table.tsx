import { Table, Tooltip, type TableColumnType } from 'antd';
import { readKind } from '../../contract/kind.ts';
import { fill } from '../../words/words.ts';
import { numberText } from '../client/format.ts';
import { problemText } from '../client/problem-text.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { yuanText } from '../ledger/form/amount.ts';
import { useSay } from '../ledger/use-say.ts';
import { Empty } from '../parts/empty.tsx';
import { Section } from '../parts/section.tsx';
import type { ImportShown } from './import-page.tsx';

type Row = ImportShown['preview'][number];

/** The first rows as they would be read: cells that cannot be read are marked with the reason, rows that are no data are grey. */
export function PreviewTable({ one }: { one: ImportShown }) {
  const { imports: say } = useWords();
  const columns = useColumns(one);
  if (one.preview.length === 0) return <Empty text={say.preview.empty} />;
  return (
    <Section title={say.preview.title} flush>
      <Table<Row>
        dataSource={one.preview}
        columns={columns}
        rowKey={(row) => row.row}
        size="small"
        pagination={false}
        scroll={{ x: 'max-content', y: 420 }}
        rowClassName={(row) =>
          row.because === null ? (row.problems.length > 0 ? 'im-row is-bad' : 'im-row') : 'im-row is-off'
        }
      />
    </Section>
  );
}

function useColumns(one: ImportShown): TableColumnType<Row>[] {
  const { imports: say } = useWords();
  const text = useValueText(one);
  const name = useSay();
  const width = 1 + one.columns.filter((column) => column.code !== null).length;
  const reason = (because: string) =>
    fill(say.preview.ignored, { reason: say.because[because as keyof typeof say.because] });
  return [
    {
      key: 'row',
      title: say.preview.row,
      width: 56,
      render: (_, row) => row.row,
    },
    ...one.columns
      .filter((column) => column.code !== null)
      .map((column, i): TableColumnType<Row> => {
        const wanted = one.wanted.find((two) => two.code === column.code);
        return {
          key: column.column,
          title: wanted === undefined ? column.name : name(wanted.name),
          onCell: (row) => (row.because === null ? {} : { colSpan: i === 0 ? width - 1 : 0 }),
          render: (_, row) => {
            if (row.because !== null)
              return (
                <span className="bf-quiet">
                  <i className="im-why">{reason(row.because)}</i>
                  {row.cells
                    .filter((cell) => cell !== '')
                    .slice(0, 6)
                    .join(' | ')}
                </span>
              );
            return <Cell row={row} column={column.column} text={text(column.code ?? '', row)} />;
          },
        };
      }),
  ];
}

function Cell({ row, column, text }: { row: Row; column: number; text: string }) {
  const { preferences } = usePreferences();
  const wrong = row.problems.filter((one) => one.column === column);
  if (wrong.length === 0) return <span>{text}</span>;
  const said = wrong.map((one) => problemText(one as never, preferences.language)).join(' ');
  return (
    <Tooltip title={said}>
      <span className="im-bad" tabIndex={0} aria-label={said}>
        {row.cells[column] === '' || row.cells[column] === undefined ? '—' : row.cells[column]}
      </span>
    </Tooltip>
  );
}

/** A value as people read it: names for ids and codes, yuan for fen. */
function useValueText(one: ImportShown): (code: string, row: Row) => string {
  const name = useSay();
  const { common } = useWords();
  const kind = useRead(readKind, { params: { code: one.kind } });
  const definition = kind.data?.versions[0]?.definition;
  return (code, row) => {
    const value = row.values?.[code];
    if (value === undefined) return '';
    if (code === 'county' || code === 'unit') return one.names[value] ?? value;
    if (code === 'amount') return yuanText(value);
    const field = definition?.fields.find((two) => two.code === code);
    if (field?.type === 'money') return yuanText(value);
    if (field?.type === 'yes_no') return value === 'yes' ? common.yes : common.no;
    const choice = field?.choices.find((two) => two.code === value);
    if (choice !== undefined) return name(choice);
    return field?.type === 'decimal' || code === 'quantity' ? numberText(value) : value;
  };
}
