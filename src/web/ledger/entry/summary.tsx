import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useMeasureText } from '../measure-text.tsx';
import { useSay } from '../use-say.ts';
import { definitionOf, type Entry } from './entry-data.ts';

/** The figures of an entry, the first of them large, each under the name that its kind gives it. */
export function EntrySummary({ entry }: { entry: Entry }) {
  const { ledger } = useWords();
  const say = useSay();
  const text = useMeasureText();
  const kind = definitionOf(entry);
  const shown = kind.measures.flatMap(({ measure, name }) => {
    const value = text(measure, entry, entry.quantityUnit);
    return value === null ? [] : [{ measure, name: say(name), value }];
  });
  return (
    <div className="lg-figures">
      {shown.map((one) => (
        <div key={one.measure} className="lg-figure">
          <span>{one.name}</span>
          <b className="bf-num">{one.value}</b>
        </div>
      ))}
      {entry.reverses === null ? null : <p className="bf-quiet">{fill(ledger.isReversal, {})}</p>}
    </div>
  );
}
