import { ROUTES } from '../../src/contract/routes.ts';
import type { Route } from '../../src/contract/route.ts';
import { reachOf, type Actor } from '../../src/core/access/reach.ts';
import type { Ability } from '../../src/core/access/role.ts';
import { may, type Thing, type ThingKind } from './belonging.ts';
import type { Caller } from './house.ts';

/** Who reads, and what there is. */
export interface Look {
  caller: Caller;
  actor: Actor;
  things: Thing[];
  today: string;
  /** Everything that was answered, to be searched for what must not be in it. */
  heard: string[];
}

/** An answer as it came. */
export type Json = Record<string, unknown>;
/** Reads as somebody, and compares with the pure rule. */
export type Check = (look: Look) => Promise<void>;

const routeOf = (id: string): Route => {
  const route = ROUTES.find((one) => one.id === id);
  if (route === undefined) throw new Error(`no route ${id}`);
  return route;
};

/** Asks a route that reads, and remembers what was answered. */
export const ask = async (
  look: Look,
  id: string,
  input: { params?: Record<string, string>; query?: Record<string, string> } = {},
) => {
  const answer = await look.caller.call(routeOf(id), input);
  look.heard.push(JSON.stringify(answer.value));
  return answer as { status: number; value: Json; problems: object[] };
};

/** The ids of rows, sorted. */
export const idsOf = (rows: unknown): string[] => (rows as { id: string }[]).map((row) => row.id).sort();

/** What the pure rule lets the actor see of a kind. */
export const allowed = (look: Look, ability: Ability, kind: ThingKind): Thing[] =>
  look.things.filter((thing) => thing.kind === kind && may(look.actor, ability, thing));
/** Those of them that stand in lists, by id. */
export const listed = (look: Look, ability: Ability, kind: ThingKind): string[] =>
  idsOf(allowed(look, ability, kind).filter((thing) => thing.listed));

/** Whether the reader has the ability anywhere. */
export const holds = (look: Look, ability: Ability): boolean => reachOf(look.actor, ability).length > 0;
/** What who has the ability nowhere hears. */
export const FORBIDDEN = { status: 403, problems: [{ code: 'access.forbidden' }] };
/** What who does not reach the thing hears. */
export const MISSING = { status: 404, problems: [{ code: 'access.missing' }] };
