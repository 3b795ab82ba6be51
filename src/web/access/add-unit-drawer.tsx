import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { addUnit, UNIT_KINDS } from '../../contract/unit.ts';
import { newId } from '../client/new-id.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';
import { PlaceSelect } from '../parts/place-select.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';

interface UnitValues {
  kind: (typeof UNIT_KINDS)[number];
  name: string;
  shortName?: string;
  parentId?: string | null;
  startedOn?: string | null;
  placeId?: string | null;
}
interface DrawerProps {
  open: boolean;
  onClose: () => void;
  parent: { id: string; name: string } | null;
}

/** Sets up a unit. */
export function AddUnitDrawer({ open, onClose, parent }: DrawerProps) {
  const { unit: said } = useWords();
  return (
    <FormDrawer title={said.addTitle} open={open} onClose={onClose}>
      <AddUnitForm onClose={onClose} parent={parent} />
    </FormDrawer>
  );
}

function AddUnitForm({ onClose, parent }: Omit<DrawerProps, 'open'>) {
  const { unit: said, common, term } = useWords();
  const { message } = App.useApp();
  const [id] = useState(newId);
  return (
    <ActForm<typeof addUnit, UnitValues>
      route={addUnit}
      initial={{ kind: 'department', ...(parent === null ? {} : { parentId: parent.id }) }}
      toInput={(values) => ({
        body: {
          id,
          kind: values.kind,
          name: values.name,
          shortName: values.shortName?.trim() ? values.shortName : null,
          parentId: values.parentId ?? null,
          startedOn: values.startedOn ?? null,
          placeId: values.placeId ?? null,
        },
      })}
      onDone={() => {
        void message.success(said.added);
        onClose();
      }}
      onCancel={onClose}
      submit={common.save}
    >
      <Form.Item name="name" label={said.name} required>
        <Input placeholder={said.nameHint} />
      </Form.Item>
      <Form.Item name="shortName" label={said.shortName}>
        <Input placeholder={said.shortNameHint} />
      </Form.Item>
      <Form.Item name="kind" label={said.kind} required>
        <Select options={UNIT_KINDS.map((value) => ({ value, label: term.unitKind[value] }))} />
      </Form.Item>
      <Form.Item name="parentId" label={said.parent}>
        <UnitSelect placeholder={said.noParent} />
      </Form.Item>
      <Form.Item name="placeId" label={said.place} extra={said.placeHint}>
        <PlaceSelect />
      </Form.Item>
      <Form.Item name="startedOn" label={said.startedOn}>
        <DayInput />
      </Form.Item>
    </ActForm>
  );
}
