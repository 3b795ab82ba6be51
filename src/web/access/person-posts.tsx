import { Button } from 'antd';
import { useState } from 'react';
import { today } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Section } from '../parts/section.tsx';
import { DayText, UnitName } from '../parts/texts.tsx';
import type { PersonDetail } from './person-page.tsx';
import { EndPostDrawer } from './post-drawers.tsx';
import { Mark } from '../parts/mark.tsx';

/** A post as the person's page has it. */
export type PersonPost = PersonDetail['posts'][number];

/** The posts of a person, today's and earlier ones, with what each reaches. */
export function PersonPosts({ person }: { person: PersonDetail }) {
  const { people: said } = useWords();
  const [ending, setEnding] = useState<PersonPost | null>(null);
  const now = today();
  const open = person.posts.filter((one) => one.toOn === null || one.toOn >= now);
  const past = person.posts.filter((one) => one.toOn !== null && one.toOn < now);
  return (
    <>
      <Section title={said.posts} flush>
        {open.length === 0 ? <Empty small text={said.noPosts} /> : null}
        <Rows posts={open} onEnd={person.can.manage ? setEnding : null} />
      </Section>
      {past.length === 0 ? null : (
        <Section title={said.post.past} flush>
          <Rows posts={past} onEnd={null} />
        </Section>
      )}
      <EndPostDrawer post={ending} onClose={() => setEnding(null)} />
    </>
  );
}

function Rows({ posts, onEnd }: { posts: PersonPost[]; onEnd: ((post: PersonPost) => void) | null }) {
  const { people: said, common, term } = useWords();
  return (
    <ul className="bf-rows">
      {posts.map((post) => (
        <li key={post.id}>
          <div className="bf-row-main">
            <UnitName id={post.unitId} name={post.unitName} /> {post.title} <Mark>{term.role[post.role]}</Mark>
            <div className="bf-quiet">
              <DayText day={post.fromOn} /> — {post.toOn === null ? common.open : <DayText day={post.toOn} />}
            </div>
            <div className="bf-quiet bf-small">{term.roleDoes[post.role]}</div>
            {post.scope.map((pair, i) => (
              <div key={i} className="bf-small">
                {said.post.scope}
                {common.colon}
                {fill(said.post.scopeText, {
                  unit: pair.unitName ?? said.post.anyUnit,
                  place: pair.placeName ?? said.post.anyPlace,
                })}
              </div>
            ))}
          </div>
          {onEnd === null || post.toOn !== null ? null : (
            <Button type="link" size="small" onClick={() => onEnd(post)}>
              {said.post.end}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
