import { ABILITIES, roleMay, type Ability, type Role } from './role.ts';

/**
 * One pair of a post's scope with everything below it spelt out.
 * `units` null: every unit; `counties` null: every county and what belongs to no county.
 */
export interface ReachPair {
  units: readonly string[] | null;
  counties: readonly string[] | null;
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

/** Where a thing belongs: any of its units, any of its counties (none: it belongs to no county). */
export interface Belonging {
  unitIds: readonly string[];
  countyIds: readonly string[];
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
  const { units, counties } = pair;
  const unit = units === null || thing.unitIds.some((id) => units.includes(id));
  const county = counties === null || thing.countyIds.some((id) => counties.includes(id));
  return unit && county;
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
