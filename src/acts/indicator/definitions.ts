import { groupBy } from '../../core/kernel/grouping.ts';
import type { IndicatorDefinition } from '../../core/indicator/definition.ts';
import { lastDayOf, rangeOf, type PeriodCode, type Range } from '../../core/indicator/period.ts';
import { versionFor as versionHeld } from '../../core/ledger/versions.ts';
import { indicatorStamp, listIndicatorVersions, type IndicatorVersionRow } from '../../storage/indicator/indicator.ts';
import type { House } from '../house.ts';

/** Versions by code, in the order of lists. */
export type Definitions = ReadonlyMap<string, readonly IndicatorVersionRow[]>;

const remembered = new WeakMap<House, { stamp: string; definitions: Definitions }>();

/** All indicators with their versions; read again only when one changed. */
export async function loadDefinitions(house: House): Promise<Definitions> {
  const stamp = await indicatorStamp(house.app);
  const before = remembered.get(house);
  if (before?.stamp === stamp) return before.definitions;
  const definitions = groupBy(await listIndicatorVersions(house.app), (row) => row.code);
  remembered.set(house, { stamp, definitions });
  return definitions;
}

/** The version that figures of a period in a place go by; `version`: that one, whatever holds. */
export function versionFor(
  definitions: Definitions,
  code: string,
  ask: { period: PeriodCode; placeId: string | null; version?: number | undefined },
): IndicatorVersionRow | null {
  const versions = definitions.get(code) ?? [];
  if (ask.version !== undefined) return versions.find((one) => one.version === ask.version) ?? null;
  return versionHeld(versions, lastDayOf(rangeOf(ask.period).to), ask.placeId);
}

/** The months that a figure of a period counts: those of the period, or all up to its end. */
export function rangeFor(definition: IndicatorDefinition, period: PeriodCode): Range {
  const range = rangeOf(period);
  return definition.period === 'cumulative' ? { from: null, to: range.to } : range;
}
