import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { meetings } from '../../contract/work.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { useMay } from '../client/use-me.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Failed } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { DayText, NumberText, SampleTag, UnitName } from '../parts/texts.tsx';

type Row = AnswerOf<typeof meetings>['items'][number];

/** The meetings within reach, newest first. */
export function MeetingListPage() {
  const { meeting: said } = useWords();
  const may = useMay();
  const go = useNavigate();
  const list = usePages(meetings, { query: {} });
  const columns = useColumns();
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <section className="bf-section">
        {list.error !== null && !list.ready ? (
          <Failed error={list.error} retry={list.retry} />
        ) : (
          <DataList
            rows={list.items}
            columns={columns}
            rowKey={(row) => row.id}
            loading={!list.ready}
            more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
            empty={
              <Empty
                title={said.empty}
                text={said.emptyText}
                action={
                  may('document.write') ? (
                    <Button type="primary" onClick={() => void go('/documents?bring=1')}>
                      {said.toDocuments}
                    </Button>
                  ) : undefined
                }
              />
            }
          />
        )}
      </section>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { meeting: said } = useWords();
  return [
    {
      key: 'name',
      title: said.name,
      width: '40%',
      render: (row) => (
        <>
          <Link to={`/meetings/${row.id}`}>{row.name}</Link> <SampleTag when={row.example} />
        </>
      ),
    },
    {
      key: 'heldOn',
      title: said.heldOn,
      render: (row) => (row.heldOn === null ? (row.dateText ?? <DayText day={null} />) : <DayText day={row.heldOn} />),
    },
    { key: 'chair', title: said.chair, render: (row) => row.chair ?? <span className="bf-quiet">—</span> },
    {
      key: 'agenda',
      title: said.agenda,
      numeric: true,
      render: (row) => <NumberText value={row.agenda} to={`/meetings/${row.id}`} />,
    },
    { key: 'unit', title: said.unit, render: (row) => <UnitName id={row.unitId} name={row.unitName} /> },
  ];
}
