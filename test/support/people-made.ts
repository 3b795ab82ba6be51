import * as fc from 'fast-check';
import { forgetSignedIn } from '../../src/acts/access/sign-in.ts';
import { newId, newSecret, sha256 } from '../../src/acts/house.ts';
import { ABILITIES, ROLES, type Ability } from '../../src/core/access/role.ts';
import type { PostPlan } from './belonging.ts';
import { asPerson, Caller, type TestHouse } from './house.ts';
import { COUNTY, type World } from './world.ts';

/** A person drawn at random: posts with scopes, some of them over or still to come, and perhaps a token that carries less. */
export interface Drawn {
  posts: PostPlan[];
  limits: Ability[] | null;
}

/** Draws people over the units and counties of the world. */
export function people(world: World): fc.Arbitrary<Drawn> {
  const units = Object.values(world.units);
  const places = [...Object.values(COUNTY), '22', '1301', '51'];
  const orNone = (values: string[]) => fc.option(fc.constantFrom(...values), { freq: 2 });
  const pair = fc.record({ unitId: orNone(units), placeId: orNone(places) });
  const term = fc.constantFrom(
    { fromOn: '2020-01-01', toOn: null },
    { fromOn: '2021-06-20', toOn: '2021-06-20' },
    { fromOn: '2020-01-01', toOn: '2021-06-19' },
    { fromOn: '2021-06-21', toOn: null },
  );
  const post = fc
    .record({
      role: fc.constantFrom(...ROLES),
      unitId: fc.constantFrom(...units),
      term,
      pairs: fc.array(pair, { minLength: 1, maxLength: 3 }),
    })
    .map(({ term: { fromOn, toOn }, ...rest }) => ({ ...rest, fromOn, toOn }));
  const limits = fc.option(fc.subarray([...ABILITIES], { minLength: 1 }), { freq: 2 });
  return fc.record({ posts: fc.array(post, { minLength: 1, maxLength: 3 }), limits });
}

/** Puts a drawn person into the tables, and signs them in or gives them their token. */
export async function makeDrawn(test: TestHouse, drawn: Drawn): Promise<{ personId: string; caller: Caller }> {
  const personId = newId();
  const { owner } = test.db;
  await owner.query(`insert into person (id, name, created_at) values ($1, $2, now())`, [
    personId,
    `抽${personId.slice(-6)}`,
  ]);
  await owner.query('insert into account (person_id, login) values ($1, $2)', [personId, personId]);
  for (const post of drawn.posts) {
    const id = newId();
    await owner.query(
      'insert into post (id, person_id, unit_id, role, from_on, to_on, created_at) values ($1, $2, $3, $4, $5, $6, now())',
      [id, personId, post.unitId, post.role, post.fromOn, post.toOn],
    );
    for (const [index, pair] of post.pairs.entries())
      await owner.query('insert into post_scope values ($1, $2, $3, $4)', [id, index + 1, pair.unitId, pair.placeId]);
  }
  await owner.query('update access_stamp set stamp = stamp + 1');
  if (drawn.limits === null) return { personId, caller: await asPerson(test, personId) };
  const token = `bf_${newSecret()}`;
  await owner.query(
    `insert into token (token_hash, id, person_id, name, abilities, created_at, ends_on) values ($1, $2, $3, 'x', $4, now(), '2021-06-20')`,
    [sha256(token), newId(), personId, drawn.limits],
  );
  return { personId, caller: new Caller(test, token) };
}

/** Takes a drawn person out again, so that the world stays as small as it was. */
export async function removeDrawn(test: TestHouse, personId: string): Promise<void> {
  const { owner } = test.db;
  await owner.query('delete from post_scope s using post p where p.id = s.post_id and p.person_id = $1', [personId]);
  for (const table of ['post', 'account', 'session', 'token'])
    await owner.query(`delete from ${table} where person_id = $1`, [personId]);
  await owner.query('delete from person where id = $1', [personId]);
  forgetSignedIn(test.house);
}
