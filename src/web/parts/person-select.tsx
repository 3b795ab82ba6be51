import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { people } from '../../contract/people.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';

interface PersonSelectProps {
  id?: string;
  value?: string | null;
  onChange?: (personId: string | null) => void;
}

/** Chooses a person already recorded, by name. */
export function PersonSelect({ id, value, onChange }: PersonSelectProps) {
  const { common } = useWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useRead(people, { query: { limit: 20, ...(q === '' ? {} : { q }) } }, { keep: true });
  const options = (found.data?.items ?? []).map((one) => ({
    value: one.id,
    label: [one.name, one.posts[0]?.unitName].filter(Boolean).join(' · '),
  }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? undefined}
      options={options}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      allowClear
      placeholder={common.typeToSearch}
      notFoundContent={found.isFetching ? common.loading : common.noResult}
      style={{ width: '100%' }}
    />
  );
}
