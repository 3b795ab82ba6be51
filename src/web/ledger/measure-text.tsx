import type { Measure } from '../../core/ledger/kind.ts';
import { MEASURES } from '../../core/ledger/kind.ts';
import { numberText } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';
import { yuanText } from './form/amount.ts';
import { BODY_NAME, MEASURE_UNIT, type MeasuresShown } from './measure.ts';
import { useUnitText } from '../parts/unit-text.tsx';

/** One measure with its unit; measures that the entry does not have are null. */
export function useMeasureText(): (measure: Measure, of: MeasuresShown, unit: string | null) => string | null {
  const { ledger } = useWords();
  const unitText = useUnitText();
  return (measure, of, unit) => {
    const value = of[BODY_NAME[measure]];
    if (value === null) return null;
    const text = measure === 'amount' ? yuanText(String(value)) : numberText(value).replace('-', '−');
    const fixed = MEASURE_UNIT[measure];
    return `${text} ${fixed === null ? unitText(unit ?? '', text) : ledger.unit[fixed]}`.trim();
  };
}

/** All measures that something has, one a line: never added to one another. */
export function MeasuresText({ of, unit }: { of: MeasuresShown; unit: string | null }) {
  const text = useMeasureText();
  const shown = MEASURES.flatMap((measure) => text(measure, of, unit) ?? []);
  if (shown.length === 0) return <span className="bf-quiet">—</span>;
  return (
    <span className="lg-measures">
      {shown.map((one) => (
        <span key={one} className="bf-num">
          {one}
        </span>
      ))}
    </span>
  );
}
