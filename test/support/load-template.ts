import type { Pool } from 'pg';

/**
 * Puts into the template database what every database of the product holds after its first start: the reference data.
 * Every test's database is a clone of it.
 */
export async function loadTemplate(_pools: { app: Pool; owner: Pool }): Promise<void> {
  // Nothing yet: the loaders of data/ are called here.
}
