import { Tooltip } from 'antd';
import type { NO_VALUE } from '../../core/indicator/evaluate.ts';
import type { PrintUnit } from '../../core/indicator/definition.ts';
import { parseFraction } from '../../core/indicator/fraction.ts';
import { printFigure } from '../../core/indicator/print.ts';
import { numberText } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Mark } from '../parts/mark.tsx';

/** How figures of an indicator are printed. */
export interface Printed {
  unit: PrintUnit;
  decimals: number;
}

/** A plain value as it is printed, thousands apart; null stays null. */
export function printed(value: string | null, { unit, decimals }: Printed): string | null {
  const exact = value === null ? null : parseFraction(value);
  return exact === null ? null : numberText(printFigure(exact, unit, decimals));
}

/** A value, or a dash that says why there is none. */
export function Value({
  value,
  why,
  how,
}: {
  value: string | null;
  why: (typeof NO_VALUE)[number] | null;
  how: Printed;
}) {
  const { figure: said } = useWords();
  const text = printed(value, how);
  if (text !== null) return <span className="bf-num">{text}</span>;
  return (
    <Tooltip title={why === null ? undefined : said.why[why]}>
      <span className="bf-quiet" tabIndex={0} aria-label={why === null ? said.none : said.why[why]}>
        {said.none}
      </span>
    </Tooltip>
  );
}

/** A thin bar of completion: full at 100 %, and what is beyond is said by the number beside it. */
export function CompletionBar({ completion, better }: { completion: string; better: 'higher' | 'lower' | null }) {
  const share = Math.max(0, Math.min(100, Number(completion)));
  const done = better !== 'lower' && Number(completion) >= 100;
  return (
    <span className={done ? 'fg-bar is-done' : 'fg-bar'} aria-hidden="true">
      <i style={{ width: `${share}%` }} />
    </span>
  );
}

/** Marks a caliber that is our default because the official one is not public. */
export function CaliberMark({ when }: { when: boolean }) {
  const { figure: said } = useWords();
  if (!when) return null;
  return (
    <Tooltip title={said.unverifiedWhy}>
      <Mark tone="warn" tabIndex={0}>
        {said.unverified}
      </Mark>
    </Tooltip>
  );
}

/** A period in words. */
export function usePeriodText(): (period: string) => string {
  const { figure: said, common } = useWords();
  const named = (month: string) => common.months[Number(month) - 1] ?? month;
  return (period) => {
    const [, year = '', quarter, until, month] = /^(\d{4})(?:-(?:Q(\d)|01to(\d\d)|(\d\d)))?$/.exec(period) ?? [];
    if (quarter !== undefined) return fill(said.periodText.quarter, { year, quarter });
    if (until !== undefined) return fill(said.periodText.to, { year, month: Number(until), name: named(until) });
    if (month !== undefined) return fill(said.periodText.month, { year, month: Number(month), name: named(month) });
    return fill(said.periodText.year, { year });
  };
}
