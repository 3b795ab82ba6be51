import { App, Button, Modal } from 'antd';
import { PASSWORD_LINK_DAYS } from '../../core/access/password-link.ts';
import { copyText } from '../client/copy-text.ts';
import { momentText } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';

/** Shows a one-time link to set a password, this once, with a button to copy it. */
export function LinkShown({
  shown,
  onClose,
}: {
  shown: { name: string; link: string; endsAt?: string } | null;
  onClose: () => void;
}) {
  const { people: said, common } = useWords();
  const address = shown === null ? '' : `${location.origin}/set-password?link=${encodeURIComponent(shown.link)}`;
  return (
    <Modal
      open={shown !== null}
      title={said.linkTitle}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{common.close}</Button>}
      mask={{ closable: false }}
    >
      <p style={{ marginBottom: 8 }}>{fill(said.linkText, { name: shown?.name ?? '' })}</p>
      <Secret text={address} />
      <p className="bf-quiet bf-small">
        {shown?.endsAt === undefined
          ? fill(said.linkDays, { days: PASSWORD_LINK_DAYS })
          : fill(said.linkUntil, { moment: momentText(shown.endsAt) })}
      </p>
    </Modal>
  );
}

/** A secret to copy. */
export function Secret({ text }: { text: string }) {
  const { common } = useWords();
  const { message } = App.useApp();
  const copy = async () => {
    await copyText(text);
    void message.success(common.copied);
  };
  return (
    <>
      <div className="bf-secret" data-secret>
        {text}
      </div>
      <Button type="primary" style={{ margin: '10px 0' }} onClick={() => void copy()}>
        {common.copy}
      </Button>
    </>
  );
}
