import { Button } from 'antd';
import { useState } from 'react';
import type { Measure } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { Section } from '../../parts/section.tsx';
import { MomentText } from '../../parts/texts.tsx';
import type { MeasuresShown } from '../measure.ts';
import { useMeasureText } from '../measure-text.tsx';
import { useSay } from '../use-say.ts';
import { definitionOf, type Entry } from './entry-data.ts';
import { SettleDrawer } from './settle-drawer.tsx';

/** A difference between what was reported and what the county has. */
export type Difference = Entry['differences'][number];

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

/** The measures of both sides, line by line; what differs is lit. */
export function DifferenceTable({ entry, difference }: { entry: Entry; difference: Difference }) {
  const { ledger } = useWords();
  const say = useSay();
  const text = useMeasureText();
  const kind = definitionOf(entry);
  const { reported, confirmed, settled } = difference;
  const cell = (measure: Measure, of: MeasuresShown | null) =>
    of === null ? '' : (text(measure, of, entry.quantityUnit) ?? '—');
  const third = settled === null ? null : difference.outcome === null ? 'proposed' : 'held';
  return (
    <table className="lg-compare">
      <thead>
        <tr>
          <th />
          <th>{ledger.difference.reported}</th>
          <th>{ledger.difference.confirmed}</th>
          {third === null ? null : <th>{ledger.difference[third]}</th>}
        </tr>
      </thead>
      <tbody>
        {kind.measures.map(({ measure, name }) => {
          const differs = cell(measure, reported) !== cell(measure, confirmed);
          return (
            <tr key={measure} className={differs ? 'is-lit' : ''}>
              <th scope="row">{say(name)}</th>
              <td className="bf-num">{cell(measure, reported)}</td>
              <td className="bf-num">{cell(measure, confirmed)}</td>
              {third === null ? null : <td className="bf-num">{cell(measure, settled)}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
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
