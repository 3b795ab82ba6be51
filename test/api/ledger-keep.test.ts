import { beforeAll, expect, it } from 'vitest';
import * as acts from '../../src/contract/ledger-acts.ts';
import * as ledger from '../../src/contract/ledger.ts';
import { withHouse } from '../support/house.ts';
import { addTestKinds, draft, fourOf, read, report, step } from '../support/ledger.ts';
import { done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let four: ReturnType<typeof fourOf>;

beforeAll(async () => {
  world = await makeWorld(test);
  await addTestKinds(test.db.app);
  four = fourOf(world);
});

it('whoever may not see names changes the rest and keeps them, whatever is sent in their place', async () => {
  const said = draft(world.units.a1, {
    kind: 'test_course',
    measures: { amountFen: null, quantity: null, people: null, personTimes: null },
    roster: [
      { name: '赵一', idNumber: '11010519491231002X', times: 2, note: null },
      { name: '欧阳二', idNumber: null, times: 3, note: '村医' },
    ],
    fields: { contact: '13812345678' },
  });
  const entry = await report(four.reporter, said);
  const back = await step(four.county, acts.returnEntry, entry, { reason: '备注不清' });
  const masked = await read(four.reporter, back);
  expect(masked.mayUnmask).toBe(false);
  const { id: _, countyId: __, ...body } = said;
  const roster = masked.roster.map(({ name, times, note }) => ({ name, idNumber: null, times, note }));
  const sent = { ...body, roster, fields: masked.fields, note: '已补', submit: true, keepPersonal: true };
  const again = await step(four.reporter, acts.changeEntry, back, sent);
  expect(again).toMatchObject({ state: 'reported' });
  expect(await read(four.county, again)).toMatchObject({ note: '已补', people: 2, personTimes: 5 });
  const key = { params: { countyId: entry.countyId, id: entry.id } };
  expect(await done(four.county.call(ledger.showRoster, key))).toMatchObject({
    roster: [
      { name: '赵一', idTail: '002X', times: 2 },
      { name: '欧阳二', idTail: null, times: 3, note: '村医' },
    ],
    fields: { contact: '13812345678' },
  });
});
