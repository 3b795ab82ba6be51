import { useMemo } from 'react';
import { counties } from '../../contract/pairing.ts';
import { people } from '../../contract/people.ts';
import { units } from '../../contract/unit.ts';
import { useMay } from './use-me.ts';
import { useRead } from './use-read.ts';

/** The ids of the helped counties within reach, so that no name leads to a page that is not there. */
export function useHelpedCounties(): ReadonlySet<string> {
  const may = useMay();
  const { data } = useRead(counties, {}, { enabled: may('county.read') });
  return useMemo(() => new Set(data?.items.map((one) => one.place.id)), [data]);
}

/** The ids of the units within reach, ended ones too. */
export function useUnitsInReach(): ReadonlySet<string> {
  const may = useMay();
  const { data } = useRead(units, { query: { ended: 'true' } }, { enabled: may('unit.read') });
  return useMemo(() => new Set(data?.items.map((one) => one.id)), [data]);
}

/** As many people as one answer holds. */
const MANY = 200;

/** The ids of the people within reach, the first of them where they are many: who is only posted belongs to no unit of ours. */
export function usePeopleInReach(): ReadonlySet<string> {
  const may = useMay();
  const { data } = useRead(people, { query: { limit: MANY } }, { enabled: may('people.read') });
  return useMemo(() => new Set(data?.items.map((one) => one.id)), [data]);
}
