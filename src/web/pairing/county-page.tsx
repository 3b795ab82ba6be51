import { useParams } from 'react-router';
import type { AnswerOf } from '../../contract/route.ts';
import { readCounty } from '../../contract/pairing.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { momentText } from '../client/format.ts';
import { fill } from '../../words/words.ts';
import { FactTable } from '../fact/fact-table.tsx';
import { HeadlineFigures } from '../home/headline-figures.tsx';
import { CountyFigures } from '../indicator/county-figures.tsx';
import { LedgerSection } from '../ledger/ledger-section.tsx';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PageTabs, type PageTab } from '../parts/page-tabs.tsx';
import { Sheet } from '../parts/section.tsx';
import { TaskList } from '../parts/task-list.tsx';
import { PlaceHistory } from '../place/place-history.tsx';
import { CountyActions } from './county-actions.tsx';
import { CountyPairings } from './county-pairings.tsx';
import { CountyPostings } from './county-postings.tsx';
import { CountyTimeline } from './county-timeline.tsx';

/** What the page of a county is told. */
export type County = AnswerOf<typeof readCounty>;

/** One county: who helps it, who is posted there, its history, tasks and figures. */
export function CountyPage() {
  const { id = '' } = useParams();
  const read = useRead(readCounty, { params: { id } });
  return <Load read={read}>{(data) => <CountyShown key={data.place.id} county={data} />}</Load>;
}

function CountyShown({ county }: { county: County }) {
  const { county: said, common } = useWords();
  const { place } = county;
  const path = place.path.filter((one) => one !== place.name).join(' ');
  return (
    <>
      <PageHead
        title={place.name}
        trail={[{ label: said.title, to: '/counties' }]}
        lead={`${path} · ${place.code} · ${fill(common.asOf, { moment: momentText(county.asOf) })}`}
        actions={<CountyActions county={county} />}
      />
      <CountyTabs county={county} />
    </>
  );
}

function CountyTabs({ county }: { county: County }) {
  const { county: said, ledger } = useWords();
  const may = useMay();
  const of = { countyId: county.place.id };
  const tabs: PageTab[] = [{ key: 'overview', label: said.overview, children: <Overview county={county} /> }];
  if (may('ledger.read'))
    tabs.push({ key: 'figures', label: said.figures, children: <CountyFigures placeId={county.place.id} /> });
  if (may('plan.read'))
    tabs.push({
      key: 'tasks',
      label: said.tasks,
      children: (
        <Sheet>
          <TaskList of={of} empty={said.tasksEmpty} />
        </Sheet>
      ),
    });
  if (may('ledger.read'))
    tabs.push({ key: 'ledger', label: ledger.section.title, children: <LedgerSection of={of} /> });
  if (may('fact.read'))
    tabs.push({
      key: 'facts',
      label: said.facts,
      children: (
        <Sheet>
          <FactTable of={of} empty={said.factsEmpty} />
        </Sheet>
      ),
    });
  return <PageTabs tabs={tabs} />;
}

function Overview({ county }: { county: County }) {
  return (
    <>
      <HeadlineFigures placeId={county.place.id} />
      <div className="bf-columns">
        <div>
          <CountyTimeline county={county} />
        </div>
        <div>
          <CountyPairings county={county} />
          <CountyPostings county={county} />
          <PlaceHistory names={county.names} flags={county.flags} />
        </div>
      </div>
    </>
  );
}
