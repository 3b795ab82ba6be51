import { Tooltip } from 'antd';
import { Link } from 'react-router';
import type { figureBoard } from '../../contract/figure.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { figurePath, type AskedScope } from './scope.ts';
import { CaliberMark, CompletionBar, printed, Value } from './value.tsx';
import { UnitText } from '../parts/unit-text.tsx';

type Board = AnswerOf<typeof figureBoard>;
type Cell = Board['sum'][number];
type Column = Board['indicators'][number];
type Row = Board['items'][number];

/** The board as a table; each number leads to its story. */
export function BoardTable({ board, rows, scope }: { board: Board; rows: readonly Row[]; scope: AskedScope }) {
  const { figure: said } = useWords();
  const say = useSay();
  // One mark for all of them stands above the table.
  const all = board.indicators.every((one) => one.unverified);
  const at = { ...scope, placeId: board.scope.placeId, unitId: board.scope.unitId };
  const scopeOf = (row: Row): Partial<AskedScope> =>
    scope.level === 'county' ? { ...at, placeId: row.id } : { ...at, unitId: row.id };
  return (
    <div className="fg-board" tabIndex={0} role="region" aria-label={said.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{scope.level === 'county' ? said.county : said.unit}</th>
            {board.indicators.map((column) => (
              <th scope="col" key={column.code}>
                <Link to={figurePath(column.code, at)}>{say(column.name)}</Link>
                <span className="fg-unit">
                  <UnitText unit={column.unit} /> <CaliberMark when={column.unverified && !all} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="fg-sum">
            <th scope="row">{said.sum}</th>
            {board.indicators.map((column, i) => (
              <BoardCell key={column.code} column={column} cell={board.sum[i]} to={figurePath(column.code, at)} />
            ))}
          </tr>
          {rows.map((row) => (
            <tr key={`${row.id}${row.direct}`}>
              <th scope="row">
                <RowName row={row} scope={scope} />
              </th>
              {board.indicators.map((column, i) => (
                <BoardCell
                  key={column.code}
                  column={column}
                  cell={row.cells[i]}
                  to={row.direct ? null : figurePath(column.code, scopeOf(row))}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowName({ row, scope }: { row: Row; scope: AskedScope }) {
  const { figure: said } = useWords();
  if (row.direct) return <>{fill(said.direct, { name: row.name })}</>;
  if (scope.level === 'county') return <Link to={`/counties/${row.id}`}>{row.name}</Link>;
  const query = new URLSearchParams({ period: scope.period, level: 'unit', unitId: row.id });
  if (scope.line !== null) query.set('line', scope.line);
  return <Link to={`/figures?${query.toString()}`}>{row.name}</Link>;
}

/** A number, its bar against the target, and what is on its way in grey. */
function BoardCell({ column, cell, to }: { column: Column; cell: Cell | undefined; to: string | null }) {
  const { figure: said, common } = useWords();
  if (cell === undefined) return <td />;
  const value = <Value value={cell.value} why={cell.why} how={column} />;
  const target = printed(cell.target, column);
  const transit = cell.transit === null || cell.transit === '0' ? null : printed(cell.transit, column);
  return (
    <td>
      {to === null ? value : <Link to={to}>{value}</Link>}
      {target === null ? null : (
        <span className="fg-target">
          {cell.completion === null ? null : (
            <>
              <CompletionBar completion={cell.completion} better={column.better} />
              <b>{cell.completion}%</b>
            </>
          )}
          <span>{fill(said.targetShort, { value: target })}</span>
          {cell.reached === null ? null : (
            <span>{fill(said.reachedIn, { month: common.monthsShort[Number(cell.reached.slice(5)) - 1] ?? '' })}</span>
          )}
        </span>
      )}
      {transit === null ? null : (
        <Tooltip title={said.transitWhy}>
          <span className="fg-transit">{fill(said.transitShort, { value: transit })}</span>
        </Tooltip>
      )}
    </td>
  );
}
