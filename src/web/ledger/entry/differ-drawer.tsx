import { App, Form, Input } from 'antd';
import { differEntry } from '../../../contract/ledger-acts.ts';
import { useWords } from '../../client/use-words.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { fieldAt } from '../form/check-values.ts';
import type { EntryValues } from '../form/entry-values.ts';
import { MeasuresText } from '../measure-text.tsx';
import { definitionOf, type Entry } from './entry-data.ts';
import { MeasureInputs, readTyped, typedMeasures } from './measure-inputs.tsx';

interface DifferProps {
  entry: Entry;
  open: boolean;
  onClose: () => void;
}
interface DifferValues {
  measures?: EntryValues['measures'];
  reason?: string;
}

/** The county has other measures than were reported: which, and why. */
export function DifferDrawer({ entry, open, onClose }: DifferProps) {
  const { ledger } = useWords();
  return (
    <FormDrawer title={ledger.act.differ} open={open} onClose={onClose} lead={ledger.lead.differ}>
      <DifferForm entry={entry} onClose={onClose} />
    </FormDrawer>
  );
}

function DifferForm({ entry, onClose }: Omit<DifferProps, 'open'>) {
  const { ledger } = useWords();
  const { message } = App.useApp();
  const kind = definitionOf(entry);
  return (
    <ActForm<typeof differEntry, DifferValues>
      route={differEntry}
      initial={{ measures: typedMeasures(entry) }}
      toInput={({ measures, reason }) => ({
        params: { countyId: entry.countyId, id: entry.id },
        body: { revision: entry.revision, measures: readTyped(measures, kind).measures, reason: reason ?? '' },
      })}
      check={({ measures }) => readTyped(measures, kind).problems}
      fieldAt={fieldAt}
      onDone={() => {
        void message.success(ledger.done.differ);
        onClose();
      }}
      onCancel={onClose}
      submit={ledger.act.send}
    >
      <p className="lg-reported">
        <span className="bf-quiet">{ledger.difference.reported}</span>{' '}
        <MeasuresText of={entry} unit={entry.quantityUnit} />
      </p>
      <MeasureInputs kind={kind} />
      <Form.Item name="reason" label={ledger.difference.why} required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
      </Form.Item>
    </ActForm>
  );
}
