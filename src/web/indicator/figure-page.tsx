import { App, Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { readFigure } from '../../contract/figure.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { copyText } from '../client/copy-text.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { useSay } from '../ledger/use-say.ts';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { BetweenRows } from './between.tsx';
import { FigureEntries } from './figure-entries.tsx';
import { FigureFacts } from './figure-facts.tsx';
import { FigureHead } from './figure-head.tsx';
import { FigureSeries } from './figure-series.tsx';
import { ScopeBar } from './scope-bar.tsx';
import { ScopeLine } from './scope-line.tsx';
import { queryOf, useScope } from './scope.ts';
import { TargetDrawer } from './target-drawer.tsx';
import { CaliberMark } from './value.tsx';
import './figure.css';

/** One figure with its story: value, definition, series, comparison, facts, entries. */
export function FigurePage() {
  const { code = '' } = useParams();
  const { figure: said, common } = useWords();
  const say = useSay();
  const { scope, change } = useScope();
  const [setting, setSetting] = useState(false);
  const read = useRead(readFigure, { params: { code }, query: queryOf(scope) }, { keep: true });
  const data = read.data;
  return (
    <>
      <PageHead
        title={data === undefined ? said.indicator : say(data.figure.definition.name)}
        trail={[{ to: `/figures?period=${scope.period}`, label: said.title }]}
        tags={data === undefined ? undefined : <CaliberMark when={data.figure.definition.unverified} />}
        actions={
          <>
            {data?.can.target === true ? <Button onClick={() => setSetting(true)}>{said.setTarget}</Button> : null}
            {data === undefined ? null : <Cite figure={data} />}
            <Button onClick={() => window.print()}>{common.print}</Button>
          </>
        }
      />
      <ScopeBar scope={scope} change={change} placeName={data?.scope.placeName ?? null} />
      <Load read={read}>
        {(figure) => (
          <>
            <section className="bf-section">
              <ScopeLine
                scope={figure.scope}
                period={figure.period}
                knownOn={figure.knownOn}
                then={scope.knownOn !== null}
              />
              <div className="bf-section-body">
                <FigureHead data={figure} />
              </div>
            </section>
            <FigureSeries data={figure} />
            <BetweenRows data={figure} scope={scope} />
            <FigureFacts data={figure} />
            <FigureEntries figure={figure.figure} of={queryOf(scope)} />
            <TargetDrawer data={figure} open={setting} onClose={() => setSetting(false)} />
          </>
        )}
      </Load>
    </>
  );
}

/** Copies the figure's id with its link, to be put into a paper. */
function Cite({ figure }: { figure: AnswerOf<typeof readFigure> }) {
  const { figure: said } = useWords();
  const { message } = App.useApp();
  const { figureId, notCited } = figure.figure;
  if (figureId === null)
    return (
      <Tooltip title={said.citeNot[notCited ?? 'scope']}>
        <Button disabled>{said.cite}</Button>
      </Tooltip>
    );
  const copy = async () => {
    await copyText(`${window.location.origin}/f/${figureId}`);
    void message.success(said.cited);
  };
  return <Button onClick={() => void copy()}>{said.cite}</Button>;
}
