import { Link } from 'react-router';
import { useMay } from '../client/use-me.ts';
import { numberText } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';
import { listAddress, type EntryFilter, type EntryQuery } from '../ledger/list/filter.ts';
import { useSums } from '../ledger/list/sums-line.tsx';
import { useWaitingPeriods, waitingCount } from '../period/waiting-periods.tsx';
import { Empty } from '../parts/empty.tsx';
import { Section } from '../parts/section.tsx';

/** What of the ledger waits for the person: small, and only what is there. `silent`: nothing at all where nothing waits. */
export function LedgerWaiting({ silent = false }: { silent?: boolean }) {
  const { ledger } = useWords();
  const may = useMay();
  const reports = may('ledger.report');
  const acts = reports || may('ledger.confirm') || may('ledger.review') || may('ledger.post');
  const lines = [
    { name: ledger.home.waiting, ...useCount({ waiting: 'true' }, acts) },
    { name: ledger.home.returned, ...useCount({ state: 'returned', mine: 'true' }, reports) },
    { name: ledger.home.differs, ...useCount({ state: 'differs' }, acts) },
    { name: ledger.home.drafts, ...useCount({ state: 'draft', mine: 'true' }, reports) },
    {
      name: ledger.home.periods,
      count: waitingCount(useWaitingPeriods()),
      to: '/ledger/periods',
      asked: may('ledger.post'),
    },
  ];
  const there = lines.filter((one) => one.count !== '0' && one.count !== '');
  if (!acts || (silent && there.length === 0)) return null;
  const known = lines.every((one) => one.count !== '' || !one.asked);
  return (
    <Section title={ledger.home.title} extra={<Link to="/ledger">{ledger.home.all}</Link>} flush>
      {known && there.length === 0 ? <Empty small text={ledger.home.none} /> : null}
      <ul className="bf-rows">
        {there.map((one) => (
          <li key={one.name}>
            <Link className="bf-row-main" to={one.to}>
              {one.name}
            </Link>
            <b className="bf-num">{one.count}</b>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** How many entries a filter has, and where they are; empty: not known yet. */
function useCount(filter: EntryFilter, asked: boolean): { count: string; to: string; asked: boolean } {
  const { data } = useSums(filter as EntryQuery, asked);
  const count = data === undefined ? '' : `${numberText(data.count)}${data.capped ? '+' : ''}`;
  return { count, to: listAddress(filter), asked };
}
