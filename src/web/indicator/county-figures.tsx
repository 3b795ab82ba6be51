import { Link } from 'react-router';
import { figureBoard } from '../../contract/figure.ts';
import { indicators } from '../../contract/indicator.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { LINES } from '../../core/document/reading.ts';
import { today } from '../client/format.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { useSay } from '../ledger/use-say.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { Section } from '../parts/section.tsx';
import { figurePath } from './scope.ts';
import { CompletionBar, printed, Value } from './value.tsx';
import { UnitText } from '../parts/unit-text.tsx';
import './figure.css';

type Board = AnswerOf<typeof figureBoard>;
type Row = Board['indicators'][number] & { cell: Board['sum'][number] | undefined };

/** All figures of a county this year, by line of work; those without an entry and a target are left out. */
export function CountyFigures({ placeId }: { placeId: string }) {
  const { figure: said, term } = useWords();
  const period = today().slice(0, 4);
  const known = useRead(indicators, {});
  const codes = known.data?.items.map((one) => one.code).join(',') ?? '';
  const read = useRead(figureBoard, { query: { period, placeId, codes, limit: 1 } }, { enabled: codes !== '' });
  const columns = useColumns(period, placeId);
  return (
    <Load read={read}>
      {(board) => {
        const rows = board.indicators
          .map((one, i): Row => ({ ...one, cell: board.sum[i] }))
          .filter(({ cell }) => cell?.target != null || (cell?.value != null && cell.value !== '0'));
        if (rows.length === 0) return <Empty text={said.boardEmptyText} />;
        return LINES.map((line) => {
          const own = rows.filter((row) => row.line === line);
          return own.length === 0 ? null : (
            <Section key={line} title={term.line[line]} flush>
              <div className="fg-lines">
                <DataList<Row> rows={own} rowKey={(row) => row.code} columns={columns} empty={null} />
              </div>
            </Section>
          );
        });
      }}
    </Load>
  );
}

function useColumns(period: string, placeId: string): Column<Row>[] {
  const { figure: said } = useWords();
  const say = useSay();
  return [
    {
      key: 'name',
      title: said.indicator,
      width: '34%',
      render: (row) => <Link to={figurePath(row.code, { period, placeId })}>{say(row.name)}</Link>,
    },
    {
      key: 'value',
      title: said.value,
      numeric: true,
      render: (row) => (
        <>
          <Value value={row.cell?.value ?? null} why={row.cell?.why ?? null} how={row} />{' '}
          <span className="bf-quiet bf-small">
            <UnitText unit={row.unit} />
          </span>
        </>
      ),
    },
    {
      key: 'target',
      title: said.target,
      numeric: true,
      render: (row) => <span className="bf-num">{printed(row.cell?.target ?? null, row)}</span>,
    },
    {
      key: 'completion',
      title: said.completion,
      numeric: true,
      width: '20%',
      render: ({ cell, better }) =>
        cell?.completion == null ? null : (
          <>
            <span className="bf-num">{cell.completion}%</span>
            <CompletionBar completion={cell.completion} better={better} />
          </>
        ),
    },
  ];
}
