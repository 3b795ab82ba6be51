import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { readEntry, showRoster } from '../../contract/ledger.ts';
import { changeEntry } from '../../contract/ledger-acts.ts';
import { useAct } from '../client/use-act.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Sheet } from '../parts/section.tsx';
import { definitionOf, entryAddress, kindOf, type Entry } from './entry/entry-data.ts';
import type { Plain } from './entry/roster-part.tsx';
import { EntryForm } from './form/entry-form.tsx';
import { valuesOf } from './form/values-of.ts';
import { useSay } from './use-say.ts';

/** Changes a draft or an entry that was sent back. */
export function ChangeEntryPage() {
  const { countyId = '', id = '' } = useParams();
  const { ledger } = useWords();
  const read = useRead(readEntry, { params: { countyId, id } });
  return (
    <Load read={read}>
      {(entry) => (
        <AsOpened
          key={entry.id}
          entry={entry}
          step="change"
          otherwise={<Empty title={ledger.change.cannot} text={ledger.change.cannotText} />}
        >
          {(opened) => <ChangeEither entry={opened} live={entry} />}
        </AsOpened>
      )}
    </Load>
  );
}

interface AsOpenedProps {
  entry: Entry;
  step: 'change' | 'reverse';
  otherwise: ReactNode;
  children: (opened: Entry) => ReactNode;
}

/** The entry as it was when the form was opened: what others do meanwhile takes nothing away, and the server tells of it by the revision. */
export function AsOpened({ entry, step, otherwise, children }: AsOpenedProps) {
  const [opened] = useState(entry);
  return opened.can[step] === true ? <>{children(opened)}</> : <Sheet>{otherwise}</Sheet>;
}

/** Whether an entry holds what screens mask: it has to be read in plain before a form can send it back whole. */
function holdsPersonal(entry: Entry): boolean {
  return (
    entry.roster.length > 0 ||
    definitionOf(entry).fields.some((one) => one.personal && entry.fields[one.code] !== undefined)
  );
}

/** Reads personal data in plain first, where there is any and the person may; the viewing is logged. */
export function InPlain({ entry, children }: { entry: Entry; children: (plain: Plain | null) => ReactNode }) {
  const { ledger } = useWords();
  const [plain, setPlain] = useState<Plain | null>(null);
  if (plain !== null || !holdsPersonal(entry)) return <>{children(plain)}</>;
  return (
    <Sheet>
      {entry.mayUnmask ? (
        <Empty text={ledger.change.rosterFirst} action={<ReadPlain entry={entry} onPlain={setPlain} />} />
      ) : (
        <Empty text={ledger.change.rosterNo} />
      )}
    </Sheet>
  );
}

/** Asks for the names and personal fields of an entry in plain. */
function ReadPlain({ entry, onPlain }: { entry: Entry; onPlain: (plain: Plain) => void }) {
  const { ledger } = useWords();
  const act = useAct(showRoster);
  const show = () =>
    act.mutate({ params: { countyId: entry.countyId, id: entry.id }, body: {} }, { onSuccess: onPlain });
  return (
    <>
      <ProblemAlert error={act.error} />
      <Button loading={act.isPending} onClick={show}>
        {ledger.change.rosterShow}
      </Button>
    </>
  );
}

/** Personal data stays as it is, unseen, until whoever may wants to change it too. */
function ChangeEither({ entry, live }: { entry: Entry; live: Entry }) {
  const [plain, setPlain] = useState<Plain | null>(null);
  return <Change key={plain === null ? 'kept' : 'plain'} entry={entry} live={live} plain={plain} onPlain={setPlain} />;
}

interface ChangeProps {
  entry: Entry;
  /** As it stands now: files are tied and taken off while the form is open. */
  live: Entry;
  plain: Plain | null;
  onPlain: (plain: Plain) => void;
}

function Change({ entry, live, plain, onPlain }: ChangeProps) {
  const { ledger } = useWords();
  const say = useSay();
  const go = useNavigate();
  const { message } = App.useApp();
  const said = ledger.change;
  const address = entryAddress(entry.countyId, entry.id);
  const keepPersonal = plain === null && holdsPersonal(entry);
  return (
    <>
      <PageHead
        title={`${said.title} · ${say(entry.kindName)}`}
        trail={[
          { label: ledger.title, to: '/ledger' },
          { label: entry.number ?? ledger.noNumber, to: address },
        ]}
        {...(plain !== null && plain.roster.length > 0 ? { lead: said.rosterIds } : {})}
      />
      <EntryForm
        route={changeEntry}
        kind={kindOf(entry)}
        entryId={entry.id}
        filesElsewhere
        fixed
        initial={valuesOf(entry, plain)}
        toInput={(body, { asDraft }) => ({
          params: { countyId: entry.countyId, id: entry.id },
          body: {
            ...body,
            evidence: evidenceOf(live),
            revision: entry.revision,
            submit: asDraft !== true,
            keepPersonal,
          },
        })}
        onDone={(answer) => {
          void message.success(answer.state === 'reported' ? ledger.done.submit : said.saved);
          void go(address, { replace: true });
        }}
        onCancel={() => void go(address)}
        submit={said.submit}
        second={said.save}
        {...(keepPersonal
          ? {
              personalKept: (
                <p className="lg-kept">
                  {fill(said.kept, { count: entry.roster.length })}{' '}
                  {entry.mayUnmask ? <ReadPlain entry={entry} onPlain={onPlain} /> : null}
                </p>
              ),
            }
          : {})}
        {...(entry.placeId !== null && entry.placeName !== null
          ? { place: { id: entry.placeId, name: entry.placeName } }
          : {})}
      />
    </>
  );
}

/** The files that hang on the entry now: they are tied and taken off by themselves, not by the form. */
export function evidenceOf(entry: Entry): { evidenceId: string; demand: string }[] {
  return entry.evidenceFiles.map(({ evidenceId, demand }) => ({ evidenceId, demand }));
}
