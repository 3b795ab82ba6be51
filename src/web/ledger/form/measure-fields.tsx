import { Form, Input } from 'antd';
import type { KindDefinition, MeasureDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { useSay } from '../use-say.ts';
import { BODY_NAME, MEASURE_UNIT } from '../measure.ts';
import { derivedFrom, rosterOfText, type RosterText } from './entry-values.ts';
import { MoneyInput } from './money-input.tsx';

/** The measures that a kind has, each under its own name. What the roster says is shown and not asked. */
export function MeasureFields({ kind }: { kind: KindDefinition }) {
  return kind.measures.map((one) => <MeasureField key={one.measure} definition={one} />);
}

function MeasureField({ definition }: { definition: MeasureDefinition }) {
  const say = useSay();
  const roster = Form.useWatch<readonly RosterText[] | undefined>('roster') ?? [];
  const { ledger } = useWords();
  const name = ['measures', BODY_NAME[definition.measure]];
  const label = say(definition.name);
  const rows = definition.derived === null ? [] : rosterOfText(roster);
  if (definition.derived !== null && rows.length > 0) {
    const sum = derivedFrom(rows);
    return (
      <Form.Item label={label} className="lg-field" extra={ledger.form.derived}>
        <Derived value={definition.derived === 'roster_people' ? sum.people : sum.times} definition={definition} />
      </Form.Item>
    );
  }
  return (
    <Form.Item name={name} label={label} required={definition.required} className="lg-field">
      {definition.measure === 'amount' ? <MoneyInput large /> : <CountInput definition={definition} />}
    </Form.Item>
  );
}

interface CountProps {
  id?: string;
  value?: string | null;
  onChange?: (text: string) => void;
  definition: MeasureDefinition;
}

/** A quantity, 人 or 人次; its unit stands behind it and cannot be chosen. */
function CountInput({ id, value, onChange, definition }: CountProps) {
  const { ledger } = useWords();
  const fixed = MEASURE_UNIT[definition.measure];
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value)}
      inputMode={definition.measure === 'quantity' ? 'decimal' : 'numeric'}
      suffix={fixed === null ? definition.unit : ledger.unit[fixed]}
      autoComplete="off"
    />
  );
}

function Derived({ value, definition, id }: { value: number; definition: MeasureDefinition; id?: string }) {
  const { ledger } = useWords();
  const fixed = MEASURE_UNIT[definition.measure];
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      value={value}
      readOnly
      className="lg-derived"
      suffix={fixed === null ? definition.unit : ledger.unit[fixed]}
    />
  );
}
