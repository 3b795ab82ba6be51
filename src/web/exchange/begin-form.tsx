import { InboxOutlined } from '@ant-design/icons';
import { Button, Form, Input, Progress, Select, Tabs, Upload } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { beginImport, pasteImport, templateFile } from '../../contract/import.ts';
import { kinds } from '../../contract/kind.ts';
import { addressOf } from '../client/call.ts';
import { newId } from '../client/new-id.ts';
import { usePreferences } from '../client/preferences.tsx';
import { sendForm } from '../client/send-form.ts';
import { useAct } from '../client/use-act.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { useKnown } from '../ledger/form/use-known.ts';
import { useSay } from '../ledger/use-say.ts';
import { FileButton } from '../parts/file-button.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Section } from '../parts/section.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';

interface To {
  kind: string;
  unitId: string;
}

/** Chooses kind and unit, then takes a file or what was pasted; leads to the import. */
export function BeginForm() {
  const { imports: say } = useWords();
  const [kind, setKind] = useState<string | null>(null);
  const [chosen, setUnit] = useState<string | null>(null);
  const known = useKnown({ unitId: null, countyId: null });
  const unitId = chosen ?? known?.unit?.id ?? null;
  const to = kind === null || unitId === null ? null : { kind, unitId };
  return (
    <Section title={say.begin} extra={<TemplateButton kind={kind} />}>
      <Form layout="vertical" className="im-begin">
        <Form.Item label={say.choose.kind} htmlFor="im-kind" required>
          <KindSelect value={kind} onChange={setKind} />
        </Form.Item>
        <Form.Item label={say.choose.unit} htmlFor="im-unit" required extra={say.choose.unitHint}>
          <UnitSelect id="im-unit" helping="report" value={unitId} onChange={setUnit} />
        </Form.Item>
      </Form>
      <Tabs
        items={[
          { key: 'file', label: say.choose.file, children: <FileDrop to={to} /> },
          { key: 'paste', label: say.choose.paste, children: <PasteBox to={to} /> },
        ]}
      />
    </Section>
  );
}

function KindSelect({ value, onChange }: { value: string | null; onChange: (kind: string) => void }) {
  const { imports: say, term } = useWords();
  const name = useSay();
  const list = useRead(kinds, {});
  const items = list.data?.items ?? [];
  const lines = [...new Set(items.map((one) => one.definition.line))];
  const options = lines.map((line) => ({
    label: term.line[line],
    options: items
      .filter((one) => one.definition.line === line)
      .map((one) => ({ value: one.code, label: name(one.definition.name) })),
  }));
  return (
    <Select
      id="im-kind"
      value={value}
      onChange={(kind: string | null) => (kind === null ? undefined : onChange(kind))}
      options={options}
      placeholder={say.choose.kindHint}
      showSearch={{ optionFilterProp: 'label' }}
      loading={list.isPending}
      style={{ width: '100%' }}
    />
  );
}

function TemplateButton({ kind }: { kind: string | null }) {
  const { imports: say } = useWords();
  const { preferences } = usePreferences();
  if (kind === null) return null;
  return (
    <FileButton route={templateFile} input={{ params: { code: kind }, query: { lang: preferences.language } }}>
      {say.template.download}
    </FileButton>
  );
}

function FileDrop({ to }: { to: To | null }) {
  const { imports: say } = useWords();
  const go = useNavigate();
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  // The same id as long as it is the same file: sending again after a lost answer brings nothing twice.
  const sent = useRef<{ file: File; kind: string; actId: string; id: string } | null>(null);
  const send = async (file: File) => {
    if (to === null) return;
    if (sent.current?.file !== file || sent.current.kind !== to.kind)
      sent.current = { file, kind: to.kind, actId: newId(), id: newId() };
    const { actId, id } = sent.current;
    const body = new FormData();
    for (const [name, value] of Object.entries({ actId, id, ...to })) body.set(name, value);
    body.set('file', file, file.name);
    setError(null);
    setShare(0);
    try {
      const address = addressOf(beginImport);
      await sendForm({ address, body, signal: new AbortController().signal, onProgress: setShare });
      await go(`/ledger/import/${id}`);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setShare(null);
    }
  };
  return (
    <>
      <ProblemAlert error={error} />
      <Upload.Dragger
        accept=".xlsx,.xls,.csv,.txt,.html,.htm"
        disabled={to === null || share !== null}
        showUploadList={false}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <p className="im-drop-icon">
          <InboxOutlined />
        </p>
        <p>{to === null ? say.choose.kindHint : say.choose.drop}</p>
        <p className="bf-quiet bf-small">{say.choose.dropText}</p>
        {share === null ? null : share < 1 ? (
          <Progress percent={Math.round(share * 100)} />
        ) : (
          <p aria-live="polite">{say.choose.reading}</p>
        )}
      </Upload.Dragger>
    </>
  );
}

function PasteBox({ to }: { to: To | null }) {
  const { imports: say } = useWords();
  const go = useNavigate();
  const act = useAct(pasteImport);
  const [text, setText] = useState('');
  const [html, setHtml] = useState<string | null>(null);
  const id = useRef(newId());
  const read = () => {
    if (to === null) return;
    act.mutate(
      { body: { id: id.current, ...to, text, html } },
      { onSuccess: (done) => void go(`/ledger/import/${done.id}`) },
    );
  };
  return (
    <>
      <ProblemAlert error={act.error} />
      <Input.TextArea
        aria-label={say.choose.paste}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setHtml(null);
        }}
        onPaste={(event) => {
          const clip = event.clipboardData;
          const table = clip.getData('text/html');
          event.preventDefault();
          setText(clip.getData('text/plain'));
          setHtml(/<table/i.test(table) ? table : null);
        }}
        rows={8}
        placeholder={say.choose.pasteText}
        className="im-paste"
      />
      <Button type="primary" onClick={read} disabled={to === null || text === ''} loading={act.isPending}>
        {say.choose.pasteRead}
      </Button>
    </>
  );
}
