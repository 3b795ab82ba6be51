import { Select, Segmented } from 'antd';
import { LINES } from '../../core/document/reading.ts';
import { today } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { DayInput } from '../parts/day-input.tsx';
import { PlaceSelect } from '../parts/place-select.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import type { AskedScope } from './scope.ts';

interface BarProps {
  scope: AskedScope;
  change: (part: Partial<Record<keyof AskedScope, string | null>>) => void;
  /** What the place is called. */
  placeName?: string | null;
  /** Rows and lines: for boards. */
  board?: boolean;
}

/** Which year, period, place and unit figures are of. */
export function ScopeBar({ scope, change, placeName, board = false }: BarProps) {
  const { figure: said } = useWords();
  return (
    <div className="fg-bar-row" role="group" aria-label={said.period}>
      {board ? (
        <Segmented
          aria-label={said.level}
          value={scope.level}
          options={[
            { value: 'county', label: said.levels.county },
            { value: 'unit', label: said.levels.unit },
          ]}
          onChange={(level) => change({ level: level === 'county' ? null : level })}
        />
      ) : null}
      <PeriodSelect scope={scope} change={change} />
      {board ? <LineSelect scope={scope} change={change} /> : null}
      {board ? null : (
        <div className="fg-select">
          <PlaceSelect
            key={`${scope.placeId}${placeName}`}
            value={scope.placeId}
            level="county"
            placeholder={said.allCounties}
            {...(scope.placeId === null || placeName == null ? {} : { known: { id: scope.placeId, name: placeName } })}
            onChange={(placeId) => change({ placeId })}
          />
        </div>
      )}
      <div className="fg-select">
        <UnitSelect
          helping="read"
          label={said.unit}
          value={scope.unitId}
          placeholder={said.allUnits}
          onChange={(unitId) => change({ unitId })}
        />
      </div>
      <div className="fg-known" title={said.knownWhy}>
        <DayInput value={scope.knownOn} placeholder={said.known} onChange={(knownOn) => change({ knownOn })} />
      </div>
    </div>
  );
}

const YEARS = 9;

function PeriodSelect({ scope, change }: Pick<BarProps, 'scope' | 'change'>) {
  const { figure: said, common } = useWords();
  const now = Number(today().slice(0, 4));
  const year = scope.period.slice(0, 4);
  const years = Array.from({ length: YEARS }, (_, i) => String(now + 1 - i));
  const rest = scope.period.slice(4);
  const two = (n: number) => String(n).padStart(2, '0');
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  return (
    <>
      <Select
        aria-label={said.year}
        value={year}
        options={[...new Set([year, ...years])]
          .sort()
          .reverse()
          .map((one) => ({ value: one, label: fill(common.year, { year: one }) }))}
        onChange={(next: string) => change({ period: `${next}${rest}` })}
        style={{ minWidth: 96 }}
      />
      <Select
        aria-label={said.period}
        value={rest}
        options={[
          { value: '', label: said.wholeYear },
          {
            label: said.toDate,
            options: months.slice(0, 11).map((n) => ({
              value: `-01to${two(n)}`,
              label: fill(said.yearTo, { month: common.months[n - 1] ?? '' }),
            })),
          },
          {
            label: fill(said.quarter, { quarter: '' }).trim(),
            options: [1, 2, 3, 4].map((n) => ({ value: `-Q${n}`, label: fill(said.quarter, { quarter: n }) })),
          },
          {
            label: said.monthly,
            options: months.map((n) => ({ value: `-${two(n)}`, label: common.months[n - 1] })),
          },
        ]}
        onChange={(next: string) => change({ period: `${year}${next}` })}
        style={{ minWidth: 116 }}
      />
    </>
  );
}

function LineSelect({ scope, change }: Pick<BarProps, 'scope' | 'change'>) {
  const { figure: said, term } = useWords();
  return (
    <Select
      aria-label={said.line}
      value={scope.line ?? ''}
      options={[{ value: '', label: said.headline }, ...LINES.map((line) => ({ value: line, label: term.line[line] }))]}
      onChange={(line: string) => change({ line: line === '' ? null : line })}
      style={{ minWidth: 128 }}
    />
  );
}
