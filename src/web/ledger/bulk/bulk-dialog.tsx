import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { bulk } from '../../../contract/bulk.ts';
import type { BulkStep } from '../../../core/ledger/bulk.ts';
import { Refused } from '../../client/call.ts';
import { numberText } from '../../client/format.ts';
import { useAct } from '../../client/use-act.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import type { EntryQuery } from '../list/filter.ts';
import { useStepName } from './step-name.ts';

/** A step that is to be taken with so many entries; `mine`: those of them that wait for this person. */
export interface BulkAsked {
  step: BulkStep;
  count: number;
  mine: number;
  /** Only these; null: all under the filter. */
  chosen: { countyId: string; id: string }[] | null;
}

interface DialogProps {
  asked: BulkAsked | null;
  query: EntryQuery;
  most: number;
  onClose: () => void;
  /** The number is not right any more. */
  onStale: () => void;
}

/** Says exactly how many entries a step will be taken with, and begins. */
export function BulkDialog(props: DialogProps) {
  return props.asked === null ? null : <Asking {...props} asked={props.asked} />;
}

function Asking({ asked, query, most, onClose, onStale }: DialogProps & { asked: BulkAsked }) {
  const { bulk: said, common } = useWords();
  const stepName = useStepName();
  const go = useNavigate();
  const act = useAct(bulk);
  const [reason, setReason] = useState('');
  const { step, count, mine, chosen } = asked;
  const tooMany = count > most;
  const params = { step: stepName(step), count: numberText(count) };
  const stale = act.error instanceof Refused && act.error.problems.some((one) => one.code === 'bulk.count_differs');
  const start = () =>
    act.mutate(
      {
        body: {
          step,
          filter: query,
          ...(chosen === null ? {} : { chosen }),
          countSeen: count,
          reason: step === 'return' ? reason.trim() : null,
        },
      },
      { onSuccess: ({ jobId }) => void go(`/ledger/bulk/${jobId}`) },
    );
  return (
    <Modal
      open
      title={fill(said.ask, params)}
      okText={stale ? common.retry : fill(said.start, params)}
      cancelText={common.cancel}
      onCancel={onClose}
      onOk={stale ? onStale : start}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: tooMany || (step === 'return' && reason.trim() === '') }}
    >
      <ProblemAlert error={act.error} />
      {tooMany ? <p>{fill(said.tooMany, { most: numberText(most) })}</p> : <p>{fill(said.askText, params)}</p>}
      {count > mine ? <p>{fill(said.others, { count: numberText(count - mine) })}</p> : null}
      {step === 'post' ? <p>{said.postNote}</p> : null}
      {step === 'return' ? (
        <Form layout="vertical">
          <Form.Item label={said.reason} required>
            <Input.TextArea
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={1000}
              aria-label={said.reason}
            />
          </Form.Item>
        </Form>
      ) : null}
    </Modal>
  );
}
