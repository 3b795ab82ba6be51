import { Form, Input, Radio, Select } from 'antd';
import { fill } from '../../../words/words.ts';
import { numberText } from '../../client/format.ts';
import { useWords } from '../../client/use-words.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { PlacesSelect } from './choose-many.tsx';
import { normalFigure } from './normal-figure.ts';

const APPROX = ['about', 'over', 'under', 'at_least', 'at_most'] as const;

/** The fields of a fact. */
export function FactFields() {
  const { form: said } = useWords().document;
  return (
    <>
      <Form.Item name="what" label={said.what}>
        <Input maxLength={300} />
      </Form.Item>
      <FigureFields />
      <div className="bf-two">
        <Form.Item name="when" label={said.when}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="planned" label={said.planned}>
          <Radio.Group
            options={[
              { value: false, label: said.plannedNo },
              { value: true, label: said.plannedYes },
            ]}
          />
        </Form.Item>
        <Form.Item name="from" label={said.from}>
          <DayInput />
        </Form.Item>
        <Form.Item name="to" label={said.to}>
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="placeIds" label={said.places}>
        <PlacesSelect />
      </Form.Item>
      <Form.Item name="where" label={said.where}>
        <Select mode="tags" open={false} placeholder={said.enterAfterEach} tokenSeparators={['，', '、', ',']} />
      </Form.Item>
    </>
  );
}

/** Value and unit as printed, and beside them what they come to, at every key. */
function FigureFields() {
  const { form: said } = useWords().document;
  const form = Form.useFormInstance();
  const value = Form.useWatch<string | undefined>('value', form) ?? '';
  const unit = Form.useWatch<string | undefined>('unit', form) ?? '';
  const exact = Form.useWatch<string | undefined>('exact', form) ?? '';
  const plainUnit = Form.useWatch<string | undefined>('plainUnit', form) ?? '';
  const follow = () => {
    const normal = normalFigure(String(form.getFieldValue('value') ?? ''), String(form.getFieldValue('unit') ?? ''));
    if (normal === null) return form.setFieldsValue({ exact: '' });
    const plain = normal.plainUnit === '' ? plainUnit : normal.plainUnit;
    return form.setFieldsValue({ exact: normal.exact, plainUnit: plain });
  };
  const clear = normalFigure(value, unit) !== null;
  return (
    <>
      <div className="rv-figure-fields">
        <Form.Item name="value" label={said.value}>
          <Input maxLength={40} placeholder={said.valueHint} inputMode="decimal" onChange={follow} />
        </Form.Item>
        <Form.Item name="unit" label={said.unit}>
          <Input maxLength={40} placeholder={said.unitHint} onChange={follow} />
        </Form.Item>
        <Form.Item name="approx" label={said.approx}>
          <Select
            allowClear
            placeholder={said.approxNone}
            options={APPROX.map((one) => ({ value: one, label: said.approxOf[one] }))}
          />
        </Form.Item>
        <Form.Item name="approxText" label={said.approxText}>
          <Input maxLength={20} />
        </Form.Item>
      </div>
      <p className={clear ? 'rv-exact' : 'rv-exact is-unclear'} aria-live="polite">
        {clear ? fill(said.exactIs, { exact: numberText(exact), unit: plainUnit }) : said.exactUnclear}
      </p>
      <div className="bf-two" style={clear && plainUnit !== '' ? { display: 'none' } : {}}>
        <Form.Item name="exact" label={said.exact}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="plainUnit" label={said.unit}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
    </>
  );
}
