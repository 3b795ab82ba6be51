import { Alert, App, Button, Form, Input } from 'antd';
import { discardDocument, reopenDocument } from '../../../contract/document.ts';
import { useAct } from '../../client/use-act.ts';
import { useWords } from '../../client/use-words.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import type { DocumentData } from '../review/use-review.ts';

/** Sets a document aside that was brought in by mistake or is of no use, with the reason. */
export function DiscardDrawer({ id, open, onClose }: { id: string; open: boolean; onClose: () => void }) {
  const { aside } = useWords().document;
  const { message } = App.useApp();
  return (
    <FormDrawer title={aside.discard} lead={aside.discardText} open={open} onClose={onClose}>
      <ActForm<typeof discardDocument, { reason: string }>
        route={discardDocument}
        initial={{ reason: '' }}
        toInput={({ reason }) => ({ params: { id }, body: { reason } })}
        onCancel={onClose}
        onDone={() => {
          void message.success(aside.discarded);
          onClose();
        }}
        submit={aside.discardShort}
      >
        <Form.Item name="reason" label={aside.discardReason}>
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
      </ActForm>
    </FormDrawer>
  );
}

/** Says that a document is set aside, with the way back. */
export function Aside({ document }: { document: DocumentData }) {
  const { aside } = useWords().document;
  const { message } = App.useApp();
  const act = useAct(reopenDocument);
  const takeUp = () =>
    act.mutate({ params: { id: document.id }, body: {} }, { onSuccess: () => void message.success(aside.takenUp) });
  const button = (
    <Button size="small" loading={act.isPending} onClick={takeUp}>
      {aside.takeUp}
    </Button>
  );
  return (
    <>
      <Alert
        className="rv-notes"
        type="warning"
        showIcon
        title={aside.aside}
        {...(document.can.reopen ? { action: button } : {})}
      />
      <ProblemAlert error={act.error} />
    </>
  );
}
