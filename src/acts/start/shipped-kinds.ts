import type { Pool } from 'pg';
import { canonical } from '../../core/kernel/canonical.ts';
import { dayOf, type Instant } from '../../core/kernel/plain-date.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import { endedBy } from '../../core/ledger/versions.ts';
import { readKindFiles } from '../../formats/read-kind-files.ts';
import { inRoot } from '../../root.ts';
import { inTransaction, type Tx } from '../../storage/database/transaction.ts';
import {
  endKindVersion,
  insertKind,
  insertKindVersion,
  listKindVersions,
  lockKinds,
  type KindVersionRow,
} from '../../storage/ledger/kind.ts';

/** First day that shipped kinds hold for: no entry may be older. */
const FROM = '1980-01-01';

/** What a start did with the shipped kinds. */
export interface KindLoad {
  added: string[];
  changed: string[];
  /** Changed in the product too, but a version made here is the newest: it stays. */
  kept: string[];
}

/**
 * Brings the shipped kinds into the database; the second time nothing happens. A definition that the product has changed becomes
 * a new version from today on, but only where the newest version is a shipped one: what was made here is never touched.
 */
export async function loadShippedKinds(
  pool: Pool,
  options: { kinds?: readonly KindDefinition[]; now?: Instant } = {},
): Promise<KindLoad> {
  const kinds = options.kinds ?? readKindFiles(inRoot('data', 'kinds'));
  const now = options.now ?? (new Date().toISOString() as Instant);
  return inTransaction(pool, async (tx) => {
    await lockKinds(tx);
    const held = await listKindVersions(tx);
    const load: KindLoad = { added: [], changed: [], kept: [] };
    for (const [i, definition] of kinds.entries()) {
      const versions = held.filter((one) => one.code === definition.code);
      await loadOne(tx, { definition, versions, position: (i + 1) * 10, now }, load);
    }
    return load;
  });
}

interface Loading {
  definition: KindDefinition;
  versions: readonly KindVersionRow[];
  position: number;
  now: Instant;
}

async function loadOne(tx: Tx, { definition, versions, position, now }: Loading, load: KindLoad): Promise<void> {
  const { code } = definition;
  const base = { definition, validTo: null, placeIds: [], note: null, now, recordedBy: null };
  const newest = versions.at(-1);
  if (newest === undefined) {
    await insertKind(tx, code, true, position);
    await insertKindVersion(tx, { ...base, version: 1, validFrom: FROM });
    load.added.push(code);
    return;
  }
  const shipped = versions.findLast((one) => one.shipped);
  if (shipped !== undefined && canonical(shipped.definition) === canonical(definition)) return;
  if (!newest.shipped) {
    load.kept.push(code);
    return;
  }
  const validFrom = dayOf(now);
  for (const one of endedBy(versions, { validFrom, validTo: null, placeIds: [] }))
    await endKindVersion(tx, code, one.version, one.validTo);
  await insertKindVersion(tx, { ...base, version: newest.version + 1, validFrom });
  load.changed.push(code);
}
