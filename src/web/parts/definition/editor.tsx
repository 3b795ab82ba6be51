import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Route } from '../../../contract/route.ts';
import type { Ability } from '../../../core/access/role.ts';
import type { Bilingual } from '../../../core/ledger/kind.ts';
import { checkBody } from '../../client/check-body.ts';
import { today } from '../../client/format.ts';
import { useMay } from '../../client/use-me.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { Empty } from '../empty.tsx';
import { LeaveGuard, useGuardedClose } from '../leave-guard.tsx';
import { PageHead } from '../page-head.tsx';
import { Section } from '../section.tsx';
import { withOthers, type Draft } from './draft.ts';
import { Wrongs } from './item.tsx';
import { bodyOf, SaveButton, shortened, TermPart, type Send, type Term, type TermSaid } from './save-part.tsx';

/** A definition of any noun, as far as the shared parts read it. */
interface Named {
  code: string;
  name: Bilingual;
}

/** The version that is edited; null: a new definition. */
export type Before<D> = { version: number; definition: D; placeIds: string[]; placeNames: string[] } | null;

interface GuardedProps {
  ability: Ability;
  /** What who may not hears. */
  forbidden: string;
  /** Where to go when it is closed. */
  back: string;
  children: ReactNode;
}

/** Lets in who may edit, and asks before what was typed is lost. */
export function GuardedEditor({ ability, forbidden, back, children }: GuardedProps) {
  const go = useNavigate();
  const may = useMay();
  const guard = useGuardedClose(() => void go(back));
  if (!may(ability)) return <Empty text={forbidden} />;
  return <LeaveGuard guard={guard}>{children}</LeaveGuard>;
}

interface EditorProps<D extends Named> {
  /** The sentences that the noun has of its own. */
  said: { title: string; editor: TermSaid & { newTitle: string; title: string; lead: string } };
  /** Address of the list; a definition stands below it by its code. */
  list: string;
  before: Before<D>;
  draft: Draft<D>;
  /** What a version is sent by: what its contract finds wrong is said while it is typed. */
  route: Route;
  send: Send<D>;
  compare: (before: { version: number; definition: D }, after: { version: number; definition: D }) => ReactNode;
  children: ReactNode;
}

/** The editor of a definition: its parts, when and where it will hold, what is wrong, saving as a new version. */
export function DefinitionEditor<D extends Named>(props: EditorProps<D>) {
  const { said, list, before, draft, compare, route, send, children } = props;
  const { definition: shared } = useWords();
  const say = useSay();
  const { definition, refuse } = draft;
  const [term, setTerm] = useState<Term>(() => ({
    validFrom: today(),
    validTo: null,
    placeIds: [...(before?.placeIds ?? [])],
    note: '',
  }));
  const body = useMemo(() => bodyOf(definition, term), [definition, term]);
  const wrong = useMemo(() => checkBody(route, body).map(shortened), [route, body]);
  const problems = useMemo(() => withOthers(draft.problems, wrong), [draft.problems, wrong]);
  const name = before === null ? null : say(before.definition.name);
  const trail = name === null || before === null ? [] : [{ label: name, to: `${list}/${before.definition.code}` }];
  const changeTerm = (next: Term) => {
    setTerm(next);
    refuse([]);
  };
  return (
    <Wrongs value={problems}>
      <PageHead
        title={name === null ? said.editor.newTitle : fill(said.editor.title, { name })}
        trail={[{ label: said.title, to: list }, ...trail]}
        lead={said.editor.lead}
      />
      {children}
      <Section title={shared.term}>
        <TermPart said={said.editor} term={term} places={placesOf(before)} setTerm={changeTerm} />
      </Section>
      <div className="df-foot">
        <span className={problems.length === 0 ? 'bf-quiet' : 'df-wrong'}>
          {problems.length === 0 ? shared.editor.noChecks : fill(shared.editor.problems, { count: problems.length })}
        </span>
        <SaveButton
          body={body}
          wrong={wrong}
          name={say(definition.name)}
          send={send}
          onRefused={refuse}
          pageOf={(made) => `${list}/${made.code}?version=${made.version}`}
          compare={(version) => (before === null ? null : compare(before, { version, definition }))}
        />
      </div>
    </Wrongs>
  );
}

const placesOf = (before: Before<unknown>) =>
  (before?.placeIds ?? []).map((id, i) => ({ id, name: before?.placeNames[i] ?? id }));
