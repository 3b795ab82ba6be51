import type { IndicatorDefinition } from '../../../core/indicator/definition.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { definitionLines } from './lines.ts';

interface Side {
  version: number;
  definition: IndicatorDefinition;
}

/** What differs between two versions of a definition, in words, side by side. */
export function CompareLines(props: { before: Side; after: Side; kinds: readonly KindDefinition[] }) {
  const words = useWords();
  const { indicator: said, definition: shared } = words;
  const say = useSay();
  const lines = (side: Side) => definitionLines(side.definition, props.kinds, words, say);
  const old = new Map(lines(props.before).map((one) => [one.part, one.text]));
  const changed = lines(props.after).filter((one) => old.get(one.part) !== one.text);
  if (changed.length === 0) return <p className="bf-quiet fi-same">{shared.noChanges}</p>;
  return (
    <table className="df-compare">
      <thead>
        <tr>
          <th scope="col" />
          <th scope="col">{fill(shared.versionNo, { version: props.before.version })}</th>
          <th scope="col">{fill(shared.versionNo, { version: props.after.version })}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ part, text }) => (
          <tr key={part}>
            <th scope="row">{said.part[part]}</th>
            <td className="is-gone">{old.get(part)}</td>
            <td className="is-new">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
