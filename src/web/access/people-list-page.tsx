import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { z } from 'zod';
import { postings } from '../../contract/pairing.ts';
import { people, type person } from '../../contract/people.ts';
import { useMay } from '../client/use-me.ts';
import { usePages, useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Failed } from '../parts/load.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { PageHead } from '../parts/page-head.tsx';
import type { Posting } from '../pairing/posting-rows.tsx';
import { CountyName, PersonName, SampleTag, UnitName } from '../parts/texts.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { AddPersonDrawer } from './add-person-drawer.tsx';
import { Mark } from '../parts/mark.tsx';

type Person = z.output<typeof person>;

/** People with a post in a unit within reach. */
export function PeopleListPage() {
  const { people: said, common } = useWords();
  const may = useMay();
  const [text, setText] = useState('');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const q = useDeferredValue(text.trim());
  const list = usePages(
    people,
    { query: { limit: 50, ...(q === '' ? {} : { q }), ...(unitId === null ? {} : { unitId }) } },
    { keep: true },
  );
  const columns = useColumns(usePostings(list.items.some((one) => one.posts.length === 0)));
  const asked = q !== '' || unitId !== null;
  const add = may('people.manage') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {said.add}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={add} />
      <section className="bf-section">
        <div className="bf-bar">
          <SearchInput value={text} onChange={setText} label={said.find} />
          <div className="bf-grow">
            <UnitSelect value={unitId} onChange={setUnitId} placeholder={said.unitFilter} label={said.unitFilter} />
          </div>
        </div>
        {list.error !== null && !list.ready ? (
          <Failed error={list.error} retry={list.retry} />
        ) : (
          <DataList<Person>
            rows={list.items}
            rowKey={(row) => row.id}
            loading={!list.ready}
            columns={columns}
            empty={
              asked ? (
                <Empty small text={common.noMatch} />
              ) : (
                <Empty title={said.empty} text={said.emptyText} action={add} />
              )
            }
            more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
          />
        )}
      </section>
      <AddPersonDrawer open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

/** The open postings of everybody within reach, asked for only where somebody has no post; by person. */
function usePostings(needed: boolean): ReadonlyMap<string, Posting[]> {
  const may = useMay();
  const read = useRead(postings, {}, { enabled: needed && may('pairing.read') });
  return useMemo(() => {
    const found = new Map<string, Posting[]>();
    for (const one of read.data?.items ?? []) {
      if (one.toOn === null) found.set(one.personId, [...(found.get(one.personId) ?? []), one]);
    }
    return found;
  }, [read.data]);
}

function useColumns(postingsOf: ReadonlyMap<string, Posting[]>): Column<Person>[] {
  const { people: said, term } = useWords();
  return [
    {
      key: 'name',
      title: said.name,
      render: (row) => (
        <>
          <PersonName id={row.id} name={row.name} /> <SampleTag when={row.example} />{' '}
          {row.disabled ? <Mark tone="late">{said.disabled}</Mark> : null}
        </>
      ),
    },
    {
      key: 'posts',
      title: said.posts,
      render: (row) =>
        row.posts.length === 0 ? (
          <Posted postings={postingsOf.get(row.id) ?? []} />
        ) : (
          row.posts.map((post) => (
            <div key={post.id}>
              <UnitName id={post.unitId} name={post.unitName} />{' '}
              <span className="bf-quiet">{[post.title, term.role[post.role]].filter(Boolean).join(' · ')}</span>
            </div>
          ))
        ),
    },
    { key: 'login', title: said.login, render: (row) => row.login ?? <span className="bf-quiet">{said.noLogin}</span> },
    {
      key: 'phone',
      title: said.phone,
      render: (row) => (row.phone === null ? null : <span className="bf-num">{row.phone}</span>),
    },
  ];
}

/** Who holds no post may be posted to a county. */
function Posted({ postings: list }: { postings: Posting[] }) {
  const { people: said } = useWords();
  if (list.length === 0) return <span className="bf-quiet">{said.noPosts}</span>;
  const [before = '', after = ''] = said.postedTo.split('{county}');
  return list.map((one) => (
    <div key={one.id}>
      {before}
      <CountyName id={one.countyId} name={one.countyName} />
      {after} <span className="bf-quiet">{one.title}</span>
    </div>
  ));
}
