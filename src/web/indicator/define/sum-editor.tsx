import { Select } from 'antd';
import type { SumOf } from '../../../core/indicator/definition.ts';
import { MEASURES, type KindDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { ChoiceItem, Item } from '../../parts/definition/item.tsx';

interface KindsProps {
  value: readonly string[];
  kinds: readonly KindDefinition[];
  at: string;
  onChange: (codes: string[]) => void;
}

/** Chooses kinds of entry by name. */
export function KindsItem({ value, kinds, at, onChange }: KindsProps) {
  const { indicator: said } = useWords();
  const say = useSay();
  return (
    <Item label={said.formula.kinds} at={at}>
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          value={[...value]}
          onChange={onChange}
          showSearch={{ optionFilterProp: 'label' }}
          options={kinds.map((one) => ({ value: one.code, label: say(one.name) }))}
          style={{ width: '100%' }}
        />
      )}
    </Item>
  );
}

interface SumProps {
  sum: SumOf;
  kinds: readonly KindDefinition[];
  at: string;
  onChange: (sum: SumOf) => void;
}

/** What is summed: kinds, a measure that they all have, and only entries with some values of their facets. */
export function SumEditor({ sum, kinds, at, onChange }: SumProps) {
  const { indicator: said } = useWords();
  const chosen = kinds.filter((one) => sum.kinds.includes(one.code));
  const measures = [...MEASURES, 'entries' as const].filter(
    (measure) =>
      measure === 'entries' ||
      measure === sum.measure ||
      chosen.every((kind) => kind.measures.some((one) => one.measure === measure)),
  );
  const [first, ...others] = chosen;
  const facets = (first?.facets ?? []).filter((code) => others.every((kind) => kind.facets.includes(code)));
  const shown = [...new Set([...facets, ...Object.keys(sum.where ?? {})])];
  const setWhere = (code: string, values: string[]) => {
    const { [code]: _, ...rest } = sum.where ?? {};
    const where = values.length === 0 ? rest : { ...rest, [code]: values };
    const { where: __, ...plain } = sum;
    onChange(Object.keys(where).length === 0 ? plain : { ...plain, where });
  };
  return (
    <>
      <div className="df-row">
        <KindsItem
          value={sum.kinds}
          kinds={kinds}
          at={`${at}.kinds`}
          onChange={(codes) => onChange({ kinds: codes, measure: sum.measure })}
        />
        <ChoiceItem
          label={said.formula.measure}
          at={`${at}.measure`}
          value={sum.measure}
          options={measures.map((value) => ({
            value,
            label: value === 'entries' ? said.formula.entries : said.measures[value],
          }))}
          onChange={(measure) => onChange({ ...sum, measure })}
        />
      </div>
      <div className="df-row">
        {shown.map((code) => (
          <FacetItem
            key={code}
            code={code}
            kinds={chosen}
            at={`${at}.where.${code}`}
            value={sum.where?.[code] ?? []}
            onChange={(values) => setWhere(code, values)}
          />
        ))}
      </div>
    </>
  );
}

interface FacetProps {
  code: string;
  kinds: readonly KindDefinition[];
  at: string;
  value: readonly string[];
  onChange: (values: string[]) => void;
}

function FacetItem({ code, kinds, at, value, onChange }: FacetProps) {
  const { indicator: said } = useWords();
  const say = useSay();
  const fields = kinds.flatMap((kind) => kind.fields.filter((field) => field.code === code));
  const [field] = fields;
  const choices = new Map(fields.flatMap((one) => one.choices.map((choice) => [choice.code, say(choice)] as const)));
  if (field?.type === 'yes_no') choices.set('yes', said.yes).set('no', said.no);
  return (
    <Item label={fill(said.formula.where, { facet: field === undefined ? code : say(field.name) })} at={at}>
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          value={[...value]}
          placeholder={said.formula.any}
          onChange={onChange}
          options={[...choices].map(([one, label]) => ({ value: one, label }))}
          style={{ width: '100%' }}
        />
      )}
    </Item>
  );
}
