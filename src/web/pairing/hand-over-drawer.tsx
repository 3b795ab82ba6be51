import { App, Form, Input, Select } from 'antd';
import { handOver, readCounty } from '../../contract/pairing.ts';
import { today } from '../client/format.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';
import type { Posting } from './posting-rows.tsx';

interface HandOverValues {
  toOn: string;
  successorId?: string;
  handover?: string;
}

/** Ends a posting: the last day, who takes over, what was handed over. */
export function HandOverDrawer({ posting, onClose }: { posting: Posting | null; onClose: () => void }) {
  const { county: said } = useWords();
  const title =
    posting === null ? said.posting.handOver : fill(said.posting.handOverTitle, { name: posting.personName });
  return (
    <FormDrawer title={title} open={posting !== null} onClose={onClose}>
      {posting === null ? null : <HandOverForm posting={posting} onClose={onClose} />}
    </FormDrawer>
  );
}

function HandOverForm({ posting, onClose }: { posting: Posting; onClose: () => void }) {
  const { county: said } = useWords();
  const { message } = App.useApp();
  const county = useRead(readCounty, { params: { id: posting.countyId } });
  const others = (county.data?.postings ?? []).filter((one) => one.toOn === null && one.id !== posting.id);
  return (
    <ActForm<typeof handOver, HandOverValues>
      route={handOver}
      initial={{ toOn: today() }}
      toInput={({ toOn, successorId, handover }) => ({
        params: { id: posting.id },
        body: { toOn, successorId: successorId ?? null, handover: handover?.trim() ? handover : null },
      })}
      check={({ toOn }) => (toOn < posting.fromOn ? [{ code: 'input.dates_reversed', at: 'toOn' }] : [])}
      onDone={() => {
        void message.success(said.posting.handOverDone);
        onClose();
      }}
      onCancel={onClose}
      submit={said.posting.handOver}
    >
      <Form.Item name="toOn" label={said.posting.toOn} required>
        <DayInput />
      </Form.Item>
      <Form.Item name="successorId" label={said.posting.successor} extra={said.posting.successorHint}>
        <Select
          allowClear
          loading={county.isPending}
          notFoundContent={said.posting.noSuccessor}
          options={others.map((one) => ({ value: one.id, label: `${one.personName} · ${one.title}` }))}
        />
      </Form.Item>
      <Form.Item name="handover" label={said.posting.handover}>
        <Input.TextArea
          autoSize={{ minRows: 4, maxRows: 12 }}
          placeholder={said.posting.handoverHint}
          maxLength={2000}
          showCount
        />
      </Form.Item>
    </ActForm>
  );
}
