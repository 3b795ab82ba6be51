import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addKind, addKindVersion, type kindVersion } from '../../../contract/kind.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import type { z } from 'zod';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import type { Problem } from '../../../core/kernel/problem.ts';
import { call, Refused } from '../../client/call.ts';
import { checkBody } from '../../client/check-body.ts';
import { newId } from '../../client/new-id.ts';
import { useAct } from '../../client/use-act.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { useGuard } from '../../parts/leave-guard.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { CompareTable } from '../compare-table.tsx';
import { termText, useDay } from '../marks.tsx';
import { Item } from './controls.tsx';
import { useDraft } from './draft.tsx';
import { PlacesInput } from './places-input.tsx';

/** For which days and places, and why. */
export interface Term {
  validFrom: string | null;
  validTo: string | null;
  placeIds: string[];
  note: string;
}
type Made = AnswerOf<typeof addKind>;

/** The version that is edited, for the comparison before saving; null: a new kind. */
export type Before = (z.output<typeof kindVersion> & { placeNames: string[] }) | null;

/** When and where it holds. */
export function TermPart({ term, setTerm, before }: { term: Term; setTerm: (term: Term) => void; before: Before }) {
  const { kind: said } = useWords();
  const known = (before?.placeIds ?? []).map((id, i) => ({ id, name: before?.placeNames[i] ?? id }));
  return (
    <>
      <div className="kd-two">
        <Item label={said.editor.validFrom} at="validFrom" extra={said.editor.validFromHelp}>
          {({ id }) => (
            <DayInput id={id} value={term.validFrom} onChange={(validFrom) => setTerm({ ...term, validFrom })} />
          )}
        </Item>
        <Item label={said.editor.validTo} at="validTo" extra={said.editor.validToHelp}>
          {({ id }) => <DayInput id={id} value={term.validTo} onChange={(validTo) => setTerm({ ...term, validTo })} />}
        </Item>
      </div>
      <Item label={said.editor.places} at="placeIds" below extra={said.editor.placesHelp}>
        {({ id }) => (
          <PlacesInput
            id={id}
            known={known}
            value={term.placeIds}
            onChange={(placeIds) => setTerm({ ...term, placeIds })}
          />
        )}
      </Item>
      <Item label={said.editor.note} at="note">
        {(control) => (
          <Input
            {...control}
            value={term.note}
            maxLength={500}
            placeholder={said.editor.noteHint}
            onChange={(event) => setTerm({ ...term, note: event.target.value })}
          />
        )}
      </Item>
    </>
  );
}

interface SaveProps {
  term: Term;
  before: Before;
  onRefused: (problems: Problem[]) => void;
}

const bodyOf = (definition: KindDefinition, term: Term) => ({
  definition,
  ...term,
  validFrom: term.validFrom ?? '',
  note: term.note.trim() === '' ? null : term.note.trim(),
});

/** Tries it, shows what would come, saves it. */
export function SaveButton({ term, before, onRefused }: SaveProps) {
  const { kind: said } = useWords();
  const { definition } = useDraft();
  const [tried, setTried] = useState<Made | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const body = bodyOf(definition, term);
  const tryIt = async () => {
    setError(null);
    const route = before === null ? addKind : addKindVersion;
    const found = checkBody(route, body);
    if (found.length > 0) return onRefused(found.map(shortened));
    setBusy(true);
    try {
      setTried(await dryRun(before, body));
    } catch (failed) {
      if (failed instanceof Refused) onRefused(failed.problems.map(shortened));
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ProblemAlert error={error} />
      <Button type="primary" size="large" loading={busy} onClick={() => void tryIt()}>
        {said.editor.review}
      </Button>
      {tried === null ? null : <Confirm tried={tried} before={before} body={body} onClose={() => setTried(null)} />}
    </>
  );
}

type Body = ReturnType<typeof bodyOf>;

/** The definition stands below `definition` in the body and at the top in the editor. */
const shortened = (one: Problem): Problem => ({ ...one, at: (one.at ?? '').replace(/^definition\./, '') });

function dryRun(before: Before, body: Body): Promise<Made> {
  const input = { query: { dryRun: 'true' }, body: { ...body, actId: newId() } };
  return before === null ? call(addKind, input) : call(addKindVersion, { ...input, params: { code: before.code } });
}

function useSaving(before: Before, body: Body) {
  const add = useAct(addKind);
  const change = useAct(addKindVersion);
  const save = (onSuccess: (made: Made) => void) => {
    if (before === null) add.mutate({ body }, { onSuccess });
    else change.mutate({ params: { code: before.code }, body }, { onSuccess });
  };
  return { save, busy: add.isPending || change.isPending, error: add.error ?? change.error };
}

function Confirm(props: { tried: Made; before: Before; body: Body; onClose: () => void }) {
  const { tried, before, body, onClose } = props;
  const { kind: said } = useWords();
  const { message } = App.useApp();
  const say = useSay();
  const day = useDay();
  const guard = useGuard();
  const go = useNavigate();
  const { save, busy, error } = useSaving(before, body);
  const finish = (made: Made) => {
    guard?.touch(false);
    void message.success(fill(said.editor.done, { version: made.version }));
    void go(`/kinds/${made.code}?version=${made.version}`);
  };
  const term = [termText(body, said, day)].filter((one) => one !== '').join('') || said.always;
  return (
    <Modal
      open
      title={said.editor.reviewTitle}
      width={900}
      onCancel={onClose}
      onOk={() => save(finish)}
      okText={said.editor.save}
      cancelText={said.editor.back}
      confirmLoading={busy}
    >
      <ProblemAlert error={error} />
      <p>{fill(said.editor.willBe, { name: say(body.definition.name), version: tried.version, term })}</p>
      {tried.ended.length === 0 ? null : <p>{fill(said.editor.ends, { versions: tried.ended.join(said.and) })}</p>}
      {before === null ? null : (
        <CompareTable
          before={before.definition}
          after={body.definition}
          only
          heads={[fill(said.versionNo, { version: before.version }), fill(said.versionNo, { version: tried.version })]}
        />
      )}
    </Modal>
  );
}
