import { Link } from 'react-router';
import { figureBoard } from '../../contract/figure.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { today } from '../client/format.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { figurePath } from '../indicator/scope.ts';
import { CompletionBar, printed } from '../indicator/value.tsx';
import { useSay } from '../ledger/use-say.ts';
import { Section } from '../parts/section.tsx';
import { CountyName } from '../parts/texts.tsx';
import { UnitText } from '../parts/unit-text.tsx';
import '../indicator/figure.css';

type Board = AnswerOf<typeof figureBoard>;

/** Counties that the first page shows; the board has all of them. */
const ROWS = 10;

/**
 * Where we stand this year: the headline figures with their completion, below them each county's; of one county: its own.
 * Nothing while all of them are empty.
 */
export function HeadlineFigures({ placeId }: { placeId?: string }) {
  const may = useMay()('ledger.read');
  const { figure: said } = useWords();
  const period = today().slice(0, 4);
  const query = { period, ...(placeId === undefined ? { limit: ROWS } : { placeId, limit: 1 }) };
  const board = useRead(figureBoard, { query }, { enabled: may }).data;
  const shown = board?.sum.some((cell) => cell.target !== null || (cell.value !== null && cell.value !== '0')) === true;
  if (board === undefined || !shown) return null;
  const all = `/figures?period=${period}${placeId === undefined ? '' : `&placeId=${placeId}`}`;
  return (
    <Section title={fill(said.headlineYear, { year: period })} flush extra={<Link to={all}>{said.allFigures}</Link>}>
      <Tiles board={board} period={period} />
      {placeId === undefined && board.items.length > 1 ? <ByCounty board={board} period={period} /> : null}
    </Section>
  );
}

function Tiles({ board, period }: { board: Board; period: string }) {
  const { figure: said } = useWords();
  const say = useSay();
  return (
    <div className="fg-heads">
      {board.indicators.map((one, i) => {
        const cell = board.sum[i];
        return (
          <Link
            key={one.code}
            to={figurePath(one.code, { period, placeId: board.scope.placeId, unitId: board.scope.unitId })}
          >
            <span>{say(one.name)}</span>
            <b>
              {printed(cell?.value ?? null, one) ?? said.none}
              <small>
                <UnitText unit={one.unit} />
              </small>
            </b>
            {cell?.completion == null ? null : (
              <>
                <CompletionBar completion={cell.completion} better={one.better} />
                <span>
                  {said.completion} {cell.completion}%
                </span>
              </>
            )}
          </Link>
        );
      })}
    </div>
  );
}

/** Each county's figures in one line: completion where there is a target, else the value. */
function ByCounty({ board, period }: { board: Board; period: string }) {
  const { figure: said, home } = useWords();
  const say = useSay();
  const { unitId } = board.scope;
  return (
    <div className="fg-scroll" role="region" aria-label={home.standing} tabIndex={0}>
      <table className="fg-counties">
        <thead>
          <tr>
            <th scope="col">{said.county}</th>
            {board.indicators.map((one) => (
              <th key={one.code} scope="col">
                {say(one.name)}{' '}
                <small>
                  <UnitText unit={one.unit} />
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.items.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <CountyName id={row.id} name={row.name} />
              </th>
              {board.indicators.map((one, i) => {
                const cell = row.cells[i];
                const completion = cell?.completion ?? null;
                const done = completion !== null && one.better !== 'lower' && Number(completion) >= 100;
                return (
                  <td key={one.code}>
                    <Link to={figurePath(one.code, { period, placeId: row.id, unitId })}>
                      {printed(cell?.value ?? null, one) ?? said.none}
                    </Link>
                    {completion === null ? null : <small className={done ? 'is-done' : ''}>{completion}%</small>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
