import { reachOf, reaches, type Belonging, type ReachPair } from '../../core/access/reach.ts';
import type { ScopePair } from '../../core/access/default-scope.ts';
import type { PlainDate } from '../../core/kernel/plain-date.ts';
import type { PostRow } from '../../storage/access/people.ts';
import { findUnit } from '../../storage/access/unit.ts';
import type { ActContext } from '../run-act.ts';

/** A unit belongs to itself and, as a county office, to its county. */
export const belongingOfUnit = (unit: { id: string; placeId: string | null }): Belonging => ({
  unitIds: [unit.id],
  placeIds: unit.placeId === null ? [] : [unit.placeId],
});

/** What a pair of a scope opens; every unit (null) lies only within a scope of every unit, and so with places. */
export const belongingOfPair = (pair: ScopePair): Belonging => ({
  unitIds: pair.unitId === null ? [] : [pair.unitId],
  placeIds: pair.placeId === null ? [] : [pair.placeId],
});

/** Whether a post is seen: it belongs to its unit and to the places of its scope. */
export const seesPost = (pairs: readonly ReachPair[], post: PostRow): boolean =>
  reaches(pairs, {
    unitIds: [post.unitId],
    placeIds: post.scope.flatMap((pair) => (pair.placeId === null ? [] : [pair.placeId])),
  });

/** Whether everything that the posts open from today on lies within what the manager reaches: nobody takes or ends more than they have. */
export async function postsWithin(context: ActContext, posts: readonly PostRow[]): Promise<boolean> {
  const pairs = reachOf(context.actor, 'people.manage');
  for (const post of posts.filter((one) => isOpen(one, context.today))) {
    const unit = await findUnit(context.tx, 'all', post.unitId, context.today);
    if (unit === null || !reaches(pairs, belongingOfUnit(unit))) return false;
    if (!post.scope.every((pair) => reaches(pairs, belongingOfPair(pair)))) return false;
  }
  return true;
}

const isOpen = (post: PostRow, today: PlainDate): boolean => post.toOn === null || post.toOn >= today;
