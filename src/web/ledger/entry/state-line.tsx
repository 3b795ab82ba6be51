import { CheckOutlined } from '@ant-design/icons';
import type { EntryState } from '../../../core/ledger/entry.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { MomentText } from '../../parts/texts.tsx';
import type { Entry } from './entry-data.ts';

/** Which of the four steps an entry has behind it. */
const BEHIND = {
  draft: 0,
  returned: 0,
  reported: 1,
  differs: 1,
  confirmed: 2,
  reviewed: 3,
  posted: 4,
  withdrawn: 0,
  tied: 0,
} as const satisfies Record<EntryState, number>;

interface Step {
  name: string;
  by: string | null;
  at: string | null;
}

/** 填报 → 县确认 → 审核 → 入账: who did each and when, and who has it now. */
export function StateLine({ entry }: { entry: Entry }) {
  const { ledger } = useWords();
  const over = entry.state === 'withdrawn' || entry.state === 'tied';
  const steps = useSteps(entry);
  const standing = useStanding(entry);
  const behind =
    entry.reverses !== null && entry.state === 'reviewed' ? 1 : Math.min(BEHIND[entry.state], steps.length);
  return (
    <div className={over ? 'lg-line is-over' : 'lg-line'}>
      <ol>
        {steps.map((one, index) => {
          const done = over ? isBehind(entry, index) : index < behind || (entry.state === 'posted' && one.at !== null);
          const now = !over && index === behind;
          return (
            <li
              key={one.name}
              className={done ? 'is-done' : now ? 'is-now' : ''}
              aria-current={now ? 'step' : undefined}
            >
              <span className="lg-line-dot" aria-hidden="true">
                {done ? <CheckOutlined /> : index + 1}
              </span>
              <b>{one.name}</b>
              <span className="bf-small bf-quiet">
                {done ? one.by : null}
                {done && one.at !== null ? (
                  <>
                    {' '}
                    <br />
                    <MomentText at={one.at} />
                  </>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="lg-line-now">
        {standing}
        {entry.holder === 'nobody'
          ? null
          : entry.holders.length === 0
            ? ledger.heldByNone
            : fill(ledger.heldBy, { names: entry.holders.join(ledger.and) })}
      </p>
    </div>
  );
}

/** What an entry had behind it when it went no further: reported if it has a number, the rest by who did it. */
function isBehind(entry: Entry, index: number): boolean {
  if (index === 0) return entry.number !== null;
  return (index === 1 ? entry.confirmedBy : index === 2 ? entry.reviewedBy : null) !== null;
}

/** Where it stands in a sentence: what was reversed does not go on saying that it counts. */
function useStanding({ state, reverses, links }: Entry): string {
  const { ledger } = useWords();
  if (state === 'reviewed' && reverses !== null) return ledger.nowAsked;
  if (state !== 'posted') return ledger.now[state];
  if (reverses !== null) return ledger.nowReversal;
  if (links.reversedBy === null || links.reversedBy.state === 'withdrawn') return ledger.now.posted;
  return links.reversedBy.state === 'posted' ? ledger.nowReversed : ledger.nowReversing;
}

/** A reversal is asked for and posted; the county and the review saw what it takes back. */
function useSteps(entry: Entry): Step[] {
  const { line } = useWords().ledger;
  const first = {
    name: entry.reverses === null ? line.report : line.reverse,
    by: entry.reportedBy,
    at: entry.reportedAt,
  };
  const last = { name: line.post, by: entry.postedBy, at: entry.postedAt };
  if (entry.reverses !== null) return [first, last];
  return [
    first,
    { name: line.confirm, by: entry.confirmedBy, at: entry.confirmedAt },
    { name: line.review, by: entry.reviewedBy, at: entry.reviewedAt },
    last,
  ];
}
