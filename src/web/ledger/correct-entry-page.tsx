import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { readEntry } from '../../contract/ledger.ts';
import { correctEntry } from '../../contract/ledger-acts.ts';
import { newId } from '../client/new-id.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { AsOpened, InPlain, evidenceOf } from './change-entry-page.tsx';
import { entryAddress, kindOf, type Entry } from './entry/entry-data.ts';
import type { Plain } from './entry/roster-part.tsx';
import { EntryForm } from './form/entry-form.tsx';
import type { EntryValues } from './form/entry-values.ts';
import { valuesOf } from './form/values-of.ts';
import { useSay } from './use-say.ts';

/** Puts a posted entry right: reverses the whole of it and enters what is right beside it. */
export function CorrectEntryPage() {
  const { countyId = '', id = '' } = useParams();
  const { ledger } = useWords();
  const read = useRead(readEntry, { params: { countyId, id } });
  return (
    <Load read={read}>
      {(entry) => (
        <AsOpened
          key={entry.id}
          entry={entry}
          step="reverse"
          otherwise={<Empty title={ledger.change.cannot} text={ledger.now[entry.state]} />}
        >
          {(opened) => <InPlain entry={opened}>{(plain) => <Correct entry={opened} plain={plain} />}</InPlain>}
        </AsOpened>
      )}
    </Load>
  );
}

function Correct({ entry, plain }: { entry: Entry; plain: Plain | null }) {
  const { ledger } = useWords();
  const say = useSay();
  const go = useNavigate();
  const { message } = App.useApp();
  const [ids] = useState(() => ({ reversalId: newId(), correctedId: newId() }));
  const said = ledger.correct;
  const address = entryAddress(entry.countyId, entry.id);
  return (
    <>
      <PageHead
        title={`${said.title} · ${say(entry.kindName)}`}
        trail={[
          { label: ledger.title, to: '/ledger' },
          { label: entry.number ?? ledger.noNumber, to: address },
        ]}
        lead={said.lead}
      />
      <EntryForm
        route={correctEntry}
        kind={kindOf(entry)}
        entryId={null}
        filesElsewhere
        fixed
        initial={valuesOf(entry, plain)}
        toInput={(body, values) => ({
          params: { countyId: entry.countyId, id: entry.id },
          body: {
            ...body,
            ...ids,
            evidence: [...evidenceOf(entry), ...body.evidence],
            revision: entry.revision,
            reason: (values as EntryValues & { reason?: string }).reason ?? '',
          },
        })}
        onDone={() => {
          void message.success(said.done);
          void go(entryAddress(entry.countyId, ids.correctedId), { replace: true });
        }}
        onCancel={() => void go(address)}
        submit={said.submit}
        {...(entry.placeId !== null && entry.placeName !== null
          ? { place: { id: entry.placeId, name: entry.placeName } }
          : {})}
      >
        <Form.Item name="reason" label={said.why} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
      </EntryForm>
    </>
  );
}
