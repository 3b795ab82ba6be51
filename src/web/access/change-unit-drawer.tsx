import { App, Form, Input } from 'antd';
import { changeUnit, units } from '../../contract/unit.ts';
import { checkUnitChange } from '../../core/access/unit-tree.ts';
import type { PlainDate } from '../../core/kernel/plain-date.ts';
import { today } from '../client/format.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import type { UnitDetail } from './unit-page.tsx';

interface ChangeValues {
  validFrom: string;
  name: string;
  shortName?: string | null;
  parentId?: string | null;
  reason?: string;
}

/** Renames a unit or moves it, from a day on. */
export function ChangeUnitDrawer({ open, onClose, unit }: { open: boolean; onClose: () => void; unit: UnitDetail }) {
  const { unit: said } = useWords();
  return (
    <FormDrawer title={fill(said.changeTitle, { name: unit.name })} open={open} onClose={onClose} lead={said.changeWhy}>
      <ChangeForm onClose={onClose} unit={unit} />
    </FormDrawer>
  );
}

function ChangeForm({ onClose, unit }: { onClose: () => void; unit: UnitDetail }) {
  const { unit: said, common } = useWords();
  const { message } = App.useApp();
  const tree = useRead(units, {}).data?.items ?? [];
  const lastVersionFrom =
    unit.versions
      .map((one) => one.validFrom)
      .sort()
      .at(-1) ?? '0001-01-01';
  const state = {
    id: unit.id,
    name: unit.name,
    endedOn: unit.endedOn as PlainDate | null,
    lastVersionFrom: lastVersionFrom as PlainDate,
  };
  return (
    <ActForm<typeof changeUnit, ChangeValues>
      route={changeUnit}
      initial={{ validFrom: today(), name: unit.name, shortName: unit.shortName, parentId: unit.parentId }}
      toInput={(values) => ({
        params: { id: unit.id },
        body: {
          validFrom: values.validFrom,
          name: values.name,
          shortName: values.shortName?.trim() ? values.shortName : null,
          parentId: values.parentId ?? null,
          reason: values.reason?.trim() ? values.reason : null,
        },
      })}
      check={(values) =>
        checkUnitChange(tree, state, { validFrom: values.validFrom as PlainDate, parentId: values.parentId ?? null })
      }
      onDone={() => {
        void message.success(said.changed);
        onClose();
      }}
      onCancel={onClose}
      submit={common.save}
    >
      <Form.Item name="validFrom" label={said.validFrom} required>
        <DayInput />
      </Form.Item>
      <Form.Item name="name" label={said.name} required>
        <Input />
      </Form.Item>
      <Form.Item name="shortName" label={said.shortName}>
        <Input />
      </Form.Item>
      <Form.Item name="parentId" label={said.parent}>
        <UnitSelect without={[unit.id]} placeholder={said.noParent} />
      </Form.Item>
      <Form.Item name="reason" label={said.changeReason}>
        <Input placeholder={said.changeReasonHint} />
      </Form.Item>
    </ActForm>
  );
}
