import { Form } from 'antd';
import type { Problem } from '../../../core/kernel/problem.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { MeasureFields } from '../form/measure-fields.tsx';
import { fenToText } from '../form/amount.ts';
import { keptScale } from '../form/money-scale.ts';
import { readValues, type EntryValues, type ReadValues } from '../form/entry-values.ts';
import type { MeasuresShown } from '../measure.ts';
import '../style/kind-form.css';

/** The measures of an entry to be typed anew, in a form that is about nothing else. */
export function MeasureInputs({ kind }: { kind: KindDefinition }) {
  // Without a roster in this form every measure is typed.
  const typed = { ...kind, measures: kind.measures.map((one) => ({ ...one, derived: null })) };
  return (
    <>
      <Form.Item name="roster" hidden />
      <div className="lg-fields">
        <MeasureFields kind={typed} />
      </div>
    </>
  );
}

/** Measures as the inputs hold them. */
export function typedMeasures(of: MeasuresShown): NonNullable<EntryValues['measures']> {
  const scale = keptScale();
  return {
    amountFen: of.amountFen === null ? null : { text: fenToText(of.amountFen, scale), scale },
    quantity: of.quantity,
    people: of.people === null ? null : String(of.people),
    personTimes: of.personTimes === null ? null : String(of.personTimes),
  };
}

/** The measures that were typed, with what could not be read. */
export function readTyped(
  measures: EntryValues['measures'],
  kind: KindDefinition,
): { measures: ReadValues['body']['measures']; problems: Problem[] } {
  const read = readValues({ measures: measures ?? {} }, { ...kind, fields: [], roster: 'no' });
  return { measures: read.body.measures, problems: read.problems };
}
