import { Button, Form, Input, Modal } from 'antd';
import { useState, type ClipboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { pasteDocument } from '../../../contract/document.ts';
import { fill } from '../../../words/words.ts';
import { numberText } from '../../client/format.ts';
import { useAct } from '../../client/use-act.ts';
import { useWords } from '../../client/use-words.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';

const MOST = 2_000_000;

/** Text pasted from a web page, WPS or Word; its layout is kept where the clipboard has one, and shown as text only. */
export function PasteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { document: said } = useWords();
  return (
    <Modal open={open} onCancel={onClose} title={said.paste.title} footer={null} width={720} destroyOnHidden>
      <PasteForm onClose={onClose} />
    </Modal>
  );
}

function PasteForm({ onClose }: { onClose: () => void }) {
  const { document: said, common } = useWords();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [html, setHtml] = useState<string | null>(null);
  const act = useAct(pasteDocument);
  const go = useNavigate();
  const send = () => {
    const body = { unitId: null, title: title.trim() === '' ? null : title.trim(), text: html ?? text };
    act.mutate(
      { body },
      {
        onSuccess: (answer) => {
          onClose();
          void go(`/documents/${answer.id}`);
        },
      },
    );
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={send}>
      <p className="bf-quiet" style={{ marginBottom: 12 }}>
        {said.paste.lead}
      </p>
      <ProblemAlert error={act.error} />
      <PastedText text={text} html={html} onText={setText} onHtml={setHtml} />
      <Form.Item label={said.paste.name} htmlFor="paste-title">
        <Input
          id="paste-title"
          value={title}
          maxLength={200}
          placeholder={said.paste.nameHint}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Form.Item>
      <div className="bf-form-foot">
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={act.isPending}
          disabled={text.trim() === '' || text.length > MOST}
        >
          {said.paste.submit}
        </Button>
      </div>
    </Form>
  );
}

interface PastedTextProps {
  text: string;
  /** The same with its layout, as long as nobody changed the words by hand. */
  html: string | null;
  onText: (text: string) => void;
  onHtml: (html: string | null) => void;
}

function PastedText({ text, html, onText, onHtml }: PastedTextProps) {
  const { paste: said } = useWords().document;
  const count = numberText([...text].length);
  const tooLong = text.length > MOST;
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const rich = event.clipboardData.getData('text/html');
    if (rich === '' || text.trim() !== '') return;
    onHtml(rich.length > MOST ? null : rich);
  };
  const layout =
    html === null ? (
      fill(said.plain, { count })
    ) : (
      <>
        {fill(said.rich, { count })}{' '}
        <Button type="link" size="small" onClick={() => onHtml(null)}>
          {said.asPlain}
        </Button>
      </>
    );
  return (
    <Form.Item
      label={said.text}
      htmlFor="paste-text"
      extra={text === '' ? undefined : layout}
      {...(tooLong ? { validateStatus: 'error' as const, help: said.tooLong } : {})}
    >
      <Input.TextArea
        id="paste-text"
        autoFocus
        rows={12}
        value={text}
        placeholder={said.textHint}
        onPaste={paste}
        onChange={(event) => {
          if (html !== null && text !== '') onHtml(null);
          onText(event.target.value);
        }}
      />
    </Form.Item>
  );
}
