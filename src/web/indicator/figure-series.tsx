import { Segmented } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { readFigure } from '../../contract/figure.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { today } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { Section } from '../parts/section.tsx';
import { printed } from './value.tsx';
import { useUnitText } from '../parts/unit-text.tsx';

const FigureChart = lazy(async () => ({ default: (await import('./chart.tsx')).FigureChart }));
type Data = AnswerOf<typeof readFigure>;

/** The months of the year against the target, as a chart or as a table; and the years before. */
export function FigureSeries({ data }: { data: Data }) {
  const { figure: said, common } = useWords();
  const say = useSay();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const how = data.figure.definition;
  const unitText = useUnitText();
  const chart = useMemo(() => {
    const number = (value: string | null) => {
      const text = printed(value, how);
      return text === null ? null : Number(text.replaceAll(',', ''));
    };
    // Months that have not come are not drawn as if nothing had happened in them.
    const now = today().slice(0, 7);
    const come = data.months.map((one) => (one.month <= now ? one : { ...one, value: null, toDate: null }));
    return {
      months: data.months.map((one) => common.monthsShort[Number(one.month.slice(5)) - 1] ?? one.month),
      monthly: come.map((one) => number(one.value)),
      toDate: come.map((one) => number(one.toDate)),
      target: number(data.figure.target),
      unit: unitText(how.unit),
      label: `${say(how.name)} ${said.series}`,
    };
  }, [data, how, said, say, common]);
  if (data.months.every((one) => one.value === null && one.toDate === null)) return null;
  return (
    <Section
      title={said.series}
      extra={
        <Segmented
          className="bf-no-print"
          aria-label={said.view}
          size="small"
          value={view}
          options={[
            { value: 'chart', label: said.asChart },
            { value: 'table', label: said.asTable },
          ]}
          onChange={setView}
        />
      }
    >
      {view === 'chart' ? (
        <Suspense fallback={<div className="fg-chart" />}>
          <FigureChart data={chart} />
        </Suspense>
      ) : (
        <SeriesTable data={data} />
      )}
    </Section>
  );
}

function SeriesTable({ data }: { data: Data }) {
  const { figure: said, common } = useWords();
  const how = data.figure.definition;
  const unitText = useUnitText();
  const shown = (value: string | null) => printed(value, how) ?? said.none;
  return (
    <table className="fg-table">
      <thead>
        <tr>
          <th scope="col">{said.period}</th>
          <th scope="col">
            {said.monthly} ({unitText(how.unit)})
          </th>
          <th scope="col">
            {said.toDate} ({unitText(how.unit)})
          </th>
        </tr>
      </thead>
      <tbody>
        {data.months.map((one) => (
          <tr key={one.month}>
            <th scope="row">{common.months[Number(one.month.slice(5)) - 1]}</th>
            <td>{shown(one.value)}</td>
            <td>{shown(one.toDate)}</td>
          </tr>
        ))}
        {data.years.map((one) => (
          <tr key={one.year}>
            <th scope="row">{fill(common.year, { year: one.year })}</th>
            <td>{shown(one.value)}</td>
            <td>{one.target === null ? '' : fill(said.targetShort, { value: shown(one.target) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
