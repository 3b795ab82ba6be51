import type { Instant } from '../../core/kernel/plain-date.ts';
import { problem } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import {
  anyAccount,
  bumpStamp,
  endInvitations,
  insertAccount,
  insertInvitation,
  lockAccess,
  useInvitation,
} from '../../storage/access/account.ts';
import { insertPerson, insertPost } from '../../storage/access/people.ts';
import { insertUnit, insertUnitVersion } from '../../storage/access/unit.ts';
import { newId, newSecret, sha256, type House } from '../house.ts';
import type { Act } from '../run-act.ts';
import { concealPassword, hashPassword } from './password.ts';

/** Days that the first link lasts; each start prints a new one. */
const LINK_DAYS = 7;

/** A fresh one-time link for the first operator, or null where there is one already. Older links end. */
export async function firstLink(house: House): Promise<string | null> {
  if (await anyAccount(house.app)) return null;
  const now = house.clock();
  const secret = newSecret();
  await endInvitations(house.app, 'first', null, now);
  const endsAt = new Date(Date.parse(now) + LINK_DAYS * 86_400_000).toISOString() as Instant;
  await insertInvitation(house.app, { hash: sha256(secret), kind: 'first', personId: null, now, endsAt });
  return secret;
}

/** Whether the start still waits for the first operator. */
export const isNew = async (house: House): Promise<boolean> => !(await anyAccount(house.app));

/** What the first operator fills in. */
export interface FirstOperator {
  link: string;
  name: string;
  login: string;
  password: string;
  unitName: string;
}

/**
 * The first person: sets up the own unit and holds two posts in it, operator and office, so that the main job can be
 * done at once; both can be handed on later.
 */
export const firstOperator: Act<FirstOperator, { personId: string; unitId: string }> = {
  name: 'start.first',
  conceal: async (input, actId) => ({ ...input, password: await concealPassword(input.password, actId) }),
  violations: { account_login_key: 'account.login_taken' },
  async perform({ tx, now, today }, input) {
    await lockAccess(tx);
    if (await anyAccount(tx)) return refused(problem('start.done'));
    if ((await useInvitation(tx, sha256(input.link), 'first', now)) === undefined)
      return refused(problem('start.link_wrong'));
    const [personId, unitId] = [newId(), newId()];
    await insertUnit(tx, { id: unitId, kind: 'central', startedOn: null, now });
    await insertUnitVersion(tx, {
      unitId,
      validFrom: today,
      name: input.unitName,
      shortName: null,
      parentId: null,
      placeId: null,
      reason: null,
      now,
    });
    await insertPerson(tx, { id: personId, name: input.name, phone: null, example: false, now });
    await insertAccount(tx, personId, input.login, await hashPassword(input.password), now);
    for (const role of ['operator', 'office'] as const) {
      const scope = [{ unitId: role === 'operator' ? null : unitId, placeId: null }];
      await insertPost(tx, { id: newId(), personId, unitId, role, title: null, fromOn: today, toOn: null, scope }, now);
    }
    await bumpStamp(tx);
    const after = { personId, unitId, login: input.login, name: input.name, unitName: input.unitName };
    return ok({ answer: { personId, unitId }, subject: { kind: 'person', id: personId }, after, secret: true });
  },
};
