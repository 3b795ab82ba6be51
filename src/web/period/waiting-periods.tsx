import { Link } from 'react-router';
import { waitingPeriods } from '../../contract/period.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { momentText } from '../client/format.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { usePeriodText } from '../indicator/value.tsx';
import { Mark } from '../parts/mark.tsx';
import { Section } from '../parts/section.tsx';

type Waiting = AnswerOf<typeof waitingPeriods>;

/** What others asked of periods and the person signed in may decide, in any unit within reach; undefined: not known, or not theirs. */
export function useWaitingPeriods(): Waiting | undefined {
  return useRead(waitingPeriods, {}, { enabled: useMay()('ledger.post') }).data;
}

/** How many wait, as it is printed; empty: not known yet. */
export const waitingCount = (waiting: Waiting | undefined): string =>
  waiting === undefined ? '' : `${waiting.items.length}${waiting.more ? '+' : ''}`;

/** The address of a period of a unit, opened. */
const pathOf = (one: { unitId: string; period: string }): string =>
  `/ledger/periods?${new URLSearchParams({ unitId: one.unitId, period: one.period }).toString()}`;

/** What waits for the person's approval, of all units; nothing where nothing waits. */
export function WaitingPeriods() {
  const { period: said, common } = useWords();
  const text = usePeriodText();
  const waiting = useWaitingPeriods();
  if (waiting === undefined || waiting.items.length === 0) return null;
  return (
    <Section title={said.waiting} flush>
      <ul className="bf-rows">
        {waiting.items.map((one) => (
          <li key={`${one.unitId} ${one.period}`}>
            <span className="bf-row-main">
              <Link to={pathOf(one)}>
                {one.unitName ?? said.unitBelow} {text(one.period)}
              </Link>{' '}
              <Mark tone="warn">{said.asks[one.asked]}</Mark>
              {one.reason === null ? null : (
                <span className="bf-quiet bf-small pd-why">{`${one.asked === 'reopen' ? said.why : said.reason}${common.colon}${one.reason}`}</span>
              )}
            </span>
            <span className="bf-quiet bf-small">
              {one.askedBy} {momentText(one.askedAt)}
            </span>
          </li>
        ))}
      </ul>
      {waiting.more ? (
        <p className="bf-more bf-quiet">{fill(said.waitingMore, { count: waiting.items.length })}</p>
      ) : null}
    </Section>
  );
}
