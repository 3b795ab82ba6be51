import { LINES } from '../../core/document/reading.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Section } from '../parts/section.tsx';
import { NumberText } from '../parts/texts.tsx';
import type { HomeData } from './home-data.ts';

/** Where each line of work stands, as bars and numbers. */
export function LineStanding({ home }: { home: HomeData }) {
  const { home: said, term } = useWords();
  const lines = [...home.lines].sort((a, b) => b.items - a.items || LINES.indexOf(a.line) - LINES.indexOf(b.line));
  const most = Math.max(1, ...home.lines.map((one) => one.items));
  const to = (line: string, late: boolean) =>
    home.plan === null
      ? '/plans'
      : `/plans/${home.plan.id}?line=${encodeURIComponent(line)}${late ? '&late=true' : ''}`;
  return (
    <Section title={said.lines}>
      {home.lines.length === 0 ? <Empty small text={said.noLines} /> : null}
      <div
        role="list"
        style={{
          display: 'grid',
          gridTemplateColumns: 'max-content minmax(40px, 1fr) max-content',
          gap: '7px 12px',
          alignItems: 'center',
        }}
      >
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
          </div>
        ))}
      </div>
    </Section>
  );
}
