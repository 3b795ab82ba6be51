import { MEASURES } from '../../../core/ledger/kind.ts';
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
  const shown = MEASURES.flatMap((measure) => {
    const value = text(measure, entry, entry.quantityUnit);
    const definition = kind.measures.find((one) => one.measure === measure);
    return value === null || definition === undefined ? [] : [{ measure, name: say(definition.name), value }];
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
