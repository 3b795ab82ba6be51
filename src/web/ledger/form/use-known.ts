import { counties } from '../../../contract/pairing.ts';
import { helpingUnits, units } from '../../../contract/unit.ts';
import { useMay, useMe } from '../../client/use-me.ts';
import { useRead } from '../../client/use-read.ts';

interface Named {
  id: string;
  name: string;
}
/** What the person's posts say of a new entry, so that it is not asked. */
export interface Known {
  unit: Named | null;
  county: Named | null;
  /** There is something else to choose. */
  choice: boolean;
}

const KEY = 'bangfu.ledger-place';

/**
 * Unit and county of a new entry: what the address says, else the one used last, else the one of the posts, else, for who is
 * of the county, the unit that helps it; null until it is known.
 */
export function useKnown(asked: { unitId: string | null; countyId: string | null }): Known | null {
  const me = useMe();
  const may = useMay();
  const mayUnits = may('unit.read');
  const mayCounties = may('county.read');
  const tree = useRead(units, {}, { enabled: mayUnits });
  const helpers = useRead(helpingUnits, { query: { report: 'true' } });
  const helped = useRead(counties, {}, { enabled: mayCounties });
  if (me === null || (mayUnits && tree.isPending) || (mayCounties && helped.isPending) || helpers.isPending)
    return null;
  const kept = keptPlace();
  const allUnits: Named[] = helpers.data?.items ?? [];
  const posts = me.posts.map((post): Named => ({ id: post.unitId, name: post.unitName }));
  const helping = posts.filter((post) => allUnits.some((unit) => unit.id === post.id));
  const own = tree.data?.items.filter((one) => posts.some((post) => post.id === one.id)) ?? [];
  const allCounties = (helped.data?.items ?? []).map(({ place }): Named => place);
  // A county office stands for its own county.
  const home = allCounties.find((one) => own.some((unit) => unit.placeId === one.id));
  const county = pick(allCounties, [asked.countyId, home?.id ?? null, kept.countyId], only(allCounties));
  const pairings = helped.data?.items.find(({ place }) => place.id === county?.id)?.pairings ?? [];
  const paired = allUnits.filter((unit) => pairings.some((one) => one.unitId === unit.id));
  const unit = pick(allUnits, [asked.unitId, kept.unitId], helping[0] ?? only(paired) ?? only(allUnits));
  return { unit, county, choice: allUnits.length > 1 || allCounties.length > 1 };
}

function pick(all: readonly Named[], ids: readonly (string | null)[], otherwise: Named | undefined): Named | null {
  for (const id of ids) {
    const found = all.find((one) => one.id === id);
    if (found !== undefined) return found;
  }
  return otherwise ?? null;
}

function only(all: readonly Named[]): Named | undefined {
  return new Set(all.map((one) => one.id)).size === 1 ? all[0] : undefined;
}

function keptPlace(): { unitId: string | null; countyId: string | null } {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { unitId?: string; countyId?: string };
    return { unitId: kept.unitId ?? null, countyId: kept.countyId ?? null };
  } catch {
    return { unitId: null, countyId: null };
  }
}

/** Keeps on this device whose work in which county was entered last. */
export function keepPlace(unitId: string, countyId: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ unitId, countyId }));
  } catch {
    // A browser that keeps nothing still works.
  }
}
