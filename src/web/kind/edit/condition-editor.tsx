import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Condition, KindDefinition, Operand } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import type { Words } from '../../../words/words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { Wrong } from '../../parts/definition/item.tsx';
import { nameOfPart } from '../naming.ts';
import { RemoveButton } from './controls.tsx';
import { listOps, useDraft } from './draft.tsx';

type Test = Condition['test'];
const SIGNS = ['=', '≠', '<', '≤', '>', '≥'] as const;
const DEPTH = 3;

/** A condition to begin with. */
export const emptyCondition = (code: string): Condition => ({ test: 'filled', of: code });

interface EditorProps {
  label: ReactNode;
  at: string;
  value: Condition;
  onChange: (value: Condition) => void;
  onRemove?: () => void;
}

/** A condition under its label, with what is wrong with it. */
export function ConditionEditor({ label, at, value, onChange, onRemove }: EditorProps) {
  return (
    <div className="df-item">
      <div className="kd-label">{label}</div>
      <Node value={value} onChange={onChange} depth={1} {...(onRemove === undefined ? {} : { onRemove })} />
      <Wrong at={at} />
    </div>
  );
}

interface NodeProps {
  value: Condition;
  onChange: (value: Condition) => void;
  depth: number;
  onRemove?: () => void;
}

function Node(props: NodeProps) {
  const { value, onChange, depth, onRemove } = props;
  const { kind: said } = useWords();
  const { definition } = useDraft();
  const tests: Test[] = [
    'filled',
    'empty',
    ...SIGNS,
    'in',
    'product',
    ...(depth < DEPTH ? (['all', 'any'] as const) : []),
  ];
  return (
    <div className="kd-test">
      <div className="kd-test-row">
        <Before value={value} onChange={onChange} />
        <Select<Test>
          value={value.test}
          aria-label={said.rule}
          options={tests.map((test) => ({ value: test, label: testName(test, said) }))}
          onChange={(test) => onChange(asTest(test, value, definition))}
          popupMatchSelectWidth={false}
          style={{ minWidth: 110 }}
        />
        <Behind value={value} onChange={onChange} />
        {onRemove === undefined ? null : <RemoveButton onClick={onRemove} />}
      </div>
      {value.test === 'all' || value.test === 'any' ? <Group {...props} value={value} /> : null}
    </div>
  );
}

const testName = (test: Test, said: Words['kind']): string =>
  test in said.test ? said.test[test as keyof Words['kind']['test']] : test;

function Group({ value, onChange, depth }: NodeProps & { value: Extract<Condition, { test: 'all' | 'any' }> }) {
  const { kind: said } = useWords();
  const { definition } = useDraft();
  return (
    <div style={{ marginTop: 8 }}>
      {value.of.map((one, i) => (
        <Node
          key={i}
          value={one}
          depth={depth + 1}
          onChange={(next) => onChange({ ...value, of: value.of.map((old, j) => (j === i ? next : old)) })}
          {...(value.of.length > 1 ? { onRemove: () => onChange({ ...value, of: listOps.remove(value.of, i) }) } : {})}
        />
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => onChange({ ...value, of: [...value.of, emptyCondition(firstPart(definition))] })}
      >
        {said.editor.addTest}
      </Button>
    </div>
  );
}

const firstPart = (d: KindDefinition): string => d.measures[0]?.measure ?? d.fields[0]?.code ?? 'occurred_on';

/** The same condition with another test: what both have is kept. */
function asTest(test: Test, from: Condition, d: KindDefinition): Condition {
  const code = firstCode(from) ?? firstPart(d);
  switch (test) {
    case 'filled':
    case 'empty':
      return { test, of: code };
    case 'in':
      return { test, of: code, values: [] };
    case 'product':
      return { test, left: { of: code }, by: { of: code }, is: { of: code }, tolerance: '0.02' };
    case 'all':
    case 'any':
      return from.test === 'all' || from.test === 'any' ? { ...from, test } : { test, of: [from] };
    default:
      return 'left' in from && from.test !== 'product'
        ? { ...from, test }
        : { test, left: { of: code }, right: { value: '' } };
  }
}

function firstCode(one: Condition): string | null {
  if ('left' in one) return 'of' in one.left ? one.left.of : null;
  if (typeof one.of === 'string') return one.of;
  const [first] = one.of;
  return first === undefined ? null : firstCode(first);
}

type PartProps = Pick<NodeProps, 'value' | 'onChange'>;

/** What stands before the test: the thing that is looked at. */
function Before({ value, onChange }: PartProps) {
  const { kind: said } = useWords();
  switch (value.test) {
    case 'all':
    case 'any':
    case 'product':
      return null;
    case 'filled':
    case 'empty':
      return <PartSelect value={value.of} onChange={(of) => onChange({ ...value, of })} />;
    case 'in':
      return <PartSelect value={value.of} onChange={(of) => onChange({ ...value, of, values: [] })} />;
    default:
      return <OperandInput value={value.left} onChange={(left) => onChange({ ...value, left })} label={said.left} />;
  }
}

/** What stands behind it: what it is compared with. */
function Behind({ value, onChange }: PartProps) {
  const { kind: said } = useWords();
  switch (value.test) {
    case 'all':
    case 'any':
    case 'filled':
    case 'empty':
      return null;
    case 'in':
      return (
        <ValuesSelect code={value.of} values={value.values} onChange={(values) => onChange({ ...value, values })} />
      );
    case 'product':
      return <Product value={value} onChange={onChange} />;
    default:
      return (
        <OperandInput value={value.right} onChange={(right) => onChange({ ...value, right })} label={said.right} />
      );
  }
}

type ProductTest = Extract<Condition, { test: 'product' }>;

function Product({ value, onChange }: { value: ProductTest; onChange: (value: Condition) => void }) {
  const { kind: said } = useWords();
  return (
    <>
      <OperandInput value={value.left} onChange={(left) => onChange({ ...value, left })} label={said.left} />×
      <OperandInput value={value.by} onChange={(by) => onChange({ ...value, by })} label={said.by} />=
      <OperandInput value={value.is} onChange={(is) => onChange({ ...value, is })} label={said.is} />
      <Input
        value={value.tolerance}
        prefix="±"
        aria-label={said.tolerance}
        title={said.tolerance}
        onChange={(event) => onChange({ ...value, tolerance: event.target.value })}
        style={{ width: 110 }}
      />
    </>
  );
}

function usePartOptions() {
  const { kind: said } = useWords();
  const say = useSay();
  const { definition: d } = useDraft();
  const codes = [
    ...d.measures.map((one) => one.measure),
    'occurred_on',
    'voucher',
    'payee',
    ...d.fields.map((one) => one.code),
  ];
  return codes.map((code) => ({ value: code, label: nameOfPart(d, code, said, say) }));
}

function PartSelect({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { kind: said } = useWords();
  return (
    <Select
      value={value}
      aria-label={said.field}
      options={usePartOptions()}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ minWidth: 140 }}
    />
  );
}

const FIXED = '=fixed';

/** A part of the entry, or a fixed value. */
function OperandInput(props: { value: Operand; onChange: (value: Operand) => void; label: string }) {
  const { value, onChange, label } = props;
  const { kind: said } = useWords();
  const options = [...usePartOptions(), { value: FIXED, label: said.fixed }];
  return (
    <>
      <Select
        value={'of' in value ? value.of : FIXED}
        aria-label={label}
        options={options}
        onChange={(code: string) => onChange(code === FIXED ? { value: '' } : { of: code })}
        popupMatchSelectWidth={false}
        style={{ minWidth: 120 }}
      />
      {'value' in value ? (
        <Input
          value={value.value}
          aria-label={said.fixed}
          title={said.fixedHelp}
          placeholder={said.fixedHelp}
          onChange={(event) => onChange({ value: event.target.value.trim() })}
          style={{ width: 160 }}
        />
      ) : null}
    </>
  );
}

function ValuesSelect(props: { code: string; values: readonly string[]; onChange: (values: string[]) => void }) {
  const { kind: said } = useWords();
  const say = useSay();
  const { definition } = useDraft();
  const field = definition.fields.find((one) => one.code === props.code);
  const options =
    field?.type === 'yes_no'
      ? [
          { value: 'yes', label: said.yes },
          { value: 'no', label: said.not },
        ]
      : (field?.choices ?? []).map((one) => ({ value: one.code, label: say(one) }));
  return (
    <Select
      mode={options.length === 0 ? 'tags' : 'multiple'}
      value={[...props.values]}
      aria-label={said.choices}
      options={options}
      onChange={props.onChange}
      style={{ minWidth: 200 }}
    />
  );
}
