import { Select, Tooltip } from 'antd';
import { useState } from 'react';
import { actLog } from '../../contract/work.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Failed } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { CountyName, MomentText } from '../parts/texts.tsx';
import { Mark } from '../parts/mark.tsx';
import { ActSubject, ActWho, type Entry } from './act-names.tsx';
import { LogChain } from './log-chain.tsx';
import { NO_COUNTY } from './no-county.ts';

/** Who did what and when, newest first. */
export function LogPage() {
  const { log } = useWords();
  const [act, setAct] = useState<string | undefined>(undefined);
  const list = usePages(actLog, { query: { limit: 50, ...(act === undefined ? {} : { act }) } }, { keep: true });
  const columns = useColumns();
  const options = Object.entries(log.acts).map(([value, label]) => ({ value, label }));
  return (
    <>
      <PageHead title={log.title} lead={log.lead} />
      <LogChain />
      <section className="bf-section">
        <div className="bf-bar">
          <Select
            className="bf-grow"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={options}
            value={act}
            onChange={setAct}
            placeholder={log.actFilter}
            aria-label={log.actFilter}
          />
        </div>
        {list.error !== null && !list.ready ? (
          <Failed error={list.error} retry={list.retry} />
        ) : (
          <DataList<Entry>
            rows={list.items}
            rowKey={(row) => row.id}
            columns={columns}
            loading={!list.ready}
            empty={<Empty small text={log.empty} />}
            more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
          />
        )}
      </section>
    </>
  );
}

function useColumns(): Column<Entry>[] {
  const { log } = useWords();
  return [
    { key: 'act', title: log.act, render: (row) => log.acts[row.act] ?? row.act },
    { key: 'subject', title: log.subject, render: (row) => <ActSubject entry={row} /> },
    { key: 'person', title: log.person, render: (row) => <ActWho entry={row} /> },
    {
      key: 'county',
      title: log.county,
      render: (row) =>
        row.countyId === NO_COUNTY ? null : <CountyName id={row.countyId} name={row.countyName ?? row.countyId} />,
    },
    { key: 'at', title: log.at, render: (row) => <MomentText at={row.at} /> },
    {
      key: 'sealed',
      title: log.sealed,
      render: (row) => (
        <Tooltip title={row.sealed ? log.sealedWhy : undefined}>
          <Mark tone={row.sealed ? 'good' : 'quiet'}>{row.sealed ? log.sealed : log.notSealed}</Mark>
        </Tooltip>
      ),
    },
  ];
}
