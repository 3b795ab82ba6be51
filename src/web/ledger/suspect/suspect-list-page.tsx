import { SearchOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { suspects } from '../../../contract/suspect.ts';
import { useMay } from '../../client/use-me.ts';
import { usePages } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { DataList } from '../../parts/data-list.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failed } from '../../parts/load.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import type { Found } from './finding-text.tsx';
import { RulesDrawer } from './rules-drawer.tsx';
import { SearchDrawer } from './search-drawer.tsx';
import { SettleDrawer } from './settle-drawer.tsx';
import { useSuspectColumns } from './suspect-columns.tsx';
import { SuspectFilters } from './suspect-filters.tsx';
import '../style/list.css';
import './suspect.css';

/** Everything in the ledger that a person should look at, by rule and county; each is settled by a person with a reason. */
export function SuspectListPage() {
  const { suspect: said } = useWords();
  const { query, set } = useAsked();
  const [drawer, setDrawer] = useState<'rules' | 'search' | null>(null);
  const [settling, setSettling] = useState<Found | null>(null);
  const settled = query['settled'] === 'true';
  const list = usePages(suspects, { query: { ...query, limit: 50 } }, { keep: true });
  const columns = useSuspectColumns(settled, setSettling);
  return (
    <>
      <Head open={setDrawer} />
      <section className="bf-section">
        <Tabs
          className="lg-views"
          activeKey={settled ? 'settled' : 'open'}
          onChange={(key) => set('settled', key === 'settled' ? 'true' : null)}
          items={[
            { key: 'open', label: said.open },
            { key: 'settled', label: said.settledTab },
          ]}
        />
        <SuspectFilters codes={list.first?.codes ?? []} query={query} set={set} />
        {list.error !== null && !list.ready ? (
          <Failed error={list.error} retry={list.retry} />
        ) : (
          <DataList<Found>
            rows={list.items}
            rowKey={(row) => row.id}
            columns={columns}
            loading={!list.ready}
            more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
            empty={<Empty small text={settled ? said.noneSettled : said.none} />}
          />
        )}
      </section>
      <SettleDrawer found={settling} onClose={() => setSettling(null)} />
      <RulesDrawer open={drawer === 'rules'} onClose={() => setDrawer(null)} />
      <SearchDrawer open={drawer === 'search'} onClose={() => setDrawer(null)} />
    </>
  );
}

/** What the address asks for, and how one part of it is changed. */
function useAsked() {
  const [params, setParams] = useSearchParams();
  const query = Object.fromEntries(
    ['code', 'countyId', 'settled'].flatMap((name) => {
      const value = params.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return { query, set };
}

function Head({ open }: { open: (drawer: 'rules' | 'search') => void }) {
  const { suspect: said, ledger } = useWords();
  const may = useMay();
  return (
    <PageHead
      title={said.title}
      lead={said.lead}
      trail={[{ label: ledger.title, to: '/ledger' }]}
      actions={
        <>
          {may('ledger.review') ? (
            <Button icon={<SearchOutlined />} onClick={() => open('search')}>
              {said.find}
            </Button>
          ) : null}
          <Button icon={<SettingOutlined />} onClick={() => open('rules')}>
            {said.rules}
          </Button>
        </>
      }
    />
  );
}
