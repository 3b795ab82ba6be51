import { Button, Popconfirm, Tooltip } from 'antd';
import { Link } from 'react-router';
import { applyImport, checkImport } from '../../contract/import.ts';
import { fill } from '../../words/words.ts';
import { numberText } from '../client/format.ts';
import { useAct } from '../client/use-act.ts';
import { useWords } from '../client/use-words.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import type { ImportShown } from './import-page.tsx';

/** What can be done with checked rows, and where those that came in are found. */
export function ApplyBox({ one }: { one: ImportShown }) {
  const { imports: say } = useWords();
  const apply = useAct(applyImport);
  const check = useAct(checkImport);
  const { counts } = one;
  if (counts === null) return null;
  const left = counts.accepted - counts.applied;
  const go = (mode: 'all' | 'good') => apply.mutate({ params: { id: one.id }, body: { mode } });
  const label = counts.applied > 0 ? say.apply.left : say.apply.good;
  return (
    <section className="bf-section im-apply">
      <ProblemAlert error={apply.error ?? check.error} />
      {counts.applied > 0 ? (
        <p className="im-done">
          {fill(say.apply.done, { count: numberText(counts.applied) })}{' '}
          <Link to={`/ledger?importId=${one.id}`}>{say.apply.see}</Link>
        </p>
      ) : null}
      {counts.accepted === 0 && counts.refused === 0 ? (
        <p>{(counts.ignoredBecause['there'] ?? 0) > 0 ? say.apply.allThere : say.apply.noRows}</p>
      ) : null}
      {one.can.apply ? (
        <Popconfirm
          title={fill(say.apply.confirmTitle, { count: numberText(left) })}
          description={say.apply.confirmText}
          onConfirm={() => go('good')}
        >
          <Button type="primary" loading={apply.isPending}>
            {fill(label, { count: numberText(left) })}
          </Button>
        </Popconfirm>
      ) : null}
      {one.can.apply && counts.applied === 0 && left > 1 ? (
        <Tooltip title={counts.refused > 0 ? say.apply.allNot : ''}>
          <Button disabled={counts.refused > 0} loading={apply.isPending} onClick={() => go('all')}>
            {fill(say.apply.all, { count: numberText(left) })}
          </Button>
        </Tooltip>
      ) : null}
      {one.can.check ? (
        <Button
          type="text"
          loading={check.isPending}
          onClick={() => check.mutate({ params: { id: one.id }, body: {} })}
        >
          {say.checkAgain}
        </Button>
      ) : null}
    </section>
  );
}
