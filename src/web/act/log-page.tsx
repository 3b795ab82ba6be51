import { Select, Tooltip } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AnswerOf } from '../../contract/route.ts';
import { actLog } from '../../contract/work.ts';
import type { Ability } from '../../core/access/role.ts';
import { useMay } from '../client/use-me.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Failed } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { CountyName, MomentText } from '../parts/texts.tsx';
import { Mark } from '../parts/mark.tsx';
import { LogChain } from './log-chain.tsx';
import { NO_COUNTY } from './no-county.ts';

type Entry = AnswerOf<typeof actLog>['items'][number];

/** Pages that show the subject of an act. */
const PAGES: Partial<Record<string, { at: string; needs: Ability }>> = {
  unit: { at: '/units', needs: 'unit.read' },
  person: { at: '/people', needs: 'people.read' },
  document: { at: '/documents', needs: 'document.read' },
  meeting: { at: '/meetings', needs: 'meeting.read' },
  plan: { at: '/plans', needs: 'plan.read' },
};
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
    { key: 'subject', title: log.subject, render: (row) => <Subject entry={row} /> },
    { key: 'person', title: log.person, render: (row) => <Who entry={row} /> },
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

/** Who did it, as which post. */
function Who({ entry }: { entry: Entry }) {
  const { log, term } = useWords();
  if (entry.person === null) return <span className="bf-quiet">{log.system}</span>;
  const post = [entry.role === null ? null : term.role[entry.role], entry.post, entry.postUnit].filter(Boolean);
  return (
    <>
      {entry.person}
      {post.length === 0 ? null : <div className="bf-quiet bf-small">{post.join(' · ')}</div>}
    </>
  );
}

/** What it was done to: by name where it has one, leading to its page where it has one. */
function Subject({ entry }: { entry: Entry }) {
  const { log } = useWords();
  const page = usePage(entry.subjectKind ?? '');
  if (entry.subjectKind === null) return null;
  const kind = log.subjects[entry.subjectKind] ?? entry.subjectKind;
  const name = entry.subjectName ?? kind;
  return (
    <>
      {page === null || entry.subjectId === null ? name : <Link to={`${page}/${entry.subjectId}`}>{name}</Link>}
      {entry.subjectName === null ? null : <span className="bf-quiet bf-small"> {kind}</span>}
      {entry.note === null ? null : <div className="bf-quiet bf-small">{entry.note}</div>}
    </>
  );
}

/** The page of a kind of subject, where the person may open it. */
function usePage(kind: string): string | null {
  const may = useMay();
  const page = PAGES[kind];
  return page !== undefined && may(page.needs) ? page.at : null;
}
