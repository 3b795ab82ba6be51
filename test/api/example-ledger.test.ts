import { beforeAll, describe, expect, it } from 'vitest';
import { firstLink, firstOperator } from '../../src/acts/access/first-operator.ts';
import { makeExample } from '../../src/acts/example/make-example.ts';
import { newId } from '../../src/acts/house.ts';
import { driftOf } from '../../src/acts/ledger/verify-figures.ts';
import { nobody, runAct } from '../../src/acts/run-act.ts';
import { loadShippedKinds } from '../../src/acts/start/shipped-kinds.ts';
import { ENTRY_STATES } from '../../src/core/ledger/entry.ts';
import { withHouse } from '../support/house.ts';

// The first days of a year: entries of the example then lie in the year before.
const test = withHouse('2026-01-05T02:00:00.000Z');

beforeAll(async () => {
  await loadShippedKinds(test.db.owner);
  const link = (await firstLink(test.house)) ?? '';
  const input = { link, name: '王小帮', login: 'wang', password: '一句好记的话就可以了', unitName: '云帆部' };
  const first = await runAct(test.house, firstOperator, { actId: newId(), actor: nobody, input });
  if (!first.ok) throw new Error(JSON.stringify(first.problems));
  const example = await makeExample(test.house, first.value);
  if (!example.ok) throw new Error(JSON.stringify(example.problems));
}, 120_000);

describe('the ledger of the worked example', () => {
  it('has entries in every state but withdrawn, all marked as examples', async () => {
    const found = await test.db.owner.query<{ state: string }>('select distinct state from entry order by state');
    const states = found.rows.map((row) => row.state);
    expect(states).toEqual(ENTRY_STATES.filter((state) => state !== 'withdrawn').sort());
    const others = await test.db.owner.query("select from entry where source <> 'example'");
    expect(others.rowCount).toBe(0);
  });

  it('was posted by four persons each, and its roll-ups are what its entries sum to', async () => {
    const posted = await test.db.owner.query<{ persons: number }>(
      `select distinct (select count(distinct p) from unnest(array[reported_by, confirmed_by, reviewed_by, posted_by]) p)::integer as persons
       from entry where state = 'posted' and reverses is null`,
    );
    expect(posted.rows).toEqual([{ persons: 4 }]);
    expect(await driftOf(test.house)).toEqual([]);
  });
});
