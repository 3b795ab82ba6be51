import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { periods } from '../../contract/period.ts';
import { units } from '../../contract/unit.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { parsePeriod } from '../../core/ledger/period.ts';
import { useMe } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { fill } from '../../words/words.ts';
import { PeriodCell } from './period-cell.tsx';
import { PeriodDrawer } from './period-drawer.tsx';
import { WaitingPeriods } from './waiting-periods.tsx';
import './period.css';

/** The periods of a unit as answered. */
export type Periods = AnswerOf<typeof periods>;
/** One of them. */
export type PeriodShown = Periods['items'][number]['periods'][number];

const QUARTERS = [1, 2, 3, 4];
const YEARS = 2;
const MOST_YEARS = 12;

/** Which periods of a unit are closed, year by year; closing and reopening take two persons. The unit and the open period stand in the address. */
export function PeriodPage() {
  const { period: said, ledger } = useWords();
  const [params, setParams] = useSearchParams();
  const me = useMe();
  const known = useRead(units, {});
  const own = me?.posts.map((post) => post.unitId).find((id) => known.data?.items.some((unit) => unit.id === id));
  const unitId = params.get('unitId') ?? own ?? null;
  const to = new Date().getFullYear();
  const asked = parsePeriod(params.get('period') ?? '');
  const [more, setYears] = useState(YEARS);
  const years = Math.min(MOST_YEARS, Math.max(more, to - Number(asked?.code.slice(0, 4) ?? to) + 1));
  const open = (id: string, period: string | null) =>
    setParams({ unitId: id, ...(period === null ? {} : { period }) }, { replace: true });
  return (
    <>
      <PageHead title={said.title} lead={said.lead} trail={[{ label: ledger.title, to: '/ledger' }]} />
      <WaitingPeriods />
      <div className="bf-section bf-bar pd-bar">
        <label>
          <span className="bf-quiet">{said.unit}</span>
          <UnitSelect
            value={unitId}
            onChange={(id) => setParams(id === null ? {} : { unitId: id }, { replace: true })}
            label={said.unit}
          />
        </label>
        <span className="bf-quiet">{said.withBelow}</span>
      </div>
      {unitId === null ? (
        <Empty title={said.choose} text={said.chooseText} />
      ) : (
        <Years
          key={unitId}
          unitId={unitId}
          from={to - years + 1}
          to={to}
          open={asked?.code ?? null}
          onOpen={(period) => open(unitId, period)}
        />
      )}
      {unitId === null || years >= MOST_YEARS ? null : (
        <div className="bf-more">
          <Button onClick={() => setYears(years + 5)}>{said.earlier}</Button>
        </div>
      )}
    </>
  );
}

interface YearsProps {
  unitId: string;
  from: number;
  to: number;
  /** Code of the period whose drawer is open; null: none. */
  open: string | null;
  onOpen: (period: string | null) => void;
}

function Years({ unitId, from, to, open, onOpen }: YearsProps) {
  const { period: said, common } = useWords();
  const read = useRead(periods, { query: { unitId, from: String(from), to: String(to) } }, { keep: true });
  return (
    <Load read={read}>
      {(data) => {
        const shown = data.items.flatMap((one) => one.periods).find((one) => one.period === open) ?? null;
        return (
          <>
            {data.mayClose ? null : <p className="bf-quiet pd-note">{said.onlyRead}</p>}
            {data.items.map(({ year, periods: all }) => (
              <Section key={year} title={fill(common.year, { year })}>
                <Grid all={all} year={year} onOpen={onOpen} />
              </Section>
            ))}
            <PeriodDrawer unitId={unitId} period={shown} onClose={() => onOpen(null)} />
          </>
        );
      }}
    </Load>
  );
}

function Grid({ all, year, onOpen }: { all: PeriodShown[]; year: number; onOpen: (code: string) => void }) {
  const find = (code: string) => all.find((one) => one.period === code);
  const cell = (code: string) => {
    const one = find(code);
    return one === undefined ? null : <PeriodCell key={code} one={one} onOpen={() => onOpen(code)} />;
  };
  const month = (n: number) => `${year}-${String(n).padStart(2, '0')}`;
  return (
    <div className="pd-grid">
      <div className="pd-year">{cell(String(year))}</div>
      {QUARTERS.map((quarter) => (
        <div key={quarter} className="pd-quarter">
          {cell(`${year}-Q${quarter}`)}
          <div className="pd-months">{[2, 1, 0].map((back) => cell(month(quarter * 3 - back)))}</div>
        </div>
      ))}
    </div>
  );
}
