import { reachOf, type Actor } from '../../core/access/reach.ts';
import { listActs } from '../../storage/act/list-acts.ts';
import type { House } from '../house.ts';
import { cursorOf, pageOf } from '../paging.ts';

/** The log of acts within reach, newest first. */
export async function readLog(
  house: House,
  actor: Actor,
  ask: { act?: string | undefined; after?: string | undefined; limit: number },
) {
  const rows = await listActs(house.app, reachOf(actor, 'log.read'), {
    ...ask,
    after: cursorOf(ask.after),
    limit: ask.limit + 1,
  });
  return pageOf(rows, ask.limit, (row) => [row.at, row.id]);
}
