import { UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import type { Bilingual } from '../../../core/ledger/kind.ts';
import { today } from '../../client/format.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { FormDrawer } from '../form-drawer.tsx';
import { Mark } from '../mark.tsx';
import { ProblemAlert } from '../problem-alert.tsx';

const MOST_BYTES = 4 * 1024 * 1024;
const TONE = { new: 'good', changed: 'warn', same: 'quiet' } as const;

/** What becomes of one definition of the file. */
interface Outcome {
  code: string;
  name: Bilingual;
  result: keyof typeof TONE;
  /** How many differences, where that is known. */
  changes?: number;
}

interface ImportProps<B> {
  /** The sentences that the noun has of its own. */
  said: { title: string; lead: string };
  /** What a file must say. */
  shape: z.ZodType<B>;
  /** With `dryRun` nothing is kept. */
  send: (body: B, query: { dryRun?: 'true' }) => Promise<Outcome[]>;
  onClose: () => void;
}

/** Takes definitions from a file: tried first, then taken. */
export function ImportDrawer<B>({ open, ...props }: ImportProps<B> & { open: boolean }) {
  return (
    <FormDrawer title={props.said.title} open={open} onClose={props.onClose} lead={props.said.lead}>
      <Import {...props} />
    </FormDrawer>
  );
}

function Import<B>({ shape, send, onClose }: ImportProps<B>) {
  const { definition, common } = useWords();
  const { importing: said } = definition;
  const { message } = App.useApp();
  const { file, outcomes, error, busy, choose, take } = useImport(shape, send);
  const count = (result: Outcome['result']) => outcomes.filter((one) => one.result === result).length;
  const counts = { new: count('new'), changed: count('changed'), same: count('same') };
  const idle = counts.new + counts.changed === 0;
  const done = () => {
    void message.success(fill(said.done, counts));
    onClose();
  };
  return (
    <>
      <FileButton busy={busy && file === null} onFile={(chosen) => void choose(chosen)} />
      <div className="df-import">
        {typeof error === 'string' ? <p className="df-wrong">{error}</p> : <ProblemAlert error={error} />}
        {file === null ? null : <b>{fill(said.counts, counts)}</b>}
        {file !== null && idle ? <p className="bf-quiet">{said.nothing}</p> : null}
        <Outcomes list={outcomes} />
      </div>
      <div className="bf-form-foot">
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="primary" disabled={idle} loading={busy && file !== null} onClick={() => void take(done)}>
          {said.submit}
        </Button>
      </div>
    </>
  );
}

/** The file as it was read, what a dry run said of it, and what was wrong. */
function useImport<B>(shape: z.ZodType<B>, send: ImportProps<B>['send']) {
  const { importing: said } = useWords().definition;
  const [file, setFile] = useState<B | null>(null);
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setError(null);
    setBusy(true);
    try {
      await work();
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  const choose = (chosen: File) =>
    run(async () => {
      setFile(null);
      setOutcomes([]);
      if (chosen.size > MOST_BYTES) return setError(said.tooLarge);
      const value = jsonOf(await chosen.text());
      if (value === null) return setError(said.notJson);
      const read = shape.safeParse({ ...value, validFrom: today(), validTo: null, placeIds: [], note: null });
      if (!read.success) return setError(fill(said.notFits, { where: read.error.issues[0]?.path.join('.') ?? '' }));
      setOutcomes(await send(read.data, { dryRun: 'true' }));
      setFile(read.data);
    });
  const take = (done: () => void) =>
    run(async () => {
      if (file === null) return;
      await send(file, {});
      done();
    });
  return { file, outcomes, error, busy, choose, take };
}

/** The object that a text is; null: none. */
function jsonOf(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function Outcomes({ list }: { list: readonly Outcome[] }) {
  const { definition: said } = useWords();
  const say = useSay();
  return (
    <ul className="df-outcomes">
      {list.map((one) => (
        <li key={one.code}>
          <Mark tone={TONE[one.result]}>{said.importing.result[one.result]}</Mark>
          <span>
            {say(one.name)}{' '}
            <span className="bf-quiet bf-small">
              {one.code}
              {one.changes === undefined || one.changes === 0 ? '' : ` · ${fill(said.changes, { count: one.changes })}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function FileButton({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { importing: said } = useWords().definition;
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
      <Button icon={<UploadOutlined />} loading={busy} onClick={() => input.current?.click()}>
        {said.choose}
      </Button>
    </>
  );
}
