import { Button } from 'antd';
import type { AnswerOf } from '../../contract/route.ts';
import type { postings } from '../../contract/pairing.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { dayText, today } from '../client/format.ts';
import { usePreferences } from '../client/preferences.tsx';
import { CountyName, DayText, PostedName, PlaceName, SampleTag, UnitName } from '../parts/texts.tsx';
import { Mark } from '../parts/mark.tsx';

/** A posting as every page has it. */
export type Posting = AnswerOf<typeof postings>['items'][number];

interface PostingRowsProps {
  postings: Posting[];
  /** What each row is headed by: on a county's page the person, on a person's page the county. */
  about: 'person' | 'county';
  /** Shows the button to hand over; without it there is none. */
  onLeave?: (posting: Posting) => void;
}

/** Postings one below the other, with term, paper and who took over. */
export function PostingRows({ postings: list, about, onLeave }: PostingRowsProps) {
  const { county: said, common, term } = useWords();
  return (
    <ul className="bf-rows">
      {list.map((one) => (
        <li key={one.id}>
          <div className="bf-row-main">
            {about === 'person' ? (
              <PostedName id={one.personId} name={one.personName} />
            ) : (
              <CountyName id={one.countyId} name={one.countyName} />
            )}{' '}
            <Mark>{term.postingKind[one.kind]}</Mark>
            <SampleTag when={one.example} />
            <div>
              {one.title}
              {one.placeId === null || one.placeName === null ? null : (
                <>
                  {' · '}
                  <PlaceName id={one.placeId} name={one.placeName} />
                </>
              )}
            </div>
            <div className="bf-quiet">
              <UnitName id={one.unitId} name={one.unitName} /> · <DayText day={one.fromOn} /> —{' '}
              {one.toOn === null ? common.open : <DayText day={one.toOn} />} <PostingTerm posting={one} />
            </div>
            {one.paper === null ? null : (
              <div className="bf-source">{fill(said.posting.paperOf, { paper: one.paper })}</div>
            )}
            {one.successorName === null ? null : (
              <div className="bf-quiet">{fill(said.posting.tookOver, { name: one.successorName })}</div>
            )}
            {one.handover === null ? null : <div className="bf-source">{one.handover}</div>}
          </div>
          {one.can.handOver && onLeave !== undefined ? (
            <Button type="link" size="small" onClick={() => onLeave(one)}>
              {said.posting.handOver}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** When the term of an open posting ends, or that it is over. */
export function PostingTerm({ posting }: { posting: Posting }) {
  const { county: said } = useWords();
  const { preferences } = usePreferences();
  if (posting.dueOn === null || posting.toOn !== null) return null;
  const due = fill(said.posting.dueOn, { day: dayText(posting.dueOn, preferences.language) });
  if (posting.dueOn >= today()) return <div>{due}</div>;
  return (
    <div className="bf-late">
      {due} · {said.posting.overdue}
    </div>
  );
}
