import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addIndicatorVersion } from '../../../contract/indicator.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import type { IndicatorDefinition } from '../../../core/indicator/definition.ts';
import type { Problem } from '../../../core/kernel/problem.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { call, Refused } from '../../client/call.ts';
import { checkBody } from '../../client/check-body.ts';
import { dayText } from '../../client/format.ts';
import { newId } from '../../client/new-id.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useAct } from '../../client/use-act.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { PlacesInput } from '../../kind/edit/places-input.tsx';
import { useSay } from '../../ledger/use-say.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { useGuard } from '../../parts/leave-guard.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { CompareLines } from './compare-lines.tsx';
import { Item } from './edit-item.tsx';
import { termWords } from './term-words.ts';

/** For which days and places, and why. */
export interface Term {
  validFrom: string | null;
  validTo: string | null;
  placeIds: string[];
  note: string;
}

/** The version that is edited; null: a new indicator. */
export type Before = {
  version: number;
  definition: IndicatorDefinition;
  placeIds: string[];
  placeNames: string[];
} | null;

/** When and where it holds. */
export function TermPart({ term, setTerm, before }: { term: Term; setTerm: (term: Term) => void; before: Before }) {
  const { editor, places } = useWords().indicator;
  const known = (before?.placeIds ?? []).map((id, i) => ({ id, name: before?.placeNames[i] ?? id }));
  return (
    <>
      <div className="fi-row">
        <Item label={editor.validFrom} at="validFrom" extra={editor.validFromHelp}>
          {({ id }) => (
            <DayInput id={id} value={term.validFrom} onChange={(validFrom) => setTerm({ ...term, validFrom })} />
          )}
        </Item>
        <Item label={editor.validTo} at="validTo" extra={editor.validToHelp}>
          {({ id }) => <DayInput id={id} value={term.validTo} onChange={(validTo) => setTerm({ ...term, validTo })} />}
        </Item>
      </div>
      <Item label={places} at="placeIds" extra={editor.placesHelp}>
        {({ id }) => (
          <PlacesInput
            id={id}
            known={known}
            value={term.placeIds}
            onChange={(placeIds) => setTerm({ ...term, placeIds })}
          />
        )}
      </Item>
      <Item label={editor.note} at="note">
        {(control) => (
          <Input
            {...control}
            value={term.note}
            maxLength={500}
            placeholder={editor.noteHint}
            onChange={(event) => setTerm({ ...term, note: event.target.value })}
          />
        )}
      </Item>
    </>
  );
}

interface SaveProps {
  draft: IndicatorDefinition;
  term: Term;
  before: Before;
  kinds: readonly KindDefinition[];
  onRefused: (problems: Problem[]) => void;
}

const bodyOf = (definition: IndicatorDefinition, term: Term) => ({
  definition: { ...definition, factWords: [...definition.factWords] },
  ...term,
  validFrom: term.validFrom ?? '',
  note: term.note.trim() === '' ? null : term.note.trim(),
});
type Body = ReturnType<typeof bodyOf>;
type Made = AnswerOf<typeof addIndicatorVersion>;

/** The definition stands below `definition` in the body and at the top in the editor. */
const shortened = (one: Problem): Problem => ({ ...one, at: (one.at ?? '').replace(/^definition\./, '') });

/** Tries it, shows what would come, saves it. */
export function SaveButton({ draft, term, before, kinds, onRefused }: SaveProps) {
  const { editor } = useWords().indicator;
  const [tried, setTried] = useState<Made | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const body = bodyOf(draft, term);
  const tryIt = async () => {
    setError(null);
    const found = checkBody(addIndicatorVersion, body);
    if (found.length > 0) return onRefused(found.map(shortened));
    setBusy(true);
    try {
      setTried(await call(addIndicatorVersion, { query: { dryRun: 'true' }, body: { ...body, actId: newId() } }));
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
        {editor.review}
      </Button>
      {tried === null ? null : (
        <Confirm tried={tried} before={before} body={body} kinds={kinds} onClose={() => setTried(null)} />
      )}
    </>
  );
}

interface ConfirmProps {
  tried: Made;
  before: Before;
  body: Body;
  kinds: readonly KindDefinition[];
  onClose: () => void;
}

function Confirm({ tried, before, body, kinds, onClose }: ConfirmProps) {
  const { indicator: said, common } = useWords();
  const { message } = App.useApp();
  const { language } = usePreferences().preferences;
  const say = useSay();
  const guard = useGuard();
  const go = useNavigate();
  const act = useAct(addIndicatorVersion);
  const save = () =>
    act.mutate(
      { body },
      {
        onSuccess: (made) => {
          guard?.touch(false);
          void message.success(fill(said.editor.done, { version: made.version }));
          void go(`/indicators/${made.code}?version=${made.version}`);
        },
      },
    );
  const term = termWords(body, said, (day) => dayText(day, language));
  const { definition } = body;
  return (
    <Modal
      open
      title={said.editor.reviewTitle}
      width={900}
      onCancel={onClose}
      onOk={save}
      okText={said.editor.save}
      cancelText={said.editor.back}
      confirmLoading={act.isPending}
    >
      <ProblemAlert error={act.error} />
      <p>{fill(said.editor.willBe, { name: say(definition.name), version: tried.version, term })}</p>
      {tried.ended.length === 0 ? null : (
        <p>{fill(said.editor.ends, { versions: tried.ended.join(common.listComma) })}</p>
      )}
      {before === null ? null : (
        <CompareLines before={before} after={{ version: tried.version, definition }} kinds={kinds} />
      )}
    </Modal>
  );
}
