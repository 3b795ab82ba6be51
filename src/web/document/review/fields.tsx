import { AutoComplete, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { AGENDA_TYPES } from '../../../core/document/reading.ts';
import { readPlace } from '../../../contract/place.ts';
import { call } from '../../client/call.ts';
import { useWords } from '../../client/use-words.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { PlaceSelect } from '../../parts/place-select.tsx';

/** The fields of a meeting. */
export function MeetingFields() {
  const { form } = useWords().document;
  return (
    <>
      <Form.Item name="name" label={form.name}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
      </Form.Item>
      <div className="bf-two">
        <Form.Item name="date" label={form.date}>
          <DayInput />
        </Form.Item>
        <Form.Item name="dateText" label={form.dateText}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="chair" label={form.chair}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="chairRole" label={form.chairRole}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="organiser" label={form.organiser}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="ordinal" label={form.ordinal}>
          <InputNumber min={1} max={999} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </>
  );
}

/** The fields of who took part. */
export function AttendeeFields() {
  const { form } = useWords().document;
  return (
    <>
      <Form.Item name="category" label={form.category}>
        <AutoComplete options={form.categories.map((value) => ({ value }))} maxLength={20} />
      </Form.Item>
      <Form.Item name="text" label={form.who}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </>
  );
}

/** The fields of an agenda item. */
export function AgendaFields() {
  const { form } = useWords().document;
  return (
    <>
      <Form.Item name="type" label={form.agendaType}>
        <Radio.Group
          optionType="button"
          size="small"
          options={AGENDA_TYPES.map((value) => ({ value, label: value }))}
          className="rv-radios"
        />
      </Form.Item>
      <Form.Item name="title" label={form.agendaTitle}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </>
  );
}

/** The fields of a place: choosing it fills in its code and level. */
export function PlaceFields() {
  const { form: said } = useWords().document;
  const form = Form.useFormInstance();
  const [known] = useState(() => knownOf(form.getFieldValue('placeId'), form.getFieldValue('name')));
  const take = async (id: string | null) => {
    if (id === null) return;
    const place = await call(readPlace, { params: { id } });
    form.setFieldsValue({ name: place.name, code: place.code, level: place.level });
  };
  return (
    <>
      <Form.Item name="placeId" label={said.place}>
        <NamedPlace {...known} onTake={take} />
      </Form.Item>
      <Form.Item name="printed" label={said.printed}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  );
}

/** The fields of a pairing. */
export function PairingFields() {
  const { document, term } = useWords();
  const { form: said } = document;
  const form = Form.useFormInstance();
  const [known] = useState(() => knownOf(form.getFieldValue('countyId'), form.getFieldValue('countyName')));
  const precision = Form.useWatch<string | undefined>('fromPrecision', form) ?? 'unknown';
  const take = async (id: string | null) => {
    if (id !== null) form.setFieldsValue({ countyName: (await call(readPlace, { params: { id } })).name });
  };
  return (
    <>
      <Form.Item name="countyId" label={said.county}>
        <NamedPlace level="county" {...known} onTake={take} />
      </Form.Item>
      <div className="bf-two">
        <Form.Item name="fromPrecision" label={said.precision}>
          <Select
            options={(['year', 'month', 'day', 'unknown'] as const).map((value) => ({
              value,
              label: term.precision[value],
            }))}
            onChange={(value) => (value === 'unknown' ? form.setFieldsValue({ fromOn: null }) : undefined)}
          />
        </Form.Item>
        {precision === 'unknown' ? null : (
          <Form.Item name="fromOn" label={said.fromOn}>
            <DayInput precision={precision as 'year'} />
          </Form.Item>
        )}
      </div>
    </>
  );
}

interface NamedPlaceProps {
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  onTake: (id: string | null) => Promise<void>;
  level?: 'county';
  known?: { id: string; name: string };
}

/** A place to choose that also tells what else becomes known with it. */
function NamedPlace({ onTake, onChange, ...rest }: NamedPlaceProps) {
  return (
    <PlaceSelect
      {...rest}
      onChange={(id) => {
        onChange?.(id);
        void onTake(id);
      }}
    />
  );
}

function knownOf(id: unknown, name: unknown): { known?: { id: string; name: string } } {
  return typeof id === 'string' && id !== '' && typeof name === 'string' ? { known: { id, name } } : {};
}
