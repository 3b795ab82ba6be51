import type { ReactNode } from 'react';
import type { readFigure } from '../../contract/figure.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { Link } from 'react-router';
import { dayText } from '../client/format.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { DayText } from '../parts/texts.tsx';
import { formulaWords } from './formula-words.ts';
import { CompletionBar, printed, usePeriodText, Value } from './value.tsx';
import { UnitText } from '../parts/unit-text.tsx';

type Data = AnswerOf<typeof readFigure>;

/** The value large, the target, what was before and is on its way; beside it what it means. */
export function FigureHead({ data }: { data: Data }) {
  return (
    <div className="fg-big">
      <BigValue figure={data.figure}>
        <Beside data={data} />
      </BigValue>
      <Definition data={data} />
    </div>
  );
}

/** A value large with its target. */
export function BigValue({ figure, children }: { figure: Data['figure']; children?: ReactNode }) {
  const { figure: said } = useWords();
  const { language } = usePreferences().preferences;
  const { definition: how } = figure;
  const target = printed(figure.target, how);
  return (
    <div>
      <p className="fg-number">
        <Value value={figure.value} why={figure.why} how={how} />
        <small>
          <UnitText unit={how.unit} />
        </small>
      </p>
      {figure.why === null ? null : <p className="bf-quiet">{said.why[figure.why]}</p>}
      {figure.completion === null ? null : <CompletionBar completion={figure.completion} better={how.better} />}
      <div className="fg-beside">
        {target === null ? (
          <div className="bf-quiet">{said.noTarget}</div>
        ) : (
          <>
            <Pair name={said.target}>
              {target} <UnitText unit={how.unit} />
            </Pair>
            {figure.completion === null ? null : <Pair name={said.completion}>{figure.completion}%</Pair>}
            {figure.reachedOn === null ? null : (
              <div>{fill(said.reachedOn, { day: dayText(figure.reachedOn, language) })}</div>
            )}
          </>
        )}
      </div>
      {children}
    </div>
  );
}

function Beside({ data }: { data: Data }) {
  const { figure: said } = useWords();
  const { figure, before } = data;
  const how = figure.definition;
  const then = printed(before.value, how);
  const transit = figure.transit === null || figure.transit === '0' ? null : printed(figure.transit, how);
  return (
    <div className="fg-beside">
      {then === null ? null : (
        <Pair name={said.before}>
          {then}
          {before.growth === null || how.unit === '%'
            ? null
            : ` (${before.growth.startsWith('-') ? '' : '+'}${before.growth}%)`}
        </Pair>
      )}
      {transit === null ? null : (
        <Pair name={said.transit} title={said.transitWhy}>
          {transit} <UnitText unit={how.unit} />
        </Pair>
      )}
    </div>
  );
}

function Pair({ name, title, children }: { name: string; title?: string; children: ReactNode }) {
  return (
    <div title={title}>
      <span>{name}</span>
      <span className="bf-num" style={{ color: 'inherit' }}>
        {children}
      </span>
    </div>
  );
}

/** What the figure means: formula in words, caliber, source, version, how fresh it is. */
function Definition({ data }: { data: Data }) {
  const { figure: said, indicator } = useWords();
  const say = useSay();
  const periodText = usePeriodText();
  const { definition, version } = data.figure;
  return (
    <dl className="fg-def">
      <dt>{said.formula}</dt>
      <dd>
        {formulaWords(definition.formula, data.kinds, said, say)}
        <span className="bf-quiet"> · {said.periodRule[definition.period]}</span>
      </dd>
      <dt>{said.caliber}</dt>
      <dd>{say(definition.text)}</dd>
      <dt>{said.source}</dt>
      <dd>
        {definition.source}
        <span className="bf-quiet"> {version === null ? '' : fill(said.version, { version })}</span>
      </dd>
      <dt className="bf-no-print">{said.definition}</dt>
      <dd className="bf-no-print">
        <Link to={`/indicators/${data.figure.code}${version === null ? '' : `?version=${version}`}`}>
          {indicator.toDefinition}
        </Link>
      </dd>
      {definition.owner === null ? null : (
        <>
          <dt>{said.owner}</dt>
          <dd>{definition.owner}</dd>
        </>
      )}
      <dt>{said.fresh}</dt>
      <dd>
        {data.latest === null ? <span className="bf-quiet">{said.freshNone}</span> : <DayText day={data.latest.on} />}
        {data.stale && definition.freshDays !== null ? (
          <span className="bf-late"> {fill(said.stale, { days: definition.freshDays })}</span>
        ) : null}
        <span className="bf-hide">{periodText(data.period)}</span>
      </dd>
    </dl>
  );
}
