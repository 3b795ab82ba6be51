import { App, Form, Input, Radio } from 'antd';
import { settleSuspect } from '../../../contract/suspect.ts';
import { useWords } from '../../client/use-words.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import '../style/list.css';
import { FindingText, useRuleName, type Found } from './finding-text.tsx';

interface Values {
  outcome?: 'fine' | 'acted';
  reason?: string;
}

/** A person says what a finding was, and why. */
export function SettleDrawer({ found, onClose }: { found: Found | null; onClose: () => void }) {
  const { suspect: said, common } = useWords();
  const { message } = App.useApp();
  const ruleName = useRuleName();
  return (
    <FormDrawer title={said.settle} open={found !== null} onClose={onClose}>
      {found === null ? null : (
        <>
          <p className="lg-finding">
            <b>{ruleName(found.code)}</b> <FindingText of={found} />
          </p>
          <ActForm<typeof settleSuspect, Values>
            route={settleSuspect}
            initial={{}}
            submit={said.settle}
            onCancel={onClose}
            toInput={({ outcome, reason }) => ({
              params: { countyId: found.countyId, id: found.id },
              body: { outcome: outcome as 'fine', reason: reason ?? '' },
            })}
            onDone={() => {
              void message.success(said.settled);
              onClose();
            }}
          >
            <Form.Item name="outcome" label={said.outcomeLabel} required>
              <Radio.Group
                className="lg-stacked"
                options={[
                  { value: 'fine', label: said.outcome.fine },
                  { value: 'acted', label: said.outcome.acted },
                ]}
              />
            </Form.Item>
            <Form.Item name="reason" label={common.reason} required extra={said.reasonHelp}>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
            </Form.Item>
          </ActForm>
        </>
      )}
    </FormDrawer>
  );
}
