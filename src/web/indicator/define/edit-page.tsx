import { useCallback, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { addIndicatorVersion, readIndicator } from '../../../contract/indicator.ts';
import { kinds } from '../../../contract/kind.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import { checkIndicator } from '../../../core/indicator/check-indicator.ts';
import type { IndicatorDefinition } from '../../../core/indicator/definition.ts';
import { emptyIndicator } from '../../../core/indicator/empty-indicator.ts';
import { fitted } from '../../../core/indicator/fitted.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { useAct } from '../../client/use-act.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { useNewDraft } from '../../parts/definition/draft.ts';
import { DefinitionEditor, GuardedEditor } from '../../parts/definition/editor.tsx';
import { Load } from '../../parts/load.tsx';
import { Section } from '../../parts/section.tsx';
import { formulaWords, kindSaid } from '../formula-words.ts';
import { CompareLines } from './compare-lines.tsx';
import { AboutPart, CountPart, TextPart } from './edit-parts.tsx';
import './define.css';

type Version = AnswerOf<typeof readIndicator>['versions'][number];

/** A new indicator. */
export function NewIndicatorPage() {
  const read = useRead(kinds, { query: { all: 'true' } });
  return (
    <Load read={read}>
      {({ items }) => {
        const known = items.map((one) => one.definition);
        return <Guarded before={null} first={emptyIndicator(known[0]?.code ?? '')} kinds={known} />;
      }}
    </Load>
  );
}

/** A new version of an indicator, beginning with the one in the address, else the newest. */
export function EditIndicatorPage() {
  const { code = '' } = useParams();
  const [query] = useSearchParams();
  const read = useRead(readIndicator, { params: { code } });
  const known = useRead(kinds, { query: { all: 'true' } });
  return (
    <Load read={read}>
      {({ versions }) => {
        const before = versions.find((one) => String(one.version) === query.get('version')) ?? versions[0];
        if (before === undefined) return null;
        return (
          <Load read={known}>
            {({ items }) => (
              <Guarded before={before} first={before.definition} kinds={items.map((one) => one.definition)} />
            )}
          </Load>
        );
      }}
    </Load>
  );
}

interface EditorProps {
  before: Version | null;
  first: IndicatorDefinition;
  kinds: readonly KindDefinition[];
}

function Guarded(props: EditorProps) {
  const { editor } = useWords().indicator;
  return (
    <GuardedEditor
      ability="indicator.manage"
      forbidden={editor.forbidden}
      back={props.before === null ? '/indicators' : `/indicators/${props.before.code}`}
    >
      <Editor {...props} />
    </GuardedEditor>
  );
}

function Editor({ before, first, kinds: known }: EditorProps) {
  const { indicator: said } = useWords();
  const byCode = useMemo(() => new Map(known.map((one) => [one.code, one])), [known]);
  const check = useCallback((one: IndicatorDefinition) => checkIndicator(one, byCode), [byCode]);
  const draft = useNewDraft(first, check, (one) => fitted(one, byCode));
  const act = useAct(addIndicatorVersion);
  const bodyOf = <B extends { definition: IndicatorDefinition }>(body: B) => ({
    ...body,
    definition: { ...body.definition, factWords: [...body.definition.factWords] },
  });
  const { definition, change } = draft;
  return (
    <DefinitionEditor<IndicatorDefinition>
      said={said}
      list="/indicators"
      before={before}
      draft={draft}
      route={addIndicatorVersion}
      send={(body, query) => act.mutateAsync({ body: bodyOf(body), query })}
      compare={(left, right) => <CompareLines before={left} after={right} kinds={known} />}
    >
      <CountSection draft={definition} change={change} kinds={known} />
      <Section title={said.definition}>
        <AboutPart draft={definition} change={change} fixedCode={before !== null} />
        <TextPart draft={definition} change={change} />
      </Section>
    </DefinitionEditor>
  );
}

interface DraftProps {
  draft: IndicatorDefinition;
  change: (part: Partial<IndicatorDefinition>) => void;
}

function CountSection({ draft, change, kinds: known }: DraftProps & { kinds: readonly KindDefinition[] }) {
  const { indicator: said, figure } = useWords();
  const say = useSay();
  return (
    <Section title={said.part.formula}>
      <p className="fi-words">
        <span className="bf-quiet bf-small">{said.editor.inWords}</span>
        <br />
        {formulaWords(draft.formula, known.map(kindSaid), figure, say)}
      </p>
      <CountPart draft={draft} change={change} kinds={known} />
    </Section>
  );
}
