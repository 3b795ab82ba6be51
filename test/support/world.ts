import { newId } from '../../src/acts/house.ts';
import { beginImport } from '../../src/contract/import.ts';
import * as document from '../../src/contract/document.ts';
import * as pairing from '../../src/contract/pairing.ts';
import * as people from '../../src/contract/people.ts';
import type { Route } from '../../src/contract/route.ts';
import * as unit from '../../src/contract/unit.ts';
import { COUNTY, PEOPLE, UNITS, type PersonKey, type PostPlan, type UnitKey } from './world-plan.ts';
import { bringTied } from './make-entry.ts';
import { report } from './report.ts';
import { asPerson, beginHouse, type Answer, type Caller, type TestHouse } from './house.ts';

export { COUNTY };

/** A pair of a scope. */
export interface Pair {
  unitId: string | null;
  placeId: string | null;
}

/** A small invented world: two central units with all that belongs to them. Every id is known by a name. */
export interface World {
  /** The first operator, who also holds the office of the first unit. */
  first: Caller;
  units: Record<UnitKey, string>;
  people: Record<PersonKey, string>;
  /** Everybody signed in. */
  as: Record<PersonKey, Caller>;
  documents: Record<'a' | 'aOpen' | 'aBack' | 'aPart' | 'b' | 'bOpen', string>;
  postings: Record<'a' | 'aOld' | 'b', string>;
  events: Record<'a' | 'aShared' | 'bShared', string>;
  /** Files of evidence with an entry of the same unit and county each. */
  evidence: Record<'a' | 'b', { id: string; entryId: string }>;
  /** Sheets of each unit that were read and not yet checked. */
  imports: Record<'a' | 'b', string>;
}

/** The answer's value; fails with the problems where it was refused. */
export async function done<R extends Route>(answer: Promise<Answer<R>>): Promise<Answer<R>['value']> {
  const { status, value, problems } = await answer;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(problems)}`);
  return value;
}

/** Builds the world in an empty house, by the same acts as people do. */
export async function makeWorld(test: TestHouse): Promise<World> {
  const begun = await beginHouse(test, '云帆部');
  const units = await makeUnits(begun.caller, begun.unitId);
  const ids = await makePeople(begun.caller, units);
  const persons = { ...ids, first: begun.personId } as World['people'];
  const as = { first: begun.caller } as World['as'];
  for (const [key, id] of Object.entries(ids)) as[key as PersonKey] = await asPerson(test, id);
  await makePairings(as, units);
  const postings = await makePostings(as, units, persons);
  const events = await makeEvents(as, units);
  const documents = await makeDocuments(as, units);
  const evidence = await makeEvidence(test, as, units, persons);
  const imports = {
    a: await bringRows(as.officeA, units.a, newId()),
    b: await bringRows(as.officeB, units.b, newId()),
  };
  return { first: begun.caller, units, people: persons, as, documents, postings, events, evidence, imports };
}

async function makeUnits(operator: Caller, a: string): Promise<World['units']> {
  const units: Record<string, string> = { a };
  for (const [key, { kind, name, parent, placeId }] of Object.entries(UNITS)) {
    const id = (units[key] = newId());
    const parentId = parent === null ? null : (units[parent] ?? null);
    const body = { id, kind, name, shortName: null, parentId, startedOn: '2018-04-01', placeId };
    await done(operator.call(unit.addUnit, { body }));
  }
  return units;
}

async function makePeople(operator: Caller, units: World['units']): Promise<Record<string, string>> {
  const persons: Record<string, string> = {};
  for (const [key, { name, posts }] of Object.entries(PEOPLE)) {
    const id = (persons[key] = newId());
    const [first, ...more] = (posts as readonly PostPlan[]).map((post) => ({
      id: newId(),
      unitId: units[post.unit],
      role: post.role,
      title: null,
      fromOn: post.from ?? '2021-01-01',
      toOn: post.to ?? null,
      scope: (post.scope ?? []).map(([u, placeId]) => ({ unitId: u === null ? null : units[u], placeId })),
    }));
    const body = { id, name, phone: '13800000000', login: key.toLowerCase(), post: first };
    await done(operator.call(people.addPerson, { body }));
    for (const post of more) await done(operator.call(people.addPost, { params: { id }, body: { post } }));
  }
  return persons;
}

async function makePairings(as: World['as'], units: World['units']): Promise<void> {
  const add = (by: Caller, unitId: string, countyId: string, fromOn: string) =>
    done(
      by.call(pairing.addPairing, {
        body: { id: newId(), unitId, countyId, fromOn, fromPrecision: 'year', source: '结对通知（示例）' },
      }),
    );
  await add(as.officeA, units.a, COUNTY.two, '1996-01-01');
  await add(as.officeA, units.a, COUNTY.shared, '2002-01-01');
  await add(as.officeB, units.b, COUNTY.shared, '2012-01-01');
  await add(as.officeB, units.b, COUNTY.four, '2012-01-01');
  await add(as.officeB, units.b1, COUNTY.five, '2015-01-01');
}

/** A posting as the tests add it. */
export const newPosting = (unitId: string, countyId: string, more: object = {}) => ({
  id: newId(),
  personId: newId(),
  personName: '孙驻村' as string | null,
  unitId,
  countyId,
  placeId: null,
  kind: 'county_post',
  title: '副县长（挂职）',
  fromOn: '2020-05-01',
  dueOn: '2022-04-30',
  paper: null,
  ...more,
});

async function makePostings(
  as: World['as'],
  units: World['units'],
  persons: World['people'],
): Promise<World['postings']> {
  const add = async (by: Caller, body: ReturnType<typeof newPosting>) => {
    await done(by.call(pairing.addPosting, { body }));
    return body.id;
  };
  const old = { personName: '李前任', fromOn: '2018-05-01', dueOn: '2020-04-30' };
  const aOld = await add(as.officeA, newPosting(units.a1, COUNTY.two, old));
  const a = await add(as.officeA, newPosting(units.a1, COUNTY.two, { personId: persons.cadreA, personName: null }));
  const b = await add(as.officeB, newPosting(units.b1, COUNTY.shared, { personName: '钱星火' }));
  const body = { toOn: '2020-04-30', successorId: a, handover: '账册一套' };
  await done(as.officeA.call(pairing.handOver, { params: { id: aOld }, body }));
  return { a, aOld, b };
}

/** A line of a county's history as the tests add it. */
export const newEvent = (unitId: string, text: string) => ({
  id: newId(),
  unitId,
  onDay: '2021-03-01',
  onPrecision: 'month',
  kind: 'visit',
  text,
  source: '县志办（示例）',
});

async function makeEvents(as: World['as'], units: World['units']): Promise<World['events']> {
  const add = async (by: Caller, county: string, body: ReturnType<typeof newEvent>) => {
    await done(by.call(pairing.addCountyEvent, { params: { id: county }, body }));
    return body.id;
  };
  return {
    a: await add(as.cadreA, COUNTY.two, newEvent(units.a1, '云帆部来县调研')),
    aShared: await add(as.officeA, COUNTY.shared, newEvent(units.a, '云帆部到共同县')),
    bShared: await add(as.officeB, COUNTY.shared, newEvent(units.b, '星火集团到共同县')),
  };
}

async function makeEvidence(
  { db: { owner } }: TestHouse,
  as: World['as'],
  units: World['units'],
  persons: World['people'],
): Promise<World['evidence']> {
  const by = { owner, person: persons.first };
  return {
    a: await bringTied({ ...by, caller: as.cadreA }, units.a1, COUNTY.two, '云帆部产业司现场.png'),
    b: await bringTied({ ...by, caller: as.officeB }, units.b1, COUNTY.four, '星火集团规划部的现场.png'),
  };
}

/** Brings one report of each kind of standing: accepted, in review, accepted and taken back; one links the other unit. */
async function makeDocuments(as: World['as'], units: World['units']): Promise<World['documents']> {
  const a = await bring(as.officeA, units.a, report('云帆部', '第三次', '灵寿县'), [
    [[units.a1, 'lead']],
    [
      [units.a2, 'lead'],
      [units.a1, 'support'],
    ],
  ]);
  await accept(as.officeA, a, '云帆部二〇二一年计划');
  const aOpen = await bring(as.officeA, units.a, report('云帆部', '第四次', '田东县'), []);
  const aPart = await bring(as.officeA, units.a1, report('云帆部产业司', '第五次', '田东县'), []);
  await accept(as.officeA, aPart, '产业司二〇二一年计划');
  const aBack = await bring(as.officeA, units.a, report('云帆部', '第六次', '汪清县'), []);
  await accept(as.officeA, aBack, '云帆部补充计划');
  await done(as.officeA.call(document.withdrawDocument, { params: { id: aBack }, body: { reason: '重复' } }));
  const b = await bring(as.officeB, units.b, report('星火集团', '第一次', '汪清县'), [
    [
      [units.b1, 'lead'],
      [units.a1, 'support'],
    ],
  ]);
  await accept(as.officeB, b, '星火集团二〇二一年计划');
  const bOpen = await bring(as.officeB, units.b, report('星火集团', '第二次', '雷波县'), []);
  return { a, aOpen, aBack, aPart, b, bOpen };
}

/** Brings a report in, links its first tasks to units, and says of its last fact that it belongs to no place. */
export async function bring(
  by: Caller,
  unitId: string,
  text: string,
  links: [string, 'lead' | 'support'][][],
): Promise<string> {
  // A title of its own, that stands in no sentence.
  const title = `${/^(.+)召开.*(第.+次)/.exec(text)?.slice(1).join('') ?? ''}材料`;
  const { id } = await done(by.call(document.pasteDocument, { body: { unitId, title, text } }));
  const read = await done(by.call(document.readDocument, { params: { id } }));
  const tasks = read.list.filter((item) => item.kind === 'task');
  for (const [index, link] of links.entries()) {
    const task = tasks[index];
    if (task === undefined) throw new Error('the report has too few tasks');
    const value = { ...task.value, units: link.map(([one, part]) => ({ unitId: one, part })) };
    const change = { do: 'correct', item: task.id, value };
    await done(by.call(document.reviewDocument, { params: { id }, body: { change } }));
  }
  const fact = read.list.filter((item) => item.kind === 'fact').at(-1);
  const change = { do: 'correct', item: fact?.id, value: { ...fact?.value, where: [], placeIds: [] } };
  await done(by.call(document.reviewDocument, { params: { id }, body: { change } }));
  return id;
}

/** Accepts every item, and lets the document become a meeting and a plan. */
export async function accept(by: Caller, id: string, planTitle: string): Promise<void> {
  const read = await done(by.call(document.readDocument, { params: { id } }));
  const items = read.list.map((item) => item.id);
  await done(by.call(document.reviewDocument, { params: { id }, body: { change: { do: 'accept', items } } }));
  const body = { plan: { new: { year: 2021, title: planTitle } }, meeting: 'new' };
  await done(by.call(document.acceptDocument, { params: { id }, body }));
}

/** A sheet with one good row of funds put in, as a unit sends it. */
export const ROWS = `受援县,到账日期,投入金额（元）,凭证号,收款方,无偿或有偿,资金或实物
汪清县,2021-03-05,125000,记-0001,汪清县财政局,无偿,资金
`;

async function bringRows(by: Caller, unitId: string, id: string): Promise<string> {
  const fields = { id, unitId, kind: 'direct_input' };
  await done(by.upload(beginImport, '台账.csv', Buffer.from(ROWS), fields));
  return id;
}
