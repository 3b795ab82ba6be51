import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { readMeeting } from '../../contract/work.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { fill } from '../../words/words.ts';
import { momentText } from '../client/format.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { sentenceAddress } from '../parts/quote.tsx';
import { Section } from '../parts/section.tsx';
import { DayText, SampleTag, UnitName } from '../parts/texts.tsx';
import { AgendaMark } from './agenda-mark.tsx';
import './meeting.css';

type Meeting = AnswerOf<typeof readMeeting>;

/** One meeting: when, who, what it took up, what came of it. */
export function MeetingPage() {
  const { id = '' } = useParams();
  const read = useRead(readMeeting, { params: { id } });
  return <Load read={read}>{(meeting) => <Page meeting={meeting} />}</Load>;
}

function Page({ meeting }: { meeting: Meeting }) {
  const { meeting: said, common } = useWords();
  return (
    <>
      <PageHead
        title={meeting.name}
        trail={[{ label: said.title, to: '/meetings' }]}
        tags={<SampleTag when={meeting.example} />}
        actions={
          <Button icon={<PrinterOutlined />} onClick={() => print()}>
            {common.print}
          </Button>
        }
      />
      {meeting.withdrawnAt === null ? null : (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={said.withdrawn}
          description={fill(said.withdrawnText, { moment: momentText(meeting.withdrawnAt) })}
        />
      )}
      <div className="bf-columns">
        <div>
          <Agenda meeting={meeting} />
          <Attendees meeting={meeting} />
        </div>
        <div>
          <Basics meeting={meeting} />
          <Plans meeting={meeting} />
        </div>
      </div>
    </>
  );
}

function Basics({ meeting }: { meeting: Meeting }) {
  const { meeting: said } = useWords();
  const line = (label: string, value: ReactNode) => (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
  return (
    <Section title={said.basics}>
      <dl className="bf-pairs">
        {line(
          said.heldOn,
          <>
            <DayText day={meeting.heldOn} />{' '}
            {meeting.dateText === null ? null : (
              <span className="bf-quiet">（{fill(said.printed, { text: meeting.dateText })}）</span>
            )}
          </>,
        )}
        {meeting.organiser === null ? null : line(said.organiser, meeting.organiser)}
        {meeting.chair === null
          ? null
          : line(
              said.chair,
              <>
                <b>{meeting.chair}</b>
                {meeting.chairRole === null ? null : <div className="bf-quiet">{meeting.chairRole}</div>}
              </>,
            )}
        {meeting.ordinal === null ? null : line(said.ordinal, fill(said.ordinalOf, { n: meeting.ordinal }))}
        {line(said.unit, <UnitName id={meeting.unitId} name={meeting.unitName} />)}
        {meeting.voucher?.documentId == null
          ? null
          : line(
              said.source,
              <SentenceLink documentId={meeting.voucher.documentId} itemId={meeting.voucher.itemId}>
                {meeting.voucher.title ?? said.sentence}
              </SentenceLink>,
            )}
      </dl>
    </Section>
  );
}

/** The way to the sentence, for whoever may read documents. */
function SentenceLink({
  documentId,
  itemId,
  children,
}: {
  documentId: string;
  itemId: string | null;
  children: ReactNode;
}) {
  const may = useMay();
  return may('document.read') ? <Link to={sentenceAddress(documentId, itemId)}>{children}</Link> : <>{children}</>;
}

function Agenda({ meeting }: { meeting: Meeting }) {
  const { meeting: said } = useWords();
  const documentId = meeting.voucher?.documentId ?? null;
  return (
    <Section title={said.agendaTitle} extra={<span className="bf-quiet">{meeting.items.length}</span>} flush>
      {meeting.items.length === 0 ? <Empty small text={said.agendaEmpty} /> : null}
      <ol className="mt-agenda">
        {meeting.items.map((item, i) => (
          <li key={item.id}>
            <span className="mt-no">{i + 1}</span>
            <AgendaMark type={item.type} />
            <span className="mt-title">
              {item.title}
              {documentId === null || item.itemId === null ? null : (
                <span className="mt-source bf-no-print">
                  <SentenceLink documentId={documentId} itemId={item.itemId}>
                    {said.sentence}
                  </SentenceLink>
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Attendees({ meeting }: { meeting: Meeting }) {
  const { meeting: said } = useWords();
  const documentId = meeting.voucher?.documentId ?? null;
  const categories = new Map<string, Meeting['attendees']>();
  for (const one of meeting.attendees) categories.set(one.category, [...(categories.get(one.category) ?? []), one]);
  return (
    <Section title={said.attendees} flush={categories.size === 0}>
      {categories.size === 0 ? <Empty small text={said.attendeesEmpty} /> : null}
      <dl className="bf-pairs">
        {[...categories].map(([category, list]) => (
          <div key={category} className="mt-category">
            <dt>{category}</dt>
            <dd>
              {list.map((one, i) => (
                <div key={one.itemId ?? i}>
                  {one.who}
                  {documentId === null || one.itemId === null ? null : (
                    <span className="mt-source bf-no-print">
                      <SentenceLink documentId={documentId} itemId={one.itemId}>
                        {said.sentence}
                      </SentenceLink>
                    </span>
                  )}
                </div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Plans({ meeting }: { meeting: Meeting }) {
  const { meeting: said } = useWords();
  return (
    <Section title={said.plans} flush>
      {meeting.plans.length === 0 ? <Empty small text={said.plansEmpty} /> : null}
      <ul className="bf-rows">
        {meeting.plans.map((plan) => (
          <li key={plan.id}>
            <Link className="bf-row-main" to={`/plans/${plan.id}`}>
              {plan.title}
            </Link>
            <span className="bf-quiet bf-num">{plan.year}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
