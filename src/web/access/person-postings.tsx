import { useState } from 'react';
import { postings } from '../../contract/pairing.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { HandOverDrawer } from '../pairing/hand-over-drawer.tsx';
import { PostingRows, type Posting } from '../pairing/posting-rows.tsx';
import { Section } from '../parts/section.tsx';

/** Where a person is and was posted; nothing for people who never were. */
export function PersonPostings({ personId }: { personId: string }) {
  const { people: said } = useWords();
  const may = useMay();
  const read = useRead(postings, { query: { personId } }, { enabled: may('pairing.read') });
  const [leaving, setLeaving] = useState<Posting | null>(null);
  if (read.data === undefined || read.data.items.length === 0) return null;
  return (
    <Section title={said.postings} flush>
      <PostingRows postings={read.data.items} about="county" onLeave={setLeaving} />
      <HandOverDrawer posting={leaving} onClose={() => setLeaving(null)} />
    </Section>
  );
}
