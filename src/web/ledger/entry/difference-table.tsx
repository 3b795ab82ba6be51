import type { Measure } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import type { MeasuresShown } from '../measure.ts';
import { useMeasureText } from '../measure-text.tsx';
import { useSay } from '../use-say.ts';
import { definitionOf, type Entry } from './entry-data.ts';

/** A difference between what was reported and what the county has. */
export type Difference = Entry['differences'][number];

/** The measures of both sides, line by line; what differs is lit. */
export function DifferenceTable({ entry, difference }: { entry: Entry; difference: Difference }) {
  const { ledger } = useWords();
  const say = useSay();
  const text = useMeasureText();
  const kind = definitionOf(entry);
  const { reported, confirmed, settled } = difference;
  const cell = (measure: Measure, of: MeasuresShown | null) =>
    of === null ? '' : (text(measure, of, entry.quantityUnit) ?? '—');
  const third = settled === null ? null : difference.outcome === null ? 'proposed' : 'held';
  return (
    <table className="lg-compare">
      <thead>
        <tr>
          <th />
          <th>{ledger.difference.reported}</th>
          <th>{ledger.difference.confirmed}</th>
          {third === null ? null : <th>{ledger.difference[third]}</th>}
        </tr>
      </thead>
      <tbody>
        {kind.measures.map(({ measure, name }) => {
          const differs = cell(measure, reported) !== cell(measure, confirmed);
          return (
            <tr key={measure} className={differs ? 'is-lit' : ''}>
              <th scope="row">{say(name)}</th>
              <td className="bf-num">{cell(measure, reported)}</td>
              <td className="bf-num">{cell(measure, confirmed)}</td>
              {third === null ? null : <td className="bf-num">{cell(measure, settled)}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
