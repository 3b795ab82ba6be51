import { Alert, Button, Collapse, Popconfirm, Steps } from 'antd';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { cancelImport, checkImport, readImport } from '../../contract/import.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { fill, type Words } from '../../words/words.ts';
import { momentText } from '../client/format.ts';
import { problemText } from '../client/problem-text.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useAct } from '../client/use-act.ts';
import { useNarrow } from '../client/use-narrow.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { useSay } from '../ledger/use-say.ts';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { AccountBar } from './account-bar.tsx';
import { ApplyBox } from './apply-box.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { ImportStateMark } from './import-state.tsx';
import { Answers } from './answers.tsx';
import { JobLine } from './job-line.tsx';
import { PreviewTable } from './preview-table.tsx';
import { RowsTable } from './rows-table.tsx';
import { SheetChoice } from './sheet-choice.tsx';
import './import.css';

/** One import as the API shows it. */
export type ImportShown = AnswerOf<typeof readImport>;

const EVERY_MS = 1000;

/** One import: columns, check, coming in; can be left and found again. */
export function ImportPage() {
  const { id = '' } = useParams();
  const read = useRead(readImport, { params: { id } });
  const working = read.data?.state === 'checking' || read.data?.state === 'applying';
  const { refetch } = read;
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => void refetch(), EVERY_MS);
    return () => clearInterval(timer);
  }, [working, refetch]);
  return <Load read={read}>{(one) => <Shown one={one} />}</Load>;
}

function Shown({ one }: { one: ImportShown }) {
  const { imports: say, ledger } = useWords();
  const name = useSay();
  const check = useAct(checkImport);
  const title = one.fileName === '' ? say.pasted : one.fileName;
  const open = one.state === 'read' || one.state === 'checked';
  const trail = [
    { to: '/ledger', label: ledger.title },
    { to: '/ledger/import', label: say.title },
  ];
  return (
    <>
      <PageHead
        title={title}
        trail={trail}
        tags={<ImportStateMark state={one.state} />}
        lead={`${name(one.kindName)} · ${one.unitName} · ${one.madeBy} ${momentText(one.madeAt)}`}
        actions={<Actions one={one} />}
      />
      <Progressed state={one.state} />
      <Told one={one} />
      <ProblemAlert error={check.error} />
      <JobLine one={one} />
      {one.counts === null ? null : <AccountBar one={one} />}
      {one.state === 'checked' || one.state === 'done' ? <ApplyBox one={one} /> : null}
      {one.counts === null || one.state === 'cancelled' ? null : <RowsTable one={one} />}
      {open ? <Reading one={one} /> : null}
      {one.state === 'read' && one.can.map ? (
        <div className="im-foot">
          <Button
            type="primary"
            size="large"
            disabled={!one.can.check}
            loading={check.isPending}
            onClick={() => check.mutate({ params: { id: one.id }, body: {} })}
          >
            {say.check}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** How the sheet is read. Once it was checked that is folded away: a change means checking again. */
function Reading({ one }: { one: ImportShown }) {
  const { imports: say } = useWords();
  const parts = (
    <div className="im-parts">
      {one.can.map ? (
        <>
          <SheetChoice one={one} />
          <Answers one={one} />
          <ColumnsTable one={one} />
        </>
      ) : null}
      <PreviewTable one={one} />
    </div>
  );
  if (one.state === 'read') return parts;
  return <Collapse ghost className="im-again" items={[{ key: 'again', label: say.options.again, children: parts }]} />;
}

function Progressed({ state }: { state: ImportShown['state'] }) {
  const { imports: say } = useWords();
  const narrow = useNarrow();
  if (state === 'cancelled' || narrow) return null;
  const at = { read: 0, checking: 1, checked: 2, applying: 2, done: 4 }[state];
  const { read, check, apply, done } = say.steps;
  return (
    <Steps
      size="small"
      current={at}
      className="im-steps"
      items={[read, check, apply, done].map((title) => ({ title }))}
    />
  );
}

/** What should be known before anything else. */
function Told({ one }: { one: ImportShown }) {
  const { imports: say } = useWords();
  const { preferences } = usePreferences();
  return (
    <>
      {one.problem === null ? null : (
        <Alert
          type="error"
          showIcon
          className="im-alert"
          title={say.stopped + problemText(one.problem as never, preferences.language)}
        />
      )}
      {one.state === 'cancelled' ? <Alert type="info" showIcon className="im-alert" title={say.cancelled} /> : null}
      <SameFile one={one} />
      {one.followsUp && one.state !== 'done' && one.state !== 'cancelled' ? (
        <Alert type="warning" showIcon className="im-alert" title={say.options.followsUp} />
      ) : null}
    </>
  );
}

/** What became of the same file when it was brought another time. */
function SameFile({ one }: { one: ImportShown }) {
  const { imports: say } = useWords();
  const [same] = one.sameFile;
  if (same === undefined || one.state === 'done' || one.state === 'cancelled') return null;
  const how = same.state === 'applying' ? 'going' : same.applied > 0 ? 'came' : 'left';
  const text = fill(say.sameFile[how], {
    at: momentText(same.madeAt),
    count: same.applied,
    state: say.state[same.state],
  });
  return (
    <Alert type="info" showIcon className="im-alert" title={<Link to={`/ledger/import/${same.id}`}>{text}</Link>} />
  );
}

/** What giving up does, as far as the import has come. */
function cancelText(state: ImportShown['state'], say: Words['imports']): string {
  if (state === 'checking') return say.stopText;
  return state === 'applying' ? say.cancelRunning : say.cancelText;
}

function Actions({ one }: { one: ImportShown }) {
  const { imports: say } = useWords();
  const cancel = useAct(cancelImport);
  const checking = one.state === 'checking';
  return (
    <>
      {one.can.cancel ? (
        <Popconfirm
          title={checking ? say.stopAsk : say.cancelAsk}
          description={cancelText(one.state, say)}
          okText={checking ? say.stop : say.cancel}
          cancelText={say.keep}
          onConfirm={() => cancel.mutate({ params: { id: one.id }, body: {} })}
        >
          <Button loading={cancel.isPending}>{checking ? say.stop : say.cancel}</Button>
        </Popconfirm>
      ) : null}
      {one.state === 'done' || one.state === 'cancelled' ? (
        <Link to="/ledger/import">
          <Button type="primary">{say.beginAgain}</Button>
        </Link>
      ) : null}
    </>
  );
}
