import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { withdrawTarget } from '../../contract/indicator.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';

/** Takes a target back, with the reason. */
export function WithdrawTarget({ id }: { id: string }) {
  const said = useWords().indicator.targets;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button type="link" size="small" className="bf-no-print" onClick={() => setOpen(true)}>
        {said.withdraw}
      </Button>
      <FormDrawer title={said.withdrawTitle} lead={said.withdrawLead} open={open} onClose={close}>
        <ActForm<typeof withdrawTarget, { reason: string }>
          route={withdrawTarget}
          initial={{ reason: '' }}
          toInput={({ reason }) => ({ params: { id }, body: { reason } })}
          onDone={close}
          onCancel={close}
          submit={said.withdraw}
        >
          <Form.Item name="reason" label={said.reason} required>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
          </Form.Item>
        </ActForm>
      </FormDrawer>
    </>
  );
}
