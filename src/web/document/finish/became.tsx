import {
  CalendarOutlined,
  CheckCircleFilled,
  EnvironmentOutlined,
  NumberOutlined,
  ProfileOutlined,
} from '@ant-design/icons';
import { App, Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { withdrawDocument } from '../../../contract/document.ts';
import { fill } from '../../../words/words.ts';
import { useWords } from '../../client/use-words.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { CountyName } from '../../parts/texts.tsx';
import { NamesProvider, useNames } from '../review/names.tsx';
import type { DocumentData } from '../review/use-review.ts';

/** What an accepted document became, with the way to each, and the way back. */
export function Became({ document }: { document: DocumentData }) {
  const { document: said } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <NamesProvider items={document.list}>
      <div className="rv-became" role="status">
        <b className="rv-became-head">
          <CheckCircleFilled /> {said.finish.done}
        </b>
        <Made document={document} />
        {document.can.withdraw ? (
          <Button size="small" onClick={() => setOpen(true)}>
            {said.finish.withdraw}
          </Button>
        ) : null}
      </div>
      <Withdraw id={document.id} open={open} onClose={() => setOpen(false)} />
    </NamesProvider>
  );
}

function Made({ document }: { document: DocumentData }) {
  const { document: said, common } = useWords();
  const { finish } = said;
  const { became } = document;
  const counties = countiesOf(document);
  const names = useNames();
  if (became === null) return null;
  const plan = became.planYear === null ? finish.becamePlanNoYear : fill(finish.becamePlan, { year: became.planYear });
  return (
    <>
      {became.meetingId === null ? null : (
        <Made1 icon={<CalendarOutlined />} to={`/meetings/${became.meetingId}`} text={finish.becameMeeting} />
      )}
      {became.planId === null ? null : <Made1 icon={<ProfileOutlined />} to={`/plans/${became.planId}`} text={plan} />}
      {became.meetingId === null && became.planId === null ? <span>{finish.becameNothing}</span> : null}
      {became.facts === 0 ? null : (
        <Made1
          icon={<NumberOutlined />}
          to={`/facts?documentId=${document.id}`}
          text={fill(finish.becameFacts, { count: became.facts })}
        />
      )}
      {counties.length === 0 ? null : (
        <span className="rv-made">
          <EnvironmentOutlined aria-label={finish.becameCounties} />{' '}
          {counties.map((id, i) => (
            <span key={id}>
              {i > 0 ? common.listComma : ''}
              <CountyName id={id} name={names.place(id)} />
            </span>
          ))}
        </span>
      )}
    </>
  );
}

function Made1({ icon, to, text }: { icon: ReactNode; to: string; text: string }) {
  return (
    <span className="rv-made">
      {icon} <Link to={to}>{text}</Link>
    </span>
  );
}

const COUNTY_DIGITS = 6;
const MOST = 12;

/** Counties of what was accepted: paired ones first, then those of tasks and facts. */
function countiesOf(document: DocumentData): string[] {
  const accepted = document.list.filter((item) => item.state === 'accepted');
  const paired = accepted.flatMap((item) => (item.kind === 'pairing' ? [item.value.countyId] : []));
  const spoken = accepted.flatMap((item) =>
    item.kind === 'task' ? item.value.countyIds : item.kind === 'fact' ? item.value.placeIds : [],
  );
  return [...new Set([...paired, ...spoken])].filter((id) => id.length === COUNTY_DIGITS).slice(0, MOST);
}

function Withdraw({ id, open, onClose }: { id: string; open: boolean; onClose: () => void }) {
  const { finish } = useWords().document;
  const { message } = App.useApp();
  return (
    <FormDrawer title={finish.withdrawTitle} lead={finish.withdrawText} open={open} onClose={onClose}>
      <ActForm<typeof withdrawDocument, { reason: string }>
        route={withdrawDocument}
        initial={{ reason: '' }}
        toInput={({ reason }) => ({ params: { id }, body: { reason } })}
        onCancel={onClose}
        onDone={() => {
          void message.success(finish.withdrawn);
          onClose();
        }}
        submit={finish.withdraw}
      >
        <Form.Item name="reason" label={finish.withdrawReason}>
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
      </ActForm>
    </FormDrawer>
  );
}
