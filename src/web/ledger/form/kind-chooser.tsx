import { useState } from 'react';
import { Link } from 'react-router';
import { LINES } from '../../../core/document/reading.ts';
import { useWords } from '../../client/use-words.ts';
import { Empty } from '../../parts/empty.tsx';
import { SearchInput } from '../../parts/search-input.tsx';
import '../style/kind-form.css';
import { useSay } from '../use-say.ts';
import { UnverifiedKind } from './kind-definition.tsx';
import { useOftenUsed, type KindNow } from './use-kinds.ts';

/** Chooses what is entered: the kinds used most first, then all by line of work; typing narrows. */
export function KindChooser({ kinds, toKind }: { kinds: readonly KindNow[]; toKind: (code: string) => string }) {
  const { ledger, term, common } = useWords();
  const [typed, setTyped] = useState('');
  const often = useOftenUsed();
  const wanted = typed.trim().toLowerCase();
  const found = kinds.filter((one) => fits(one, wanted));
  const used = often.flatMap((code) => found.filter((one) => one.code === code));
  return (
    <div className="lg-chooser">
      <SearchInput value={typed} onChange={setTyped} label={ledger.chooser.find} />
      <div className="bf-section">
        {found.length === 0 ? <Empty small text={common.noMatch} /> : null}
        {used.length > 0 ? <Group title={ledger.chooser.often} kinds={used} toKind={toKind} /> : null}
        {LINES.map((line) => {
          const group = found.filter((one) => one.definition.line === line);
          if (group.length === 0) return null;
          return <Group key={line} title={term.line[line]} kinds={group} toKind={toKind} />;
        })}
      </div>
    </div>
  );
}

function Group({
  title,
  kinds,
  toKind,
}: {
  title: string;
  kinds: readonly KindNow[];
  toKind: (code: string) => string;
}) {
  const say = useSay();
  return (
    <section className="lg-line-kinds">
      <h2>{title}</h2>
      <ul className="lg-kinds">
        {kinds.map(({ code, definition }) => (
          <li key={code}>
            <Link to={toKind(code)} replace>
              <b>
                {say(definition.name)} <UnverifiedKind kind={definition} />
              </b>
              <span>{say(definition.text)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function fits({ code, definition }: KindNow, wanted: string): boolean {
  if (wanted === '') return true;
  const { name, text, topic, line } = definition;
  return [code, name.zh, name.en, text.zh, topic ?? '', line].some((one) => one.toLowerCase().includes(wanted));
}
