import { Link } from 'react-router';
import { figureBoard } from '../../contract/figure.ts';
import { today } from '../client/format.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { figurePath } from '../indicator/scope.ts';
import { CompletionBar, printed } from '../indicator/value.tsx';
import { useSay } from '../ledger/use-say.ts';
import { Section } from '../parts/section.tsx';
import '../indicator/figure.css';

/** Where we stand this year: the headline figures with their completion. Nothing while all of them are empty. */
export function HeadlineFigures() {
  const may = useMay()('ledger.read');
  const { figure: said } = useWords();
  const say = useSay();
  const period = today().slice(0, 4);
  const read = useRead(figureBoard, { query: { period, limit: 1 } }, { enabled: may });
  const board = read.data;
  const shown = board?.sum.some((cell) => cell.target !== null || (cell.value !== null && cell.value !== '0')) === true;
  if (board === undefined || !shown) return null;
  return (
    <Section title={said.headlineTitle} flush extra={<Link to={`/figures?period=${period}`}>{said.allFigures}</Link>}>
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
                <small>{one.unit}</small>
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
    </Section>
  );
}
