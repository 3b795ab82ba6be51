import { Select, TreeSelect } from 'antd';
import { useDeferredValue, useState } from 'react';
import { searchPlaces } from '../../../contract/place.ts';
import { units } from '../../../contract/unit.ts';
import type { PlaceLevel } from '../../../core/document/reading.ts';
import { treeOf, type Branch } from '../../client/unit-tree.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { labelOf } from '../../parts/place-select.tsx';
import { useNames } from './names.tsx';

interface ManyProps {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  placeholder?: string;
  label?: string;
}

/** Chooses units of the tree within reach. */
export function UnitsSelect({ id, value, onChange, placeholder, label }: ManyProps) {
  const { common } = useWords();
  const list = useRead(units, {});
  return (
    <TreeSelect
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      multiple
      value={value ?? []}
      onChange={(chosen: string[]) => onChange?.(chosen)}
      treeData={treeOf(list.data?.items ?? []).map(node)}
      placeholder={placeholder ?? common.choose}
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandAll
      loading={list.isPending}
      style={{ width: '100%' }}
      popupMatchSelectWidth={false}
      notFoundContent={common.noResult}
    />
  );
}

interface Node {
  value: string;
  title: string;
  children: Node[];
}

function node(branch: Branch<{ id: string; name: string; parentId: string | null }>): Node {
  return { value: branch.unit.id, title: branch.unit.name, children: branch.below.map(node) };
}

/** Chooses places by name, pinyin initials or code; paired counties are offered at once. */
export function PlacesSelect({ id, value, onChange, placeholder, label, level }: ManyProps & { level?: PlaceLevel }) {
  const { common, document } = useWords();
  const names = useNames();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const query = { q, limit: 20, ...(level === undefined ? {} : { level }) };
  const found = useRead(searchPlaces, { query }, { enabled: q !== '', keep: true });
  const searched = (found.data?.items ?? []).map((one) => ({ value: one.id, label: labelOf(one), short: one.name }));
  const offered = names.paired.map((one) => ({ value: one.id, label: one.name, short: one.name }));
  const options = q === '' ? offered : searched;
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      mode="multiple"
      value={(value ?? []).map((one) => ({ value: one, label: names.place(one) }))}
      labelInValue
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={options}
      onChange={(chosen: { value: string }[]) => {
        for (const one of searched) names.learn(one.value, one.short);
        setTyped('');
        onChange?.(chosen.map((one) => one.value));
      }}
      placeholder={placeholder ?? document.form.addPlace}
      notFoundContent={q === '' ? common.typeToSearch : found.isFetching ? common.loading : common.noResult}
      popupMatchSelectWidth={false}
      style={{ width: '100%' }}
    />
  );
}
