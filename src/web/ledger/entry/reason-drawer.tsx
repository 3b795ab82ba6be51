import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { returnEntry, reverseEntry, withdrawEntry } from '../../../contract/ledger-acts.ts';
import { newId } from '../../client/new-id.ts';
import { useWords } from '../../client/use-words.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { useGuard } from '../../parts/leave-guard.tsx';
import { entryAddress, type Entry } from './entry-data.ts';

/** Steps that turn an entry aside and say why. */
export type ReasonStep = 'return' | 'withdraw' | 'reverse';

interface ReasonProps {
  entry: Entry;
  step: ReasonStep | null;
  onClose: () => void;
}
interface ReasonValues {
  reason?: string;
}

/** Asks why an entry is sent back, withdrawn or reversed. */
export function ReasonDrawer({ entry, step, onClose }: ReasonProps) {
  const { ledger } = useWords();
  return (
    <FormDrawer
      title={step === null ? '' : ledger.act[step]}
      open={step !== null}
      onClose={onClose}
      {...(step === null ? {} : { lead: ledger.lead[step] })}
    >
      {step === null ? null : <ReasonForm entry={entry} step={step} onClose={onClose} />}
    </FormDrawer>
  );
}

function ReasonForm({ entry, step, onClose }: ReasonProps & { step: ReasonStep }) {
  const { ledger } = useWords();
  const { message } = App.useApp();
  const go = useNavigate();
  const guard = useGuard();
  const [reversalId] = useState(newId);
  const params = { countyId: entry.countyId, id: entry.id };
  const { revision } = entry;
  const done = () => {
    void message.success(ledger.done[step]);
    onClose();
  };
  const shared = {
    initial: {},
    onCancel: onClose,
    submit: ledger.act[step],
    children: <Reason needed={step !== 'withdraw'} />,
  };
  if (step === 'withdraw')
    return (
      <ActForm<typeof withdrawEntry, ReasonValues>
        {...shared}
        route={withdrawEntry}
        toInput={({ reason }) => ({ params, body: { revision, reason: reason?.trim() ? reason : null } })}
        onDone={done}
      />
    );
  if (step === 'return')
    return (
      <ActForm<typeof returnEntry, ReasonValues>
        {...shared}
        route={returnEntry}
        toInput={({ reason }) => ({ params, body: { revision, reason: reason ?? '' } })}
        onDone={done}
      />
    );
  return (
    <ActForm<typeof reverseEntry, ReasonValues>
      {...shared}
      route={reverseEntry}
      toInput={({ reason }) => ({ params, body: { revision, reversalId, reason: reason ?? '' } })}
      onDone={() => {
        // What was typed is sent: nothing is lost by leaving.
        guard?.touch(false);
        done();
        void go(entryAddress(entry.countyId, reversalId));
      }}
    />
  );
}

function Reason({ needed }: { needed: boolean }) {
  const { ledger, common } = useWords();
  return (
    <Form.Item name="reason" label={common.reason} required={needed} extra={ledger.act.reasonHelp}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
    </Form.Item>
  );
}
