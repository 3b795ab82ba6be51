import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { searchPlaces } from '../../contract/place.ts';
import { useHelpedCounties } from '../client/use-in-reach.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';

/** Finds any place by name, pinyin initials or code; `/` brings the keyboard here. A helped county opens its county page. */
export function PlaceSearch() {
  const { shell, common, term } = useWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useRead(searchPlaces, { query: { q, limit: 12 } }, { enabled: q !== '', keep: true });
  const addressOf = usePlaceAddress();
  const go = useNavigate();
  const input = useRef<InputRef>(null);
  useSlash(() => input.current?.focus());
  const options = (q === '' ? [] : (found.data?.items ?? [])).map((one) => ({
    value: one.id,
    label: (
      <div>
        <div>
          {one.name} <span className="bf-quiet bf-small">{one.code}</span>
          {one.matched === null ? null : (
            <span className="bf-quiet bf-small"> {fill(shell.placeMatched, { name: one.matched })}</span>
          )}
        </div>
        <div className="bf-quiet bf-small">
          {[...one.path.filter((name) => name !== one.name), term.level[one.level]].join(' · ')}
        </div>
      </div>
    ),
  }));
  return (
    <AutoComplete
      className="bf-place-search"
      value={typed}
      options={options}
      onChange={setTyped}
      defaultActiveFirstOption
      popupMatchSelectWidth={300}
      notFoundContent={q === '' ? null : found.isFetching ? common.loading : shell.placeNone}
      onSelect={(id: string) => {
        setTyped('');
        input.current?.blur();
        void go(addressOf(id));
      }}
    >
      <Input
        ref={input}
        prefix={<SearchOutlined className="bf-quiet" />}
        placeholder={shell.placeSearch}
        aria-label={`${shell.placeSearch} ${shell.placeSearchHint}`}
        title={`${shell.placeSearchHint} · ${shell.placeSearchKey}`}
      />
    </AutoComplete>
  );
}

/** Where a place opens: counties that somebody helps have a page of their own. */
function usePlaceAddress(): (id: string) => string {
  const helped = useHelpedCounties();
  return (id) => (helped.has(id) ? `/counties/${id}` : `/places/${id}`);
}

function useSlash(act: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]') !== null;
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
