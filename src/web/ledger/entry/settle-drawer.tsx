import { App, Form, Input, Radio } from 'antd';
import { settleEntry } from '../../../contract/ledger-acts.ts';
import { useWords } from '../../client/use-words.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { fieldAt } from '../form/check-values.ts';
import type { EntryValues } from '../form/entry-values.ts';
import { DifferenceTable, type Difference } from './difference-table.tsx';
import { definitionOf, type Entry } from './entry-data.ts';
import { MeasureInputs, readTyped, typedMeasures } from './measure-inputs.tsx';

interface SettleProps {
  entry: Entry;
  difference: Difference | null;
  onClose: () => void;
}
interface SettleValues {
  outcome: 'county' | 'reporter' | 'other';
  measures?: EntryValues['measures'];
  reason?: string;
}

/** Ends a difference, or proposes an end to the other side. */
export function SettleDrawer({ entry, difference, onClose }: SettleProps) {
  const { ledger } = useWords();
  return (
    <FormDrawer
      title={ledger.difference.settle}
      open={difference !== null}
      onClose={onClose}
      lead={ledger.difference.settleLead}
    >
      {difference === null ? null : <SettleForm entry={entry} difference={difference} onClose={onClose} />}
    </FormDrawer>
  );
}

function SettleForm({ entry, difference, onClose }: SettleProps & { difference: Difference }) {
  const { ledger } = useWords();
  const { message } = App.useApp();
  const kind = definitionOf(entry);
  const said = ledger.difference;
  const read = (values: SettleValues) => readTyped(values.measures, kind);
  return (
    <ActForm<typeof settleEntry, SettleValues>
      route={settleEntry}
      initial={{ outcome: 'county', measures: typedMeasures(difference.settled ?? difference.confirmed) }}
      toInput={(values) => ({
        params: { countyId: entry.countyId, id: entry.id },
        body: {
          revision: entry.revision,
          outcome: values.outcome,
          measures: values.outcome === 'other' ? read(values).measures : null,
          reason: values.reason?.trim() ? values.reason : null,
        },
      })}
      check={(values) => (values.outcome === 'other' ? read(values).problems : [])}
      fieldAt={fieldAt}
      onDone={(answer) => {
        void message.success(answer.state === 'differs' ? said.proposedDone : said.settledDone);
        onClose();
      }}
      onCancel={onClose}
      submit={ledger.act.send}
    >
      <DifferenceTable entry={entry} difference={difference} />
      <Form.Item name="outcome" label={said.which} required>
        <Radio.Group
          className="lg-stacked"
          options={(['county', 'reporter', 'other'] as const).map((value) => ({ value, label: said.choose[value] }))}
        />
      </Form.Item>
      <OtherMeasures entry={entry} />
      <Form.Item name="reason" label={ledger.act.reasonOptional}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </ActForm>
  );
}

function OtherMeasures({ entry }: { entry: Entry }) {
  const outcome = Form.useWatch<string | undefined>('outcome');
  return outcome === 'other' ? <MeasureInputs kind={definitionOf(entry)} /> : null;
}
