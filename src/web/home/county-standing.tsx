import { useWords } from '../client/use-words.ts';
import { DataList } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Section } from '../parts/section.tsx';
import { CountyName, NumberText } from '../parts/texts.tsx';
import type { HomeData } from './home-data.ts';

/** Where each county stands: every number leads to what it counts. */
export function CountyStanding({ home }: { home: HomeData }) {
  const { home: said } = useWords();
  return (
    <Section title={said.counties} flush>
      <DataList
        rows={home.counties}
        rowKey={(row) => row.id}
        empty={<Empty small text={said.noCounties} />}
        columns={[
          {
            key: 'name',
            title: said.county,
            render: (row) => <CountyName id={row.id} name={row.name} />,
            sort: (row) => row.name,
          },
          {
            key: 'tasks',
            title: said.tasks,
            numeric: true,
            render: (row) => <NumberText value={row.tasks} to={`/counties/${row.id}#tasks`} />,
            sort: (row) => row.tasks,
          },
          {
            key: 'facts',
            title: said.facts,
            numeric: true,
            render: (row) => <NumberText value={row.facts} to={`/counties/${row.id}#facts`} />,
            sort: (row) => row.facts,
          },
          {
            key: 'postings',
            title: said.postings,
            numeric: true,
            render: (row) => <NumberText value={row.postings} to={`/counties/${row.id}#overview`} />,
            sort: (row) => row.postings,
          },
        ]}
      />
    </Section>
  );
}
