import { Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { readKind } from '../../contract/kind.ts';
import { emptyKind } from '../../core/ledger/empty-kind.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import { today } from '../client/format.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill, words, type Words } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { Empty } from '../parts/empty.tsx';
import { LeaveGuard, useGuardedClose } from '../parts/leave-guard.tsx';
import { Load } from '../parts/load.tsx';
import { Mark } from '../parts/mark.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { countBelow, DraftProvider, useNewDraft, type Draft } from './edit/draft.tsx';
import { EvidencePart } from './edit/evidence-part.tsx';
import { FieldsPart } from './edit/fields-part.tsx';
import { JsonPart } from './edit/json-part.tsx';
import { KeysPart } from './edit/keys-part.tsx';
import { MeasuresPart } from './edit/measures-part.tsx';
import { PreviewPart } from './edit/preview-part.tsx';
import { RulesPart } from './edit/rules-part.tsx';
import { SaveButton, TermPart, type Before, type Term } from './edit/save-part.tsx';
import { TextsPart } from './edit/texts-part.tsx';
import './kind.css';

/** A new kind. */
export function NewKindPage() {
  const { kind: said } = useWords();
  // What stands in both languages' words is what the editor begins with.
  const first = emptyKind({
    voucher: { zh: words['zh-CN'].kind.voucher, en: words.en.kind.voucher },
    payee: { zh: words['zh-CN'].kind.payee, en: words.en.kind.payee },
  });
  return <Guarded before={null} first={first} title={said.editor.newTitle} back="/kinds" />;
}

/** A new version of a kind, beginning with the one in the address, else the newest. */
export function EditKindPage() {
  const { code = '' } = useParams();
  const [query] = useSearchParams();
  const { kind: said } = useWords();
  const say = useSay();
  const read = useRead(readKind, { params: { code } });
  return (
    <Load read={read}>
      {({ versions }) => {
        const before = versions.find((one) => String(one.version) === query.get('version')) ?? versions[0];
        if (before === undefined) return null;
        const title = fill(said.editor.title, { name: say(before.definition.name) });
        return <Guarded before={before} first={before.definition} title={title} back={`/kinds/${code}`} />;
      }}
    </Load>
  );
}

interface EditorProps {
  before: Before;
  first: KindDefinition;
  title: string;
  back: string;
}

function Guarded(props: EditorProps) {
  const go = useNavigate();
  const may = useMay();
  const { kind: said } = useWords();
  const guard = useGuardedClose(() => void go(props.back));
  if (!may('kind.manage')) return <Empty text={said.editor.forbiddenLead} />;
  return (
    <LeaveGuard guard={guard}>
      <Editor {...props} />
    </LeaveGuard>
  );
}

function Editor({ before, first, title, back }: EditorProps) {
  const { kind: said } = useWords();
  const say = useSay();
  const { draft, setRefused } = useNewDraft(first, before !== null);
  const [term, setTerm] = useState<Term>({
    validFrom: today(),
    validTo: null,
    placeIds: [...(before?.placeIds ?? [])],
    note: '',
  });
  const trail = [
    { label: said.title, to: '/kinds' },
    ...(before === null ? [] : [{ label: say(before.definition.name), to: back }]),
  ];
  return (
    <DraftProvider draft={draft}>
      <PageHead title={title} trail={trail} lead={said.editor.lead} />
      <section className="bf-section kd-editor">
        <Parts draft={draft} />
      </section>
      <Section title={said.editor.term}>
        <TermPart
          term={term}
          before={before}
          setTerm={(next) => {
            setTerm(next);
            setRefused([]);
          }}
        />
      </Section>
      <div className="kd-foot">
        <span className="bf-quiet">
          {draft.problems.length === 0
            ? said.editor.noChecks
            : fill(said.editor.problems, { count: draft.problems.length })}
        </span>
        <SaveButton term={term} before={before} onRefused={setRefused} />
      </div>
    </DraftProvider>
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

function Parts({ draft }: { draft: Draft }) {
  const { kind: said } = useWords();
  const items = PARTS.map(([name, Part]) => {
    const wrong = countBelow(draft.problems, PATHS[name] ?? []);
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
