import { Link } from 'react-router';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Section } from '../parts/section.tsx';
import { DayText, SampleTag } from '../parts/texts.tsx';
import type { HomeData } from './home-data.ts';
import { Mark } from '../parts/mark.tsx';

/** The latest meeting and plan. */
export function Latest({ home }: { home: HomeData }) {
  const { home: said, term } = useWords();
  const { meeting, plan } = home;
  if (meeting === null && plan === null) return null;
  return (
    <Section title={said.latest} flush>
      <ul className="bf-rows">
        {meeting === null ? null : (
          <li>
            <span className="bf-row-main">
              <span className="bf-quiet bf-small">{said.latestMeeting}</span>
              <br />
              <Link to={`/meetings/${meeting.id}`}>{meeting.name}</Link> <SampleTag when={meeting.example} />
              <br />
              <span className="bf-quiet">
                <DayText day={meeting.heldOn} /> · {fill(said.agenda, { count: meeting.agenda })}
              </span>
            </span>
          </li>
        )}
        {plan === null ? null : (
          <li>
            <span className="bf-row-main">
              <span className="bf-quiet bf-small">{said.latestPlan}</span>
              <br />
              <Link to={`/plans/${plan.id}`}>{plan.title}</Link> <Mark>{term.planState[plan.state]}</Mark>
              <SampleTag when={plan.example} />
              <br />
              <span className="bf-quiet">{fill(said.planItems, { count: plan.items })}</span>
            </span>
          </li>
        )}
      </ul>
    </Section>
  );
}
