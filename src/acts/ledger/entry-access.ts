import { postFor, reachOf, reaches, type Actor, type Belonging } from '../../core/access/reach.ts';
import type { Ability } from '../../core/access/role.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import type { ActContext } from '../run-act.ts';

/** An entry belongs to its unit, and to its county and the place below it. */
export const belongingOfEntry = (entry: { unitId: string; countyId: string; placeId: string | null }): Belonging => ({
  unitIds: [entry.unitId],
  placeIds: entry.placeId === null ? [entry.countyId] : [entry.countyId, entry.placeId],
});

/** The post by which the actor may do this to the thing, or why not; like `allow`, for many at once. The first post is the act's. */
export function allowAs(context: ActContext, ability: Ability, thing: Belonging): { postId: string } | Problem {
  const post = postFor(context.actor, ability, thing);
  if (post === null) return problem(sees(context.actor, thing) ? 'access.forbidden' : 'access.missing');
  context.post ??= post.id;
  return { postId: post.id };
}

/** Whether the actor reads entries that belong there. */
export const sees = (actor: Actor, thing: Belonging): boolean => reaches(reachOf(actor, 'ledger.read'), thing);

/** Whether the actor has the ability where the thing belongs. */
export const mayAt = (actor: Actor, ability: Ability, thing: Belonging): boolean =>
  reaches(reachOf(actor, ability), thing);
