import { reachOf, type Actor } from '../../core/access/reach.ts';
import { listActs } from '../../storage/act/list-acts.ts';
import { verifyChains, type Break } from '../seal.ts';
import type { House } from '../house.ts';
import { cursorOf, pageOf } from '../paging.ts';

/** The log of acts within reach, newest first. */
export async function readLog(
  house: House,
  actor: Actor,
  ask: { act?: string | undefined; after?: string | undefined; limit: number },
) {
  const names = {
    units: reachOf(actor, 'unit.read'),
    people: reachOf(actor, 'people.read'),
    documents: reachOf(actor, 'document.read'),
  };
  const rows = await listActs(house.app, reachOf(actor, 'log.read'), names, {
    ...ask,
    after: cursorOf(ask.after),
    limit: ask.limit + 1,
  });
  return pageOf(rows, ask.limit, (row) => [row.at, row.id]);
}

/** Walks the chains within reach: each belongs to its county, the one of what concerns no county only to every place. */
export async function readChains(house: House, actor: Actor): Promise<{ links: number; breaks: Break[] }> {
  const pairs = reachOf(actor, 'log.read');
  const within = (countyId: string) =>
    pairs.some((pair) => pair.places === null || pair.places.some((above) => countyId.startsWith(above)));
  return verifyChains(house.app, within);
}
