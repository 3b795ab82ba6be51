import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { EntryState } from '../../../core/ledger/entry.ts';
import { percentText } from '../../../core/ledger/shares.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { Section } from '../../parts/section.tsx';
import { yuanText } from '../form/amount.ts';
import { StateMark } from '../state-mark.tsx';
import { entryAddress, type Entry } from './entry-data.ts';
import '../style/shares.css';

interface Linked {
  id: string;
  number: string | null;
  state: EntryState;
}

/** Another entry by its number, with where it stands. */
export function EntryLink({ countyId, to }: { countyId: string; to: Linked }) {
  const { ledger } = useWords();
  return (
    <>
      <Link to={entryAddress(countyId, to.id)} className="bf-num">
        {to.number ?? ledger.noNumber}
      </Link>{' '}
      <StateMark state={to.state} />
    </>
  );
}

/** Why an entry is not counted here: the one that counts instead, said before everything else. */
export function NotCounted({ entry }: { entry: Entry }) {
  const { ledger } = useWords();
  const { countsInstead: other } = entry;
  if (other === null) return null;
  return (
    <div className="lg-banner is-warn" role="note">
      <b>{ledger.relation.notCounted}</b> {fill(ledger.relation.countsInstead, { unit: other.unitName })}{' '}
      <EntryLink countyId={entry.countyId} to={other} />
      {other.reason === null ? null : <div>{fill(ledger.relation.because, { reason: other.reason })}</div>}
    </div>
  );
}

/** Entries that belong together with this one: reversals, corrections, ties, shares. */
export function Relations({ entry }: { entry: Entry }) {
  const { ledger } = useWords();
  const { links, tiedHere, joint, countyId } = entry;
  const said = ledger.relation;
  const lines: [string, Linked][] = [];
  if (links.reverses !== null) lines.push([said.reverses, links.reverses]);
  if (links.reversedBy !== null) lines.push([said.reversedBy, links.reversedBy]);
  if (links.corrects !== null) lines.push([said.corrects, links.corrects]);
  for (const one of links.correctedBy) lines.push([said.correctedBy, one]);
  if (lines.length === 0 && tiedHere.length === 0 && joint === null) return null;
  return (
    <Section title={said.title} flush>
      <ul className="bf-rows">
        {lines.map(([name, one]) => (
          <Row key={`${name}${one.id}`} name={name}>
            <EntryLink countyId={countyId} to={one} />
          </Row>
        ))}
        {tiedHere.map((one) => (
          <Row key={one.id} name={said.tiedHere}>
            <EntryLink countyId={countyId} to={one} /> {one.unitName}
            {one.reason === null ? null : <span className="bf-quiet"> {one.reason}</span>}
          </Row>
        ))}
      </ul>
      {joint === null ? null : <Shares entry={entry} joint={joint} />}
    </Section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li>
      <span className="bf-quiet">{name}</span>
      <span className="bf-row-main">{children}</span>
    </li>
  );
}

/** Who bears how much: the unit on a line of its own, as names are long, its part and its entry below. */
function Shares({ entry, joint }: { entry: Entry; joint: NonNullable<Entry['joint']> }) {
  const { ledger } = useWords();
  return (
    <div className="lg-shares">
      <h3>{ledger.relation.joint}</h3>
      {joint.whole ? null : <p className="bf-late">{ledger.relation.notWhole}</p>}
      <ul>
        {joint.shares.map((one) => (
          <li key={one.id} className={one.id === entry.id ? 'is-lit' : ''}>
            <div>{one.unitName}</div>
            <span className="bf-num">{percentText(one.points)}%</span>{' '}
            <span className="bf-num">
              {one.amountFen === null ? '—' : `${yuanText(one.amountFen)} ${ledger.unit.yuan}`}
            </span>{' '}
            {one.id === entry.id ? ledger.relation.thisOne : <EntryLink countyId={one.countyId} to={one} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
