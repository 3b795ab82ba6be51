import { Input, Tabs } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { documents } from '../../contract/document.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { fill } from '../../words/words.ts';
import { usePages, useRead } from '../client/use-read.ts';
import { useMay } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Failed } from '../parts/load.tsx';
import { Mark } from '../parts/mark.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { DayText, MomentText, SampleTag } from '../parts/texts.tsx';
import { BringZone } from './list/bring-zone.tsx';
import { UploadList } from './list/upload-list.tsx';
import { useUploads } from './list/use-uploads.ts';
import './style/document-list.css';

type Row = AnswerOf<typeof documents>['items'][number];
type State = Row['state'];
const STATES: readonly State[] = ['review', 'accepted', 'withdrawn'];

/** The documents: bringing new ones in, and where each stands. */
export function DocumentListPage() {
  const { document: said, common } = useWords();
  const may = useMay();
  const uploads = useUploads();
  const [params, setParams] = useSearchParams();
  const state = STATES.find((one) => one === params.get('state')) ?? null;
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const query = { ...(state === null ? {} : { state }), ...(q === '' ? {} : { q }) };
  const list = usePages(documents, { query }, { keep: true });
  const bring = list.first?.can.bring ?? may('document.write');
  const nothing = list.ready && list.items.length === 0 && state === null && q === '';
  const columns = useColumns();
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      {bring ? <BringZone onFiles={uploads.add} large={nothing && uploads.list.length === 0} /> : null}
      <UploadList uploads={uploads} />
      <section className="bf-section">
        <div className="bf-bar">
          <StateTabs
            state={state}
            onChange={(next) => setParams(next === null ? {} : { state: next }, { replace: true })}
          />
          <Input.Search
            className="bf-grow"
            allowClear
            placeholder={said.find}
            aria-label={said.find}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
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
              nothing ? (
                <Empty title={said.empty} text={bring ? said.emptyText : said.emptyRead} />
              ) : (
                <Empty small text={common.noMatch} />
              )
            }
          />
        )}
      </section>
    </>
  );
}

const COUNTED = 100;

function StateTabs({ state, onChange }: { state: State | null; onChange: (state: State | null) => void }) {
  const { document: said } = useWords();
  const counts = {
    all: useCount(null),
    review: useCount('review'),
    accepted: useCount('accepted'),
    withdrawn: useCount('withdrawn'),
  };
  // What hardly ever happens has a tab only when it has happened.
  const shown = [null, ...STATES].filter((key) => key !== 'withdrawn' || state === key || counts.withdrawn !== '0');
  return (
    <Tabs
      className="dl-tabs"
      activeKey={state ?? 'all'}
      onChange={(key) => onChange(STATES.find((one) => one === key) ?? null)}
      items={shown.map((key) => ({
        key: key ?? 'all',
        label: (
          <span>
            {said.tabs[key ?? 'all']} <span className="bf-quiet">{counts[key ?? 'all']}</span>
          </span>
        ),
      }))}
    />
  );
}

/** How many documents have a state; many are not counted to the end. */
function useCount(state: State | null): string {
  const read = useRead(documents, { query: { limit: COUNTED, ...(state === null ? {} : { state }) } });
  if (read.data === undefined) return '';
  return read.data.next === null ? `${read.data.items.length}` : `${COUNTED}+`;
}

const TONES = { review: 'info', accepted: 'good', withdrawn: 'quiet' } as const;

function useColumns(): Column<Row>[] {
  const { document: said, term } = useWords();
  const { columns } = said;
  return [
    {
      key: 'title',
      title: columns.title,
      render: (row) => (
        <div className="dl-title">
          <Link to={`/documents/${row.id}`}>{row.title ?? row.fileName}</Link> <SampleTag when={row.example} />
          <div className="bf-quiet bf-small">
            {row.fileName} · {row.format.toUpperCase()}
          </div>
        </div>
      ),
    },
    {
      key: 'state',
      title: columns.state,
      render: (row) => <Mark tone={TONES[row.state]}>{term.documentState[row.state]}</Mark>,
    },
    { key: 'pending', title: columns.pending, render: (row) => <Pending row={row} /> },
    { key: 'published', title: columns.published, render: (row) => <DayText day={row.publishedOn} /> },
    { key: 'unit', title: columns.unit, render: (row) => row.unitName },
    {
      key: 'brought',
      title: columns.brought,
      render: (row) => (
        <>
          <MomentText at={row.broughtAt} />
          <div className="bf-quiet bf-small">{row.broughtBy}</div>
        </>
      ),
    },
  ];
}

function Pending({ row }: { row: Row }) {
  const { document: said } = useWords();
  if (row.state !== 'review') return <span className="bf-quiet">—</span>;
  if (row.pending === 0) return <>{said.allDecided}</>;
  const share = row.items === 0 ? 0 : ((row.items - row.pending) / row.items) * 100;
  return (
    <span className="dl-pending">
      <span className="bf-num">{fill(said.pendingOf, { pending: row.pending, items: row.items })}</span>
      <span className="bf-line-bar" aria-hidden>
        <i style={{ width: `${share}%` }} />
      </span>
    </span>
  );
}
