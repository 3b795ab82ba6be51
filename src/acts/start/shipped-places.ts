import type { Pool } from 'pg';
import { inRoot } from '../../root.ts';
import { loadPlacePack } from './load-place-pack.ts';

/** Brings a part of the places in data/places into the database; `owner` is the owner's pool. Does nothing the second time. */
export async function loadShippedPlaces(owner: Pool, part: 'divisions' | 'villages'): Promise<void> {
  const client = await owner.connect();
  let broken: Error | undefined;
  try {
    await loadPlacePack(client, { folder: inRoot('data', 'places'), now: new Date(), parts: [part] });
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
