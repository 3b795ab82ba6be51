import { SearchOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Select, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { counties } from '../../../contract/pairing.ts';
import { suspects } from '../../../contract/suspect.ts';
import { numberText } from '../../client/format.ts';
import { useMay } from '../../client/use-me.ts';
import { usePages, useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { DataList, type Column } from '../../parts/data-list.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failed } from '../../parts/load.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { CountyName, DayText, MomentText, UnitName } from '../../parts/texts.tsx';
import { entryAddress } from '../entry/entry-data.ts';
import { yuanText } from '../form/amount.ts';
import { StateMark } from '../state-mark.tsx';
import { useSay } from '../use-say.ts';
import { FindingText, useRuleName, type Found } from './finding-text.tsx';
import { Settled } from './findings.tsx';
import { RulesDrawer } from './rules-drawer.tsx';
import { SearchDrawer } from './search-drawer.tsx';
import { SettleDrawer } from './settle-drawer.tsx';
import '../style/list.css';
import './suspect.css';

/** Everything in the ledger that a person should look at, by rule and county; each is settled by a person with a reason. */
export function SuspectListPage() {
  const { suspect: said, ledger } = useWords();
  const [params, setParams] = useSearchParams();
  const [drawer, setDrawer] = useState<'rules' | 'search' | null>(null);
  const [settling, setSettling] = useState<Found | null>(null);
  const may = useMay();
  const settled = params.get('settled') === 'true';
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
  const list = usePages(suspects, { query: { ...query, limit: 50 } }, { keep: true });
  const columns = useColumns(settled, setSettling);
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        trail={[{ label: ledger.title, to: '/ledger' }]}
        actions={
          <>
            {may('ledger.review') ? (
              <Button icon={<SearchOutlined />} onClick={() => setDrawer('search')}>
                {said.find}
              </Button>
            ) : null}
            <Button icon={<SettingOutlined />} onClick={() => setDrawer('rules')}>
              {said.rules}
            </Button>
          </>
        }
      />
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
        <Filters codes={list.first?.codes ?? []} query={query} set={set} />
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

interface FilterProps {
  codes: { code: string; count: number }[];
  query: Record<string, string>;
  set: (name: string, value: string | null) => void;
}

function Filters({ codes, query, set }: FilterProps) {
  const { suspect: said, ledger } = useWords();
  const ruleName = useRuleName();
  const may = useMay();
  const helped = useRead(counties, {}, { enabled: may('county.read') });
  return (
    <div className="bf-bar lg-bar">
      <Select
        allowClear
        className="lg-kind-filter"
        placeholder={said.allRules}
        aria-label={said.allRules}
        value={query['code'] ?? null}
        onChange={(value?: string) => set('code', value ?? null)}
        options={codes.map(({ code, count }) => ({ value: code, label: `${ruleName(code)} ${numberText(count)}` }))}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={ledger.filter.county}
        aria-label={ledger.filter.county}
        value={query['countyId'] ?? null}
        onChange={(value?: string) => set('countyId', value ?? null)}
        options={(helped.data?.items ?? []).map(({ place }) => ({ value: place.id, label: place.name }))}
      />
      <span className="bf-count">
        {fill(said.count, { count: numberText(codes.reduce((sum, one) => sum + one.count, 0)) })}
      </span>
    </div>
  );
}

function useColumns(settled: boolean, onSettle: (one: Found) => void): Column<Found>[] {
  const { suspect: said, ledger } = useWords();
  const say = useSay();
  const ruleName = useRuleName();
  return [
    {
      key: 'what',
      title: said.what,
      width: '30%',
      render: (row) => (
        <>
          <b>{ruleName(row.code)}</b>
          <div>
            <FindingText of={row} />
          </div>
          <Settled one={row} />
        </>
      ),
    },
    {
      key: 'entry',
      title: said.entry,
      width: '18%',
      render: (row) => (
        <>
          <Link to={entryAddress(row.countyId, row.entryId)}>{say(row.kindName)}</Link>
          <div className="bf-quiet bf-num">{row.number ?? ledger.noNumber}</div>
        </>
      ),
    },
    { key: 'state', title: ledger.column.state, width: 96, render: (row) => <StateMark state={row.state} /> },
    {
      key: 'amount',
      title: ledger.column.measures,
      numeric: true,
      render: (row) => (
        <span className="lg-nowrap">
          {row.amountFen === null ? '—' : `${yuanText(row.amountFen)} ${ledger.unit.yuan}`}
        </span>
      ),
    },
    { key: 'day', title: ledger.column.day, render: (row) => <DayText day={row.occurredOn} /> },
    {
      key: 'where',
      title: `${ledger.column.county} / ${ledger.column.unit}`,
      render: (row) => (
        <>
          <CountyName id={row.countyId} name={row.countyName} />
          <div className="bf-quiet">
            <UnitName id={row.unitId} name={row.unitName} />
          </div>
        </>
      ),
    },
    settled
      ? { key: 'at', title: said.foundAt, wideOnly: true, render: (row) => <MomentText at={row.foundAt} /> }
      : {
          key: 'settle',
          title: '',
          render: (row) =>
            row.can.settle ? (
              <Button size="small" onClick={() => onSettle(row)}>
                {said.settle}
              </Button>
            ) : null,
        },
  ];
}
