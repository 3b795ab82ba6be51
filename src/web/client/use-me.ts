import { whoAmI } from '../../contract/session.ts';
import type { AnswerOf } from '../../contract/route.ts';
import type { Ability } from '../../core/access/role.ts';
import { useRead } from './use-read.ts';

/** Who is signed in, with posts and abilities. */
export type Me = AnswerOf<typeof whoAmI>;

/** Who is signed in, as the server last said; null before it has. */
export function useMe(): Me | null {
  return useRead(whoAmI, {}).data ?? null;
}

/** Whether the person signed in has the ability anywhere: to draw menus, never to decide. */
export function useMay(): (ability: Ability) => boolean {
  const me = useMe();
  return (ability) => me?.abilities.includes(ability) ?? false;
}
