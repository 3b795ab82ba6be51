import { ABILITIES, roleMay, type Ability, type Role } from './role.ts';

/**
 * One pair of a post's scope. `units`: the units with all below them spelt out; null: every unit.
 * `places`: keys of places, each with all below it (a key begins with the key of the place above); null: every place,
 * and what belongs to no place.
 */
export interface ReachPair {
  units: readonly string[] | null;
  places: readonly string[] | null;
}

/** A post as the actor holds it today. */
export interface ActorPost {
  id: string;
  role: Role;
  unitId: string;
  pairs: readonly ReachPair[];
}

/** Who acts: a person with today's posts. `limits` narrows a token to the abilities that it carries; null: a session. */
export interface Actor {
  personId: string;
  name: string;
  posts: readonly ActorPost[];
  limits: readonly Ability[] | null;
}

/** Where a thing belongs: any of its units, any of its places (none: it belongs to no place). */
export interface Belonging {
  unitIds: readonly string[];
  placeIds: readonly string[];
}

/** All pairs within which the actor has the ability; empty: nowhere. */
export function reachOf(actor: Actor, ability: Ability): ReachPair[] {
  if (actor.limits !== null && !actor.limits.includes(ability)) return [];
  return actor.posts.filter((post) => roleMay(post.role, ability)).flatMap((post) => post.pairs);
}

/** Whether a thing lies within one of the pairs. */
export function reaches(pairs: readonly ReachPair[], thing: Belonging): boolean {
  return pairs.some((pair) => pairReaches(pair, thing));
}

function pairReaches(pair: ReachPair, thing: Belonging): boolean {
  const { units, places } = pair;
  const unit = units === null || thing.unitIds.some((id) => units.includes(id));
  const place = places === null || thing.placeIds.some((id) => places.some((above) => id.startsWith(above)));
  return unit && place;
}

/** The post that lets the actor do this to the thing, to be written in the log; null: none does. */
export function postFor(actor: Actor, ability: Ability, thing: Belonging): ActorPost | null {
  if (actor.limits !== null && !actor.limits.includes(ability)) return null;
  const may = actor.posts.filter((post) => roleMay(post.role, ability));
  return may.find((post) => reaches(post.pairs, thing)) ?? null;
}

/** The abilities that the actor has anywhere, to draw menus by. */
export function abilitiesOf(actor: Actor): Ability[] {
  return ABILITIES.filter((ability) => reachOf(actor, ability).length > 0);
}
