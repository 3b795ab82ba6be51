import { CheckOutlined, LockOutlined } from '@ant-design/icons';
import { numberText } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Mark } from '../parts/mark.tsx';
import type { PeriodShown } from './period-page.tsx';

/** What a period is called within its year. */
export function usePeriodName(): (one: Pick<PeriodShown, 'period' | 'grain'>) => string {
  const { period: said, common } = useWords();
  return ({ period, grain }) => {
    if (grain === 'year') return said.whole;
    return grain === 'quarter'
      ? fill(said.quarter, { n: period.slice(6) })
      : (common.monthsShort[Number(period.slice(5)) - 1] ?? period);
  };
}

/** A period with where it stands; opens what can be done with it. */
export function PeriodCell({ one, onOpen }: { one: PeriodShown; onOpen: () => void }) {
  const { period: said } = useWords();
  const name = usePeriodName()(one);
  const waits = one.can.close === true || one.can.reopen === true;
  const kind = one.state === 'open' && one.coveredBy !== null ? 'covered' : one.state;
  return (
    <button
      type="button"
      className={`pd-cell is-${kind} is-${one.grain}${one.over ? '' : ' is-running'}${waits ? ' is-waiting' : ''}`}
      onClick={onOpen}
    >
      <b>{name}</b>
      <span className="pd-state">
        <PeriodMark one={one} short={one.grain === 'month'} />
      </span>
      <small className="bf-num">
        {one.transit === 0 ? '' : fill(said.transit, { count: numberText(one.transit) })}
      </small>
    </button>
  );
}

/** Where a period stands, in a word; shorter where there is little room. */
export function PeriodMark({ one, short = false }: { one: PeriodShown; short?: boolean }) {
  const { period: said } = useWords();
  if (one.state === 'closed')
    return (
      <Mark tone="good">
        <LockOutlined /> {said.state.closed}
      </Mark>
    );
  if (one.state !== 'open') return <Mark tone="warn">{short ? said.waits : said.state[one.state]}</Mark>;
  if (one.coveredBy !== null)
    return (
      <Mark tone="good">
        <CheckOutlined /> {said.covered}
      </Mark>
    );
  return <span className="bf-quiet">{one.over ? said.state.open : said.notOver}</span>;
}
