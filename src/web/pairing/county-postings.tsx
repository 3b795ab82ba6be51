import { Collapse } from 'antd';
import { useState } from 'react';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Section } from '../parts/section.tsx';
import type { County } from './county-page.tsx';
import { HandOverDrawer } from './hand-over-drawer.tsx';
import { PostingRows, type Posting } from './posting-rows.tsx';

/** Who is posted to the county, and who was. */
export function CountyPostings({ county }: { county: County }) {
  const { county: said } = useWords();
  const [leaving, setLeaving] = useState<Posting | null>(null);
  const open = county.postings.filter((one) => one.toOn === null);
  const past = county.postings.filter((one) => one.toOn !== null);
  return (
    <Section title={said.postings} flush>
      {county.postings.length === 0 ? <Empty small text={said.postingsEmpty} /> : null}
      <PostingRows postings={open} about="person" onLeave={setLeaving} />
      {past.length === 0 ? null : (
        <Collapse
          ghost
          items={[
            {
              key: 'past',
              label: fill(said.pastCount, { count: past.length }),
              children: <PostingRows postings={past} about="person" onLeave={setLeaving} />,
              forceRender: true,
            },
          ]}
        />
      )}
      <HandOverDrawer posting={leaving} onClose={() => setLeaving(null)} />
    </Section>
  );
}
