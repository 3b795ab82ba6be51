import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as document from '../../src/contract/document.ts';
import * as pairing from '../../src/contract/pairing.ts';
import * as people from '../../src/contract/people.ts';
import { ROUTES } from '../../src/contract/routes.ts';
import * as session from '../../src/contract/session.ts';
import * as unit from '../../src/contract/unit.ts';
import type { Actor } from '../../src/core/access/reach.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import { loadActorAgain, loadThings } from '../support/belonging.ts';
import { asPerson, Caller, withHouse } from '../support/house.ts';
import { makeDrawn, people as drawnPeople, removeDrawn } from '../support/people-made.ts';
import { makeEntries } from '../support/ledger.ts';
import { protectedRows, allowsWrite } from '../support/write-scope.ts';
import { COUNTY, done, makeWorld, newPosting, type World } from '../support/world.ts';
import { send, targetOf, writesOn, type Target, type Write } from '../support/writes.ts';

const test = withHouse();
const today = '2021-06-20';
let world: World;
let targets: Target[];
const through = new Set<string>();

beforeAll(async () => {
  world = await makeWorld(test);
  await makeEntries(test, world);
  targets = [await targetOf(world, test.db.owner, 'a'), await targetOf(world, test.db.owner, 'b')];
});

const hasDryRun = (write: Write) => write.route.query !== undefined && 'dryRun' in write.route.query.shape;

/** Tries every write on both units; what went through was allowed, and nothing else has changed. */
async function checkWrites(caller: Caller, actor: Actor, real: boolean): Promise<string[]> {
  const things = await loadThings(test.db.owner, today);
  const before = await protectedRows(test.db.owner, things, actor);
  const went: string[] = [];
  for (const target of targets) {
    for (const write of writesOn(target)) {
      const dry = !real && hasDryRun(write);
      if (!real && !dry && allowsWrite(actor, write, target, things)) continue;
      const answer = await send(
        caller,
        dry ? { ...write, input: { ...write.input, query: { dryRun: 'true' } } } : write,
      );
      const label = `${write.route.id} ${answer.status} ${JSON.stringify(answer.problems)}`;
      expect(answer.status, label).not.toBe(500);
      if (answer.status === 200) went.push(write.route.id);
      if (!allowsWrite(actor, write, target, things)) expect([403, 404], label).toContain(answer.status);
    }
  }
  const after = new Set(await protectedRows(test.db.owner, things, actor));
  expect(before.filter((row) => !after.has(row))).toEqual([]);
  return went;
}

describe('what is changed lies within the scope', () => {
  it('every write that needs an ability is tried here', () => {
    const tried = writesOn(targets[0] as Target).map((write) => write.route.id);
    const all = ROUTES.filter((route) => route.method !== 'GET' && !['open', 'signed_in'].includes(route.access));
    expect(all.map((route) => route.id).filter((id) => !tried.includes(id))).toEqual([]);
  });

  it('for whoever is drawn at random, signed in or by a token that carries less', async () => {
    await fc.assert(
      fc.asyncProperty(drawnPeople(world), async (drawn) => {
        const { caller, personId } = await makeDrawn(test, drawn);
        await checkWrites(caller, await loadActorAgain(test.db.owner, personId, today, drawn.limits), false);
        await removeDrawn(test, personId);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 60_000);

  it.each(['leaderA', 'auditorA', 'auditorB', 'past', 'future'] as const)('%s changes nothing at all', async (key) => {
    const actor = await loadActorAgain(test.db.owner, world.people[key], today, null);
    // Taking a table out changes nothing: it only stands in the log.
    const went = await checkWrites(world.as[key], actor, true);
    expect(went.filter((id) => id !== 'entry.export')).toEqual([]);
  });

  it.each([
    'liaisonA1',
    'cadreA',
    'countyA',
    'cadreB',
    'countyB',
    'operatorPlace',
    'manyPairs',
    'twoPosts',
    'operatorA',
    'officeB',
    'officeA',
  ] as const)('%s changes only what is within reach', async (key) => {
    const actor = await loadActorAgain(test.db.owner, world.people[key], today, null);
    for (const id of await checkWrites(world.as[key], actor, true)) through.add(id);
  });

  it('and what is within reach does go through', () => {
    for (const id of [
      'unit.change',
      'people.add',
      'people.post',
      'county.add_event',
      'pairing.add',
      'posting.add',
      'document.review',
      'document.accept',
      'document.bring',
      'entry.add',
      'entry.tie',
      'entry.reverse',
      'evidence.add',
      'evidence.link',
      'evidence.unlink',
    ])
      expect([...through]).toContain(id);
  });
});

describe('who manages a part', () => {
  const operator = () => asPerson(test, world.people.operatorA);
  const post = (unitId: string, scope: object[], role = 'liaison') => ({
    id: newId(),
    unitId,
    role,
    title: null,
    fromOn: today,
    toOn: null,
    scope,
  });
  const MISSING = { status: 404, problems: [{ code: 'access.missing', at: 'post.scope' }] };

  it('gives nobody more than they have', async () => {
    const by = await operator();
    const scopes = [
      [{ unitId: null, placeId: null }],
      [{ unitId: world.units.b, placeId: null }],
      [{ unitId: null, placeId: COUNTY.one }],
      [
        { unitId: world.units.a, placeId: null },
        { unitId: world.units.b1, placeId: COUNTY.one },
      ],
    ];
    for (const scope of scopes) {
      const body = { id: newId(), name: '新', phone: null, login: null, post: post(world.units.a2, scope, 'operator') };
      expect(await by.call(people.addPerson, { body })).toMatchObject(MISSING);
    }
  });

  it('takes over no account that opens more than they have, by a new password or otherwise', async () => {
    const by = await operator();
    for (const key of ['first', 'twoPosts', 'cadreA'] as const) {
      const params = { id: world.people[key] };
      expect([key, (await by.call(people.resetPassword, { params })).status]).toEqual([key, 403]);
      expect([key, (await by.call(people.disableAccount, { params, body: { disabled: true } })).status]).toEqual([
        key,
        403,
      ]);
    }
    const chief = await test.db.owner.query<{ id: string }>('select id from post where person_id = $1 and role = $2', [
      world.people.first,
      'operator',
    ]);
    const ended = await by.call(people.endPost, { params: { id: chief.rows[0]?.id ?? '' }, body: { toOn: today } });
    expect(ended).toMatchObject({ status: 403, problems: [{ code: 'access.forbidden' }] });
    expect((await by.call(people.resetPassword, { params: { id: world.people.leaderA } })).status).toBe(200);
  });

  it('ends no post in another unit, though the person is known', async () => {
    const other = await test.db.owner.query<{ id: string }>(
      'select id from post where person_id = $1 and unit_id = $2',
      [world.people.twoPosts, world.units.b2],
    );
    const answer = await (
      await operator()
    ).call(people.endPost, { params: { id: other.rows[0]?.id ?? '' }, body: { toOn: today } });
    expect(answer).toMatchObject({ status: 404, problems: [{ code: 'access.missing' }] });
  });

  it('does not move a unit out of what they reach', async () => {
    const by = await operator();
    for (const parentId of [null, world.units.b]) {
      const body = { validFrom: '2021-07-01', name: '人事司', shortName: null, parentId, reason: null };
      expect((await by.call(unit.changeUnit, { params: { id: world.units.a2 }, body })).status).toBe(404);
    }
    const body = { validFrom: '2021-07-01', name: '云帆部（更名）', shortName: null, parentId: null, reason: null };
    expect((await by.call(unit.changeUnit, { params: { id: world.units.a }, body })).status).toBe(200);
  });
});

describe('who works for one unit', () => {
  it('names no person and no posting of another one', async () => {
    const office = await asPerson(test, world.people.officeA);
    const stranger = newPosting(world.units.a, COUNTY.shared, { personId: world.people.cadreB, personName: null });
    expect(await office.call(pairing.addPosting, { body: stranger })).toMatchObject({
      status: 404,
      problems: [{ code: 'access.missing', at: 'personId' }],
    });
    const known = newPosting(world.units.a, COUNTY.shared, { personId: world.people.liaisonA1, personName: null });
    await done(office.call(pairing.addPosting, { body: known }));
    const body = { toOn: '2021-06-01', successorId: world.postings.b, handover: null };
    expect(await office.call(pairing.handOver, { params: { id: known.id }, body })).toMatchObject({
      status: 404,
      problems: [{ at: 'successorId' }],
    });
  });

  it('posts nobody to a county that only another unit helps', async () => {
    const office = await asPerson(test, world.people.officeA);
    const body = newPosting(world.units.a, COUNTY.four);
    expect(await office.call(pairing.addPosting, { body })).toMatchObject({
      status: 422,
      problems: [{ code: 'posting.county_not_paired' }],
    });
  });
});

describe('a token', () => {
  const tokenOf = async (key: 'officeA' | 'officeB', abilities: string[], endsOn = '2021-06-21') => {
    const by = await asPerson(test, world.people[key]);
    return done(by.call(session.makeToken, { body: { name: '脚本', abilities, endsOn } }));
  };

  it('may do what it carries and nothing of its own keys', async () => {
    const caller = new Caller(test, (await tokenOf('officeB', ['document.read'])).token);
    expect((await caller.call(document.documents)).status).toBe(200);
    expect((await caller.call(unit.units)).status).toBe(403);
    const keys = [session.sessions, session.tokens, session.signOut];
    for (const route of keys) expect([route.id, (await caller.call(route)).status]).toEqual([route.id, 403]);
    const body = { name: '更多', abilities: ['document.read'], endsOn: '2021-06-21' };
    expect((await caller.call(session.makeToken, { body })).status).toBe(403);
    expect(
      (await caller.call(session.changePassword, { body: { old: 'x', password: 'long-enough-password' } })).status,
    ).toBe(403);
  });

  it('that may write documents makes no pairing by them', async () => {
    const office = await asPerson(test, world.people.officeA);
    const text = '自1995年起，云帆部定点帮扶河北省灵寿县。会议要求，要加强干部培训。';
    const caller = new Caller(test, (await tokenOf('officeA', ['document.read', 'document.write'])).token);
    const open = await test.db.owner.query<{ id: string }>(
      `select id from pairing where unit_id = $1 and county_id = $2 and withdrawn_at is null and to_on is null`,
      [world.units.a, COUNTY.one],
    );
    for (const { id } of open.rows)
      await done(office.call(pairing.endPairing, { params: { id }, body: { toOn: today } }));
    const { id } = await done(
      caller.call(document.pasteDocument, { body: { unitId: world.units.a, title: '结对', text } }),
    );
    const items = (await done(caller.call(document.readDocument, { params: { id } }))).list;
    expect(items.map((item) => item.kind)).toContain('pairing');
    await done(
      caller.call(document.reviewDocument, {
        params: { id },
        body: { change: { do: 'accept', items: items.map((item) => item.id) } },
      }),
    );
    const accept = { params: { id }, body: { plan: null, meeting: 'new' } };
    expect(await caller.call(document.acceptDocument, accept)).toMatchObject({
      status: 403,
      problems: [{ code: 'access.forbidden' }],
    });
    expect((await office.call(document.acceptDocument, accept)).status).toBe(200);
  });

  it('ends with its day, with its person, with the post, and when it is ended', async () => {
    const { token, id } = await tokenOf('officeA', ['unit.read']);
    const caller = new Caller(test, token);
    expect((await caller.call(unit.units)).status).toBe(200);
    const office = await asPerson(test, world.people.officeA);
    await done(office.call(session.endToken, { params: { id } }));
    expect((await caller.call(unit.units)).status).toBe(401);
    const other = new Caller(test, (await tokenOf('officeA', ['unit.read'])).token);
    test.now = '2021-06-22T02:00:00.000Z' as Instant;
    expect((await other.call(unit.units)).status).toBe(401);
    test.now = '2021-06-20T02:00:00.000Z' as Instant;
    expect((await other.call(unit.units)).status).toBe(200);
    const params = { id: world.people.officeA };
    await done(
      (await asPerson(test, world.people.first)).call(people.disableAccount, { params, body: { disabled: true } }),
    );
    expect((await other.call(unit.units)).status).toBe(401);
    expect((await office.call(unit.units)).status).toBe(401);
  });

  it('and its session give nothing once the post has ended', async () => {
    const by = await asPerson(test, world.people.officeB);
    expect((await by.call(document.documents)).status).toBe(200);
    const post = await test.db.owner.query<{ id: string }>('select id from post where person_id = $1', [
      world.people.officeB,
    ]);
    const first = await asPerson(test, world.people.first);
    await done(first.call(people.endPost, { params: { id: post.rows[0]?.id ?? '' }, body: { toOn: '2021-06-19' } }));
    expect((await by.call(document.documents)).status).toBe(403);
    expect((await done(by.call(session.whoAmI))).abilities).toEqual([]);
  });
});
