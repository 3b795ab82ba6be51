import { App, Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Problem } from '../../../core/kernel/problem.ts';
import { Refused } from '../../client/call.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { DayInput } from '../day-input.tsx';
import { useGuard } from '../leave-guard.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { Item } from './item.tsx';
import { PlacesInput } from './places-input.tsx';
import { useTermText } from './term.ts';

/** For which days and places a version holds, and why it was made. */
export interface Term {
  validFrom: string | null;
  validTo: string | null;
  placeIds: string[];
  note: string;
}

/** A version as it is sent. */
export type VersionBody<D> = { definition: D; validFrom: string; note: string | null } & Omit<
  Term,
  'validFrom' | 'note'
>;
/** What came, or would come, of it. */
export interface Made {
  code: string;
  version: number;
  ended: number[];
}

/** The sentences of a term that each noun has of its own. */
export interface TermSaid {
  validFromHelp: string;
  noteHint: string;
}

interface TermProps {
  said: TermSaid;
  term: Term;
  setTerm: (term: Term) => void;
  places: readonly { id: string; name: string }[];
}

/** When and where it holds. */
export function TermPart({ said, term, setTerm, places }: TermProps) {
  const { definition } = useWords();
  const { editor } = definition;
  const set = (part: Partial<Term>) => setTerm({ ...term, ...part });
  return (
    <>
      <div className="df-row">
        <Item label={editor.validFrom} at="validFrom" extra={said.validFromHelp}>
          {({ id }) => <DayInput id={id} value={term.validFrom} onChange={(validFrom) => set({ validFrom })} />}
        </Item>
        <Item label={editor.validTo} at="validTo" extra={editor.validToHelp}>
          {({ id }) => <DayInput id={id} value={term.validTo} onChange={(validTo) => set({ validTo })} />}
        </Item>
      </div>
      <Item label={definition.places} at="placeIds" extra={editor.placesHelp}>
        {({ id }) => (
          <PlacesInput id={id} known={places} value={term.placeIds} onChange={(placeIds) => set({ placeIds })} />
        )}
      </Item>
      <Item label={definition.note} at="note">
        {(control) => (
          <Input
            {...control}
            value={term.note}
            maxLength={500}
            placeholder={said.noteHint}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Item>
    </>
  );
}

/** A version as it is sent, of what was typed. */
export const bodyOf = <D,>(definition: D, { validFrom, note, ...term }: Term): VersionBody<D> => ({
  definition,
  ...term,
  validFrom: validFrom ?? '',
  note: note.trim() === '' ? null : note.trim(),
});

/** Sends a version; with `dryRun` nothing is kept. */
export type Send<D> = (body: VersionBody<D>, query: { dryRun?: 'true' }) => Promise<Made>;

interface SaveProps<D> {
  body: VersionBody<D>;
  /** What the contract finds wrong with it: then it is not sent. */
  wrong: readonly Problem[];
  send: Send<D>;
  name: string;
  onRefused: (problems: Problem[]) => void;
  /** Where the version is shown once it is there. */
  pageOf: (made: Made) => string;
  /** What changes, beside the version of this number. */
  compare: (version: number) => ReactNode;
}

/** Tries it, shows what would come, saves it. */
export function SaveButton<D>({ body, wrong, send, onRefused, ...rest }: SaveProps<D>) {
  const { editor } = useWords().definition;
  const [tried, setTried] = useState<Made | null>(null);
  const { busy, error, run } = useRun((problems) => onRefused(problems.map(shortened)));
  const tryIt = () => {
    if (wrong.length > 0) return onRefused([...wrong]);
    void run(() => send(body, { dryRun: 'true' }), setTried);
  };
  return (
    <>
      <ProblemAlert error={error} />
      <Button type="primary" size="large" loading={busy && tried === null} onClick={tryIt}>
        {editor.review}
      </Button>
      {tried === null ? null : (
        <Confirm
          {...rest}
          tried={tried}
          body={body}
          busy={busy}
          save={(then) => void run(() => send(body, {}), then)}
          error={error}
          onClose={() => setTried(null)}
        />
      )}
    </>
  );
}

/** The definition stands below `definition` in the body and at the top in the editor. */
export const shortened = (one: Problem): Problem => ({ ...one, at: (one.at ?? '').replace(/^definition\./, '') });

function useRun(onRefused: (problems: readonly Problem[]) => void) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const run = async (ask: () => Promise<Made>, then: (made: Made) => void) => {
    setError(null);
    setBusy(true);
    try {
      then(await ask());
    } catch (failed) {
      if (failed instanceof Refused) onRefused(failed.problems);
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}

interface ConfirmProps {
  tried: Made;
  body: VersionBody<unknown>;
  name: string;
  busy: boolean;
  error: unknown;
  save: (then: (made: Made) => void) => void;
  pageOf: (made: Made) => string;
  compare: (version: number) => ReactNode;
  onClose: () => void;
}

function Confirm({ tried, body, name, busy, error, save, pageOf, compare, onClose }: ConfirmProps) {
  const { definition, common } = useWords();
  const { editor } = definition;
  const { message } = App.useApp();
  const term = useTermText()(body) ?? definition.always;
  const guard = useGuard();
  const go = useNavigate();
  const finish = (made: Made) => {
    guard?.touch(false);
    void message.success(fill(editor.done, { version: made.version }));
    void go(pageOf(made));
  };
  return (
    <Modal
      open
      title={editor.reviewTitle}
      width={900}
      onCancel={onClose}
      onOk={() => save(finish)}
      okText={editor.save}
      cancelText={editor.back}
      confirmLoading={busy}
    >
      <ProblemAlert error={error} />
      <p>{fill(editor.willBe, { name, version: tried.version, term })}</p>
      {tried.ended.length === 0 ? null : <p>{fill(editor.ends, { versions: tried.ended.join(common.listComma) })}</p>}
      {compare(tried.version)}
    </Modal>
  );
}
