import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { jobKinds } from '../../src/acts/job/job-kinds.ts';
import { workOnce } from '../../src/acts/job/run-jobs.ts';
import * as bulk from '../../src/contract/bulk.ts';
import * as job from '../../src/contract/job.ts';
import * as acts from '../../src/contract/ledger-acts.ts';
import { compareRollUps } from '../../src/storage/ledger/roll-up.ts';
import { withHouse, type Caller } from '../support/house.ts';
import { addTestKinds, draft, fourOf, read, report, step, type Known } from '../support/ledger.ts';
import { COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let four: ReturnType<typeof fourOf>;
let made = 0;

beforeAll(async () => {
  world = await makeWorld(test);
  await addTestKinds(test.db.app);
  four = fourOf(world);
});

const some = async (count: number, more: Record<string, unknown> = {}, by: Caller = four.reporter) => {
  const entries: Known[] = [];
  for (let i = 0; i < count; i += 1)
    entries.push(await report(by, draft(world.units.a1, { voucher: `批-${(made += 1)}`, ...more })));
  return entries;
};
const work = () => workOnce(test.house, jobKinds, { server: newId() });
const begin = (by: Caller, body: object) => by.call(bulk.bulk, { body: { reason: null, ...body } });
const run = async (by: Caller, body: object) => {
  const { jobId } = await done(begin(by, body));
  while (await work());
  return done(by.call(bulk.readBulk, { params: { id: jobId } }));
};
const stateOf = async (entry: Known) => (await read(four.reviewer, entry)).state;
const count = (by: Caller, query: Record<string, string>) => done(by.call(bulk.bulkCount, { query }));

describe('a step with many', () => {
  it('takes exactly what the filter has and the person saw', async () => {
    const inside = await some(5, { occurredOn: '2021-03-03' });
    const outside = await some(2, { occurredOn: '2021-03-04' });
    const filter = { from: '2021-03-03', to: '2021-03-03' };
    expect(await count(four.county, filter)).toMatchObject({
      states: { reported: 5 },
      steps: { confirm: { count: 5, mine: 5 }, review: { count: 0, mine: 0 }, return: { count: 5, mine: 5 } },
    });
    expect(await begin(four.county, { step: 'confirm', filter, countSeen: 4 })).toMatchObject({
      status: 409,
      problems: [{ code: 'bulk.count_differs', params: { seen: 4, count: 5 } }],
    });
    const body = { step: 'confirm', filter, countSeen: 5, reason: null };
    const dry = await four.county.call(bulk.bulk, { query: { dryRun: 'true' }, body });
    expect(dry).toMatchObject({ status: 200, value: { count: 5 } });
    expect(await work()).toBe(false);
    const result = await run(four.county, body);
    expect(result).toMatchObject({ step: 'confirm', total: 5, done: 5, refused: 0, left: 0, reasons: [] });
    expect(result.job).toMatchObject({ state: 'done', done: 5, total: 5, outcome: { done: 5, refused: 0 } });
    for (const entry of inside) expect(await stateOf(entry)).toBe('confirmed');
    for (const entry of outside) expect(await stateOf(entry)).toBe('reported');
    const log = await test.db.owner.query(`select county_id, answer from act_log where act = 'entry.bulk_confirm'`);
    expect(log.rows).toEqual([{ county_id: COUNTY.one, answer: { value: { count: 5 } } }]);
    const steps = await test.db.owner.query('select step, seq from entry_step where entry_id = $1 order by seq', [
      inside[0]?.id,
    ]);
    expect(steps.rows).toMatchObject([{}, { step: 'confirm', seq: 2 }]);
  });

  it('takes only the chosen ones where some are chosen', async () => {
    const [first, second] = await some(2, { occurredOn: '2021-03-05' });
    const filter = { from: '2021-03-05', to: '2021-03-05' };
    const chosen = [{ countyId: first?.countyId, id: first?.id }];
    await run(four.county, { step: 'confirm', filter, chosen, countSeen: 1 });
    expect([await stateOf(first as Known), await stateOf(second as Known)]).toEqual(['confirmed', 'reported']);
    // What is chosen but not under the filter is not taken.
    const beside = { step: 'confirm', filter: { from: '2021-03-06' }, chosen, countSeen: 1 };
    expect(await begin(four.county, beside)).toMatchObject({ problems: [{ code: 'bulk.count_differs' }] });
  });

  it('refuses each that changed meanwhile, with its reason, and forces nothing', async () => {
    const [a, b, c] = (await some(3, { occurredOn: '2021-03-10' })) as [Known, Known, Known];
    const filter = { from: '2021-03-10', to: '2021-03-10' };
    const { jobId } = await done(begin(four.county, { step: 'confirm', filter, countSeen: 3 }));
    const later = await some(1, { occurredOn: '2021-03-10' });
    await step(four.reporter, acts.withdrawEntry, a, { reason: null });
    const back = await step(four.county, acts.returnEntry, b, { reason: '改一下' });
    await step(four.reporter, acts.submitEntry, back);
    while (await work());
    const params = { id: jobId };
    const result = await done(four.county.call(bulk.readBulk, { params }));
    expect(result).toMatchObject({ done: 1, refused: 2, left: 0 });
    expect(result.reasons).toEqual([{ code: 'ledger.changed_meanwhile', count: 2 }]);
    const refusals = await done(four.county.call(bulk.bulkRefusals, { params }));
    expect(refusals.items.map((one) => one.id).sort()).toEqual([a.id, b.id].sort());
    expect(refusals.items[0]?.problems).toMatchObject([{ params: { name: '吴联' } }]);
    expect([await stateOf(a), await stateOf(b), await stateOf(c)]).toEqual(['withdrawn', 'reported', 'confirmed']);
    expect(await stateOf(later[0] as Known)).toBe('reported');
  });

  it('never touches what is out of reach, and refuses what four persons forbid', async () => {
    const own = await some(1, { occurredOn: '2021-03-12' }, four.county);
    const others = await some(1, { occurredOn: '2021-03-12' });
    const foreign = await report(
      world.as.liaisonB1,
      draft(world.units.b1, { countyId: COUNTY.four, occurredOn: '2021-03-12' }),
    );
    const filter = { from: '2021-03-12', to: '2021-03-12' };
    expect((await count(four.county, filter)).steps.confirm).toEqual({ count: 2, mine: 1 });
    const result = await run(four.county, { step: 'confirm', filter, countSeen: 2 });
    expect(result).toMatchObject({ done: 1, refused: 1, reasons: [{ code: 'ledger.same_person', count: 1 }] });
    expect([await stateOf(own[0] as Known), await stateOf(others[0] as Known)]).toEqual(['reported', 'confirmed']);
    expect((await read(world.as.liaisonB1, foreign)).state).toBe('reported');
    const chosen = [{ countyId: foreign.countyId, id: foreign.id }];
    expect(await begin(four.county, { step: 'confirm', filter: {}, chosen, countSeen: 1 })).toMatchObject({
      problems: [{ code: 'bulk.count_differs', params: { count: 0 } }],
    });
    expect((await begin(world.as.auditorA, { step: 'confirm', filter, countSeen: 1 })).status).toBe(403);
    const { jobId } = await done(begin(four.county, { step: 'return', filter, countSeen: 2, reason: '退' }));
    expect((await four.reporter.call(bulk.readBulk, { params: { id: jobId } })).status).toBe(404);
    await done(four.county.call(job.cancelJob, { params: { id: jobId } }));
    expect(await done(four.county.call(bulk.readBulk, { params: { id: jobId } }))).toMatchObject({ left: 2, done: 0 });
  });

  it('goes the whole way to the figures, returns with a reason, and the roll-ups hold', async () => {
    await some(4, { occurredOn: '2021-03-20' });
    const filter = { from: '2021-03-20', to: '2021-03-20' };
    await run(four.county, { step: 'confirm', filter, countSeen: 4 });
    await run(four.reviewer, { step: 'review', filter, countSeen: 4 });
    expect((await begin(four.poster, { step: 'return', filter, countSeen: 4 })).status).toBe(422);
    expect(await run(four.poster, { step: 'post', filter, countSeen: 4 })).toMatchObject({ done: 4 });
    expect(await compareRollUps(test.db.app)).toEqual([]);
    const [one] = await some(1, { occurredOn: '2021-03-21' });
    const back = { from: '2021-03-21', to: '2021-03-21' };
    await run(four.county, { step: 'return', filter: back, countSeen: 1, reason: '缺附件' });
    expect(await read(four.reporter, one as Known)).toMatchObject({
      state: 'returned',
      steps: [{}, { reason: '缺附件' }],
    });
  });

  it('goes on after a crash between chunks, without loss or double', async () => {
    const entries = await some(3, { occurredOn: '2021-03-25' });
    const filter = { from: '2021-03-25', to: '2021-03-25' };
    const { jobId } = await done(begin(four.county, { step: 'confirm', filter, countSeen: 3 }));
    // A server that took it up and died: its job is running, nothing was stored.
    await test.db.owner.query(
      `update job set state = 'running', server = $2, attempts = 1, beat_at = now() - interval '1 hour' where id = $1`,
      [jobId, newId()],
    );
    while (await work());
    for (const entry of entries) expect(await stateOf(entry)).toBe('confirmed');
    expect(await done(four.county.call(bulk.readBulk, { params: { id: jobId } }))).toMatchObject({
      done: 3,
      refused: 0,
    });
  });
});
