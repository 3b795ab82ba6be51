import { Select } from 'antd';
import type { FieldDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { useKinds } from '../form/use-kinds.ts';
import { useSay } from '../use-say.ts';
import type { EntryFilter, FilterName } from './filter.ts';

interface FacetProps {
  filter: EntryFilter;
  change: (part: Partial<Record<FilterName, string | null>>) => void;
}

/** Once one kind is chosen: the fields by which its entries are told apart, as its definition has them. */
export function FacetFilters({ filter, change }: FacetProps) {
  const kinds = useKinds();
  const one = kinds.data?.items.find((kind) => kind.code === filter.kind);
  if (one === undefined) return null;
  const set = new Set((filter.facet ?? '').split(',').filter((part) => part !== ''));
  const { facets, fields } = one.definition;
  return facets.map((code) => {
    const field = fields.find((each) => each.code === code);
    if (field === undefined) return null;
    const own = [...set].filter((part) => part.startsWith(`${code}:`));
    return (
      <FacetFilter
        key={code}
        field={field}
        values={own.map((part) => part.slice(code.length + 1))}
        onChange={(values) => {
          const others = [...set].filter((part) => !own.includes(part));
          change({ facet: [...others, ...values.map((value) => `${code}:${value}`)].join(',') });
        }}
      />
    );
  });
}

interface OneProps {
  field: FieldDefinition;
  values: string[];
  onChange: (values: string[]) => void;
}

function FacetFilter({ field, values, onChange }: OneProps) {
  const { common } = useWords();
  const say = useSay();
  const options =
    field.type === 'yes_no'
      ? [
          { value: 'yes', label: common.yes },
          { value: 'no', label: common.no },
        ]
      : field.choices.map((one) => ({ value: one.code, label: say(one) }));
  return (
    <Select
      mode="multiple"
      maxTagCount={1}
      allowClear
      placeholder={say(field.name)}
      aria-label={say(field.name)}
      value={values}
      options={options}
      onChange={onChange}
      popupMatchSelectWidth={false}
    />
  );
}
