import { App, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { addPairing } from '../../contract/pairing.ts';
import type { Precision } from '../client/format.ts';
import { newId } from '../client/new-id.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';
import { PlaceSelect } from '../parts/place-select.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';

interface PairingValues {
  unitId: string;
  countyId: string;
  fromPrecision: Precision;
  fromOn: string | null;
  source: string;
}
interface DrawerProps {
  open: boolean;
  onClose: () => void;
  county?: { id: string; name: string };
}

/** Records who helps a county since when. */
export function PairingDrawer({ open, onClose, county }: DrawerProps) {
  const { county: said } = useWords();
  return (
    <FormDrawer title={said.pairing.title} open={open} onClose={onClose}>
      <PairingForm onClose={onClose} county={county} />
    </FormDrawer>
  );
}

function PairingForm({ onClose, county }: { onClose: () => void; county?: { id: string; name: string } }) {
  const { county: said, common } = useWords();
  const { message } = App.useApp();
  const [id] = useState(newId);
  return (
    <ActForm<typeof addPairing, PairingValues>
      route={addPairing}
      initial={{ fromPrecision: 'year', fromOn: null, ...(county === undefined ? {} : { countyId: county.id }) }}
      toInput={(values) => ({
        body: { ...values, id, fromOn: values.fromPrecision === 'unknown' ? null : (values.fromOn ?? null) },
      })}
      check={(values) =>
        values.fromPrecision !== 'unknown' && !values.fromOn ? [{ code: 'input.required', at: 'fromOn' }] : []
      }
      onDone={() => {
        void message.success(said.pairing.done);
        onClose();
      }}
      onCancel={onClose}
      submit={common.save}
    >
      <Form.Item name="unitId" label={said.pairing.unit} required>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="countyId" label={said.pairing.county} required>
        <PlaceSelect level="county" known={county} disabled={county !== undefined} />
      </Form.Item>
      <FromFields label={said.pairing.from} />
      <Form.Item name="source" label={said.pairing.source} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} placeholder={said.pairing.sourceHint} />
      </Form.Item>
    </ActForm>
  );
}

function FromFields({ label }: { label: string }) {
  const { common, term } = useWords();
  const precision = Form.useWatch<Precision | undefined>('fromPrecision') ?? 'year';
  const options = (['year', 'month', 'day', 'unknown'] as const).map((value) => ({
    value,
    label: term.precision[value],
  }));
  return (
    <>
      <Form.Item name="fromPrecision" label={`${label} · ${common.precision}`} required>
        <Segmented options={options} />
      </Form.Item>
      {precision === 'unknown' ? null : (
        <Form.Item name="fromOn" label={label} required>
          <DayInput precision={precision} />
        </Form.Item>
      )}
    </>
  );
}
