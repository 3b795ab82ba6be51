import { Link } from 'react-router';
import { PaperClipOutlined, WarningOutlined } from '@ant-design/icons';
import type { AnswerOf } from '../../../contract/route.ts';
import type { entries } from '../../../contract/ledger.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { DayText, SampleTag } from '../../parts/texts.tsx';
import { HolderText, StateMark } from '../state-mark.tsx';
import { useSay } from '../use-say.ts';
import { entryAddress } from '../entry/entry-data.ts';

/** An entry in a list. */
export type Row = AnswerOf<typeof entries>['items'][number];

/** What it is, and its number. */
export function What({ row }: { row: Row }) {
  const { ledger } = useWords();
  const say = useSay();
  return (
    <>
      <Link to={entryAddress(row.countyId, row.id)}>{say(row.kindName)}</Link> <SampleTag when={row.example} />
      <div className="bf-quiet bf-small bf-num">{row.number ?? ledger.noNumber}</div>
    </>
  );
}

/** Where it stands and who has it. */
export function Standing({ row }: { row: Row }) {
  const { ledger } = useWords();
  return (
    <span className="lg-standing">
      <StateMark state={row.state} />
      {row.reverses === null ? null : <Mark tone="warn">{ledger.reversal}</Mark>}
      {row.reversedBy === null ? null : <Mark tone="warn">{ledger.reversed}</Mark>}
      <HolderText holder={row.holder} />
    </span>
  );
}

/** Its day, and the day it counts on where that is another. */
export function Day({ row }: { row: Row }) {
  const { ledger } = useWords();
  return (
    <>
      <DayText day={row.occurredOn} />
      {row.countedOn === row.occurredOn ? null : (
        <div className="bf-quiet bf-small">
          {ledger.countedOn} <DayText day={row.countedOn} />
        </div>
      )}
    </>
  );
}

/** The other side and the voucher. */
export function Other({ row }: { row: Row }) {
  return (
    <span className="lg-other">
      {row.payee}
      {row.voucher === null ? null : <span className="bf-quiet bf-small">{row.voucher}</span>}
    </span>
  );
}

/** How many files prove it, and whether a person should look at something. */
export function Signs({ row }: { row: Row }) {
  const { ledger } = useWords();
  return (
    <span className="lg-signs">
      {row.evidence === 0 ? null : (
        <span title={fill(ledger.evidence.count, { count: row.evidence })} className="bf-quiet">
          <PaperClipOutlined /> {row.evidence}
        </span>
      )}
      {row.suspects === 0 ? null : (
        <span title={fill(ledger.suspectCount, { count: row.suspects })} className="lg-look">
          <WarningOutlined /> {row.suspects}
        </span>
      )}
    </span>
  );
}
