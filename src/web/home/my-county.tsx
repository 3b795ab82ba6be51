import { postings } from '../../contract/pairing.ts';
import { useMay, useMe } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { PostingRows } from '../pairing/posting-rows.tsx';
import { Section } from '../parts/section.tsx';
import { TaskList } from '../parts/task-list.tsx';
import type { HomeData } from './home-data.ts';

/** Where the person who reads is posted now; nothing for all others. */
export function MyPostings() {
  const { home: said } = useWords();
  const me = useMe();
  const may = useMay();
  const personId = me?.person.id ?? '';
  const read = useRead(postings, { query: { personId } }, { enabled: personId !== '' && may('pairing.read') });
  const open = (read.data?.items ?? []).filter((one) => one.toOn === null);
  if (open.length === 0) return null;
  return (
    <Section title={said.myPostings} flush>
      <PostingRows postings={open} about="county" />
    </Section>
  );
}

/** For whoever works for one county alone: its tasks at once, not behind a number. */
export function OneCounty({ home }: { home: HomeData }) {
  const { home: said, county } = useWords();
  const may = useMay();
  const [one, ...others] = home.counties;
  if (one === undefined || others.length > 0 || !may('plan.read')) return null;
  return (
    <Section title={fill(said.tasksOf, { county: one.name })} flush>
      <TaskList of={{ countyId: one.id }} empty={county.tasksEmpty} />
    </Section>
  );
}
