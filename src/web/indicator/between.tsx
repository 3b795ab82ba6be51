import { Segmented } from 'antd';
import { Link } from 'react-router';
import { useState } from 'react';
import { figureBoard, type readFigure } from '../../contract/figure.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Section } from '../parts/section.tsx';
import { figurePath, queryOf, type AskedScope } from './scope.ts';
import { printed } from './value.tsx';
import { UnitText } from '../parts/unit-text.tsx';

type Board = AnswerOf<typeof figureBoard>;

/** The figure of each county, or of each unit, largest first. */
export function BetweenRows({ data, scope }: { data: AnswerOf<typeof readFigure>; scope: AskedScope }) {
  const { figure: said } = useWords();
  const oneCounty = data.scope.placeId?.length === 6;
  const [asked, setLevel] = useState<'county' | 'unit'>('county');
  const level = oneCounty ? 'unit' : asked;
  const query = { ...queryOf(scope), codes: data.figure.code, level, limit: 100 };
  const board = useRead(figureBoard, { query }, { keep: true });
  if (board.data === undefined || board.data.items.length < 2) return null;
  return (
    <Section
      title={level === 'county' ? said.compare : said.compareUnits}
      extra={
        oneCounty ? undefined : (
          <Segmented
            className="bf-no-print"
            aria-label={said.level}
            size="small"
            value={asked}
            options={[
              { value: 'county', label: said.levels.county },
              { value: 'unit', label: said.levels.unit },
            ]}
            onChange={setLevel}
          />
        )
      }
    >
      <Ranked
        board={board.data}
        level={level}
        scope={{ ...scope, placeId: data.scope.placeId, unitId: data.scope.unitId }}
      />
    </Section>
  );
}

function Ranked({ board, level, scope }: { board: Board; level: 'county' | 'unit'; scope: AskedScope }) {
  const { figure: said } = useWords();
  const how = board.indicators[0];
  if (how === undefined) return null;
  const rows = board.items.map((row) => ({
    row,
    cell: row.cells[0],
    value: Number(row.cells[0]?.value ?? Number.NaN),
  }));
  rows.sort((a, b) => (Number.isNaN(b.value) ? -1 : Number.isNaN(a.value) ? 1 : b.value - a.value));
  const most = Math.max(1, ...rows.map(({ value }) => (Number.isNaN(value) ? 0 : Math.abs(value))));
  return (
    <div className="fg-rank" role="list">
      {rows.map(({ row, cell, value }) => {
        const at = level === 'county' ? { ...scope, placeId: row.id } : { ...scope, unitId: row.id };
        const name = row.direct ? fill(said.direct, { name: row.name }) : row.name;
        return (
          <div role="listitem" key={`${row.id}${row.direct}`}>
            {row.direct ? <span>{name}</span> : <Link to={figurePath(how.code, at)}>{name}</Link>}
            <span className="fg-bar" aria-hidden="true">
              <i style={{ width: `${Number.isNaN(value) ? 0 : (Math.abs(value) / most) * 100}%` }} />
            </span>
            <span className="bf-num" style={{ textAlign: 'right' }}>
              {printed(cell?.value ?? null, how) ?? said.none}{' '}
              <span className="bf-quiet bf-small">
                <UnitText unit={how.unit} />
              </span>
              {cell?.completion == null ? null : <span className="bf-quiet bf-small"> {cell.completion}%</span>}
            </span>
          </div>
        );
      })}
    </div>
  );
}
