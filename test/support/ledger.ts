import type { Pool } from 'pg';
import { newId } from '../../src/acts/house.ts';
import * as acts from '../../src/contract/ledger-acts.ts';
import * as ledger from '../../src/contract/ledger.ts';
import type { AnswerOf, Route } from '../../src/contract/route.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import type { KindDefinition } from '../../src/core/ledger/kind.ts';
import { inTransaction } from '../../src/storage/database/transaction.ts';
import { insertKind, insertKindVersion } from '../../src/storage/ledger/kind.ts';
import { COUNTY, done, type World } from './world.ts';
import type { Answer, Caller, TestHouse } from './house.ts';

const two = (zh: string, en = zh) => ({ zh, en });
const ask = (how: 'required' | 'optional' | 'no', zh: string) => ({ ask: how, name: two(zh) });
const choice = (code: string, zh: string) => ({ ...two(zh, code), code, synonyms: [] });
const field = (code: string, zh: string, more: Partial<KindDefinition['fields'][number]> = {}) => ({
  code,
  name: two(zh, code),
  type: 'text' as const,
  required: false,
  help: null,
  choices: [],
  unit: null,
  maxLength: null,
  personal: false,
  synonyms: [],
  ...more,
});
const BASE: Omit<KindDefinition, 'code' | 'name'> = {
  line: '资金管理',
  topic: null,
  text: two('试', 'Trial'),
  source: '测试',
  unverified: true,
  countsOn: two('到账日期', 'Day received'),
  measures: [
    { measure: 'amount', name: two('金额'), unit: null, required: true, derived: null, synonyms: [] },
    { measure: 'quantity', name: two('数量'), unit: '公斤', required: false, derived: null, synonyms: [] },
  ],
  voucher: ask('optional', '凭证号'),
  payee: ask('optional', '收款方'),
  fields: [
    field('pay_class', '无偿或有偿', { type: 'choice', choices: [choice('free', '无偿'), choice('paid', '有偿')] }),
    field('contact', '联系电话', { type: 'phone', personal: true }),
  ],
  facets: ['pay_class'],
  rules: [
    {
      code: 'large',
      severity: 'suspect',
      when: null,
      must: { test: '≤', left: { of: 'amount' }, right: { value: '99999900' } },
      at: 'amount',
      text: two('金额很大', 'Large'),
    },
  ],
  evidence: [{ code: 'photo', name: two('照片'), accepts: ['photo'], least: 0 }],
  once: { group: 'test', key: ['voucher', 'payee', 'amount', 'occurred_on'] },
  roster: 'no',
};

/** Kinds of the tests: money with a key, one that demands a file, one with a roster. */
export const KINDS: readonly KindDefinition[] = [
  { ...BASE, code: 'test_funds', name: two('试资金', 'Trial funds') },
  {
    ...BASE,
    code: 'test_proof',
    name: two('试凭据', 'Trial proof'),
    evidence: [{ code: 'receipt', name: two('收据', 'Receipt'), accepts: ['photo', 'pdf'], least: 1 }],
  },
  {
    ...BASE,
    code: 'test_course',
    line: '人才',
    name: two('试培训', 'Trial course'),
    measures: [
      { measure: 'people', name: two('人数'), unit: null, required: true, derived: 'roster_people', synonyms: [] },
      {
        measure: 'person_times',
        name: two('人次'),
        unit: null,
        required: true,
        derived: 'roster_times',
        synonyms: [],
      },
    ],
    facets: [],
    rules: [],
    once: null,
    roster: 'optional',
  },
];

/** Puts the tests' kinds into a database; another version of one may come later. */
export async function addTestKinds(app: Pool): Promise<void> {
  await inTransaction(app, async (tx) => {
    for (const definition of KINDS) {
      await insertKind(tx, definition.code, false, null);
      await insertKindVersion(tx, versionOf(definition, 1, '2000-01-01'));
    }
  });
}

/** A version of a kind as storage takes it. */
export const versionOf = (definition: KindDefinition, version: number, validFrom: string) => ({
  version,
  definition,
  validFrom,
  validTo: null,
  placeIds: [],
  note: null,
  now: '2021-01-01T00:00:00.000Z' as Instant,
  recordedBy: null,
});

/** What an entry of the tests says; amounts in fen. */
export const draft = (unitId: string, more: Record<string, unknown> = {}) => ({
  id: newId(),
  countyId: COUNTY.one as string,
  kind: 'test_funds',
  unitId,
  placeId: null,
  occurredOn: '2021-05-10',
  measures: { amountFen: '1000000', quantity: null, people: null, personTimes: null },
  voucher: null as string | null,
  payee: null as string | null,
  fields: { pay_class: 'free' },
  note: null,
  roster: [],
  evidence: [],
  submit: true,
  ...more,
});

/** An entry of the tests: its key, and where it stands. */
export interface Known {
  countyId: string;
  id: string;
  revision: number;
  number: string | null;
  state: string;
  countedOn: string;
}

/** Reports an entry. */
export async function report(by: Caller, body: ReturnType<typeof draft>): Promise<Known> {
  return { countyId: body.countyId, ...(await done(by.call(acts.addEntry, { body }))) };
}

/** One step with an entry, whatever it answers. */
export const tryStep = <R extends Route>(
  by: Caller,
  route: R,
  entry: { countyId: string; id: string; revision: number },
  more: object = {},
): Promise<Answer<R>> =>
  by.call(route, {
    params: { countyId: entry.countyId, id: entry.id },
    body: { revision: entry.revision, ...more },
  });

/** One step with an entry that goes through. */
export async function step(by: Caller, route: Route, entry: Known, more: object = {}): Promise<Known> {
  const answer = (await done(tryStep(by, route, entry, more))) as Omit<Known, 'countyId'>;
  return { countyId: entry.countyId, ...answer };
}

/** Who takes which step with entries of the first county in the world. */
export const fourOf = (world: World) => ({
  reporter: world.as.liaisonA1,
  county: world.as.countyA,
  reviewer: world.as.officeA,
  poster: world.first,
});

/** Takes an entry as far as it is asked: reported, confirmed, reviewed, posted. */
export async function takeTo(
  world: World,
  entry: Known,
  state: 'reported' | 'confirmed' | 'reviewed' | 'posted',
): Promise<Known> {
  const four = fourOf(world);
  let at = entry;
  if (state === 'reported') return at;
  at = await step(four.county, acts.confirmEntry, at);
  if (state === 'confirmed') return at;
  at = await step(four.reviewer, acts.reviewEntry, at);
  return state === 'reviewed' ? at : step(four.poster, acts.postEntry, at);
}

/** One entry as a person reads it. */
export const read = (by: Caller, entry: { countyId: string; id: string }): Promise<AnswerOf<typeof ledger.readEntry>> =>
  done(by.call(ledger.readEntry, { params: { countyId: entry.countyId, id: entry.id } }));

/** Entries of both sides in the states that reading and writing are tried on: reported, drafted, posted, in several counties. */
export async function makeEntries(test: TestHouse, world: World): Promise<void> {
  await addTestKinds(test.db.app);
  const { cadreA, officeA, officeB, countyA, countyB, liaisonB1 } = world.as;
  const { units } = world;
  await report(cadreA, draft(units.a1, { countyId: COUNTY.two }));
  await report(cadreA, draft(units.a1, { countyId: COUNTY.two, placeId: '451022100' }));
  await report(officeA, draft(units.a2, { countyId: COUNTY.shared, submit: false }));
  await report(countyA, draft(units.a));
  await report(officeB, draft(units.b, { countyId: COUNTY.shared }));
  await report(countyB, draft(units.b2, { countyId: COUNTY.shared }));
  await report(liaisonB1, draft(units.b1, { countyId: COUNTY.four }));
  const posted = [
    await report(cadreA, draft(units.a1, { countyId: COUNTY.two })),
    await report(liaisonB1, draft(units.b1, { countyId: COUNTY.four })),
  ];
  // Few people of this small world could take all four steps; what they would have written is put there.
  for (const { id } of posted) {
    await test.db.owner.query(
      `update entry set state = 'posted', posted_by = $2, posted_at = $3, revision = 1 where id = $1`,
      [id, world.people.first, test.now],
    );
    for (const grain of ['month', 'quarter', 'year'])
      await test.db.owner.query(
        `insert into ledger_${grain} select county_id, kind, ${grain === 'year' ? '2021' : `date_trunc('${grain}', counted_on)`}, unit_id, slice, 1, amount_fen, 0, 0, 0 from entry where id = $1`,
        [id],
      );
  }
  // One thing to look at in each.
  const all = await test.db.owner.query<{ id: string }>('select id from entry');
  for (const { id } of all.rows)
    await test.db.owner.query(
      `insert into suspect (county_id, id, entry_id, kind, unit_id, counted_on, code, params, found_at) select county_id, $2, id, kind, unit_id, counted_on, 'round_amount', '{}', now() from entry where id = $1`,
      [id, newId()],
    );
}
