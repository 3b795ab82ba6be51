import { Tabs } from 'antd';
import { useContext } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { addKind, addKindVersion, readKind } from '../../contract/kind.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { checkKind } from '../../core/ledger/check-kind.ts';
import { emptyKind } from '../../core/ledger/empty-kind.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import { useAct } from '../client/use-act.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { words, type Words } from '../../words/words.ts';
import { useNewDraft } from '../parts/definition/draft.ts';
import { DefinitionEditor, GuardedEditor } from '../parts/definition/editor.tsx';
import { Wrongs } from '../parts/definition/item.tsx';
import { Load } from '../parts/load.tsx';
import { Mark } from '../parts/mark.tsx';
import { CompareTable } from './compare-table.tsx';
import { countBelow, DraftContext } from './edit/draft.tsx';
import { EvidencePart } from './edit/evidence-part.tsx';
import { FieldsPart } from './edit/fields-part.tsx';
import { JsonPart } from './edit/json-part.tsx';
import { KeysPart } from './edit/keys-part.tsx';
import { MeasuresPart } from './edit/measures-part.tsx';
import { PreviewPart } from './edit/preview-part.tsx';
import { RulesPart } from './edit/rules-part.tsx';
import { TextsPart } from './edit/texts-part.tsx';
import './kind.css';

type Version = AnswerOf<typeof readKind>['versions'][number];

/** A new kind. */
export function NewKindPage() {
  // What stands in both languages' words is what the editor begins with.
  const first = emptyKind({
    voucher: { zh: words['zh-CN'].kind.voucher, en: words.en.kind.voucher },
    payee: { zh: words['zh-CN'].kind.payee, en: words.en.kind.payee },
  });
  return <Guarded before={null} first={first} />;
}

/** A new version of a kind, beginning with the one in the address, else the newest. */
export function EditKindPage() {
  const { code = '' } = useParams();
  const [query] = useSearchParams();
  const read = useRead(readKind, { params: { code } });
  return (
    <Load read={read}>
      {({ versions }) => {
        const before = versions.find((one) => String(one.version) === query.get('version')) ?? versions[0];
        if (before === undefined) return null;
        return <Guarded before={before} first={before.definition} />;
      }}
    </Load>
  );
}

interface EditorProps {
  before: Version | null;
  first: KindDefinition;
}

function Guarded(props: EditorProps) {
  const { editor } = useWords().kind;
  return (
    <GuardedEditor
      ability="kind.manage"
      forbidden={editor.forbidden}
      back={props.before === null ? '/kinds' : `/kinds/${props.before.code}`}
    >
      <Editor {...props} />
    </GuardedEditor>
  );
}

function Editor({ before, first }: EditorProps) {
  const { kind: said } = useWords();
  const draft = useNewDraft(first, checkKind);
  const add = useAct(addKind);
  const change = useAct(addKindVersion);
  return (
    <DraftContext value={{ ...draft, fixedCode: before !== null }}>
      <DefinitionEditor
        said={said}
        list="/kinds"
        before={before}
        draft={draft}
        route={addKind}
        send={(body, query) =>
          before === null
            ? add.mutateAsync({ body, query })
            : change.mutateAsync({ params: { code: before.code }, body, query })
        }
        compare={(left, right) => <CompareTable before={left} after={right} only />}
      >
        <section className="bf-section kd-editor">
          <Parts />
        </section>
      </DefinitionEditor>
    </DraftContext>
  );
}

type PartName = keyof Words['kind']['editor']['parts'];

/** Which paths of a definition each tab edits. */
const PATHS: Partial<Record<PartName, readonly string[]>> = {
  texts: ['code', 'line', 'topic', 'name', 'text', 'source', 'countsOn', 'unverified'],
  measures: ['measures'],
  fields: ['fields', 'voucher', 'payee', 'roster'],
  keys: ['facets', 'once'],
  rules: ['rules'],
  evidence: ['evidence'],
};
const PARTS: readonly [PartName, () => React.JSX.Element | null][] = [
  ['texts', TextsPart],
  ['measures', MeasuresPart],
  ['fields', FieldsPart],
  ['keys', KeysPart],
  ['rules', RulesPart],
  ['evidence', EvidencePart],
  ['preview', PreviewPart],
  ['json', JsonPart],
];

function Parts() {
  const { kind: said } = useWords();
  const problems = useContext(Wrongs);
  const items = PARTS.map(([name, Part]) => {
    const wrong = countBelow(problems, PATHS[name] ?? []);
    return {
      key: name,
      label: (
        <>
          {said.editor.parts[name]} {wrong > 0 ? <Mark tone="late">{wrong}</Mark> : null}
        </>
      ),
      children: <Part />,
    };
  });
  return <Tabs items={items} destroyOnHidden />;
}
