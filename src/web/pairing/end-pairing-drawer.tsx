import { App, Form } from 'antd';
import { endPairing } from '../../contract/pairing.ts';
import { today } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';

interface Ending {
  id: string;
  unitName: string;
  countyName: string;
  fromOn: string | null;
}

/** Ends a pairing by its last day. */
export function EndPairingDrawer({ pairing, onClose }: { pairing: Ending | null; onClose: () => void }) {
  const { county: said } = useWords();
  const { message } = App.useApp();
  return (
    <FormDrawer
      title={said.pairing.endTitle}
      open={pairing !== null}
      onClose={onClose}
      lead={pairing === null ? undefined : `${pairing.unitName} — ${pairing.countyName}`}
    >
      {pairing === null ? null : (
        <ActForm<typeof endPairing, { toOn: string }>
          route={endPairing}
          initial={{ toOn: today() }}
          toInput={({ toOn }) => ({ params: { id: pairing.id }, body: { toOn } })}
          check={({ toOn }) =>
            pairing.fromOn !== null && toOn < pairing.fromOn ? [{ code: 'input.dates_reversed', at: 'toOn' }] : []
          }
          onDone={() => {
            void message.success(said.pairing.endDone);
            onClose();
          }}
          onCancel={onClose}
          submit={said.pairing.end}
        >
          <Form.Item name="toOn" label={said.pairing.toOn} required>
            <DayInput />
          </Form.Item>
        </ActForm>
      )}
    </FormDrawer>
  );
}
