import { CheckCircleFilled, CloseCircleFilled, FileTextOutlined, HistoryOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { Link } from 'react-router';
import { fill } from '../../../words/words.ts';
import { errorText } from '../../client/problem-text.ts';
import { Refused } from '../../client/call.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useWords } from '../../client/use-words.ts';
import { sizeText } from '../../client/format.ts';
import type { Upload, Uploads } from './use-uploads.ts';

/** The files on their way, each with its own answer. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const { bring } = useWords().document;
  const { list } = uploads;
  if (list.length === 0) return null;
  const open = list.filter((one) => ['waiting', 'sending', 'reading'].includes(one.state)).length;
  return (
    <section className="dl-uploads" aria-label={bring.listLabel}>
      <div className="dl-uploads-head">
        <span role="status">{fill(bring.summary, { done: list.length - open, all: list.length })}</span>
        {open < list.length ? (
          <Button size="small" type="text" onClick={uploads.clear}>
            {bring.dismiss}
          </Button>
        ) : null}
      </div>
      <ul>
        {list.map((one) => (
          <Row key={one.id} upload={one} uploads={uploads} />
        ))}
      </ul>
    </section>
  );
}

function Row({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { bring } = useWords().document;
  const { answer, state, id } = upload;
  const icon =
    state === 'failed' ? (
      <CloseCircleFilled className="dl-bad" />
    ) : state !== 'done' ? (
      <FileTextOutlined className="bf-quiet" />
    ) : answer?.again === true ? (
      <HistoryOutlined className="dl-known" />
    ) : (
      <CheckCircleFilled className="dl-good" />
    );
  return (
    <li className={`is-${state}`}>
      {icon}
      <div className="dl-upload-main">
        <div>
          {upload.name} <span className="bf-quiet bf-small">{sizeText(upload.size)}</span>
        </div>
        <Said upload={upload} />
      </div>
      {answer !== null ? (
        <Link to={`/documents/${answer.id}`}>{answer.again ? bring.openEarlier : bring.open}</Link>
      ) : state === 'failed' || state === 'stopped' ? (
        <Retry upload={upload} onRetry={() => uploads.retry(id)} />
      ) : (
        <Button size="small" type="text" onClick={() => uploads.stop(id)}>
          {bring.stop}
        </Button>
      )}
    </li>
  );
}

function Said({ upload }: { upload: Upload }) {
  const { bring } = useWords().document;
  const { preferences } = usePreferences();
  const { state, share, answer, error } = upload;
  switch (state) {
    case 'waiting':
      return <div className="bf-quiet bf-small">{bring.waiting}</div>;
    case 'sending':
    case 'reading': {
      const percent = Math.round(share * 100);
      return (
        <div className="bf-quiet bf-small">
          <Progress percent={percent} size="small" showInfo={false} status="active" aria-label={upload.name} />
          {state === 'reading' ? bring.reading : fill(bring.sending, { percent })}
        </div>
      );
    }
    case 'done':
      return <div className="bf-quiet bf-small">{answer?.again === true ? bring.again : bring.done}</div>;
    case 'stopped':
      return <div className="bf-quiet bf-small">{bring.stopped}</div>;
    case 'failed':
      return (
        <div className="bf-late bf-small" role="alert">
          {errorText(error, preferences.language).join(' ')}
        </div>
      );
  }
}

/** What the file itself is wrong with does not change by sending it again. */
function Retry({ upload, onRetry }: { upload: Upload; onRetry: () => void }) {
  const { bring } = useWords().document;
  const { error } = upload;
  if (error instanceof Refused && error.problems.every((one) => one.code.startsWith('file.'))) return null;
  return (
    <Button size="small" onClick={onRetry}>
      {bring.retry}
    </Button>
  );
}
