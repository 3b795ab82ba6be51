import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { entries } from '../../../contract/ledger.ts';
import type { QueryOf } from '../../../contract/route.ts';

/** What a list of entries is narrowed by, as the address carries it; the same names as in the contract. */
export const FILTER_NAMES = [
  'countyId',
  'unitId',
  'kind',
  'line',
  'state',
  'from',
  'to',
  'q',
  'facet',
  'minAmountFen',
  'maxAmountFen',
  'mine',
  'waiting',
  'importId',
  'jointId',
  'reversed',
  'knownOn',
] as const;
/** One of them. */
export type FilterName = (typeof FILTER_NAMES)[number];
/** The filter as texts; what is not there does not narrow. */
export type EntryFilter = Partial<Record<FilterName, string>>;
/** The filter as the routes of entries take it. */
export type EntryQuery = Omit<NonNullable<QueryOf<typeof entries>>, 'after' | 'limit'>;

/** The filter in the address, and how to change it. */
export function useFilter(): {
  filter: EntryFilter;
  query: EntryQuery;
  change: (part: Partial<Record<FilterName, string | null>>) => void;
  clear: () => void;
} {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => {
    const found: EntryFilter = {};
    for (const name of FILTER_NAMES) {
      const value = params.get(name);
      if (value !== null && value !== '') found[name] = value;
    }
    return found;
  }, [params]);
  const change = (part: Partial<Record<FilterName, string | null>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(part))
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return { filter, query: filter as EntryQuery, change, clear: () => setParams({}, { replace: true }) };
}

/** The address of the list under a filter. */
export function listAddress(filter: EntryFilter): string {
  const text = new URLSearchParams(Object.entries(filter)).toString();
  return text === '' ? '/ledger' : `/ledger?${text}`;
}
