import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as acts from '../../src/contract/ledger-acts.ts';
import { bulkCount } from '../../src/contract/bulk.ts';
import * as ledger from '../../src/contract/ledger.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import { compareRollUps } from '../../src/storage/ledger/roll-up.ts';
import { asPerson, withHouse } from '../support/house.ts';
import { addTestKinds, draft, fourOf, read, report, step, takeTo, tryStep } from '../support/ledger.ts';
import { COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let four: ReturnType<typeof fourOf>;

beforeAll(async () => {
  world = await makeWorld(test);
  await addTestKinds(test.db.app);
  four = fourOf(world);
});

const money = (amountFen: string) => ({ amountFen, quantity: null, people: null, personTimes: null });
const own = (more: Record<string, unknown> = {}) => draft(world.units.a1, more);

describe('evidence', () => {
  const file = async (unitId: string, countyId: string = COUNTY.one) => {
    const id = newId();
    await test.db.owner.query(
      `insert into evidence (county_id, id, unit_id, digest, file_name, media_type, size, brought_by, brought_at)
       values ($1, $2, $3, sha256('x'), '收据.pdf', 'application/pdf', 10, $4, now())`,
      [countyId, id, unitId, world.people.liaisonA1],
    );
    return id;
  };

  it('that a kind demands is there when an entry is sent, and when it is posted', async () => {
    const body = own({ kind: 'test_proof' });
    expect(await four.reporter.call(acts.addEntry, { body })).toMatchObject({
      status: 422,
      problems: [
        { code: 'ledger.evidence_missing', at: 'evidence.receipt', params: { name: '收据', least: 1, have: 0 } },
      ],
    });
    const foreign = [{ evidenceId: await file(world.units.b1, COUNTY.four), demand: 'receipt' }];
    expect(await four.reporter.call(acts.addEntry, { body: { ...body, evidence: foreign } })).toMatchObject({
      problems: [{ code: 'ledger.evidence_unknown', at: 'evidence.0' }, { code: 'ledger.evidence_missing' }].slice(
        0,
        1,
      ),
    });
    const evidence = [{ evidenceId: await file(world.units.a1), demand: 'receipt' }];
    const entry = await report(four.reporter, { ...body, evidence } as never);
    expect((await read(four.county, entry)).evidenceFiles).toMatchObject([{ demand: 'receipt', fileName: '收据.pdf' }]);
    const reviewed = await takeTo(world, entry, 'reviewed');
    await test.db.owner.query('update entry_evidence set removed_at = now() where entry_id = $1', [entry.id]);
    expect(await tryStep(four.poster, acts.postEntry, reviewed)).toMatchObject({
      problems: [{ code: 'ledger.evidence_missing' }],
    });
  });
});

describe('a roster', () => {
  it('gives people and sessions, is masked, and each viewing is logged without a name', async () => {
    const roster = [
      { name: '赵一', idNumber: '11010519491231002X', times: 2, note: null },
      { name: '欧阳二', idNumber: null, times: 3, note: null },
    ];
    const body = own({
      kind: 'test_course',
      measures: { ...money('0'), amountFen: null },
      roster,
      fields: { contact: '13812345678' },
    });
    const entry = await report(four.reporter, body);
    const shown = await read(four.county, entry);
    expect(shown).toMatchObject({ people: 2, personTimes: 5, fields: { contact: '138****5678' }, mayUnmask: true });
    expect(shown.roster.map((one) => [one.name, one.idTail])).toEqual([
      ['赵*', '****'],
      ['欧**', null],
    ]);
    const key = { params: { countyId: entry.countyId, id: entry.id } };
    const plain = await done(four.county.call(ledger.showRoster, key));
    expect(plain).toMatchObject({ roster: [{ name: '赵一', idTail: '002X' }, {}], fields: { contact: '13812345678' } });
    expect(await four.reporter.call(ledger.showRoster, key)).toMatchObject({ status: 403 });
    expect(await world.as.officeB.call(ledger.showRoster, key)).toMatchObject({ status: 404 });
    const log = await test.db.owner.query<{ answer: unknown }>(
      `select answer from act_log where act = 'entry.roster' and subject_id = $1`,
      [entry.id],
    );
    expect(log.rows).toEqual([{ answer: { secret: true } }]);
    const kept = await test.db.owner.query<{ text: string }>(
      `select string_agg(p::text, ' ') as text from entry_person p`,
    );
    expect(kept.rows[0]?.text).not.toContain('19491231');
  });
});

describe('lists', () => {
  it('are filtered, paged and summed alike', async () => {
    const unit = world.units.a3;
    const made = [];
    for (let i = 1; i <= 5; i += 1)
      made.push(
        await report(
          four.county,
          draft(unit, {
            voucher: `列-${i}`,
            payee: `列表${i}社`,
            occurredOn: `2021-04-0${i}`,
            measures: { ...money(`${i}00`), quantity: '1.5' },
          }),
        ),
      );
    const query = { unitId: unit, limit: '2' };
    const ids: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: { items: { id: string }[]; next: string | null } = await done(
        four.county.call(ledger.entries, {
          query: { ...query, ...(after === '' ? {} : { after }) },
        }),
      );
      ids.push(...page.items.map((one) => one.id));
      after = page.next;
    }
    expect(ids).toEqual(made.map((one) => one.id).reverse());
    const sums = await done(four.county.call(ledger.entrySums, { query: { unitId: unit } }));
    expect(sums).toMatchObject({
      count: 5,
      capped: false,
      sums: {
        posted: { entries: 0, amountFen: '0' },
        inTransit: { entries: 5, amountFen: '1500', quantities: [{ unit: '公斤', quantity: '7.5' }] },
      },
    });
    const found = async (ask: Record<string, string>, by = four.county) =>
      (await done(by.call(ledger.entries, { query: { unitId: unit, ...ask } }))).items.length;
    expect(await found({ q: '列-3' })).toBe(1);
    expect(await found({ q: '列表4' })).toBe(1);
    expect(await found({ q: '表4' })).toBe(0);
    expect(await found({ q: made[0]?.number ?? '' })).toBe(1);
    expect(await found({ countyId: '1301', kind: 'test_funds,test_proof', state: 'reported,draft' })).toBe(5);
    expect(await found({ line: '人才' })).toBe(0);
    expect(await found({ minAmountFen: '200', maxAmountFen: '400', from: '2021-04-03', to: '2021-04-04' })).toBe(2);
    expect(await found({ mine: 'true' })).toBe(5);
    expect(await found({ waiting: 'true' })).toBe(0);
    expect(await found({ knownOn: '2021-06-20' })).toBe(0);
    const waits = await done(four.county.call(ledger.entries, { query: { waiting: 'true' } }));
    expect(new Set(waits.items.map((one) => one.state))).toEqual(new Set(['reported']));
  });

  it('show what was known on a day', async () => {
    const before = await done(four.reporter.call(ledger.entrySums, { query: { knownOn: '2021-06-20' } }));
    test.now = '2021-06-22T02:00:00.000Z' as Instant;
    const again = async (key: 'liaisonA1' | 'countyA' | 'officeA' | 'first') => asPerson(test, world.people[key]);
    const reporter = await again('liaisonA1');
    let entry = await report(reporter, own());
    entry = await step(await again('countyA'), acts.confirmEntry, entry);
    entry = await step(await again('officeA'), acts.reviewEntry, entry);
    await step(await again('first'), acts.postEntry, entry);
    const sums = async (knownOn: string) => done(reporter.call(ledger.entrySums, { query: { knownOn } }));
    expect((await sums('2021-06-20')).sums).toEqual(before.sums);
    expect((await sums('2021-06-22')).count).toBe(before.count + 1);
    test.now = '2021-06-20T02:00:00.000Z' as Instant;
  });

  it('and the roll-ups are what the entries say', async () => {
    expect(await compareRollUps(test.db.app)).toEqual([]);
    await test.db.owner.query('update ledger_month set amount_fen = amount_fen + 1 where unit_id = $1', [
      world.units.a1,
    ]);
    expect((await compareRollUps(test.db.app, COUNTY.one)).length).toBeGreaterThan(0);
    expect(await compareRollUps(test.db.app, COUNTY.two)).toEqual([]);
  });
});

describe('a list narrowed by facets of its kind', () => {
  it('shows what has one of the values, in sums and bulk counts too, and no personal field', async () => {
    const fields = { pay_class: 'paid', contact: '13800138000' };
    const paid = await report(four.reporter, own({ voucher: '面-1', fields }));
    const free = await report(four.reporter, own({ voucher: '面-2' }));
    const ids = async (facet: string) => {
      const query = { kind: 'test_funds', facet, limit: 200 } as never;
      const { items } = await done(four.reporter.call(ledger.entries, { query }));
      return items.filter((one) => [paid.id, free.id].includes(one.id)).map((one) => one.id);
    };
    expect(await ids('pay_class:paid')).toEqual([paid.id]);
    expect((await ids('pay_class:paid,pay_class:free')).sort()).toEqual([paid.id, free.id].sort());
    expect(await ids('pay_class:none')).toEqual([]);
    const query = { facet: 'pay_class:paid' } as never;
    const { items } = await done(four.reporter.call(ledger.entries, { query }));
    expect(items.find((one) => one.id === paid.id)?.fields).toEqual({ pay_class: 'paid' });
    expect((await done(four.reporter.call(ledger.entrySums, { query }))).count).toBe(items.length);
    const counted = await done(four.county.call(bulkCount, { query }));
    expect(counted.states).toEqual({ reported: items.length });
    const wrong = await four.reporter.call(ledger.entries, { query: { facet: "x' or true" } });
    expect(wrong.status).toBe(422);
  });
});
