import type { Pool } from 'pg';
import { loadShippedIndicators } from '../../src/acts/start/shipped-indicators.ts';
import { loadShippedKinds } from '../../src/acts/start/shipped-kinds.ts';
import { loadShippedPlaces } from '../../src/acts/start/shipped-places.ts';
import { readPlacePack } from '../../src/formats/read-place-pack.ts';
import { inRoot } from '../../src/root.ts';
import { loadPlaces } from '../../src/storage/place/load-places.ts';

/**
 * Puts into the template database what every database of the product holds after its first start: the reference data
 * (kinds, provinces to towns; a test that needs villages loads those it needs). Every test's database is a clone of it.
 */
export async function loadTemplate(pools: { app: Pool; owner: Pool }): Promise<void> {
  await loadShippedPlaces(pools.owner, 'divisions');
  await loadShippedKinds(pools.app);
  await loadShippedIndicators(pools.app);
}

/** Says of a database that the villages are there, with none in it: a server that is started on it does not load 620 000 of them beside the test. */
export async function withoutVillages(owner: Pool): Promise<void> {
  const { villagesDigest: digest, parents } = readPlacePack(inRoot('data', 'places'));
  const client = await owner.connect();
  try {
    await loadPlaces(client, { part: 'villages', digest, rows: [], parents, now: new Date() });
  } finally {
    client.release();
  }
}
