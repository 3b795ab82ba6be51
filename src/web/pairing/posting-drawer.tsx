import { App, Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { addPosting, POSTING_KINDS } from '../../contract/pairing.ts';
import { newId } from '../client/new-id.ts';
import { useMay } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';
import { PersonSelect } from '../parts/person-select.tsx';
import { PlaceSelect } from '../parts/place-select.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';

interface PostingValues {
  how: 'fresh' | 'known';
  personId?: string;
  personName?: string;
  unitId: string;
  placeId?: string | null;
  kind: (typeof POSTING_KINDS)[number];
  title: string;
  fromOn: string;
  dueOn?: string | null;
  paper?: string;
}
interface DrawerProps {
  open: boolean;
  onClose: () => void;
  county: { id: string; name: string };
  pairings: { unitId: string; toOn: string | null }[];
}

/** Records who is posted to a county. */
export function PostingDrawer(props: DrawerProps) {
  const { county: said } = useWords();
  return (
    <FormDrawer title={`${said.posting.title} · ${props.county.name}`} open={props.open} onClose={props.onClose}>
      <PostingForm {...props} />
    </FormDrawer>
  );
}

function PostingForm({ onClose, county, pairings }: DrawerProps) {
  const { county: said, common, term } = useWords();
  const { message } = App.useApp();
  const [ids] = useState(() => ({ id: newId(), personId: newId() }));
  const unitId = pairings.find((one) => one.toOn === null)?.unitId;
  return (
    <ActForm<typeof addPosting, PostingValues>
      route={addPosting}
      initial={{ how: 'fresh', kind: 'county_post', ...(unitId === undefined ? {} : { unitId }) }}
      toInput={(values) => ({ body: bodyOf(values, county.id, ids) })}
      check={(values) => [
        ...(values.how === 'fresh' && !values.personName?.trim()
          ? [{ code: 'input.required' as const, at: 'personName' }]
          : []),
        ...(values.dueOn && values.dueOn < values.fromOn
          ? [{ code: 'input.dates_reversed' as const, at: 'dueOn' }]
          : []),
      ]}
      onDone={() => {
        void message.success(said.posting.done);
        onClose();
      }}
      onCancel={onClose}
      submit={common.save}
    >
      <PersonFields />
      <Form.Item name="unitId" label={said.posting.unit} required>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="kind" label={said.posting.kind} required>
        <Select options={POSTING_KINDS.map((value) => ({ value, label: term.postingKind[value] }))} />
      </Form.Item>
      <Form.Item name="title" label={said.posting.post} required>
        <Input placeholder={said.posting.postHint} />
      </Form.Item>
      <Form.Item name="placeId" label={said.posting.place} extra={said.posting.placeHint}>
        <PlaceSelect within={county.id} />
      </Form.Item>
      <div className="bf-two">
        <Form.Item name="fromOn" label={said.posting.from} required>
          <DayInput />
        </Form.Item>
        <Form.Item name="dueOn" label={said.posting.due}>
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="paper" label={said.posting.paper}>
        <Input />
      </Form.Item>
    </ActForm>
  );
}

function bodyOf(values: PostingValues, countyId: string, ids: { id: string; personId: string }) {
  const fresh = values.how === 'fresh';
  return {
    id: ids.id,
    countyId,
    personId: fresh ? ids.personId : (values.personId ?? ''),
    personName: fresh ? (values.personName ?? '') : null,
    unitId: values.unitId,
    placeId: values.placeId ?? null,
    kind: values.kind,
    title: values.title,
    fromOn: values.fromOn,
    dueOn: values.dueOn ?? null,
    paper: values.paper?.trim() ? values.paper : null,
  };
}

function PersonFields() {
  const { county: said } = useWords();
  const may = useMay();
  const how = Form.useWatch<PostingValues['how'] | undefined>('how') ?? 'fresh';
  return (
    <>
      <Form.Item name="how" label={said.posting.person} hidden={!may('people.read')} required>
        <Segmented
          options={[
            { value: 'fresh', label: said.posting.fresh },
            { value: 'known', label: said.posting.known },
          ]}
        />
      </Form.Item>
      {how === 'fresh' ? (
        <Form.Item name="personName" label={said.posting.personName} required>
          <Input />
        </Form.Item>
      ) : (
        <Form.Item name="personId" label={said.posting.known} required>
          <PersonSelect />
        </Form.Item>
      )}
    </>
  );
}
