import { Button, Progress, Select } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { bulkRefusals, readBulk } from '../../../contract/bulk.ts';
import { cancelJob } from '../../../contract/job.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import type { Problem } from '../../../core/kernel/problem.ts';
import { numberText } from '../../client/format.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { problemText } from '../../client/problem-text.ts';
import { useAct } from '../../client/use-act.ts';
import { usePoll } from '../../client/use-poll.ts';
import { usePages, useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { DataList, type Column } from '../../parts/data-list.tsx';
import { Load } from '../../parts/load.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Section } from '../../parts/section.tsx';
import { entryAddress } from '../entry/entry-data.ts';
import { StateMark } from '../state-mark.tsx';
import { useSay } from '../use-say.ts';
import { useStepName } from './step-name.ts';
import './bulk.css';

type Bulk = AnswerOf<typeof readBulk>;
type Refusal = AnswerOf<typeof bulkRefusals>['items'][number];

/** A step with many entries: how far it is, and every entry that it was refused with. */
export function BulkPage() {
  const { id = '' } = useParams();
  const { bulk: said, ledger } = useWords();
  const stepName = useStepName();
  const read = useRead(readBulk, { params: { id } });
  const going = read.data === undefined || ['queued', 'running'].includes(read.data.job.state);
  usePoll(going && read.error === null, read.refetch);
  const title = read.data === undefined ? said.menu : fill(said.title, { step: stepName(read.data.step) });
  return (
    <>
      <PageHead
        title={title}
        lead={said.lead}
        trail={[{ label: ledger.title, to: '/ledger' }]}
        actions={
          <Link to="/ledger">
            <Button>{said.back}</Button>
          </Link>
        }
      />
      <Load read={read}>
        {(data) => (
          <>
            <Standing data={data} going={going} />
            {data.refused === 0 ? null : <Refusals key={String(going)} id={id} data={data} />}
          </>
        )}
      </Load>
    </>
  );
}

function Standing({ data, going }: { data: Bulk; going: boolean }) {
  const { bulk: said, common } = useWords();
  const cancel = useAct(cancelJob);
  const { job, total, done, refused, left } = data;
  const numbers = { done: numberText(done), refused: numberText(refused), left: numberText(left) };
  const ended = { done: said.finished, cancelled: said.cancelled, failed: said.failed }[job.state as 'done'];
  const percent = total === 0 ? 0 : Math.floor((100 * (done + refused)) / total);
  return (
    <section className="bf-section lg-bulk-state" role="status" aria-live="polite">
      <p>
        {going
          ? fill(said.progress, { done: numberText(done + refused), total: numberText(total) })
          : fill(ended, numbers)}
      </p>
      <Progress percent={percent} {...(going ? { status: 'active' as const } : {})} showInfo={going} />
      <dl className="lg-bulk-counts">
        {(['done', 'refused', 'left'] as const).map((name) => (
          <div key={name}>
            <dt>{said.count[name]}</dt>
            <dd className="bf-num">{numbers[name]}</dd>
          </div>
        ))}
      </dl>
      {going ? (
        <Button
          danger
          disabled={job.cancelAsked}
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ params: { id: job.id }, body: {} })}
        >
          {job.cancelAsked ? said.cancelling : said.cancel}
        </Button>
      ) : null}
      {data.reason === null ? null : <p className="bf-quiet">{`${said.reason}${common.colon}${data.reason}`}</p>}
    </section>
  );
}

function Refusals({ id, data }: { id: string; data: Bulk }) {
  const { bulk: said, problem } = useWords();
  const [code, setCode] = useState<string | null>(null);
  const list = usePages(bulkRefusals, { params: { id }, query: { limit: 50, ...(code === null ? {} : { code }) } });
  const columns = useColumns();
  // The sentence of a reason without what fills it.
  const names: Partial<Record<string, string>> = { ...problem, ...said.shortReason };
  const options = data.reasons.map((one) => ({
    value: one.code,
    label: `${(names[one.code] ?? one.code).split(/[。，；：]/)[0] ?? one.code}（${numberText(one.count)}）`,
  }));
  return (
    <Section
      title={`${said.refusals} ${numberText(data.refused)}`}
      flush
      extra={
        <Select
          className="lg-bulk-reasons"
          value={code ?? ''}
          onChange={(value) => setCode(value === '' ? null : value)}
          options={[{ value: '', label: said.allReasons }, ...options]}
          aria-label={said.reasons}
        />
      }
    >
      <DataList<Refusal>
        rows={list.items}
        rowKey={(row) => row.id}
        columns={columns}
        loading={!list.ready}
        more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
        empty={null}
      />
    </Section>
  );
}

function useColumns(): Column<Refusal>[] {
  const { bulk: said, ledger } = useWords();
  const say = useSay();
  const { preferences } = usePreferences();
  return [
    {
      key: 'entry',
      title: said.entry,
      width: '30%',
      render: (row) =>
        row.state === null ? (
          <span className="bf-quiet">{said.hidden}</span>
        ) : (
          <Link to={entryAddress(row.countyId, row.id)}>
            <span className="bf-num">{row.number ?? ledger.noNumber}</span>{' '}
            {row.kindName === null ? '' : say(row.kindName)}
          </Link>
        ),
    },
    {
      key: 'state',
      title: ledger.column.state,
      width: 130,
      render: (row) => (row.state === null ? '' : <StateMark state={row.state} />),
    },
    {
      key: 'why',
      title: said.why,
      render: (row) =>
        row.problems.map((one, index) => (
          <div key={`${one.code}${index}`}>{problemText(one as Problem, preferences.language)}</div>
        )),
    },
  ];
}
