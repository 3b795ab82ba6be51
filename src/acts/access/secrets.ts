import { abilitiesOf } from '../../core/access/reach.ts';
import type { Ability } from '../../core/access/role.ts';
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import {
  accountOf,
  endToken,
  insertToken,
  listTokens,
  setPassword,
  useInvitation,
} from '../../storage/access/account.ts';
import { endSessions } from '../../storage/access/session.ts';
import type { Actor } from '../../core/access/reach.ts';
import { newId, newSecret, sha256, type House } from '../house.ts';
import type { Act } from '../run-act.ts';
import { checkPassword, concealPassword, hashPassword } from './password.ts';

/** The longest term of a token in days. */
const TOKEN_DAYS = 366;

/** Sets a new password for oneself; every other session ends. */
export const changePassword = (keepSession: string | null): Act<{ old: string; password: string }, object> => ({
  name: 'password.change',
  conceal: async (input, actId) => ({
    old: await concealPassword(input.old, actId),
    password: await concealPassword(input.password, actId),
  }),
  async perform({ tx, actor, now }, input) {
    const account = await accountOf(tx, actor.personId);
    if (account === null || !(await checkPassword(account.passwordHash, input.old)))
      return refused(problem('password.wrong', 'old'));
    await setPassword(tx, actor.personId, await hashPassword(input.password), now);
    await endSessions(tx, actor.personId, keepSession, now);
    return ok({ answer: {}, subject: { kind: 'person', id: actor.personId } });
  },
});

/** Sets a password by a one-time link. */
export const setPasswordByLink: Act<{ link: string; password: string }, { personId: string }> = {
  name: 'password.set',
  conceal: async (input, actId) => ({ ...input, password: await concealPassword(input.password, actId) }),
  async perform({ tx, now }, input) {
    const used = await useInvitation(tx, sha256(input.link), 'password', now);
    if (used?.personId == null) return refused(problem('start.link_wrong'));
    await setPassword(tx, used.personId, await hashPassword(input.password), now);
    await endSessions(tx, used.personId, null, now);
    return ok({ answer: { personId: used.personId }, subject: { kind: 'person', id: used.personId }, secret: true });
  },
};

/** Makes a personal access token: no more than its maker may do, for at most 366 days. */
export const makeToken: Act<{ name: string; abilities: Ability[]; endsOn: PlainDate }, { id: string; token: string }> =
  {
    name: 'token.make',
    async perform({ tx, actor, now, today }, input) {
      const problems: Problem[] = [];
      if (input.endsOn < today || input.endsOn > addDays(today, TOKEN_DAYS))
        problems.push(problem('token.term', 'endsOn'));
      const own = abilitiesOf(actor);
      for (const ability of input.abilities) {
        if (!own.includes(ability)) problems.push(problem('token.ability', 'abilities', { ability }));
      }
      if (problems.length > 0) return refused(...problems);
      const [id, token] = [newId(), `bf_${newSecret()}`];
      await insertToken(tx, {
        hash: sha256(token),
        id,
        personId: actor.personId,
        name: input.name,
        abilities: [...new Set(input.abilities)],
        now,
        endsOn: input.endsOn,
      });
      return ok({
        answer: { id, token },
        subject: { kind: 'token', id },
        after: { name: input.name, abilities: input.abilities, endsOn: input.endsOn },
        secret: true,
      });
    },
  };

/** The person's tokens; a script with a token does not get to see them. */
export async function myTokens(house: House, actor: Actor): Promise<Result<object, Problem>> {
  if (actor.limits !== null) return refused(problem('access.forbidden'));
  return ok({ items: await listTokens(house.app, actor.personId) });
}

/** Ends one of the person's tokens. */
export const endMyToken: Act<{ id: string }, object> = {
  name: 'token.end',
  async perform({ tx, actor, now }, { id }) {
    if (!(await endToken(tx, actor.personId, id, now))) return refused(problem('access.missing'));
    return ok({ answer: {}, subject: { kind: 'token', id }, after: { endedAt: now } });
  },
};
