import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { readIndicator } from '../../../contract/indicator.ts';
import { kinds } from '../../../contract/kind.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import { checkIndicator } from '../../../core/indicator/check-indicator.ts';
import type { IndicatorDefinition } from '../../../core/indicator/definition.ts';
import { emptyIndicator } from '../../../core/indicator/empty-indicator.ts';
import type { Problem } from '../../../core/kernel/problem.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { today } from '../../client/format.ts';
import { useMay } from '../../client/use-me.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { Empty } from '../../parts/empty.tsx';
import { LeaveGuard, useGuard, useGuardedClose } from '../../parts/leave-guard.tsx';
import { Load } from '../../parts/load.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Section } from '../../parts/section.tsx';
import { formulaWords, kindSaid } from '../formula-words.ts';
import { AboutPart, CountPart, TextPart } from './edit-parts.tsx';
import { Wrongs } from './edit-item.tsx';
import { fitted } from './fitted.ts';
import { SaveButton, TermPart, type Term } from './save-part.tsx';
import './define.css';

type Version = AnswerOf<typeof readIndicator>['versions'][number];

/** A new indicator. */
export function NewIndicatorPage() {
  const read = useRead(kinds, { query: { all: 'true' } });
  return (
    <Load read={read}>
      {({ items }) => {
        const known = items.map((one) => one.definition);
        return <Guarded before={null} first={emptyIndicator(known[0]?.code ?? '')} kinds={known} back="/indicators" />;
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
              <Guarded
                before={before}
                first={before.definition}
                kinds={items.map((one) => one.definition)}
                back={`/indicators/${code}`}
              />
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
  back: string;
}

function Guarded(props: EditorProps) {
  const go = useNavigate();
  const may = useMay();
  const { indicator: said } = useWords();
  const guard = useGuardedClose(() => void go(props.back));
  if (!may('indicator.manage')) return <Empty text={said.editor.forbidden} />;
  return (
    <LeaveGuard guard={guard}>
      <Editor {...props} />
    </LeaveGuard>
  );
}

function Editor({ before, first, kinds: known, back }: EditorProps) {
  const { indicator: said } = useWords();
  const say = useSay();
  const { draft, change, problems, setRefused } = useDraft(first, known);
  const [term, setTerm] = useState<Term>({
    validFrom: today(),
    validTo: null,
    placeIds: [...(before?.placeIds ?? [])],
    note: '',
  });
  const name = before === null ? null : say(before.definition.name);
  return (
    <Wrongs value={problems}>
      <PageHead
        title={name === null ? said.editor.newTitle : fill(said.editor.title, { name })}
        trail={[{ label: said.title, to: '/indicators' }, ...(name === null ? [] : [{ label: name, to: back }])]}
        lead={said.editor.lead}
      />
      <CountSection draft={draft} change={change} kinds={known} />
      <Section title={said.definition}>
        <AboutPart draft={draft} change={change} fixedCode={before !== null} />
        <TextPart draft={draft} change={change} />
      </Section>
      <Section title={said.term}>
        <TermPart
          term={term}
          before={before}
          setTerm={(next) => {
            setTerm(next);
            setRefused([]);
          }}
        />
      </Section>
      <div className="fi-foot">
        <span className={problems.length === 0 ? 'bf-quiet' : 'fi-wrong'}>
          {problems.length === 0 ? said.editor.noChecks : fill(said.editor.problems, { count: problems.length })}
        </span>
        <SaveButton draft={draft} term={term} before={before} kinds={known} onRefused={setRefused} />
      </div>
    </Wrongs>
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

/** The draft: each change is fitted and checked at once by the rules of core; what the server refused stays until the next change. */
function useDraft(first: IndicatorDefinition, known: readonly KindDefinition[]) {
  const [draft, setDraft] = useState(first);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const guard = useGuard();
  const byCode = useMemo(() => new Map(known.map((one) => [one.code, one])), [known]);
  const problems = useMemo(() => {
    const found = checkIndicator(draft, byCode);
    return [...found, ...refused.filter((one) => !found.some((other) => other.at === one.at))];
  }, [draft, byCode, refused]);
  const change = (part: Partial<IndicatorDefinition>) => {
    setRefused([]);
    guard?.touch(true);
    setDraft((now) => fitted({ ...now, ...part }, byCode));
  };
  return { draft, change, problems, setRefused };
}
