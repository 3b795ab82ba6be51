import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { citedFigure } from '../../contract/figure.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { FigureEntries } from './figure-entries.tsx';
import { BigValue } from './figure-head.tsx';
import { ScopeLine } from './scope-line.tsx';
import { figurePath, queryOf } from './scope.ts';
import { CaliberMark, printed, Value } from './value.tsx';
import { useUnitText } from '../parts/unit-text.tsx';
import './figure.css';

/** A figure that a paper cites: as it was known then, and beside it what is known now. */
export function CitedPage() {
  const { figureId = '' } = useParams();
  const { figure: said, common } = useWords();
  const say = useSay();
  const read = useRead(citedFigure, { params: { figureId } });
  return (
    <>
      <PageHead
        title={read.data === undefined ? said.citedTitle : say(read.data.figure.definition.name)}
        lead={<span className="fg-id">{fill(said.citedLead, { id: figureId })}</span>}
        trail={[{ to: '/figures', label: said.title }]}
        tags={read.data === undefined ? undefined : <CaliberMark when={read.data.figure.definition.unverified} />}
        actions={<Button onClick={() => window.print()}>{common.print}</Button>}
      />
      <Load read={read}>{(cited) => <Cited cited={cited} />}</Load>
    </>
  );
}

/** The figure of then beside that of now, and the entries of then. */
function Cited({ cited: { figure, scope, period, knownOn, now, since } }: { cited: AnswerOf<typeof citedFigure> }) {
  const { figure: said } = useWords();
  const say = useSay();
  const unitText = useUnitText();
  const how = figure.definition;
  const same = now.value === figure.value;
  const text = `${printed(now.value, how) ?? said.none} ${unitText(how.unit)}`;
  const asked = { period, placeId: scope.placeId, unitId: scope.unitId };
  return (
    <>
      <section className="bf-section">
        <ScopeLine scope={scope} period={period} knownOn={knownOn} then />
        <div className="bf-section-body fg-then-now">
          <div>
            <p className="bf-quiet">{said.then}</p>
            <BigValue figure={figure} />
          </div>
          <div>
            <p className="bf-quiet">{said.now}</p>
            <p className="fg-number">
              <Value value={now.value} why={now.why} how={how} />
              <small>{unitText(how.unit)}</small>
            </p>
            <p>{same ? said.unchanged : fill(said.changed, { count: since, now: text })}</p>
            {now.version === null || now.version === figure.version ? null : (
              <p className="bf-late">{fill(said.newMethod, { version: now.version })}</p>
            )}
            <p className="bf-no-print">
              <Link to={figurePath(figure.code, asked)}>{said.toFigure}</Link>
            </p>
          </div>
        </div>
        <div className="bf-section-body">
          <dl className="fg-def">
            <dt>{said.caliber}</dt>
            <dd>{say(how.text)}</dd>
            <dt>{said.source}</dt>
            <dd>{how.source}</dd>
          </dl>
        </div>
      </section>
      <FigureEntries figure={figure} of={{ ...queryOf(asked), knownOn, version: figure.version ?? undefined }} then />
    </>
  );
}
