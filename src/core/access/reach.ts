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

/** The actor's posts that have the ability. */
const postsWith = (actor: Actor, ability: Ability): readonly ActorPost[] =>
  actor.limits !== null && !actor.limits.includes(ability)
    ? []
    : actor.posts.filter((post) => roleMay(post.role, ability));

/** Whether the actor has the ability anywhere. */
export const mayAnywhere = (actor: Actor, ability: Ability): boolean =>
  postsWith(actor, ability).some((post) => post.pairs.length > 0);

/** The pairs within which the actor has the ability, none of which lies within another; empty: nowhere. */
export function reachOf(actor: Actor, ability: Ability): ReachPair[] {
  return widest(postsWith(actor, ability).flatMap((post) => post.pairs));
}

/** Two posts of one person often have the same scope: what is asked once a pair would be asked twice. Of equal pairs the first stays. */
function widest(pairs: readonly ReachPair[]): ReachPair[] {
  return pairs.filter((pair, i) =>
    pairs.every((other, j) => i === j || !holds(other, pair) || (i < j && holds(pair, other))),
  );
}

/** Whether all that lies within `inner` lies within `outer`. */
function holds(outer: ReachPair, inner: ReachPair): boolean {
  const { places } = outer;
  if (places !== null && inner.places?.every((id) => places.some((above) => id.startsWith(above))) !== true)
    return false;
  if (outer.units === null) return true;
  if (inner.units === null || inner.units.length > outer.units.length) return false;
  const units = new Set(outer.units);
  return inner.units.every((id) => units.has(id));
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
  return postsWith(actor, ability).find((post) => reaches(post.pairs, thing)) ?? null;
}

/** The abilities that the actor has anywhere, to draw menus by. */
export function abilitiesOf(actor: Actor): Ability[] {
  return ABILITIES.filter((ability) => mayAnywhere(actor, ability));
}
