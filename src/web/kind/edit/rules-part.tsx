import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { KindDefinition, RuleDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { Mark } from '../../parts/mark.tsx';
import { nameOfPart, ruleText } from '../naming.ts';
import { ConditionEditor, emptyCondition } from './condition-editor.tsx';
import { BothItem, Card, SelectItem, TextItem } from './controls.tsx';
import { listOps, useDraft } from './draft.tsx';

/** Codes that rules can look at. */
export function partsOf(d: KindDefinition): string[] {
  const asked = (['voucher', 'payee'] as const).filter((code) => d[code].ask !== 'no');
  return [...d.measures.map((one) => one.measure), 'occurred_on', ...asked, ...d.fields.map((field) => field.code)];
}

/** Rules between what is entered. */
export function RulesPart() {
  const { kind: said } = useWords();
  const say = useSay();
  const { definition: d, change } = useDraft();
  const [first = 'occurred_on'] = partsOf(d);
  const added: RuleDefinition = {
    code: '',
    severity: 'suspect',
    when: null,
    must: emptyCondition(first),
    at: first,
    text: { zh: '', en: '' },
  };
  return (
    <>
      {d.rules.map((rule, i) => (
        <Card
          key={i}
          at={`rules.${i}`}
          title={say(rule.text) || said.editor.unnamed}
          mark={<Mark tone={rule.severity === 'refuse' ? 'late' : 'warn'}>{said.severity[rule.severity]}</Mark>}
          startOpen={rule.code === ''}
          onRemove={() => change({ rules: listOps.remove(d.rules, i) })}
        >
          <RuleForm rule={rule} at={`rules.${i}`} set={(part) => change({ rules: listOps.set(d.rules, i, part) })} />
        </Card>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => change({ rules: [...d.rules, added] })}>
        {said.editor.addRule}
      </Button>
    </>
  );
}

interface FormProps {
  rule: RuleDefinition;
  at: string;
  set: (part: Partial<RuleDefinition>) => void;
}

function RuleForm({ rule, at, set }: FormProps) {
  const { kind: said } = useWords();
  const say = useSay();
  const { definition: d } = useDraft();
  const parts = [...partsOf(d), ...(d.roster === 'no' ? [] : ['roster'])];
  return (
    <>
      <p className="bf-quiet kd-item">{ruleText(d, rule, said, say)}</p>
      <BothItem label={said.ruleText} at={`${at}.text`} value={rule.text} onChange={(text) => set({ text })} />
      <div className="kd-three">
        <TextItem
          label={said.code}
          at={`${at}.code`}
          value={rule.code}
          onChange={(code) => set({ code: code.trim() })}
        />
        <SelectItem
          label={said.severityTitle}
          at={`${at}.severity`}
          value={rule.severity}
          options={(['refuse', 'suspect'] as const).map((value) => ({ value, label: said.severity[value] }))}
          onChange={(severity) => set({ severity })}
        />
        <SelectItem
          label={said.at}
          at={`${at}.at`}
          value={rule.at}
          options={parts.map((code) => ({ value: code, label: nameOfPart(d, code, said, say) }))}
          onChange={(code) => set({ at: code })}
        />
      </div>
      <When rule={rule} at={at} set={set} />
      <ConditionEditor label={said.must} at={`${at}.must`} value={rule.must} onChange={(must) => set({ must })} />
    </>
  );
}

function When({ rule, at, set }: FormProps) {
  const { kind: said } = useWords();
  const { definition } = useDraft();
  if (rule.when === null)
    return (
      <div className="kd-item">
        <span className="bf-quiet">
          {said.when}: {said.always}
        </span>{' '}
        <Button size="small" onClick={() => set({ when: emptyCondition(partsOf(definition)[0] ?? 'occurred_on') })}>
          {said.editor.addWhen}
        </Button>
      </div>
    );
  return (
    <ConditionEditor
      label={said.when}
      at={`${at}.when`}
      value={rule.when}
      onChange={(when) => set({ when })}
      onRemove={() => set({ when: null })}
    />
  );
}
