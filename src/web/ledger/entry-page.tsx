import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { readEntry } from '../../contract/ledger.ts';
import { useMay, useMe } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Load } from '../parts/load.tsx';
import { Mark } from '../parts/mark.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { CountyName, DayText, SampleTag, UnitName } from '../parts/texts.tsx';
import { EntryActions } from './entry/actions.tsx';
import { Differences } from './entry/differences.tsx';
import { definitionOf, type Entry } from './entry/entry-data.ts';
import { EntryValuesShown } from './entry/entry-values.tsx';
import { History } from './entry/history.tsx';
import { NotCounted, Relations } from './entry/relations.tsx';
import { RosterPart, type Plain } from './entry/roster-part.tsx';
import { StateLine } from './entry/state-line.tsx';
import { EntrySummary } from './entry/summary.tsx';
import { EvidenceList } from './evidence/evidence-list.tsx';
import { EvidenceUpload } from './evidence/evidence-upload.tsx';
import { Findings } from './suspect/findings.tsx';
import { KindDefinitionNote, UnverifiedKind } from './form/kind-definition.tsx';
import { StateMark } from './state-mark.tsx';
import { useSay } from './use-say.ts';
import './style/entry.css';

/** One entry: what it says, where it stands, what proves it, and what may be done with it. */
export function EntryPage() {
  const { countyId = '', id = '' } = useParams();
  const read = useRead(readEntry, { params: { countyId, id } });
  return <Load read={read}>{(data) => <EntryShown key={data.id} entry={data} />}</Load>;
}

function EntryShown({ entry }: { entry: Entry }) {
  const { ledger } = useWords();
  const say = useSay();
  const [plain, setPlain] = useState<Plain | null>(null);
  const kind = definitionOf(entry);
  return (
    <>
      <PageHead
        title={say(entry.kindName)}
        trail={[{ label: ledger.title, to: '/ledger' }]}
        tags={
          <>
            <StateMark state={entry.state} />
            {entry.reverses === null ? null : <Mark tone="warn">{ledger.reversal}</Mark>}
            {entry.links.reversedBy?.state === 'posted' ? <Mark tone="warn">{ledger.reversed}</Mark> : null}
            <UnverifiedKind kind={kind} />
            <SampleTag when={entry.example} />
          </>
        }
        lead={<Lead entry={entry} />}
        actions={<EntryActions entry={entry} />}
      />
      <NotCounted entry={entry} />
      <Findings entry={entry} />
      <div className="bf-columns">
        <div>
          <section className="bf-section lg-summary">
            <EntrySummary entry={entry} />
            <StateLine entry={entry} />
          </section>
          <Differences entry={entry} />
          <Section title={ledger.values}>
            <EntryValuesShown entry={entry} plain={plain?.fields ?? null} />
          </Section>
          <Evidence entry={entry} />
          <RosterPart entry={entry} plain={plain} onPlain={setPlain} />
        </div>
        <div>
          <Relations entry={entry} />
          <History entry={entry} />
          <KindDefinitionNote kind={kind} version={entry.kindVersion} />
          <Again entry={entry} />
        </div>
      </div>
    </>
  );
}

function Lead({ entry }: { entry: Entry }) {
  const { ledger } = useWords();
  return (
    <>
      <span className="bf-num">{entry.number ?? ledger.noNumber}</span> ·{' '}
      <UnitName id={entry.unitId} name={entry.unitName} /> · <CountyName id={entry.countyId} name={entry.countyName} />
      {entry.movedByClosing ? (
        <>
          {' '}
          <Mark tone="info">
            {ledger.countedOn} <DayText day={entry.countedOn} />
          </Mark>
        </>
      ) : null}
    </>
  );
}

/** What proves it: a gallery to look at; whoever may still add files switches over to bringing them. */
function Evidence({ entry }: { entry: Entry }) {
  const { ledger } = useWords();
  const say = useSay();
  const may = useMay();
  const { missingEvidence, countyId, unitId, id, can } = entry;
  const [bringing, setBringing] = useState(can.change === true);
  // A reversal stands on the papers of what it reverses.
  const demands = entry.reverses === null ? definitionOf(entry).evidence : [];
  const open = entry.state !== 'posted' && entry.state !== 'withdrawn' && entry.state !== 'tied';
  const nameOf = (code: string) => {
    const demand = demands.find((one) => one.code === code);
    return demand === undefined ? code : say(demand.name);
  };
  const names = missingEvidence.map((one) => `${nameOf(one.demand)} ${one.have}/${one.least}`).join(ledger.and);
  return (
    <Section
      title={ledger.evidence.title}
      id="evidence"
      extra={
        open && may('ledger.report') ? (
          <Button size="small" onClick={() => setBringing(!bringing)}>
            {bringing ? ledger.evidence.look : ledger.evidence.bring}
          </Button>
        ) : null
      }
    >
      {missingEvidence.length === 0 ? null : (
        <p className="lg-banner is-warn">{fill(ledger.evidence.missing, { names })}</p>
      )}
      {bringing ? (
        <EvidenceUpload countyId={countyId} unitId={unitId} entryId={id} demands={demands} />
      ) : (
        <EvidenceList countyId={countyId} entryId={id} demands={demands} />
      )}
    </Section>
  );
}

/** For whoever reported it: the next one of the same kind, in one press. */
function Again({ entry }: { entry: Entry }) {
  const { ledger } = useWords();
  const me = useMe();
  if (me?.person.id !== entry.reportedById) return null;
  return (
    <p className="lg-again">
      <Link to={`/ledger/new?kind=${entry.kind}&county=${entry.countyId}&unit=${entry.unitId}`}>{ledger.again}</Link>
    </p>
  );
}
