import { UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { importKinds } from '../../contract/kind.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { today } from '../client/format.ts';
import { useAct, type ActInput } from '../client/use-act.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { FormDrawer } from '../parts/form-drawer.tsx';
import { Mark } from '../parts/mark.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';

type Input = ActInput<typeof importKinds>;
type Answer = AnswerOf<typeof importKinds>;
const MOST_BYTES = 4 * 1024 * 1024;
const TONE = { new: 'good', changed: 'warn', same: 'quiet' } as const;

/** Takes kinds from a file: tried first, then taken. */
export function ImportDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { kind: said } = useWords();
  return (
    <FormDrawer title={said.importing.title} open={open} onClose={onClose} lead={said.importing.lead}>
      <Import onClose={onClose} />
    </FormDrawer>
  );
}

function Import({ onClose }: { onClose: () => void }) {
  const { kind: said, common } = useWords();
  const { message } = App.useApp();
  const { file, tried, act, error, choose, counts } = useImport();
  const send = () => {
    if (file === null) return;
    act.mutate(file, {
      onSuccess: () => {
        void message.success(fill(said.importing.done, counts));
        onClose();
      },
    });
  };
  return (
    <>
      <FileButton onFile={(chosen) => void choose(chosen)} />
      <div style={{ marginTop: 16 }}>
        {typeof error === 'string' ? (
          <p className="kd-item">
            <span className="kd-wrong">{error}</span>
          </p>
        ) : (
          <ProblemAlert error={error} />
        )}
      </div>
      {tried === null ? null : <Outcome items={tried.items} text={fill(said.importing.counts, counts)} />}
      <div className="bf-form-foot kd-import-foot">
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          type="primary"
          disabled={tried === null || counts.new + counts.changed === 0}
          loading={act.isPending}
          onClick={send}
        >
          {said.importing.submit}
        </Button>
      </div>
    </>
  );
}

/** The file as it was read, what a dry run said of it, and what was wrong. */
function useImport() {
  const { kind: said } = useWords();
  const dry = useAct(importKinds);
  const act = useAct(importKinds);
  const [file, setFile] = useState<Input | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const choose = async (chosen: File) => {
    setFile(null);
    setWrong(null);
    dry.reset();
    act.reset();
    if (chosen.size > MOST_BYTES) return setWrong(said.importing.tooLarge);
    const read = readFile(await chosen.text());
    if (read === null) return setWrong(said.importing.notJson);
    if (typeof read === 'string') return setWrong(fill(said.importing.notKinds, { where: read }));
    setFile(read);
    dry.mutate({ ...read, query: { dryRun: 'true' } });
  };
  const tried = file === null ? null : (dry.data ?? null);
  const count = (result: string) => tried?.items.filter((one) => one.result === result).length ?? 0;
  const counts = { new: count('new'), changed: count('changed'), same: count('same') };
  return { file, tried, act, error: wrong ?? dry.error ?? act.error, choose, counts };
}

/** The body to send; a path: what does not fit; null: no JSON. */
function readFile(text: string): Input | string | null {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  const term = { validFrom: today(), validTo: null, placeIds: [], note: null };
  const shape = importKinds.body.omit({ actId: true }).safeParse({ ...(value as object), ...term });
  return shape.success ? { body: shape.data } : (shape.error.issues[0]?.path.join('.') ?? '');
}

function Outcome({ items, text }: { items: Answer['items']; text: string }) {
  const { kind: said } = useWords();
  const say = useSay();
  return (
    <>
      <p>
        <b>{text}</b>
      </p>
      <ul className="kd-rules">
        {items.map((one) => (
          <li key={one.code}>
            <Mark tone={TONE[one.result]}>{said.importing.result[one.result]}</Mark>
            <span>
              {say(one.name)}{' '}
              <span className="bf-quiet bf-small">
                {one.code}
                {one.result === 'changed' ? ` · ${fill(said.changes, { count: one.differences.length })}` : ''}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function FileButton({ onFile }: { onFile: (file: File) => void }) {
  const { kind: said } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen !== undefined) onFile(chosen);
        }}
      />
      <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {said.importing.choose}
      </Button>
    </>
  );
}
