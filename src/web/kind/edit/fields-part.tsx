import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, InputNumber } from 'antd';
import { FIELD_TYPES, type FieldDefinition, type KindDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { ChoicesEditor } from './choices-editor.tsx';
import { BothItem, ChoiceItem, Item, TextItem, WordsItem } from '../../parts/definition/item.tsx';
import { Cards } from './controls.tsx';
import { listOps, useDraft } from './draft.tsx';

const ASKS = ['required', 'optional', 'no'] as const;

/** Voucher, other side, roster, and the fields of the kind. */
export function FieldsPart() {
  const { kind: said } = useWords();
  const say = useSay();
  const { definition: d, change } = useDraft();
  return (
    <>
      <AskItem which="voucher" />
      <AskItem which="payee" />
      <ChoiceItem
        label={said.roster}
        at="roster"
        value={d.roster}
        options={(['no', 'optional', 'required'] as const).map((value) => ({ value, label: said.rosterOf[value] }))}
        onChange={(roster) => change({ roster })}
      />
      <h3 className="kd-label">{said.fields}</h3>
      <Cards
        list={d.fields}
        onChange={(fields) => change({ fields })}
        at="fields"
        titleOf={(field) => say(field.name)}
        markOf={({ type }) => <span className="bf-quiet bf-small">{said.type[type]}</span>}
        isNew={(field) => field.code === ''}
        movable
        onRemove={(i) => change(withoutField(d, i))}
        form={(field, at, set) => <FieldForm field={field} at={at} set={set} />}
      />
      <Button icon={<PlusOutlined />} onClick={() => change({ fields: [...d.fields, newField()] })}>
        {said.editor.addField}
      </Button>
    </>
  );
}

const newField = (): FieldDefinition => ({
  code: '',
  name: { zh: '', en: '' },
  type: 'text',
  required: false,
  help: null,
  choices: [],
  unit: null,
  maxLength: null,
  personal: false,
  synonyms: [],
});

/** A field that goes takes its place among the facets along; rules and keys that speak of it are shown as wrong. */
function withoutField(d: KindDefinition, i: number): Partial<KindDefinition> {
  const code = d.fields[i]?.code;
  return { fields: listOps.remove(d.fields, i), facets: d.facets.filter((one) => one !== code) };
}

function AskItem({ which }: { which: 'voucher' | 'payee' }) {
  const { kind: said } = useWords();
  const { definition, change } = useDraft();
  const ask = definition[which];
  const words = { required: said.required, optional: said.optional, no: said.no };
  return (
    <div className="kd-ask">
      <ChoiceItem
        label={said[which]}
        at={`${which}.ask`}
        value={ask.ask}
        options={ASKS.map((value) => ({ value, label: words[value] }))}
        onChange={(value) => change({ [which]: { ...ask, ask: value } })}
      />
      <BothItem
        label={said.measureName}
        at={`${which}.name`}
        value={ask.name}
        onChange={(name) => change({ [which]: { ...ask, name } })}
      />
    </div>
  );
}

interface FormProps {
  field: FieldDefinition;
  at: string;
  set: (part: Partial<FieldDefinition>) => void;
}

function FieldForm({ field, at, set }: FormProps) {
  const { kind: said } = useWords();
  const help = field.help ?? { zh: '', en: '' };
  return (
    <>
      <BothItem label={said.name} at={`${at}.name`} value={field.name} onChange={(name) => set({ name })} />
      <div className="df-row">
        <TextItem
          label={said.code}
          at={`${at}.code`}
          value={field.code}
          onChange={(code) => set({ code: code.trim() })}
        />
        <ChoiceItem
          label={said.typeTitle}
          at={`${at}.type`}
          value={field.type}
          options={FIELD_TYPES.map((type) => ({ value: type, label: said.type[type] }))}
          onChange={(type) => set({ type, ...(type === 'choice' ? {} : { choices: [] }) })}
        />
        <TypeMore field={field} at={at} set={set} />
      </div>
      {field.type === 'choice' ? (
        <ChoicesEditor choices={field.choices} at={`${at}.choices`} onChange={(choices) => set({ choices })} />
      ) : null}
      <BothItem
        label={said.help}
        at={`${at}.help`}
        value={help}
        onChange={(next) => set({ help: next.zh === '' && next.en === '' ? null : next })}
      />
      <WordsItem
        label={said.synonyms}
        at={`${at}.synonyms`}
        value={field.synonyms}
        extra={said.synonymsHelp}
        onChange={(synonyms) => set({ synonyms })}
      />
      <Checkbox checked={field.required} onChange={(event) => set({ required: event.target.checked })}>
        {said.required}
      </Checkbox>
      <Checkbox checked={field.personal} onChange={(event) => set({ personal: event.target.checked })}>
        {said.personal}
      </Checkbox>
    </>
  );
}

/** What only some types have: the longest text, the unit of a number. */
function TypeMore({ field, at, set }: FormProps) {
  const { kind: said } = useWords();
  if (field.type === 'decimal' || field.type === 'whole')
    return (
      <TextItem
        label={said.unit}
        at={`${at}.unit`}
        value={field.unit ?? ''}
        onChange={(unit) => set({ unit: unit === '' ? null : unit })}
      />
    );
  if (field.type !== 'text' && field.type !== 'long_text') return null;
  return (
    <Item label={said.maxLength} at={`${at}.maxLength`}>
      {(control) => (
        <InputNumber<number>
          {...control}
          value={field.maxLength}
          min={1}
          max={4000}
          precision={0}
          placeholder={field.type === 'text' ? '200' : '4000'}
          onChange={(maxLength) => set({ maxLength })}
          style={{ width: '100%' }}
        />
      )}
    </Item>
  );
}
