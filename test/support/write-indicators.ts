import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import { newId } from '../../src/acts/house.ts';
import * as indicator from '../../src/contract/indicator.ts';
import type { Route } from '../../src/contract/route.ts';
import { readIndicatorFiles } from '../../src/formats/read-indicator-files.ts';
import { inRoot } from '../../src/root.ts';
import type { Target, Write } from './writes.ts';

/** Indicators hold for the whole house like kinds; a target belongs to its unit and county. */
export function indicatorWrites(t: Target, by: (route: Route, params: object, body: object) => Write): Write[] {
  const term = { validFrom: '2021-06-01', validTo: null, placeIds: [], note: null };
  const no = randomInt(2 ** 40);
  const [shipped] = readIndicatorFiles(inRoot('data', 'indicators'));
  const definition = { ...shipped, code: `i${no}` };
  const file = { format: 'bangfu-indicators', formatVersion: 1, indicators: [{ ...definition, code: `j${no}` }] };
  const house = (route: Route, body: object): Write => ({ ...by(route, {}, { ...body, ...term }), needs: 'kinds' });
  const target = { id: newId(), indicator: shipped?.code, year: 1980 + randomInt(100), value: '100', planItemId: null };
  return [
    house(indicator.addIndicatorVersion, { definition }),
    house(indicator.importIndicators, file),
    by(indicator.setTarget, {}, { ...target, unitId: t.unitId, countyId: t.countyId }),
    by(indicator.withdrawTarget, { id: t.targetId }, { reason: '试' }),
  ];
}

/** A target of the unit in the county. */
export async function makeTarget(owner: Pool, unitId: string, countyId: string): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into target (id, indicator, year, unit_id, county_id, value, set_by, set_at)
     select $1, 'direct_free', (select coalesce(max(year), 2021) + 1 from target), $2, $3, 100, (select id from person limit 1), now()`,
    [id, unitId, countyId],
  );
  return id;
}
