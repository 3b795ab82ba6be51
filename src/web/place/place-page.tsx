import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { AnswerOf } from '../../contract/route.ts';
import { readPlace } from '../../contract/place.ts';
import { useHelpedCounties } from '../client/use-in-reach.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { PlaceGrid } from './place-grid.tsx';
import { PlaceHistory } from './place-history.tsx';
import { Mark } from '../parts/mark.tsx';

type Place = AnswerOf<typeof readPlace>;
/** More places than this below one get a filter. */
const MANY = 12;
/** A place's key at each level above it, as long as the levels' codes. */
const KEY_LENGTHS = [2, 4, 6, 9];

/** One place: its names through time, the lists it stands on, what is below. */
export function PlacePage() {
  const { id = '' } = useParams();
  const read = useRead(readPlace, { params: { id } });
  return <Load read={read}>{(data) => <PlaceShown key={data.id} place={data} />}</Load>;
}

function PlaceShown({ place }: { place: Place }) {
  const { place: said, term, county } = useWords();
  const isHelped = useHelpedCounties().has(place.id);
  const withHistory = place.level === 'county' || place.flags.length > 0 || place.names.length > 1;
  return (
    <>
      <PageHead
        title={place.name}
        trail={[{ label: said.title, to: '/places' }, ...above(place)]}
        lead={[...place.path, place.code].join(' · ')}
        tags={<Mark>{term.level[place.level]}</Mark>}
        actions={isHelped ? <Link to={`/counties/${place.id}`}>{county.countyPage}</Link> : undefined}
      />
      <div className={withHistory ? 'bf-columns' : ''}>
        <Below place={place} />
        {withHistory ? (
          <div>
            <PlaceHistory names={place.names} flags={place.flags} />
          </div>
        ) : null}
      </div>
    </>
  );
}

/** The places above, each with its key: the beginning of this one's. */
function above(place: Place): { label: string; to: string }[] {
  const lengths = KEY_LENGTHS.filter((length) => length < place.id.length);
  const parentLast = place.parent === null ? [] : [{ label: place.parent.name, to: `/places/${place.parent.id}` }];
  const higher = place.path
    .slice(0, -1)
    .map((label, i) => ({ label, to: `/places/${place.id.slice(0, lengths[i] ?? 2)}` }));
  return [...higher, ...parentLast];
}

function Below({ place }: { place: Place }) {
  const { place: said, common } = useWords();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const shown = place.children.filter(
    (one) => wanted === '' || one.name.includes(wanted) || one.code.startsWith(wanted),
  );
  return (
    <div>
      <Section
        title={said.below}
        extra={<span className="bf-count">{fill(common.total, { count: place.children.length })}</span>}
        flush
      >
        {place.children.length > MANY ? (
          <div className="bf-bar">
            <SearchInput value={text} onChange={setText} label={said.filterBelow} />
          </div>
        ) : null}
        {shown.length === 0 ? (
          <Empty small text={place.children.length === 0 ? said.belowEmpty : common.noMatch} />
        ) : (
          <PlaceGrid places={shown} />
        )}
      </Section>
    </div>
  );
}
