import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { figureBoard } from '../../contract/figure.ts';
import { LINES } from '../../core/document/reading.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { Empty } from '../parts/empty.tsx';
import { Failed, Waiting } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { BoardTable } from './board-table.tsx';
import { ScopeBar } from './scope-bar.tsx';
import { ScopeLine } from './scope-line.tsx';
import { queryOf, useScope } from './scope.ts';
import './figure.css';

/** County × indicator, or unit × indicator: where everybody stands. */
export function BoardPage() {
  const { figure: said, common } = useWords();
  const go = useNavigate();
  const { scope, change } = useScope();
  const line = LINES.find((one) => one === scope.line);
  const query = { ...queryOf(scope), level: scope.level, limit: 50, ...(line === undefined ? {} : { line }) };
  const list = usePages(figureBoard, { query }, { keep: true });
  const { first, items: rows } = list;
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={<Button onClick={() => window.print()}>{common.print}</Button>}
      />
      <ScopeBar scope={scope} change={change} board />
      {list.error !== null && first === null ? (
        <Failed error={list.error} retry={list.retry} />
      ) : first === null ? (
        <Waiting rows={8} />
      ) : (
        <section className="bf-section" aria-busy={list.loading}>
          <ScopeLine
            scope={first.scope}
            period={first.period}
            knownOn={first.knownOn}
            then={scope.knownOn !== null}
            unverified={first.indicators.length > 0 && first.indicators.every((one) => one.unverified)}
          />
          {first.indicators.length === 0 ? (
            <Empty small text={said.noIndicators} />
          ) : rows.length === 0 ? (
            <Empty
              title={said.boardEmpty}
              text={said.boardEmptyText}
              action={<Button onClick={() => void go('/ledger')}>{said.toLedger}</Button>}
            />
          ) : (
            <BoardTable board={first} rows={rows} scope={scope} />
          )}
          {list.hasMore ? (
            <div className="bf-more">
              <Button onClick={list.more} loading={list.loadingMore}>
                {said.more}
              </Button>
            </div>
          ) : null}
        </section>
      )}
      <p className="bf-no-print bf-small fg-foot">
        <Link to="/ledger">{said.toLedger}</Link>
      </p>
    </>
  );
}
