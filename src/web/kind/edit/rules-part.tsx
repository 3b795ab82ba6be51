import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { KindDefinition, RuleDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { BothItem, ChoiceItem, TextItem } from '../../parts/definition/item.tsx';
import { Mark } from '../../parts/mark.tsx';
import { nameOfPart, ruleText } from '../naming.ts';
import { ConditionEditor, emptyCondition } from './condition-editor.tsx';
import { Cards } from './controls.tsx';
import { useDraft } from './draft.tsx';

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
      <Cards
        list={d.rules}
        onChange={(rules) => change({ rules })}
        at="rules"
        titleOf={(rule) => say(rule.text)}
        markOf={({ severity }) => <Mark tone={severity === 'refuse' ? 'late' : 'warn'}>{said.severity[severity]}</Mark>}
        isNew={(rule) => rule.code === ''}
        form={(rule, at, set) => <RuleForm rule={rule} at={at} set={set} />}
      />
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
      <p className="bf-quiet df-item">{ruleText(d, rule, said, say)}</p>
      <BothItem label={said.ruleText} at={`${at}.text`} value={rule.text} onChange={(text) => set({ text })} />
      <div className="df-row">
        <TextItem
          label={said.code}
          at={`${at}.code`}
          value={rule.code}
          onChange={(code) => set({ code: code.trim() })}
        />
        <ChoiceItem
          label={said.severityTitle}
          at={`${at}.severity`}
          value={rule.severity}
          options={(['refuse', 'suspect'] as const).map((value) => ({ value, label: said.severity[value] }))}
          onChange={(severity) => set({ severity })}
        />
        <ChoiceItem
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
      <div className="df-item">
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
