import type { Pool } from 'pg';
import type { IndicatorDefinition } from '../../core/indicator/definition.ts';
import { canonical } from '../../core/kernel/canonical.ts';
import { dayOf, type Instant } from '../../core/kernel/plain-date.ts';
import { endedBy } from '../../core/ledger/versions.ts';
import { readIndicatorFiles } from '../../formats/read-indicator-files.ts';
import { inRoot } from '../../root.ts';
import { inTransaction } from '../../storage/database/transaction.ts';
import {
  endIndicatorVersion,
  insertIndicator,
  insertIndicatorVersion,
  listIndicatorVersions,
  lockIndicators,
} from '../../storage/indicator/indicator.ts';

/** First day that shipped indicators hold for. */
const FROM = '1980-01-01';

/** What a start did with the shipped indicators; kept: changed in the product, but a version made here is the newest. */
export interface IndicatorLoad {
  added: string[];
  changed: string[];
  kept: string[];
}

/**
 * Brings the shipped indicators into the database; the second time nothing happens. What the product has changed becomes a new
 * version from today on, but only where the newest version is a shipped one.
 */
export async function loadShippedIndicators(
  pool: Pool,
  options: { indicators?: readonly IndicatorDefinition[]; now?: Instant } = {},
): Promise<IndicatorLoad> {
  const indicators = options.indicators ?? readIndicatorFiles(inRoot('data', 'indicators'));
  const now = options.now ?? (new Date().toISOString() as Instant);
  return inTransaction(pool, async (tx) => {
    await lockIndicators(tx);
    const held = await listIndicatorVersions(tx);
    const load: IndicatorLoad = { added: [], changed: [], kept: [] };
    for (const [i, definition] of indicators.entries()) {
      const { code } = definition;
      const versions = held.filter((one) => one.code === code);
      const newest = versions.at(-1);
      const base = { definition, validTo: null, placeIds: [], note: null, now, recordedBy: null };
      if (newest === undefined) {
        await insertIndicator(tx, { code, shipped: true, position: (i + 1) * 10 });
        await insertIndicatorVersion(tx, { ...base, version: 1, validFrom: FROM });
        load.added.push(code);
        continue;
      }
      const shipped = versions.findLast((one) => one.shipped);
      if (shipped !== undefined && canonical(shipped.definition) === canonical(definition)) continue;
      if (!newest.shipped) {
        load.kept.push(code);
        continue;
      }
      const validFrom = dayOf(now);
      for (const one of endedBy(versions, { validFrom, validTo: null, placeIds: [] }))
        await endIndicatorVersion(tx, code, one.version, one.validTo);
      await insertIndicatorVersion(tx, { ...base, version: newest.version + 1, validFrom });
      load.changed.push(code);
    }
    return load;
  });
}
