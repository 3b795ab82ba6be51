import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { beginImport } from '../../src/contract/import.ts';
import * as acts from '../../src/contract/ledger-acts.ts';
import { helpingUnits } from '../../src/contract/unit.ts';
import { withHouse } from '../support/house.ts';
import { addTestKinds, draft, read, report } from '../support/ledger.ts';
import { COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let nameOf: Map<string, string>;
const A = ['a', 'a1', 'a2', 'a3'];
const B = ['b', 'b1', 'b2'];

beforeAll(async () => {
  world = await makeWorld(test);
  await addTestKinds(test.db.app);
  nameOf = new Map(Object.entries(world.units).map(([key, id]) => [id, key]));
});

async function shown(who: keyof World['as'], query: Record<string, string> = {}): Promise<string[]> {
  const { items } = await done(world.as[who].call(helpingUnits, { query }));
  return items.map((one) => nameOf.get(one.id) ?? one.name).sort();
}

describe('whose work an entry can be', () => {
  it('is, for who works in a county, that of the units that help it and of all below them', async () => {
    expect(await shown('countyA', { report: 'true' })).toEqual(A);
    expect(await shown('countyB', { report: 'true' })).toEqual([...A, ...B]);
    expect(await shown('cadreA', { report: 'true' })).toEqual(A);
  });

  it('is, for who works for a unit, that of the unit and of all below it, never of a county office', async () => {
    expect(await shown('officeA', { report: 'true' })).toEqual(A);
    expect(await shown('liaisonA1', { report: 'true' })).toEqual(['a1']);
    expect(await shown('cadreB')).toEqual(B);
    expect(await shown('leaderA')).toEqual(A);
  });

  it('is nothing to report for who only reads', async () => {
    expect(await shown('leaderA', { report: 'true' })).toEqual([]);
  });

  it('what a county reports for the unit that helps it is there for that unit’s office', async () => {
    const entry = await report(world.as.countyA, draft(world.units.a1));
    expect(await read(world.as.officeA, entry)).toMatchObject({ id: entry.id, state: 'reported' });
  });

  it('is never the county office’s own: an entry and a sheet for it are refused by name', async () => {
    const problem = { code: 'ledger.unit_helped', at: 'unitId', params: { unit: '第一县帮扶办' } };
    const body = draft(world.units.aCounty);
    expect(await world.as.countyA.call(acts.addEntry, { body })).toMatchObject({ status: 422, problems: [problem] });
    const fields = { actId: newId(), id: newId(), unitId: world.units.aCounty, kind: 'test_funds' };
    const sheet = Buffer.from('到账日期,投入金额\n2021-05-01,1');
    expect(await world.as.countyA.upload(beginImport, '表.csv', sheet, fields)).toMatchObject({
      status: 422,
      problems: [problem],
    });
    expect(COUNTY.one).toBe(body.countyId);
  });
});
