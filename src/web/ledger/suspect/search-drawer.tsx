import { useQueryClient } from '@tanstack/react-query';
import { App, Form, InputNumber } from 'antd';
import { useEffect, useState } from 'react';
import { readJob } from '../../../contract/job.ts';
import { findSuspects } from '../../../contract/suspect.ts';
import { numberText, today } from '../../client/format.ts';
import { usePoll } from '../../client/use-poll.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';

/** Looks through a year with every rule. */
export function SearchDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { suspect: said } = useWords();
  const { message } = App.useApp();
  const [jobId, setJobId] = useState<string | null>(null);
  return (
    <FormDrawer title={said.find} lead={said.findLead} open={open} onClose={onClose}>
      <ActForm<typeof findSuspects, { year: number }>
        route={findSuspects}
        initial={{ year: Number(today().slice(0, 4)) }}
        submit={said.find}
        onCancel={onClose}
        toInput={({ year }) => ({ body: { year } })}
        onDone={(answer) => {
          void message.success(said.finding);
          setJobId(answer.jobId);
        }}
      >
        <Form.Item name="year" label={said.year} required>
          <InputNumber min={1980} max={2200} precision={0} />
        </Form.Item>
      </ActForm>
      {jobId === null ? null : <Going id={jobId} />}
    </FormDrawer>
  );
}

function Going({ id }: { id: string }) {
  const { suspect: said } = useWords();
  const job = useRead(readJob, { params: { id } });
  const going = job.data === undefined || ['queued', 'running'].includes(job.data.state);
  usePoll(going, job.refetch);
  const client = useQueryClient();
  // What was found stands in the list behind at once.
  useEffect(() => {
    if (!going) void client.invalidateQueries();
  }, [going, client]);
  if (job.data === undefined) return null;
  const { done, total, outcome, state } = job.data;
  const numbers = { done: numberText(done), total: numberText(total ?? done) };
  const found = outcome?.['found'];
  return (
    <p className={state === 'failed' ? 'sp-going bf-late' : 'sp-going'} role="status" aria-live="polite">
      {state === 'failed'
        ? fill(said.failed, numbers)
        : going || typeof found !== 'number'
          ? fill(said.looked, numbers)
          : fill(said.found, { ...numbers, found: numberText(found) })}
    </p>
  );
}
