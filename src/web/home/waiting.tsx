import { Link } from 'react-router';
import { useMay } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Section } from '../parts/section.tsx';
import { DayText, MomentText, UnitName } from '../parts/texts.tsx';
import type { HomeData } from './home-data.ts';

/** Documents that wait for a review. */
export function Waiting({ home }: { home: HomeData }) {
  const { home: said } = useWords();
  const may = useMay();
  if (!may('document.write')) return null;
  return (
    <Section title={said.waiting} flush>
      {home.waiting.length === 0 ? <Empty small text={said.waitingNone} /> : null}
      <ul className="bf-rows">
        {home.waiting.map((one) => (
          <li key={one.id}>
            <Link className="bf-row-main" to={`/documents/${one.id}`}>
              {one.title ?? one.fileName}
            </Link>
            <span className="bf-quiet">{fill(said.pending, { pending: one.pending, items: one.items })}</span>
            <span className="bf-quiet bf-small">
              <MomentText at={one.broughtAt} />
            </span>
          </li>
        ))}
      </ul>
      {home.waitingCount > home.waiting.length ? (
        <p className="bf-more">
          <Link to="/documents?state=review">{fill(said.moreWaiting, { count: home.waitingCount })}</Link>
        </p>
      ) : null}
    </Section>
  );
}

/** Tasks whose day has passed. */
export function LateTasks({ home }: { home: HomeData }) {
  const { home: said, term, common } = useWords();
  return (
    <Section title={said.late} id="late" flush>
      {home.late.length === 0 ? <Empty small text={said.lateNone} /> : null}
      <ul className="bf-rows">
        {home.late.map((one) => (
          <li key={one.id}>
            <Link className="bf-row-main" to={`/plans/${one.planId}?item=${one.id}`}>
              {one.text}
            </Link>
            <span className="bf-quiet">{term.line[one.line]}</span>
            <span>
              {one.units.map((unit, i) => (
                <span key={unit.id}>
                  {i > 0 ? common.listComma : ''}
                  <UnitName id={unit.id} name={unit.name} />
                </span>
              ))}
            </span>
            <span className="bf-late">
              <DayText day={one.dueOn} />
            </span>
          </li>
        ))}
      </ul>
      {home.lateCount > home.late.length ? (
        <p className="bf-more">
          <Link to={home.plan === null ? '/plans' : `/plans/${home.plan.id}?late=true`}>
            {fill(said.moreLate, { count: home.lateCount })}
          </Link>
        </p>
      ) : null}
    </Section>
  );
}
