import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { searchPlaces } from '../../../contract/place.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';

interface PlacesProps {
  id: string;
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** What the places are called before anything was searched. */
  known: readonly { id: string; name: string }[];
}

/** Chooses places of any level by name, initials or code. */
export function PlacesInput({ id, value, onChange, known }: PlacesProps) {
  const { shell, common } = useWords();
  const [typed, setTyped] = useState('');
  const [names, setNames] = useState(() => new Map(known.map((one) => [one.id, one.name])));
  const q = useDeferredValue(typed.trim());
  const found = useRead(searchPlaces, { query: { q, limit: 20 } }, { enabled: q !== '', keep: true });
  const hits = q === '' ? [] : (found.data?.items ?? []);
  const options = hits.map((one) => ({ value: one.id, label: [...one.path, one.name].filter(isNew).join(' ') }));
  const chosen = value.map((one) => ({ value: one, label: names.get(one) ?? one }));
  return (
    <Select
      id={id}
      mode="multiple"
      value={chosen}
      labelInValue
      options={options}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={shell.placeSearchHint}
      notFoundContent={q === '' ? common.typeToSearch : common.noResult}
      onChange={(next: { value: string; label: string }[]) => {
        setNames(new Map([...names, ...next.map((one) => [one.value, one.label] as const)]));
        setTyped('');
        onChange(next.map((one) => one.value));
      }}
      style={{ width: '100%' }}
    />
  );
}

const isNew = (name: string, i: number, all: readonly string[]): boolean => all.indexOf(name) === i;
