import { App, Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { addCountyEvent } from '../../contract/pairing.ts';
import { newId } from '../client/new-id.ts';
import { useMe } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import type { County } from './county-page.tsx';

const KINDS = ['delisted', 'visit', 'award', 'other'] as const;

interface EventValues {
  unitId: string;
  onDay: string;
  onPrecision: 'year' | 'month' | 'day';
  kind: (typeof KINDS)[number];
  text: string;
  source: string;
}

/** Adds a line to a county's history. */
export function EventDrawer({ open, onClose, county }: { open: boolean; onClose: () => void; county: County }) {
  const { county: said } = useWords();
  return (
    <FormDrawer title={said.event.title} open={open} onClose={onClose}>
      <EventForm onClose={onClose} county={county} />
    </FormDrawer>
  );
}

function EventForm({ onClose, county }: { onClose: () => void; county: County }) {
  const { county: said, common, term } = useWords();
  const { message } = App.useApp();
  const me = useMe();
  const [id] = useState(newId);
  const own = county.pairings.find((one) => one.toOn === null)?.unitId ?? me?.posts[0]?.unitId;
  return (
    <ActForm<typeof addCountyEvent, EventValues>
      route={addCountyEvent}
      initial={{ kind: 'visit', onPrecision: 'day', ...(own === undefined ? {} : { unitId: own }) }}
      toInput={(values) => ({ params: { id: county.place.id }, body: { ...values, id } })}
      onDone={() => {
        void message.success(said.event.done);
        onClose();
      }}
      onCancel={onClose}
      submit={common.save}
    >
      <Form.Item name="kind" label={said.event.kind} required>
        <Select options={KINDS.map((value) => ({ value, label: term.event[value] }))} />
      </Form.Item>
      <DayFields />
      <Form.Item name="text" label={said.event.text} required>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={said.event.textHint}
          maxLength={500}
          showCount
        />
      </Form.Item>
      <Form.Item name="source" label={said.event.source} required>
        <Input placeholder={said.event.sourceHint} />
      </Form.Item>
      <Form.Item name="unitId" label={said.event.unit} required>
        <UnitSelect />
      </Form.Item>
    </ActForm>
  );
}

function DayFields() {
  const { county: said, common, term } = useWords();
  const precision = Form.useWatch<EventValues['onPrecision'] | undefined>('onPrecision') ?? 'day';
  const options = (['year', 'month', 'day'] as const).map((value) => ({ value, label: term.precision[value] }));
  return (
    <>
      <Form.Item name="onPrecision" label={`${said.event.on} · ${common.precision}`} required>
        <Segmented options={options} />
      </Form.Item>
      <Form.Item name="onDay" label={said.event.on} required>
        <DayInput precision={precision} />
      </Form.Item>
    </>
  );
}
