import { PlusOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { entries } from '../../contract/ledger.ts';
import { useMay } from '../client/use-me.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { Empty } from '../parts/empty.tsx';
import { Failed } from '../parts/load.tsx';
import { useWaitingPeriods, waitingCount } from '../period/waiting-periods.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { useKinds } from './form/use-kinds.ts';
import { ColumnButton, useColumnChoice } from './list/column-choice.tsx';
import { useEntryColumns } from './list/entry-columns.tsx';
import { EntryTable } from './list/entry-table.tsx';
import { FilterBar } from './list/filter-bar.tsx';
import { useFilter, type EntryFilter } from './list/filter.ts';
import { ExportButton } from './list/export-button.tsx';
import { ImportButton } from './list/list-slots.tsx';
import { SumsLine, useSums } from './list/sums-line.tsx';
import './style/list.css';

const PAGE = 50;
type View = 'all' | 'waiting' | 'mine';

/** The ledger: what was entered, where it stands and what it sums to; the filter stands in the address. */
export function EntryListPage() {
  const { ledger } = useWords();
  const may = useMay();
  const { filter, query, change, clear } = useFilter();
  const list = usePages(entries, { query: { ...query, limit: PAGE } }, { keep: true });
  const sums = useSums(query);
  const key = JSON.stringify(filter);
  const [picked, setPicked] = useState<{ under: string; keys: string[] }>({ under: key, keys: [] });
  // What was chosen under another filter is not chosen here.
  const chosen = picked.under === key ? picked.keys : [];
  const choose = (keys: string[]) => setPicked({ under: key, keys });
  const kinds = useKinds();
  const columns = useEntryColumns(kinds.data?.items.find((one) => one.code === filter.kind)?.definition ?? null);
  const chosenColumns = useColumnChoice();
  const nothing = list.ready && list.items.length === 0;
  return (
    <>
      <PageHead title={ledger.title} lead={ledger.lead.list} actions={<HeadActions query={query} />} />
      <section className="bf-section">
        <Views filter={filter} change={change} />
        <FilterBar filter={filter} change={change} clear={clear}>
          <ColumnButton columns={columns.filter((one) => one.key !== 'kind')} chosen={chosenColumns} />
        </FilterBar>
        <SumsLine sums={sums.data} />
        <BulkBar chosen={chosen} rows={list.items} query={query} onClear={() => choose([])} />
        {list.error !== null && !list.ready ? (
          <Failed error={list.error} retry={list.retry} />
        ) : (
          <EntryTable
            rows={list.items}
            columns={columns.filter((one) => one.key === 'kind' || chosenColumns.shows(one))}
            loading={!list.ready}
            chosen={{ keys: chosen, onChange: choose, label: ledger.choose }}
            more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
            empty={nothing ? <NothingHere filter={filter} mayReport={may('ledger.report')} clear={clear} /> : null}
          />
        )}
      </section>
    </>
  );
}

function HeadActions({ query }: { query: ReturnType<typeof useFilter>['query'] }) {
  const { ledger } = useWords();
  const may = useMay();
  return (
    <>
      <ExportButton query={query} />
      {may('ledger.report') ? <ImportButton /> : null}
      {may('ledger.report') ? (
        <Link to={query.countyId?.length === 6 ? `/ledger/new?county=${query.countyId}` : '/ledger/new'}>
          <Button type="primary" icon={<PlusOutlined />}>
            {ledger.new.title}
          </Button>
        </Link>
      ) : null}
    </>
  );
}

/** All, what waits for me, what I reported. */
function Views({ filter, change }: Pick<ReturnType<typeof useFilter>, 'filter' | 'change'>) {
  const { ledger } = useWords();
  const may = useMay();
  const view: View = filter.waiting === 'true' ? 'waiting' : filter.mine === 'true' ? 'mine' : 'all';
  const acts = may('ledger.report') || may('ledger.confirm') || may('ledger.review') || may('ledger.post');
  const waiting = useSums({ waiting: 'true' }, acts);
  const shown = waiting.data === undefined ? '' : `${waiting.data.count}${waiting.data.capped ? '+' : ''}`;
  return (
    <Tabs
      className="lg-views"
      activeKey={view}
      tabBarExtraContent={<Beside />}
      onChange={(key) => change({ waiting: key === 'waiting' ? 'true' : null, mine: key === 'mine' ? 'true' : null })}
      items={[
        { key: 'all', label: ledger.view.all },
        {
          key: 'waiting',
          label: (
            <span>
              {ledger.view.waiting} <span className="bf-quiet">{shown}</span>
            </span>
          ),
        },
        ...(may('ledger.report') ? [{ key: 'mine', label: ledger.view.mine }] : []),
      ]}
    />
  );
}

/** Where else one looks at the whole of the ledger. */
function Beside() {
  const { suspect, period } = useWords();
  const waiting = waitingCount(useWaitingPeriods());
  return (
    <nav className="lg-beside">
      <Link to="/ledger/suspects">{suspect.title}</Link>
      <Link to="/ledger/periods">
        {period.title}
        {waiting === '' || waiting === '0' ? null : (
          <b className="bf-num" title={period.waiting}>
            {' '}
            {waiting}
          </b>
        )}
      </Link>
    </nav>
  );
}

function NothingHere({ filter, mayReport, clear }: { filter: EntryFilter; mayReport: boolean; clear: () => void }) {
  const { ledger, common } = useWords();
  const names = Object.keys(filter);
  if (names.length === 0)
    return (
      <Empty
        title={ledger.empty.title}
        text={mayReport ? ledger.empty.text : ledger.empty.textRead}
        {...(mayReport ? { action: <Link to="/ledger/new">{ledger.new.title}</Link> } : {})}
      />
    );
  if (names.length === 1 && filter.waiting === 'true') return <Empty small text={ledger.empty.waiting} />;
  return <Empty small text={common.noMatch} action={<Button onClick={clear}>{common.clear}</Button>} />;
}
