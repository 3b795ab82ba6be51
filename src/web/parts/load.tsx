import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Refused } from '../client/call.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';

interface Read<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** Shows what was read; until then its outline; if it cannot be read, why, and how to go on. */
export function Load<T>({
  read,
  rows = 6,
  children,
}: {
  read: Read<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  if (read.data !== undefined) return <>{children(read.data)}</>;
  if (read.error !== null) return <Failed error={read.error} retry={() => void read.refetch()} />;
  return <Waiting rows={rows} />;
}

/** The outline of a page that is being loaded. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  const { common } = useWords();
  return (
    <div aria-busy="true" aria-label={common.loading} style={{ padding: 16 }}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}

/** Why a thing could not be read. */
export function Failed({ error, retry }: { error: Error; retry?: () => void }) {
  const { common } = useWords();
  const refused = error instanceof Refused ? error : null;
  const home = <Link to="/">{common.home}</Link>;
  if (refused?.status === 404) return <Said title={common.missingTitle} text={common.missingText} action={home} />;
  if (refused?.status === 403) return <Said title={common.forbiddenTitle} text={common.forbiddenText} action={home} />;
  const text = refused === null ? common.offline : fill(common.failedText, { requestId: refused.requestId });
  const again = retry === undefined ? home : <Button onClick={retry}>{common.retry}</Button>;
  return <Said title={common.failedTitle} text={text} action={again} />;
}

function Said({ title, text, action }: { title: string; text: string; action: ReactNode }) {
  return (
    <div className="bf-empty" role="alert">
      <h3>{title}</h3>
      <p>{text}</p>
      {action}
    </div>
  );
}
