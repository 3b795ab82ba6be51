import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { AGAINST, type Formula } from '../../../core/indicator/definition.ts';
import { asForm, formOf, FORMS, FORMS_INSIDE, type Form } from '../../../core/indicator/form-of.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { ChoiceItem } from '../../parts/definition/item.tsx';
import { KindsItem, SumEditor } from './sum-editor.tsx';

interface FormulaProps {
  formula: Formula;
  onChange: (formula: Formula) => void;
  kinds: readonly KindDefinition[];
  /** Path of the formula in the definition. */
  at: string;
  allowed?: readonly Form[];
  title?: string;
}

/** How a figure is computed: its form, and inside it what it is computed of. */
export function FormulaEditor({ formula, onChange, kinds, at, allowed = FORMS, title }: FormulaProps) {
  const { indicator: said } = useWords();
  const form = formOf(formula);
  return (
    <div className="fi-formula">
      <ChoiceItem<Form>
        label={title ?? said.formula.how}
        at=""
        value={form}
        options={allowed.map((value) => ({ value, label: said.how[value] }))}
        onChange={(next) => onChange(asForm(formula, next))}
      />
      <Inside formula={formula} onChange={onChange} kinds={kinds} at={`${at}.${form}`} />
    </div>
  );
}

function Inside({ formula, onChange, kinds, at }: FormulaProps) {
  const { indicator: said } = useWords();
  if ('sum' in formula)
    return <SumEditor sum={formula.sum} kinds={kinds} at={at} onChange={(sum) => onChange({ sum })} />;
  if ('latest' in formula)
    return <SumEditor sum={formula.latest} kinds={kinds} at={at} onChange={(latest) => onChange({ latest })} />;
  if ('distinct' in formula)
    return (
      <KindsItem
        value={formula.distinct.kinds}
        kinds={kinds.filter((one) => one.roster !== 'no')}
        at={`${at}.kinds`}
        onChange={(chosen) => onChange({ distinct: { kinds: chosen } })}
      />
    );
  if ('add' in formula) return <AddEditor parts={formula.add} onChange={onChange} kinds={kinds} at={at} />;
  if ('ratio' in formula) return <RatioEditor ratio={formula.ratio} onChange={onChange} kinds={kinds} at={at} />;
  const { growth } = formula;
  return (
    <>
      <ChoiceItem
        label={said.formula.against}
        at={`${at}.against`}
        value={growth.against}
        options={AGAINST.map((value) => ({ value, label: said.formula.againsts[value] }))}
        onChange={(against) => onChange({ growth: { ...growth, against } })}
      />
      <FormulaEditor
        title={said.formula.growing}
        formula={growth.of}
        allowed={FORMS_INSIDE.growth}
        kinds={kinds}
        at={`${at}.of`}
        onChange={(of) => onChange({ growth: { ...growth, of } })}
      />
    </>
  );
}

interface RatioProps {
  ratio: Extract<Formula, { ratio: unknown }>['ratio'];
  onChange: (formula: Formula) => void;
  kinds: readonly KindDefinition[];
  at: string;
}

function RatioEditor({ ratio, onChange, kinds, at }: RatioProps) {
  const { indicator: said } = useWords();
  const part = (key: 'of' | 'by') => (
    <FormulaEditor
      title={said.formula[key]}
      formula={ratio[key]}
      allowed={FORMS_INSIDE.ratio}
      kinds={kinds}
      at={`${at}.${key}`}
      onChange={(one) => onChange({ ratio: { ...ratio, [key]: one } })}
    />
  );
  return (
    <>
      {part('of')}
      {part('by')}
      <Checkbox
        className="df-item"
        checked={ratio.percent === true}
        onChange={(event) => onChange({ ratio: { ...ratio, percent: event.target.checked } })}
      >
        {said.formula.percent}
      </Checkbox>
    </>
  );
}

interface AddProps {
  parts: readonly Formula[];
  onChange: (formula: Formula) => void;
  kinds: readonly KindDefinition[];
  at: string;
}

function AddEditor({ parts, onChange, kinds, at }: AddProps) {
  const { indicator: said } = useWords();
  const [first] = kinds;
  return (
    <>
      {parts.map((part, i) => (
        // The place in the list is what names a part; parts have no state of their own.
        <div key={i}>
          <div className="fi-part-head">
            <span className="bf-quiet">{`${said.formula.parts} ${i + 1}`}</span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={said.formula.removePart}
              disabled={parts.length < 2}
              onClick={() => onChange({ add: parts.filter((_, j) => j !== i) })}
            />
          </div>
          <FormulaEditor
            formula={part}
            allowed={FORMS_INSIDE.add}
            kinds={kinds}
            at={`${at}.${i}`}
            onChange={(one) => onChange({ add: parts.map((old, j) => (j === i ? one : old)) })}
          />
        </div>
      ))}
      <Button
        className="df-item"
        icon={<PlusOutlined />}
        onClick={() =>
          onChange({ add: [...parts, { sum: { kinds: first === undefined ? [] : [first.code], measure: 'entries' } }] })
        }
      >
        {said.formula.addPart}
      </Button>
    </>
  );
}
