import type { PoolClient } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { anchorDay, linkHash, sealActs, verifyChains, type Break } from '../../src/acts/seal.ts';
import * as pairing from '../../src/contract/pairing.ts';
import * as work from '../../src/contract/work.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import { actsByIds, sealsAfter } from '../../src/storage/act/act-log.ts';
import { asPerson, withHouse } from '../support/house.ts';
import { COUNTY, done, makeWorld, newEvent, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
const county = COUNTY.two;

const addEvent = async (text: string) => {
  const office = await asPerson(test, world.people.officeA);
  await done(office.call(pairing.addCountyEvent, { params: { id: county }, body: newEvent(world.units.a1, text) }));
};

beforeAll(async () => {
  world = await makeWorld(test);
  for (const day of [20, 21, 22]) {
    test.now = `2021-06-${day}T02:00:00.000Z` as Instant;
    await anchorDay(test.house);
    await addEvent(`${day}日`);
    await addEvent(`${day}日又一件`);
    await sealActs(test.house);
  }
});

/** What a walk finds after somebody with every right over the database has changed something; nothing of it is kept. */
async function foundAfter(tamper: (owner: PoolClient) => Promise<unknown>): Promise<Break[]> {
  const owner = await test.db.owner.connect();
  try {
    await owner.query('begin');
    await owner.query('alter table act_seal drop constraint act_seal_act_fk');
    await tamper(owner);
    return (await verifyChains(owner)).breaks;
  } finally {
    await owner.query('rollback');
    owner.release();
  }
}

const linkAt = async (seq: number) => {
  const link = (await sealsAfter(test.db.owner, county, String(seq - 1), 1))[0];
  if (link === undefined) throw new Error('no such link');
  return link;
};
const setAct = (id: string, what: string) => (owner: PoolClient) =>
  owner.query(`update act_log set ${what} where county_id = $1 and id = $2`, [county, id]);

describe('the sealed chain of a county', () => {
  it('is whole, holds every act, and sealing again adds nothing', async () => {
    const acts = await test.db.owner.query<{ n: number }>('select count(*)::int as n from act_log');
    expect(await verifyChains(test.house.app)).toEqual({ links: acts.rows[0]?.n, breaks: [] });
    expect(await sealActs(test.house)).toBe(0);
  });

  it.each([
    [`answer = '{"value":{"id":"other"}}'`],
    [`person_id = null`],
    [`post_id = null`],
    [`at = at + interval '1 second'`],
    [`act = 'county.withdraw_event'`],
    [`subject_id = 'other'`],
    [`request_id = 'other'`],
    [`input_hash = after_hash`],
    [`after_hash = input_hash`],
  ])('finds and names the act of which somebody changed %s', async (what) => {
    const link = await linkAt(3);
    expect(await foundAfter(setAct(link.actId, what))).toEqual([
      { countyId: county, seq: '3', actId: link.actId, kind: 'changed' },
    ]);
  });

  it('finds and names an act that was taken out', async () => {
    const link = await linkAt(3);
    const found = await foundAfter((owner) => owner.query('delete from act_log where id = $1', [link.actId]));
    expect(found).toEqual([{ countyId: county, seq: '3', actId: link.actId, kind: 'missing' }]);
  });

  it('finds an act that was taken out together with its link', async () => {
    const [link, next] = [await linkAt(3), await linkAt(4)];
    const found = await foundAfter(async (owner) => {
      await owner.query('delete from act_seal where act_id = $1', [link.actId]);
      await owner.query('delete from act_log where id = $1', [link.actId]);
    });
    expect(found).toEqual([{ countyId: county, seq: '4', actId: next.actId, kind: 'gap' }]);
  });

  it('finds that the end of a chain, or all of it, was cut off, by the heads that were kept', async () => {
    const head = await test.db.owner.query<{ seq: string }>(
      'select max(seq) as seq from act_anchor where county_id = $1',
      [county],
    );
    const seq = head.rows[0]?.seq ?? '';
    for (const from of [3, 1]) {
      const found = await foundAfter(async (owner) => {
        const gone = await owner.query<{ act_id: string }>(
          'delete from act_seal where county_id = $1 and seq >= $2 returning act_id',
          [county, from],
        );
        await owner.query('delete from act_log where id = any($1)', [gone.rows.map((row) => row.act_id)]);
      });
      expect(found).toContainEqual({ countyId: county, seq, actId: null, kind: 'missing' });
    }
  });

  it('finds an act that was put in between, sealed or not', async () => {
    const [id, fifth] = [newId(), await linkAt(5)];
    const copy = (owner: PoolClient) =>
      owner.query(
        `insert into act_log (county_id, id, act, person_id, post_id, at, subject_kind, subject_id, input_hash, after_hash, answer)
         select county_id, $1, act, person_id, post_id, at - interval '1 day', subject_kind, subject_id, input_hash, after_hash, answer
         from act_log where id = $2`,
        [id, fifth.actId],
      );
    expect(await foundAfter(copy)).toEqual([{ countyId: county, seq: expect.any(String), actId: id, kind: 'late' }]);
    const sealed = await foundAfter(async (owner) => {
      await copy(owner);
      await owner.query('update act_seal set seq = seq + 1000 where county_id = $1 and seq >= 5', [county]);
      await owner.query('update act_seal set seq = seq - 999 where county_id = $1 and seq >= 1000', [county]);
      const [act] = await actsByIds(owner, county, [id]);
      const before = (await sealsAfter(owner, county, '3', 1))[0];
      if (act === undefined || before === undefined) throw new Error('nothing to forge');
      const hash = linkHash(before.hash, before.sealedAt, act);
      await owner.query('insert into act_seal values ($1, 5, $2, $3, $4, $5)', [
        county,
        id,
        before.hash,
        hash,
        before.sealedAt,
      ]);
    });
    expect(sealed.map((one) => [one.seq, one.kind])).toContainEqual(['6', 'gap']);
  });

  it.each([
    ['hash', `hash = sha256(hash)`, ['3 changed', '4 gap']],
    ['link to the one before', `previous = sha256(hash)`, ['3 gap']],
    ['moment', `sealed_at = sealed_at - interval '1 hour'`, ['3 changed']],
  ])('finds and names the link of which somebody changed the %s', async (_, set, expected) => {
    const found = await foundAfter((owner) =>
      owner.query(`update act_seal set ${set} where county_id = $1 and seq = 3`, [county]),
    );
    expect(found.map((one) => `${one.seq} ${one.kind}`)).toEqual(expected);
  });

  it('finds by the kept heads that somebody forged every link after a change', async () => {
    const found = await foundAfter(async (owner) => {
      const links = await sealsAfter(owner, county, '0', 100);
      await setAct(links[1]?.actId ?? '', `answer = '{}'`)(owner);
      let previous: Buffer = Buffer.alloc(32);
      for (const link of links) {
        const [act] = await actsByIds(owner, county, [link.actId]);
        if (act === undefined) throw new Error('nothing to forge');
        const hash = linkHash(previous, link.sealedAt, act);
        await owner.query('update act_seal set previous = $1, hash = $2 where act_id = $3', [
          previous,
          hash,
          link.actId,
        ]);
        previous = hash;
      }
    });
    expect(new Set(found.map((one) => one.kind))).toEqual(new Set(['anchor']));
  });

  it('is told at HTTP to who may read the log, within their counties', async () => {
    const all = (await done((await asPerson(test, world.people.auditorA)).call(work.verifyLog))).links;
    const part = (await done((await asPerson(test, world.people.operatorPlace)).call(work.verifyLog))).links;
    const shared = await test.db.owner.query<{ n: number }>(
      'select count(*)::int as n from act_log where county_id = $1',
      [COUNTY.shared],
    );
    expect(part).toBe(shared.rows[0]?.n);
    expect(all).toBeGreaterThan(part);
    expect((await (await asPerson(test, world.people.officeA)).call(work.verifyLog)).status).toBe(403);
  });
});

describe("the server's own role", () => {
  it.each([
    `update act_log set answer = '{}'`,
    'delete from act_log',
    'truncate act_log',
    'update act_seal set seq = seq + 1',
    'delete from act_seal',
    'delete from act_anchor',
    `update reading_item set read = '{}'`,
    'delete from fact',
    'update unit_version set name = name',
    'update document set digest = digest',
    'delete from blob',
    'create table mine (id int)',
    'create function mine() returns int language sql as $$ select 1 $$',
    'alter table act_log disable trigger all',
    'drop table act_seal',
    'create role other',
  ])('may not: %s', async (statement) => {
    const client = await test.db.app.connect();
    try {
      await client.query('begin');
      const error = await client.query(statement).then(
        () => null,
        (caught: unknown) => (caught as { code: string }).code,
      );
      expect(error).toBe('42501');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
