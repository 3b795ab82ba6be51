import { Progress } from 'antd';
import { useEffect } from 'react';
import { readJob } from '../../contract/job.ts';
import { fill } from '../../words/words.ts';
import { numberText } from '../client/format.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import type { ImportShown } from './import-page.tsx';

const EVERY_MS = 1000;

/** How far the work on an import is; it goes on when the page is left. */
export function JobLine({ one }: { one: ImportShown }) {
  const { imports: say } = useWords();
  const working = one.state === 'checking' || one.state === 'applying';
  const job = useRead(readJob, { params: { id: one.jobId ?? '' } }, { enabled: working && one.jobId !== null });
  const { refetch } = job;
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => void refetch(), EVERY_MS);
    return () => clearInterval(timer);
  }, [working, refetch]);
  if (!working) return null;
  const { done = 0, total = null } = job.data ?? {};
  const text =
    one.state === 'checking'
      ? fill(say.checking, { count: numberText(done) })
      : fill(say.apply.working, { done: numberText(done), total: numberText(total ?? one.counts?.accepted ?? 0) });
  const percent = total === null || total === 0 ? 0 : Math.min(99, Math.round((100 * done) / total));
  return (
    <section className="bf-section im-working" role="status" aria-live="polite">
      <p>{text}</p>
      <Progress
        percent={one.state === 'checking' ? 100 : percent}
        showInfo={one.state !== 'checking'}
        status="active"
      />
    </section>
  );
}
