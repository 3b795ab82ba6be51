import { beforeAll, describe, expect, it } from 'vitest';
import { makeExample } from '../../src/acts/example/make-example.ts';
import { readFigure } from '../../src/acts/indicator/read-figure.ts';
import { loadShippedIndicators } from '../../src/acts/start/shipped-indicators.ts';
import { loadShippedKinds } from '../../src/acts/start/shipped-kinds.ts';
import type { Actor } from '../../src/core/access/reach.ts';
import type { PeriodCode } from '../../src/core/indicator/period.ts';
import type { PlainDate } from '../../src/core/kernel/plain-date.ts';
import { loadActor } from '../../src/storage/access/actor.ts';
import { compareRollUps } from '../../src/storage/ledger/roll-up.ts';
import { withHouse } from '../support/house.ts';
import { makeWorld } from '../support/world.ts';

const test = withHouse('2026-11-30T02:00:00.000Z');
let office: Actor;

beforeAll(async () => {
  await loadShippedKinds(test.db.app);
  await loadShippedIndicators(test.db.app);
  const world = await makeWorld(test);
  const made = await makeExample(test.house, { personId: world.people.first, unitId: world.units.a });
  expect(made.ok ? [] : made.problems).toEqual([]);
  const found = await test.db.owner.query<{ id: string }>(
    "select person_id as id from account where login = 'bangong'",
  );
  office = (await loadActor(test.db.app, found.rows[0]?.id ?? '', '2026-11-30' as PlainDate, null)) as Actor;
}, 120_000);

const read = async (code: string, period: string) => {
  const answer = await readFigure(test.house, office, code, { period: period as PeriodCode });
  if (!answer.ok) throw new Error(code);
  return answer.value as {
    figure: { value: string; target: string | null; completion: string | null; reachedOn: string | null };
    facts: { value: string; planned: boolean; verdict: string; why: string | null }[];
  };
};

describe('the worked example', () => {
  it('has two years of entries in every state, and its books are right', async () => {
    const { rows } = await test.db.owner.query<{ state: string; n: number }>(
      'select state, count(*)::int as n from entry group by 1',
    );
    const count = new Map(rows.map((row) => [row.state, row.n]));
    expect(count.get('posted')).toBeGreaterThan(150);
    for (const state of ['reported', 'confirmed', 'reviewed', 'differs', 'returned'])
      expect([state, (count.get(state) ?? 0) > 0]).toEqual([state, true]);
    expect(await compareRollUps(test.db.app)).toEqual([]);
  });

  it('has targets that its plan named, with what was reached of them', async () => {
    expect((await read('direct_free', '2026')).figure).toMatchObject({
      target: '1500000000',
      completion: '102.3',
      reachedOn: '2026-09-14',
    });
    expect((await read('train_cadres', '2026')).figure).toMatchObject({ target: '1200', completion: '78.7' });
  });

  it('has totals of last year that a document told, held against the ledger: one of them differs', async () => {
    const verdict = async (code: string) =>
      (await read(code, '2025')).facts.filter((one) => !one.planned).map((one) => [one.value, one.verdict]);
    expect(await verdict('direct_free')).toEqual([['1356', 'equal']]);
    expect(await verdict('purchase_direct')).toEqual([['830', 'equal']]);
    expect(await verdict('help_to_sell')).toEqual([['2864', 'equal']]);
    expect(await verdict('employment_helped')).toEqual([['870', 'equal']]);
    expect(await verdict('train_experts')).toEqual([['790', 'differs']]);
  });
});
