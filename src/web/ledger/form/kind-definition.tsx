import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { useNarrow } from '../../client/use-narrow.ts';
import { useSay } from '../use-say.ts';
import '../style/definition.css';

/** What counts under a kind and where that comes from; folded on a phone. */
export function KindDefinitionNote({ kind, version }: { kind: KindDefinition; version: number }) {
  const { ledger, term } = useWords();
  const say = useSay();
  const narrow = useNarrow(992);
  const said = ledger.definition;
  return (
    <details className="lg-definition" open={!narrow} key={String(narrow)}>
      <summary>
        {said.title} <UnverifiedKind kind={kind} />
      </summary>
      <p className="lg-definition-text">{say(kind.text)}</p>
      <dl className="bf-pairs bf-small">
        <dt>{said.line}</dt>
        <dd>{[term.line[kind.line], kind.topic].filter(Boolean).join(' · ')}</dd>
        <dt>{said.countsOn}</dt>
        <dd>{say(kind.countsOn)}</dd>
        <dt>{said.source}</dt>
        <dd>{kind.source}</dd>
        <dt>{said.version}</dt>
        <dd>{fill(said.versionNo, { version })}</dd>
      </dl>
    </details>
  );
}

/** 待核实: the official definition is not public, this one is our default. */
export function UnverifiedKind({ kind }: { kind: Pick<KindDefinition, 'unverified'> }) {
  const { ledger } = useWords();
  if (!kind.unverified) return null;
  return (
    <Mark tone="warn" title={ledger.definition.unverifiedWhy}>
      {ledger.definition.unverified}
    </Mark>
  );
}
