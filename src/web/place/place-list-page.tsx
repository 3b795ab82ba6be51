import { useDeferredValue, useState } from 'react';
import type { z } from 'zod';
import { provinces, searchPlaces, type place } from '../../contract/place.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { PlaceName } from '../parts/texts.tsx';
import { PlaceGrid } from './place-grid.tsx';

type Found = z.output<typeof place> & { matched: string | null };

/** The divisions: search, or go down from the provinces. */
export function PlaceListPage() {
  const { place: said } = useWords();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const all = useRead(provinces, {});
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <section className="bf-section" style={{ marginBottom: 16 }}>
        <div className="bf-bar" style={{ borderBottom: 0 }}>
          <SearchInput value={text} onChange={setText} label={said.find} />
          <span className="bf-quiet bf-small">{said.findHint}</span>
        </div>
      </section>
      {q === '' ? (
        <Section title={said.provinces} flush>
          <Load read={all}>{(data) => <PlaceGrid places={data.items} />}</Load>
        </Section>
      ) : (
        <Results q={q} />
      )}
    </>
  );
}

function Results({ q }: { q: string }) {
  const { place: said, shell } = useWords();
  const found = useRead(searchPlaces, { query: { q, limit: 50 } }, { keep: true });
  return (
    <Section title={said.results} flush>
      <Load read={found}>
        {(data) =>
          data.items.length === 0 ? (
            <Empty small text={shell.placeNone} />
          ) : (
            <ul className="bf-rows">
              {data.items.map((one) => (
                <FoundRow key={one.id} place={one} />
              ))}
            </ul>
          )
        }
      </Load>
    </Section>
  );
}

function FoundRow({ place }: { place: Found }) {
  const { shell, term } = useWords();
  return (
    <li>
      <span className="bf-row-main">
        <PlaceName id={place.id} name={place.name} path={place.path} />{' '}
        {place.matched === null ? null : (
          <span className="bf-quiet">{fill(shell.placeMatched, { name: place.matched })}</span>
        )}
      </span>
      <span className="bf-quiet bf-num">{place.code}</span>
      <span className="bf-quiet">{term.level[place.level]}</span>
    </li>
  );
}
