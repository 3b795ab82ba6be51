import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { AnswerOf } from '../../contract/route.ts';
import { counties } from '../../contract/pairing.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { CountyName, DayText, NumberText, SampleTag, UnitName } from '../parts/texts.tsx';
import { PairingDrawer } from './pairing-drawer.tsx';

type Row = AnswerOf<typeof counties>['items'][number];

/** The counties that somebody helps. */
export function CountyListPage() {
  const { county } = useWords();
  const may = useMay();
  const read = useRead(counties, {});
  const [adding, setAdding] = useState(false);
  const add = may('pairing.manage') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {county.addPairing}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={county.title} lead={county.lead} actions={add} />
      <section className="bf-section">
        <Load read={read}>
          {(data) =>
            data.items.length === 0 ? (
              <Empty
                title={county.empty}
                text={add === undefined ? county.emptyOther : county.emptyText}
                action={add}
              />
            ) : (
              <Counties rows={data.items} />
            )
          }
        </Load>
      </section>
      <PairingDrawer open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function Counties({ rows }: { rows: Row[] }) {
  const { county, common } = useWords();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const shown = rows.filter(
    ({ place }) => wanted === '' || [place.name, place.code, ...place.path].some((one) => one.includes(wanted)),
  );
  const columns = useColumns(rows);
  return (
    <>
      <div className="bf-bar">
        <SearchInput value={text} onChange={setText} label={county.find} />
        <span className="bf-count">{fill(common.total, { count: shown.length })}</span>
      </div>
      <DataList<Row>
        rows={shown}
        rowKey={(row) => row.place.id}
        columns={columns}
        empty={<Empty small text={common.noMatch} />}
      />
    </>
  );
}

function useColumns(rows: Row[]): Column<Row>[] {
  const { county } = useWords();
  const provinceOf = (row: Row) => row.place.path[0] ?? '';
  const provinces = [...new Set(rows.map(provinceOf))].sort();
  return [
    { key: 'name', title: county.county, render: (row) => <Name row={row} />, sort: (row) => row.place.code },
    {
      key: 'province',
      title: county.province,
      render: (row) => row.place.path.filter((one) => one !== row.place.name).join(' '),
      sort: provinceOf,
      filter: { values: provinces.map((one) => ({ text: one, value: one })), of: (row) => [provinceOf(row)] },
    },
    { key: 'units', title: county.helpedBy, render: (row) => <Helpers row={row} /> },
    {
      key: 'since',
      title: county.since,
      render: (row) => <Since row={row} />,
      sort: (row) => row.pairings[0]?.fromOn ?? '9999',
    },
    countColumn('postings', county.openPostings, 'overview', (row) => row.openPostings),
    countColumn('tasks', county.tasks, 'tasks', (row) => row.tasks),
    countColumn('facts', county.facts, 'facts', (row) => row.facts),
  ];
}

/** A number of things of a county, leading to them. */
function countColumn(key: string, title: string, hash: string, of: (row: Row) => number): Column<Row> {
  return {
    key,
    title,
    numeric: true,
    render: (row) => <NumberText value={of(row)} to={`/counties/${row.place.id}#${hash}`} />,
    sort: of,
  };
}

function Name({ row }: { row: Row }) {
  return (
    <>
      <CountyName id={row.place.id} name={row.place.name} />{' '}
      <SampleTag when={row.pairings.some((one) => one.example)} />
    </>
  );
}

function Helpers({ row }: { row: Row }) {
  return row.pairings.map((one) => (
    <div key={one.id}>
      <UnitName id={one.unitId} name={one.unitName} />
    </div>
  ));
}

function Since({ row }: { row: Row }) {
  return row.pairings.map((one) => (
    <div key={one.id}>
      <DayText day={one.fromOn} precision={one.fromPrecision} />
    </div>
  ));
}
