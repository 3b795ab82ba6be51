import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as document from '../../src/contract/document.ts';
import * as pairing from '../../src/contract/pairing.ts';
import * as people from '../../src/contract/people.ts';
import { ROUTES } from '../../src/contract/routes.ts';
import * as session from '../../src/contract/session.ts';
import * as unit from '../../src/contract/unit.ts';
import { countOf, digests } from '../support/digest.ts';
import { fittingWrites } from '../support/fitting-writes.ts';
import { withHouse } from '../support/house.ts';
import { makeEntries } from '../support/ledger.ts';
import { report } from '../support/report.ts';
import { bring, COUNTY, done, makeWorld, newEvent, type World } from '../support/world.ts';
import { send, targetOf, writesOn, type Target, type Write } from '../support/writes.ts';

const test = withHouse();
let world: World;
let target: Target;

beforeAll(async () => {
  world = await makeWorld(test);
  await makeEntries(test, world);
  target = await targetOf(world, test.db.owner, 'a');
});

const event = () => ({ params: { id: COUNTY.two }, body: { ...newEvent(world.units.a1, '一件事'), actId: newId() } });

describe('an act sent again', () => {
  it('is answered as before and does nothing twice', async () => {
    const input = event();
    const first = await done(world.as.officeA.call(pairing.addCountyEvent, input));
    const before = await digests(test.db.owner);
    expect(await done(world.as.officeA.call(pairing.addCountyEvent, input))).toEqual(first);
    expect(await digests(test.db.owner)).toEqual(before);
  });

  it('is refused when it says something else, or when somebody else sends it, or under another act', async () => {
    const input = event();
    await done(world.as.officeA.call(pairing.addCountyEvent, input));
    const before = await digests(test.db.owner);
    const other = { ...input, body: { ...input.body, text: '另一件事' } };
    const calls = [
      world.as.officeA.call(pairing.addCountyEvent, other),
      world.as.cadreA.call(pairing.addCountyEvent, input),
      world.as.first.call(unit.endUnit, {
        params: { id: world.units.a3 },
        body: { actId: newId(), endedOn: '2021-06-30', into: world.units.a2 },
      }),
    ];
    const [changed, stranger] = await Promise.all(calls.slice(0, 2));
    expect(changed).toMatchObject({ status: 409, problems: [{ code: 'act.id_used' }] });
    expect(stranger).toMatchObject({ status: 409, problems: [{ code: 'act.id_used' }] });
    await calls[2];
    expect({ ...(await digests(test.db.owner)), unit: '', access_stamp: '', act_log: '' }).toEqual({
      ...before,
      unit: '',
      access_stamp: '',
      act_log: '',
    });
  });

  it('happens once when it comes several times at once, and everyone gets the same answer', async () => {
    const input = event();
    const before = await countOf(test.db.owner, 'county_event');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => world.as.officeA.call(pairing.addCountyEvent, input)));
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, value: { id: input.body.id } });
    expect(await countOf(test.db.owner, 'county_event')).toBe(before + 1);
    expect(await countOf(test.db.owner, 'act_log', `id = '${input.body.actId}'`)).toBe(1);
  });

  it('accepts a document once, however often the button is pressed', async () => {
    const id = await bring(world.as.officeA, world.units.a2, report('人事司', '第九次', '田东县'), []);
    const body = { actId: newId(), plan: { new: { year: 2021, title: '人事司计划' } }, meeting: 'new' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.as.officeA.call(document.acceptDocument, { params: { id }, body })),
    );
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, value: answers[0]?.value });
    expect(await countOf(test.db.owner, 'plan', `document_id = '${id}'`)).toBe(1);
  });
});

describe('a dry run', () => {
  const dry = ROUTES.filter((route) => route.query !== undefined && 'dryRun' in route.query.shape);
  const writeOf = (id: string): Write => {
    const write = writesOn(target).find((one) => one.route.id === id);
    if (write === undefined) throw new Error(`no sample of ${id} in test/support/writes.ts`);
    return write;
  };

  it.each(dry.map((route) => route.id))('of %s answers as the act would, and keeps nothing at all', async (id) => {
    const fitting = await fittingWrites(world)[id]?.();
    const write = fitting === undefined ? writeOf(id) : { ...writeOf(id), input: fitting.input };
    const by = world.as[fitting?.by ?? write.by];
    const before = await digests(test.db.owner);
    const answer = await send(by, { ...write, input: { ...write.input, query: { dryRun: 'true' } } });
    expect(answer).toMatchObject({ status: 200 });
    expect(await digests(test.db.owner)).toEqual(before);
    if (fitting !== undefined) expect(await send(by, write)).toMatchObject({ status: 200 });
  });

  it('names the same problems as the act', async () => {
    const input = {
      params: { id: world.units.a1 },
      body: { validFrom: '2018-01-01', name: '改', shortName: null, parentId: world.units.a1, reason: null },
    };
    const dryRun = await world.as.first.call(unit.changeUnit, { ...input, query: { dryRun: 'true' } });
    const real = await world.as.first.call(unit.changeUnit, input);
    expect(dryRun.problems).toEqual(real.problems);
    expect(real.problems.map((one) => one.code)).toEqual(['unit.version_exists', 'unit.cycle']);
  });
});

describe('two people at one document', () => {
  it('both have their say on different items, and one after the other on the same', async () => {
    const id = await bring(world.as.officeA, world.units.a, report('云帆部', '第十次', '田东县'), []);
    const { list } = await done(world.as.officeA.call(document.readDocument, { params: { id } }));
    const pending = list.filter((item) => item.state === 'pending').map((item) => item.id);
    const [one = '', two = '', both = '', ...rest] = pending;
    const review = (by: typeof world.first, change: object) =>
      done(by.call(document.reviewDocument, { params: { id }, body: { change } }));
    await Promise.all([
      review(world.as.officeA, { do: 'accept', items: [one, both] }),
      review(world.first, { do: 'reject', items: [two, both] }),
    ]);
    const after = (await done(world.as.officeA.call(document.readDocument, { params: { id } }))).list;
    const state = (item: string) => after.find((row) => row.id === item)?.state;
    expect([state(one), state(two)]).toEqual(['accepted', 'rejected']);
    expect(['accepted', 'rejected']).toContain(state(both));
    expect(after.filter((item) => item.state === 'pending').map((item) => item.id)).toEqual(rest);
  });

  it('who reviews after it was accepted is told so', async () => {
    const { list } = await done(world.first.call(document.readDocument, { params: { id: world.documents.a } }));
    const change = { do: 'reject', items: [list[0]?.id] };
    const answer = await world.first.call(document.reviewDocument, {
      params: { id: world.documents.a },
      body: { change },
    });
    expect(answer).toMatchObject({ status: 409, problems: [{ code: 'document.not_in_review' }] });
  });
});

describe('an act that meets trouble', () => {
  it('says that it is busy when another one holds the document too long, and can be sent again', async () => {
    const id = world.documents.aOpen;
    const input = { params: { id }, body: { actId: newId(), change: { do: 'reject', items: [target.itemId] } } };
    const holder = await test.db.owner.connect();
    try {
      await holder.query('begin');
      await holder.query('select from document where id = $1 for update', [id]);
      const answer = await world.as.officeA.call(document.reviewDocument, input);
      expect(answer).toMatchObject({ status: 429, problems: [{ code: 'act.busy' }] });
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    await done(world.as.officeA.call(document.reviewDocument, input));
  });

  it('leaves nothing when its connection dies in the middle, and can be sent again', async () => {
    const id = await bring(world.as.officeA, world.units.a, report('云帆部', '第十一次', '田东县'), []);
    const input = {
      params: { id },
      body: { actId: newId(), plan: { new: { year: 2021, title: '断线' } }, meeting: 'new' },
    };
    const before = await digests(test.db.owner);
    const holder = await test.db.owner.connect();
    try {
      await holder.query('begin');
      // The act gets as far as filing the facts, after the meeting and the plan.
      await holder.query('lock table fact in exclusive mode');
      const waiting = world.as.officeA.call(document.acceptDocument, input);
      await holder.query(`do $$ begin for i in 1..2000 loop
        if (select count(pg_terminate_backend(pid)) from pg_locks where not granted and relation = 'fact'::regclass) > 0 then return; end if;
        perform pg_sleep(0.01); end loop; raise 'nobody waits'; end $$`);
      expect((await waiting).status).toBe(500);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    expect(await digests(test.db.owner)).toEqual(before);
    expect((await world.as.officeA.call(document.acceptDocument, input)).status).toBe(200);
  });
});

describe('a form with several mistakes', () => {
  it('gets them all at once, each at its field', async () => {
    const post = {
      id: newId(),
      unitId: 'x',
      role: 'king',
      title: null,
      fromOn: '2021-02-30',
      toOn: null,
      scope: [{ unitId: null, placeId: '1' }],
    };
    const answer = await world.first.call(people.addPerson, {
      body: { id: newId(), name: ' ', phone: null, login: 'A B', post },
    });
    expect(answer.status).toBe(422);
    expect(answer.problems.map((one) => [one.at, one.code])).toEqual([
      ['name', 'input.required'],
      ['login', 'account.login_form'],
      ['post.unitId', 'input.invalid'],
      ['post.role', 'input.invalid'],
      ['post.fromOn', 'input.not_a_date'],
      ['post.scope.0.placeId', 'input.invalid'],
    ]);
  });

  it('gets what only the database knows all at once too', async () => {
    const token = await world.first.call(session.makeToken, {
      body: { name: '甲', abilities: ['county.write', 'log.read'], endsOn: '2030-01-01' },
    });
    expect(token.problems.map((one) => one.code)).toEqual(['token.term']);
    const liaison = await world.as.liaisonA1.call(session.makeToken, {
      body: { name: '甲', abilities: ['people.manage', 'log.read'], endsOn: '2020-01-01' },
    });
    expect(liaison.problems.map((one) => one.code)).toEqual(['token.term', 'token.ability', 'token.ability']);
    const body = {
      id: newId(),
      personId: newId(),
      personName: '某',
      unitId: world.units.a1,
      countyId: COUNTY.four,
      placeId: COUNTY.one,
      kind: 'county_post',
      title: '副县长',
      fromOn: '2021-05-01',
      dueOn: '2021-01-01',
      paper: null,
    };
    const posting = await world.as.officeA.call(pairing.addPosting, { body });
    expect(posting.problems.map((one) => [one.at, one.code])).toEqual([
      ['placeId', 'place.unknown'],
      ['dueOn', 'input.dates_reversed'],
      ['countyId', 'posting.county_not_paired'],
    ]);
  });
});
