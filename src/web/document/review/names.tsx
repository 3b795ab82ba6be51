import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Item } from '../../../contract/document.ts';
import { counties } from '../../../contract/pairing.ts';
import { readPlace } from '../../../contract/place.ts';
import { units } from '../../../contract/unit.ts';
import { useMay } from '../../client/use-me.ts';
import { useRead, useReads } from '../../client/use-read.ts';

/** What ids are called, and the counties that are paired or about to be. */
export interface Names {
  unit: (id: string) => string;
  place: (id: string) => string;
  paired: { id: string; name: string }[];
  learn: (id: string, name: string) => void;
}

const learnt = new Map<string, string>();
const Context = createContext<Names>({ unit: (id) => id, place: (id) => id, paired: [], learn: () => undefined });

/** Gives names to all below: of the document's own places, of paired counties, of units; others are asked for. */
export function NamesProvider({ items, children }: { items: readonly Item[]; children: ReactNode }) {
  const may = useMay();
  const unitList = useRead(units, {}, { enabled: may('unit.read') }).data?.items;
  const countyList = useRead(counties, {}, { enabled: may('county.read') }).data?.items;
  const known = useMemo(() => knownPlaces(items, countyList?.map((one) => one.place) ?? []), [items, countyList]);
  const strange = useMemo(
    () => [...new Set(items.flatMap(placesOf))].filter((id) => !known.has(id) && !learnt.has(id)).slice(0, 60),
    [items, known],
  );
  const asked = useReads(
    readPlace,
    strange.map((id) => ({ params: { id } })),
    { forever: true },
  );
  for (const one of asked) if (one !== undefined) learnt.set(one.id, one.name);
  const answered = asked.filter((one) => one !== undefined).length;
  const names = useMemo<Names>(() => {
    const unitNames = new Map(unitList?.map((one) => [one.id, one.shortName ?? one.name]));
    const paired = new Map(countyList?.map((one) => [one.place.id, one.place.name]));
    for (const item of items) {
      if (item.kind === 'pairing' && item.state !== 'rejected') paired.set(item.value.countyId, item.value.countyName);
    }
    return {
      unit: (id) => unitNames.get(id) ?? '…',
      place: (id) => known.get(id) ?? learnt.get(id) ?? id,
      paired: [...paired].map(([id, name]) => ({ id, name })),
      learn: (id, name) => learnt.set(id, name),
    };
    // `answered` stands for names that have come since.
  }, [unitList, countyList, items, known, answered]);
  return <Context value={names}>{children}</Context>;
}

/** What ids are called. */
export function useNames(): Names {
  return useContext(Context);
}

function knownPlaces(items: readonly Item[], helped: readonly { id: string; name: string }[]): Map<string, string> {
  const known = new Map(helped.map((one) => [one.id, one.name]));
  for (const item of items) {
    if (item.kind === 'place') known.set(item.value.placeId, item.value.name);
    if (item.kind === 'pairing') known.set(item.value.countyId, item.value.countyName);
  }
  return known;
}

function placesOf(item: Item): string[] {
  if (item.kind === 'fact') return item.value.placeIds;
  return item.kind === 'task' ? item.value.countyIds : [];
}
