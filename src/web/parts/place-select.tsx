import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { z } from 'zod';
import { searchPlaces, type place } from '../../contract/place.ts';
import type { PlaceLevel } from '../../core/document/reading.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';

interface PlaceSelectProps {
  id?: string;
  value?: string | null;
  onChange?: (placeId: string | null) => void;
  level?: PlaceLevel;
  /** Only places below this one. */
  within?: string;
  /** What the value is called before anything was searched. */
  known?: { id: string; name: string };
  placeholder?: string;
  disabled?: boolean;
}

/** Chooses a place by name, pinyin initials or code. */
export function PlaceSelect({ id, value, onChange, level, within, known, placeholder, disabled }: PlaceSelectProps) {
  const { shell, common } = useWords();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(
    known === undefined ? null : { value: known.id, label: known.name },
  );
  const q = useDeferredValue(typed.trim());
  const found = useRead(
    searchPlaces,
    { query: { q, limit: 20, ...(level === undefined ? {} : { level }), ...(within === undefined ? {} : { within }) } },
    { enabled: q !== '', keep: true },
  );
  const options =
    q === ''
      ? chosen === null
        ? []
        : [chosen]
      : (found.data?.items ?? []).map((one) => ({ value: one.id, label: labelOf(one) }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(disabled === undefined ? {} : { disabled })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value === null || value === undefined ? undefined : chosen?.value === value ? value : value}
      options={options}
      onChange={(next: string | undefined) => {
        setChosen(options.find((one) => one.value === next) ?? null);
        setTyped('');
        onChange?.(next ?? null);
      }}
      allowClear
      placeholder={placeholder ?? shell.placeSearchHint}
      notFoundContent={q === '' ? common.typeToSearch : found.isFetching ? common.loading : common.noResult}
      style={{ width: '100%' }}
    />
  );
}

/** A place with the names above it, for lists to choose from. */
export function labelOf(one: Pick<z.output<typeof place>, 'name' | 'path'>): string {
  return [...one.path.filter((above) => above !== one.name), one.name].join(' ');
}
