import { Select, Tooltip } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AnswerOf } from '../../contract/route.ts';
import { actLog } from '../../contract/work.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Failed } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { MomentText } from '../parts/texts.tsx';
import { Mark } from '../parts/mark.tsx';

type Entry = AnswerOf<typeof actLog>['items'][number];

/** Pages that show the subject of an act. */
const PAGES: Record<string, string> = {
  unit: '/units',
  person: '/people',
  document: '/documents',
  meeting: '/meetings',
  plan: '/plans',
};
/** What stands in the log for "no county". */
const NO_COUNTY = '0';

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
  const { log, shell } = useWords();
  return [
    { key: 'act', title: log.act, render: (row) => log.acts[row.act] ?? row.act },
    { key: 'at', title: log.at, render: (row) => <MomentText at={row.at} /> },
    { key: 'person', title: log.person, render: (row) => row.person ?? <span className="bf-quiet">{log.system}</span> },
    { key: 'post', title: log.post, render: (row) => row.post },
    { key: 'subject', title: log.subject, render: (row) => <Subject entry={row} /> },
    {
      key: 'county',
      title: shell.nav.counties,
      render: (row) => (row.countyId === NO_COUNTY ? '' : <Link to={`/counties/${row.countyId}`}>{row.countyId}</Link>),
    },
    {
      key: 'sealed',
      title: log.sealed,
      render: (row) => (
        <Tooltip title={log.sealedWhy}>
          <Mark tone={row.sealed ? 'good' : 'quiet'}>{row.sealed ? log.sealed : log.notSealed}</Mark>
        </Tooltip>
      ),
    },
  ];
}

function Subject({ entry }: { entry: Entry }) {
  const { log } = useWords();
  if (entry.subjectKind === null) return null;
  const name = log.subjects[entry.subjectKind] ?? entry.subjectKind;
  const page = PAGES[entry.subjectKind];
  return page === undefined || entry.subjectId === null ? (
    <>{name}</>
  ) : (
    <Link to={`${page}/${entry.subjectId}`}>{name}</Link>
  );
}
