import { Button, Collapse } from 'antd';
import { useState } from 'react';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { dayText, today } from '../client/format.ts';
import { usePreferences } from '../client/preferences.tsx';
import { Empty } from '../parts/empty.tsx';
import { Section } from '../parts/section.tsx';
import { DayText, PersonName, SampleTag, UnitName } from '../parts/texts.tsx';
import type { County } from './county-page.tsx';
import { HandOverDrawer } from './hand-over-drawer.tsx';
import { Mark } from '../parts/mark.tsx';

/** A posting as the county's page has it. */
export type Posting = County['postings'][number];

/** Who is posted to the county, and who was. */
export function CountyPostings({ county }: { county: County }) {
  const { county: said } = useWords();
  const [leaving, setLeaving] = useState<Posting | null>(null);
  const open = county.postings.filter((one) => one.toOn === null);
  const past = county.postings.filter((one) => one.toOn !== null);
  return (
    <Section title={said.postings} flush>
      {county.postings.length === 0 ? <Empty small text={said.postingsEmpty} /> : null}
      <Rows postings={open} onLeave={setLeaving} />
      {past.length === 0 ? null : (
        <Collapse
          ghost
          items={[
            {
              key: 'past',
              label: fill(said.pastCount, { count: past.length }),
              children: <Rows postings={past} onLeave={setLeaving} />,
            },
          ]}
        />
      )}
      <HandOverDrawer posting={leaving} others={open} onClose={() => setLeaving(null)} />
    </Section>
  );
}

function Rows({ postings, onLeave }: { postings: Posting[]; onLeave: (posting: Posting) => void }) {
  const { county: said, common, term } = useWords();
  return (
    <ul className="bf-rows">
      {postings.map((one) => (
        <li key={one.id}>
          <div className="bf-row-main">
            <PersonName id={one.personId} name={one.personName} /> <Mark>{term.postingKind[one.kind]}</Mark>
            <SampleTag when={one.example} />
            <div>
              {one.title}
              {one.placeName === null ? '' : ` · ${one.placeName}`}
            </div>
            <div className="bf-quiet">
              <UnitName id={one.unitId} name={one.unitName} /> · <DayText day={one.fromOn} /> —{' '}
              {one.toOn === null ? common.open : <DayText day={one.toOn} />} <Term posting={one} />
            </div>
            {one.paper === null ? null : (
              <div className="bf-source">{fill(said.posting.paperOf, { paper: one.paper })}</div>
            )}
            {one.successorName === null ? null : (
              <div className="bf-quiet">{fill(said.posting.tookOver, { name: one.successorName })}</div>
            )}
            {one.handover === null ? null : <div className="bf-source">{one.handover}</div>}
          </div>
          {one.can.handOver ? (
            <Button type="link" size="small" onClick={() => onLeave(one)}>
              {said.posting.handOver}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Term({ posting }: { posting: Posting }) {
  const { county: said } = useWords();
  const { preferences } = usePreferences();
  if (posting.dueOn === null || posting.toOn !== null) return null;
  if (posting.dueOn < today()) return <div className="bf-late">{said.posting.overdue}</div>;
  return <div>{fill(said.posting.dueOn, { day: dayText(posting.dueOn, preferences.language) })}</div>;
}
