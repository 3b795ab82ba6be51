import type { Pool } from 'pg';
import { openSession } from '../src/acts/access/sign-in.ts';
import { newId, type House } from '../src/acts/house.ts';
import { COOKIE } from '../src/api/serve.ts';
import { reporter } from './ledger/fill.ts';

/** One of the invented people, signed in. */
export interface Member {
  personId: string;
  cookie: string;
}

/** What a post gives: a role, and a scope of a unit and a place (null: all). */
export interface Holds {
  who: string;
  role: string;
  unit: string | null;
  place: string | null;
}

/** Gives the n-th reporter of a filled ledger a post with an account, and opens a session. */
export async function makeMember(
  house: House,
  owner: Pool,
  n: number,
  { who, role, unit, place }: Holds,
): Promise<Member> {
  const personId = reporter(n);
  const post = newId();
  const at = unit ?? '00000000-0000-7000-8000-0000000b0000';
  await owner.query(
    `insert into post (id, person_id, unit_id, role, from_on, created_at) values ($1, $2, $3, $4, '2018-01-01', now())`,
    [post, personId, at, role],
  );
  await owner.query('insert into post_scope (post_id, seq, unit_id, place_id) values ($1, 1, $2, $3)', [
    post,
    unit,
    place,
  ]);
  await owner.query('insert into account (person_id, login) values ($1, $2) on conflict do nothing', [
    personId,
    `bench-${who}`,
  ]);
  const secret = await openSession(house, personId, { address: null, agent: null });
  return { personId, cookie: `${COOKIE}=${secret}` };
}
