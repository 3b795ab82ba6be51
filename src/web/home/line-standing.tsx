import { LINES } from '../../core/document/reading.ts';
import { Link } from 'react-router';
import { figureBoard } from '../../contract/figure.ts';
import { targets } from '../../contract/indicator.ts';
import { today } from '../client/format.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Section } from '../parts/section.tsx';
import { NumberText } from '../parts/texts.tsx';
import type { HomeData } from './home-data.ts';

/** Where each line of work stands, as bars and numbers. */
export function LineStanding({ home }: { home: HomeData }) {
  const { home: said, term } = useWords();
  const counts = useLineTargets();
  const lines = [...home.lines].sort((a, b) => b.items - a.items || LINES.indexOf(a.line) - LINES.indexOf(b.line));
  const most = Math.max(1, ...home.lines.map((one) => one.items));
  const to = (line: string, late: boolean) =>
    home.plan === null
      ? '/plans'
      : `/plans/${home.plan.id}?line=${encodeURIComponent(line)}${late ? '&late=true' : ''}`;
  return (
    <Section title={said.lines}>
      {home.lines.length === 0 ? <Empty small text={said.noLines} /> : null}
      <div role="list" className="bf-lines">
        {lines.map((one) => (
          <div role="listitem" key={one.line} style={{ display: 'contents' }}>
            <span>{term.line[one.line]}</span>
            <span className="bf-line-bar" style={{ width: `${(one.items / most) * 100}%` }} aria-hidden="true">
              <i className="is-late" style={{ width: `${(one.late / Math.max(1, one.items)) * 100}%` }} />
              <i style={{ flex: 1 }} />
            </span>
            <span>
              <NumberText value={one.items} to={to(one.line, false)} />
              {one.late > 0 ? (
                <span className="bf-late bf-small" title={fill('{label} {n}', { label: said.lateItems, n: one.late })}>
                  {' '}
                  {said.lateItems} <NumberText value={one.late} to={to(one.line, true)} />
                </span>
              ) : null}
            </span>
            <LineTargets line={one.line} counts={counts.get(one.line)} />
          </div>
        ))}
      </div>
    </Section>
  );
}

interface Counts {
  done: number;
  all: number;
}

/** This year's targets by line, and how many of them are reached; the figures of all that the reader reaches. */
function useLineTargets(): ReadonlyMap<string, Counts> {
  const may = useMay()('ledger.read');
  const period = today().slice(0, 4);
  const set = useRead(targets, { query: { year: period, limit: 200 } }, { enabled: may });
  const codes = [...new Set((set.data?.items ?? []).map((one) => one.indicator))].join(',');
  const board = useRead(figureBoard, { query: { period, codes, limit: 1 } }, { enabled: codes !== '' }).data;
  const lines = new Map<string, Counts>();
  board?.indicators.forEach(({ line, better }, i) => {
    const completion = board.sum[i]?.completion ?? null;
    if (completion === null) return;
    const { done, all } = lines.get(line) ?? { done: 0, all: 0 };
    const reached = better !== 'lower' && Number(completion) >= 100;
    lines.set(line, { done: done + (reached ? 1 : 0), all: all + 1 });
  });
  return lines;
}

function LineTargets({ line, counts }: { line: string; counts: Counts | undefined }) {
  const { home: said } = useWords();
  if (counts === undefined) return <span className="bf-lines-more" />;
  const { done, all } = counts;
  return (
    <Link
      className="bf-small bf-lines-more"
      title={said.lineTargetsWhy}
      to={`/figures?period=${today().slice(0, 4)}&line=${encodeURIComponent(line)}`}
    >
      {fill(said.lineTargets, { done, all })}
    </Link>
  );
}
