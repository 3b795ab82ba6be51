import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealActs } from '../../src/acts/seal.ts';
import { ROUTES } from '../../src/contract/routes.ts';
import * as unit from '../../src/contract/unit.ts';
import type { Actor } from '../../src/core/access/reach.ts';
import { loadActorAgain, loadThings, may, type Thing } from '../support/belonging.ts';
import { withHouse, type Caller } from '../support/house.ts';
import { makeDrawn, people, removeDrawn } from '../support/people-made.ts';
import { mayHelp } from '../support/helping.ts';
import { makeEntries } from '../support/ledger.ts';
import { READS } from '../support/reads.ts';
import { done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
const today = '2021-06-20';
let world: World;
let texts = '';

beforeAll(async () => {
  world = await makeWorld(test);
  await makeEntries(test, world);
  const end = { endedOn: '2021-05-31', into: world.units.a1 };
  await done(world.first.call(unit.endUnit, { params: { id: world.units.a3 }, body: end }));
  const later = { endedOn: '2021-06-30', into: world.units.b1 };
  await done(world.first.call(unit.endUnit, { params: { id: world.units.b2 }, body: later }));
  await sealActs(test.house);
  const all = await test.db.owner.query<{ text: string }>(
    `select string_agg(source::text, '') as text from document_text`,
  );
  texts = all.rows[0]?.text ?? '';
});

/** Reads everything as one person, and compares with the pure rule; then looks for names that nobody should have heard. */
async function checkReads(caller: Caller, actor: Actor): Promise<void> {
  const look = { caller, actor, things: await loadThings(test.db.owner, today), today, heard: [] as string[] };
  for (const check of new Set(Object.values(READS))) await check(look);
  const heard = look.heard.join('\n');
  // The log says by its id what an act was done to, and a unit which one stands above it: ids that lead nowhere.
  const ids = look.heard.filter((text) => !text.includes('"subjectId"')).join('\n');
  const leaks = look.things
    .filter((thing) => isHidden(look.things, actor, thing))
    .filter((thing) => heard.includes(thing.name) || (thing.kind !== 'unit' && ids.includes(thing.id)));
  expect(leaks.map((thing) => `${thing.kind} ${thing.name}`)).toEqual([]);
}

/** Documents, meetings and plans out of reach; names that a text itself has are left aside. */
function isHidden(things: Thing[], actor: Actor, thing: Thing): boolean {
  // Who may review a document is told on the first page that it waits.
  if (thing.kind === 'document') return !may(actor, 'document.read', thing) && !may(actor, 'document.write', thing);
  if (thing.kind === 'entry') return !may(actor, 'ledger.read', thing);
  if (thing.kind === 'plan') return !may(actor, 'plan.read', thing);
  if (thing.kind === 'meeting') {
    const source = things.find((one) => one.id === thing.row['document_id']);
    return !may(actor, 'meeting.read', thing) && (source === undefined || !may(actor, 'document.read', source));
  }
  return thing.kind === 'unit' && !texts.includes(thing.name) && !mayBeNamed(things, actor, thing.id);
}

/** A unit is named to who reaches it, who holds a post in it, whose counties it helps, or who reaches a thing that it has a part in. */
function mayBeNamed(things: Thing[], actor: Actor, unitId: string): boolean {
  if (actor.posts.some((post) => post.unitId === unitId)) return true;
  const abilities = {
    unit: ['unit.read'],
    document: ['document.read'],
    meeting: ['meeting.read'],
    plan: ['plan.read'],
    item: ['plan.read'],
    fact: ['fact.read'],
    person: ['people.read'],
    pairing: ['pairing.read', 'county.read'],
    posting: ['pairing.read', 'county.read'],
    event: ['county.read'],
    evidence: ['ledger.read'],
    act: ['log.read'],
    target: ['ledger.read'],
    job: ['ledger.read'],
    import: ['ledger.report'],
    entry: ['ledger.read'],
    suspect: ['ledger.read'],
  } as const;
  const unit = things.find((one) => one.id === unitId);
  if (unit !== undefined && mayHelp(actor, 'ledger.read', unit)) return true;
  return things.some(
    (thing) => thing.units.includes(unitId) && abilities[thing.kind].some((ability) => may(actor, ability, thing)),
  );
}

describe('what is read lies within the scope, and all of it', () => {
  it('every route that reads is checked here', () => {
    const reads = ROUTES.filter((route) => route.method === 'GET').map((route) => route.id);
    expect(reads.filter((id) => READS[id] === undefined)).toEqual([]);
    expect(Object.keys(READS).filter((id) => !reads.includes(id))).toEqual([]);
  });

  it.each([
    'first',
    'officeA',
    'liaisonA1',
    'leaderA',
    'auditorA',
    'operatorA',
    'cadreA',
    'countyA',
    'officeB',
    'liaisonB1',
    'auditorB',
    'cadreB',
    'countyB',
    'operatorPlace',
    'twoPosts',
    'manyPairs',
    'past',
    'future',
  ] as const)('for %s of the world', async (key) => {
    await checkReads(world.as[key], await loadActorAgain(test.db.owner, world.people[key], today, null));
  });

  it('for whoever is drawn at random, signed in or by a token that carries less', async () => {
    await fc.assert(
      fc.asyncProperty(people(world), async (drawn) => {
        const { caller, personId } = await makeDrawn(test, drawn);
        await checkReads(caller, await loadActorAgain(test.db.owner, personId, today, drawn.limits));
        await removeDrawn(test, personId);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 60_000);
});
