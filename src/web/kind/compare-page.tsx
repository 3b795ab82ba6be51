import { Select, Switch } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { readKind } from '../../contract/kind.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { useTermText } from '../parts/definition/term.ts';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { CompareTable, useDifferenceCount } from './compare-table.tsx';

type Kind = AnswerOf<typeof readKind>;
type Version = Kind['versions'][number];

/** Two versions of a kind side by side; what differs is lit. */
export function ComparePage() {
  const { code = '' } = useParams();
  const read = useRead(readKind, { params: { code } });
  return <Load read={read}>{(kind) => <Compared kind={kind} />}</Load>;
}

function Compared({ kind }: { kind: Kind }) {
  const { kind: said } = useWords();
  const say = useSay();
  const [query, setQuery] = useSearchParams();
  const [newest, before] = kind.versions;
  const pick = (name: string, other: Version | undefined) =>
    kind.versions.find((one) => String(one.version) === query.get(name)) ?? other;
  const [left, right] = [pick('from', before), pick('to', newest)];
  const name = newest === undefined ? kind.code : say(newest.definition.name);
  const head = (
    <PageHead
      title={fill(said.compareTitle, { name })}
      trail={[
        { label: said.title, to: '/kinds' },
        { label: name, to: `/kinds/${kind.code}` },
      ]}
    />
  );
  if (left === undefined || right === undefined)
    return (
      <>
        {head}
        <Empty text={said.oneVersion} />
      </>
    );
  const choose = (key: string) => (version: number) =>
    setQuery({ from: String(left.version), to: String(right.version), [key]: String(version) }, { replace: true });
  return (
    <>
      {head}
      <TwoVersions kind={kind} left={left} right={right} choose={choose} />
    </>
  );
}

interface TwoProps {
  kind: Kind;
  left: Version;
  right: Version;
  choose: (key: 'from' | 'to') => (version: number) => void;
}

function TwoVersions({ kind, left, right, choose }: TwoProps) {
  const { kind: said, definition: shared } = useWords();
  const [only, setOnly] = useState(true);
  const count = useDifferenceCount(left.definition, right.definition);
  return (
    <section className="bf-section">
      <div className="bf-bar">
        <VersionSelect kind={kind} value={left.version} onChange={choose('from')} label={said.older} />
        <VersionSelect kind={kind} value={right.version} onChange={choose('to')} label={said.newer} />
        <label>
          <Switch size="small" checked={only} onChange={setOnly} /> {said.onlyChanges}
        </label>
        <span className="bf-count">{count === 0 ? shared.noChanges : fill(shared.changes, { count })}</span>
      </div>
      <CompareTable before={left} after={right} only={only} />
    </section>
  );
}

function VersionSelect(props: { kind: Kind; value: number; onChange: (version: number) => void; label: string }) {
  const { kind: said, definition: shared } = useWords();
  const term = useTermText();
  const options = props.kind.versions.map((one) => ({
    value: one.version,
    label: [fill(shared.versionNo, { version: one.version }), term(one), one.placeNames.join(said.and)]
      .filter((text) => text !== null && text !== '')
      .join(' · '),
  }));
  return (
    <Select
      value={props.value}
      onChange={props.onChange}
      options={options}
      aria-label={props.label}
      popupMatchSelectWidth={false}
      style={{ minWidth: 200 }}
    />
  );
}
