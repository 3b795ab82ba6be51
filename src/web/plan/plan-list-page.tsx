import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { plans } from '../../contract/work.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { useMay } from '../client/use-me.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Failed } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { NumberText, SampleTag, UnitName } from '../parts/texts.tsx';
import { PlanState } from './plan-state.tsx';

type Row = AnswerOf<typeof plans>['items'][number];

/** The plans within reach, newest year first. */
export function PlanListPage() {
  const { plan: said } = useWords();
  const may = useMay();
  const go = useNavigate();
  const list = usePages(plans, { query: {} });
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
  const { plan: said } = useWords();
  return [
    {
      key: 'title',
      title: said.name,
      width: '46%',
      render: (row) => (
        <>
          <Link to={`/plans/${row.id}`}>{row.title}</Link> <SampleTag when={row.example} />
        </>
      ),
    },
    {
      key: 'year',
      title: said.year,
      render: (row) => <span className="bf-num">{row.year}</span>,
      sort: (row) => row.year,
    },
    { key: 'state', title: said.state, render: (row) => <PlanState state={row.state} /> },
    {
      key: 'items',
      title: said.items,
      numeric: true,
      render: (row) => <NumberText value={row.items} to={`/plans/${row.id}`} />,
      sort: (row) => row.items,
    },
    { key: 'unit', title: said.unit, render: (row) => <UnitName id={row.unitId} name={row.unitName} /> },
  ];
}
