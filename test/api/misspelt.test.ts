import { beforeAll, describe, expect, it } from 'vitest';
import { bulk } from '../../src/contract/bulk.ts';
import { withHouse } from '../support/house.ts';
import { makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;

beforeAll(async () => {
  world = await makeWorld(test);
});

describe('a name that the API does not know', () => {
  const ask = async (url: string) => {
    const { status, problems } = await world.first.send({ method: 'GET', url });
    return { status, problems };
  };

  it('is refused in a query: it must not widen a list in silence, nor make a real act of a dry run', async () => {
    expect(await ask('/api/entries?countyID=130126')).toMatchObject({
      status: 422,
      problems: [{ code: 'input.unknown', at: 'countyID', params: { name: 'countyID' } }],
    });
    expect(await ask('/api/home?dryRun=true')).toMatchObject({ status: 422, problems: [{ at: 'dryRun' }] });
  });

  it('is refused in a body, and in the filter of a step with many', async () => {
    const body = { step: 'review', filter: { voucher: '记-1' }, countSeen: 1, reason: null, all: true };
    const answer = await world.as.officeA.call(bulk, { body });
    expect(answer.status).toBe(422);
    expect(answer.problems.map((one) => [one.code, one.at])).toEqual([
      ['input.unknown', 'filter.voucher'],
      ['input.unknown', 'all'],
    ]);
  });
});
