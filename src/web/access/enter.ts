import { whoAmI } from '../../contract/session.ts';
import { queryClient } from '../client/query-client.ts';
import { sessionLost } from '../client/session-state.ts';
import type { Me } from '../client/use-me.ts';

/** From now on this person is signed in: what another one read is forgotten. */
export function enter(me: Me): void {
  queryClient.clear();
  queryClient.setQueryData([whoAmI.id, null, null], me);
  sessionLost.set(false);
}

/** A page of ours to go back to; anything else leads to the first page. */
export function safeBack(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/';
}

/** What a one-time link carries, from the page's address. */
export function linkOf(search: URLSearchParams): string {
  return search.get('link') ?? '';
}
