import { UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { importIndicators } from '../../../contract/indicator.ts';
import { today } from '../../client/format.ts';
import { useAct, type ActInput } from '../../client/use-act.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { Mark } from '../../parts/mark.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';

type Input = ActInput<typeof importIndicators>;
const TONE = { new: 'good', changed: 'warn', same: 'quiet' } as const;

/** Takes definitions from a file: tried first, then taken. */
export function ImportDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { importing } = useWords().indicator;
  return (
    <FormDrawer title={importing.title} open={open} onClose={onClose} lead={importing.lead}>
      <Import onClose={onClose} />
    </FormDrawer>
  );
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
  const shape = importIndicators.body.omit({ actId: true }).safeParse({ ...(value as object), ...term });
  return shape.success ? { body: shape.data } : (shape.error.issues[0]?.path.join('.') ?? '');
}

function Import({ onClose }: { onClose: () => void }) {
  const { indicator: said, common } = useWords();
  const { importing } = said;
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const dry = useAct(importIndicators);
  const act = useAct(importIndicators);
  const [file, setFile] = useState<Input | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const tried = file === null ? null : (dry.data ?? null);
  const count = (result: string) => tried?.items.filter((one) => one.result === result).length ?? 0;
  const counts = { new: count('new'), changed: count('changed'), same: count('same') };
  const choose = async (chosen: File) => {
    setFile(null);
    setWrong(null);
    const read = readFile(await chosen.text());
    if (read === null) return setWrong(importing.notJson);
    if (typeof read === 'string') return setWrong(fill(importing.notFile, { where: read }));
    setFile(read);
    dry.mutate({ ...read, query: { dryRun: 'true' } });
  };
  const send = () => {
    if (file === null) return;
    act.mutate(file, {
      onSuccess: () => {
        void message.success(fill(importing.done, counts));
        onClose();
      },
    });
  };
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
          if (chosen !== undefined) void choose(chosen);
        }}
      />
      <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {importing.choose}
      </Button>
      <div style={{ marginTop: 16 }}>
        {wrong === null ? null : <p className="fi-wrong">{wrong}</p>}
        <ProblemAlert error={dry.error ?? act.error} />
        {tried === null ? null : <b>{fill(importing.counts, counts)}</b>}
      </div>
      <ul className="bf-rows">
        {(tried?.items ?? []).map((one) => (
          <li key={one.code}>
            <span className="bf-row-main">{one.code}</span>
            <Mark tone={TONE[one.result]}>{importing.result[one.result]}</Mark>
          </li>
        ))}
      </ul>
      <div className="bf-form-foot">
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          type="primary"
          disabled={tried === null || counts.new + counts.changed === 0}
          loading={act.isPending}
          onClick={send}
        >
          {importing.submit}
        </Button>
      </div>
    </>
  );
}
