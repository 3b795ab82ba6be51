import type { Pool } from 'pg';
import { loadShippedIndicators } from '../../src/acts/start/shipped-indicators.ts';
import { loadShippedKinds } from '../../src/acts/start/shipped-kinds.ts';
import { loadShippedPlaces } from '../../src/acts/start/shipped-places.ts';

/**
 * Puts into the template database what every database of the product holds after its first start: the reference data
 * (kinds, provinces to towns; a test that needs villages loads those it needs). Every test's database is a clone of it.
 */
export async function loadTemplate(pools: { app: Pool; owner: Pool }): Promise<void> {
  await loadShippedPlaces(pools.owner, 'divisions');
  await loadShippedKinds(pools.app);
  await loadShippedIndicators(pools.app);
}
