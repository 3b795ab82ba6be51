import { App, Form } from 'antd';
import { endUnit, units } from '../../contract/unit.ts';
import { checkUnitEnd } from '../../core/access/unit-tree.ts';
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

interface EndValues {
  endedOn: string;
  into?: string | null;
}

/** Ends a unit, or merges it into another. */
export function EndUnitDrawer({ open, onClose, unit }: { open: boolean; onClose: () => void; unit: UnitDetail }) {
  const { unit: said } = useWords();
  const { message } = App.useApp();
  const tree = useRead(units, {}).data?.items ?? [];
  const state = {
    id: unit.id,
    name: unit.name,
    endedOn: unit.endedOn as PlainDate | null,
    lastVersionFrom: '0001-01-01' as PlainDate,
  };
  return (
    <FormDrawer title={fill(said.endTitle, { name: unit.name })} open={open} onClose={onClose}>
      <ActForm<typeof endUnit, EndValues>
        route={endUnit}
        initial={{ endedOn: today() }}
        toInput={(values) => ({
          params: { id: unit.id },
          body: { endedOn: values.endedOn, into: values.into ?? null },
        })}
        check={(values) =>
          checkUnitEnd(tree, state, { endedOn: values.endedOn as PlainDate, into: values.into ?? null })
        }
        onDone={() => {
          void message.success(said.unitEnded);
          onClose();
        }}
        onCancel={onClose}
        submit={said.endUnit}
      >
        <Form.Item name="endedOn" label={said.lastDay} required>
          <DayInput />
        </Form.Item>
        <Form.Item name="into" label={said.into} extra={said.intoHint}>
          <UnitSelect without={[unit.id]} />
        </Form.Item>
      </ActForm>
    </FormDrawer>
  );
}
