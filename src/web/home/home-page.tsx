import { home } from '../../contract/work.ts';
import { useMe } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { CountyStanding } from './county-standing.tsx';
import { HomeStats } from './home-stats.tsx';
import { MyPostings, OneCounty } from './my-county.tsx';
import { LedgerWaiting } from './ledger-waiting.tsx';
import { HeadlineFigures } from './headline-figures.tsx';
import { Latest } from './latest.tsx';
import { LateTasks, Waiting } from './waiting.tsx';
import { LineStanding } from './line-standing.tsx';
import { Teach } from './teach.tsx';

/** The first page: what waits for me, what is late, where we stand. */
export function HomePage() {
  const { home: said } = useWords();
  const me = useMe();
  const read = useRead(home, {});
  return (
    <>
      <PageHead title={said.title} {...(me === null ? {} : { lead: fill(said.hello, { name: me.person.name }) })} />
      <Load read={read}>
        {(data) =>
          data.empty ? (
            <>
              <LedgerWaiting silent />
              <Teach />
            </>
          ) : (
            <>
              <HomeStats home={data} />
              <HeadlineFigures />
              <MyPostings />
              <div className="bf-columns">
                <div>
                  <LedgerWaiting />
                  <Waiting home={data} />
                  <LateTasks home={data} />
                  <OneCounty home={data} />
                  <CountyStanding home={data} />
                </div>
                <div>
                  <Latest home={data} />
                  <LineStanding home={data} />
                </div>
              </div>
            </>
          )
        }
      </Load>
    </>
  );
}
