import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { Section } from '../../parts/section.tsx';
import { MomentText } from '../../parts/texts.tsx';
import type { Entry } from './entry-data.ts';
import { DifferenceTable, type Difference } from './difference-table.tsx';
import { SettleDrawer } from './settle-drawer.tsx';

/** What was reported and what the county confirms, side by side, and how each difference ended. */
export function Differences({ entry }: { entry: Entry }) {
  const { ledger } = useWords();
  const [settling, setSettling] = useState<Difference | null>(null);
  if (entry.differences.length === 0) return null;
  return (
    <Section title={ledger.difference.title} id="difference" flush>
      {entry.differences.map((one) => (
        <div key={one.id} className="lg-difference">
          <DifferenceTable entry={entry} difference={one} />
          <DifferenceEnd difference={one} />
          {one.outcome === null && entry.can.settle === true ? (
            <Button type="primary" onClick={() => setSettling(one)}>
              {ledger.difference.settle}
            </Button>
          ) : null}
        </div>
      ))}
      <SettleDrawer entry={entry} difference={settling} onClose={() => setSettling(null)} />
    </Section>
  );
}

function DifferenceEnd({ difference }: { difference: Difference }) {
  const { ledger } = useWords();
  const said = ledger.difference;
  return (
    <ul className="lg-said">
      <li>
        <span className="bf-quiet">{fill(said.raised, { name: difference.raisedBy })}</span> {difference.reason}{' '}
        <span className="bf-quiet bf-small">
          <MomentText at={difference.raisedAt} />
        </span>
      </li>
      {difference.outcome === null ? (
        <li>
          <Mark tone="late">{said.open}</Mark>
          {difference.proposedBy === null ? null : said.proposedBy[difference.proposedBy]}
        </li>
      ) : (
        <li>
          <Mark tone="good">{said.outcome[difference.outcome]}</Mark> {difference.settledReason ?? ''}{' '}
          <span className="bf-quiet bf-small">
            {difference.settledBy} {difference.settledAt === null ? null : <MomentText at={difference.settledAt} />}
          </span>
        </li>
      )}
    </ul>
  );
}
