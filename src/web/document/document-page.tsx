import { MoreOutlined } from '@ant-design/icons';
import { Alert, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { documentFile, readDocument } from '../../contract/document.ts';
import { fill } from '../../words/words.ts';
import { dayText, momentText } from '../client/format.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { FileButton } from '../parts/file-button.tsx';
import { Load } from '../parts/load.tsx';
import { Mark } from '../parts/mark.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { SampleTag } from '../parts/texts.tsx';
import { Aside, DiscardDrawer } from './finish/aside.tsx';
import { Became } from './finish/became.tsx';
import { FinishDrawer } from './finish/finish-drawer.tsx';
import { ReviewScreen } from './review/review-screen.tsx';
import { useReview, type DocumentData } from './review/use-review.ts';
import './style/review.css';

/** One document: its review, and afterwards what it became. */
export function DocumentPage() {
  const { id = '' } = useParams();
  const read = useRead(readDocument, { params: { id } });
  return (
    <Load read={read} rows={12}>
      {(document) => <Page key={document.id} document={document} />}
    </Load>
  );
}

function Page({ document }: { document: DocumentData }) {
  const { document: said } = useWords();
  const { acts, saving } = useReview(document.id);
  const [finishing, setFinishing] = useState(false);
  return (
    <div className="rv-page">
      <div className="rv-top">
        <PageHead
          title={document.title ?? document.fileName}
          trail={[{ label: said.title, to: '/documents' }]}
          tags={<StateTag document={document} />}
          lead={<Lead document={document} />}
          actions={<Actions document={document} onFinish={() => setFinishing(true)} />}
        />
        <Notes document={document} />
        {document.state === 'accepted' ? <Became document={document} /> : null}
        {document.state === 'withdrawn' ? <Aside document={document} /> : null}
      </div>
      <ReviewScreen document={document} acts={acts} saving={saving} />
      <FinishDrawer
        document={document}
        open={finishing}
        waiting={saving.waiting > 0}
        onClose={() => setFinishing(false)}
      />
    </div>
  );
}

const TONES = { review: 'info', accepted: 'good', withdrawn: 'quiet' } as const;

function Actions({ document, onFinish }: { document: DocumentData; onFinish: () => void }) {
  const { document: said } = useWords();
  const [discarding, setDiscarding] = useState(false);
  const more = [{ key: 'discard', label: said.aside.discard, onClick: () => setDiscarding(true) }];
  return (
    <>
      <FileButton
        route={documentFile}
        input={{ params: { id: document.id } }}
        title={said.download}
        label={said.download}
      />
      {document.can.discard ? (
        <Dropdown menu={{ items: more }} trigger={['click']} placement="bottomRight">
          <Button icon={<MoreOutlined />} title={said.aside.more} aria-label={said.aside.more} />
        </Dropdown>
      ) : null}
      {document.can.accept ? (
        <Button type="primary" onClick={onFinish}>
          {said.finish.open}
        </Button>
      ) : null}
      <DiscardDrawer id={document.id} open={discarding} onClose={() => setDiscarding(false)} />
    </>
  );
}

function StateTag({ document }: { document: DocumentData }) {
  const { term } = useWords();
  return (
    <>
      <Mark tone={TONES[document.state]}>{term.documentState[document.state]}</Mark>
      <SampleTag when={document.example} />
    </>
  );
}

function Lead({ document }: { document: DocumentData }) {
  const { document: said } = useWords();
  const { preferences } = usePreferences();
  const day = document.publishedOn;
  const parts = [
    day === null ? said.publishedUnknown : fill(said.published, { day: dayText(day, preferences.language) }),
    document.origin === null ? null : fill(said.origin, { origin: document.origin }),
    fill(said.broughtBy, { who: document.broughtBy, moment: momentText(document.broughtAt) }),
    document.unitName,
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

/** What the reading warns of, and that the person may only look. */
function Notes({ document }: { document: DocumentData }) {
  const { document: said, reading } = useWords();
  const texts = document.warnings.map((one) =>
    fill(reading.warnings[one.code] ?? reading.warningOther, { detail: one.detail }),
  );
  const readOnly = document.state === 'review' && !document.can.review ? [said.review.readOnly] : [];
  const lines = [...new Set([...readOnly, ...texts])];
  if (lines.length === 0) return null;
  return <Alert className="rv-notes" type="warning" showIcon title={lines.slice(0, 6).join('；')} />;
}
