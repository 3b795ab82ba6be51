import { reachOf, type Actor } from '../../core/access/reach.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { EVIDENCE_STATES } from '../../core/ledger/evidence.ts';
import { findBlob } from '../../storage/document/document.ts';
import { findEntries } from '../../storage/ledger/entry.ts';
import { findEvidence, listEvidence } from '../../storage/ledger/evidence.ts';
import { findTwins, findUses, type UseRow } from '../../storage/ledger/evidence-twins.ts';
import type { House } from '../house.ts';
import { belongingOfEntry, mayAt, sees } from './entry-access.ts';
import { evidenceOf, type EvidenceFacts } from './evidence-facts.ts';

const entryKey = (use: UseRow): string => `${use.countyId} ${use.entryId}`;

/** One file within reach: what it is, what it proves, and where the same file or photo is used too. */
export async function readEvidence(
  house: House,
  actor: Actor,
  key: { countyId: string; id: string },
): Promise<Result<object, Problem>> {
  const pairs = reachOf(actor, 'ledger.read');
  const row = await findEvidence(house.app, pairs, key.countyId, key.id);
  if (row === null) return refused(problem('access.missing'));
  const twins = await findTwins(house.app, [row]);
  const uses = await findUses(house.app, pairs, [row, ...twins]);
  const own = uses.filter((use) => use.evidenceId === row.id && use.countyId === row.countyId);
  const proven = new Set(own.map(entryKey));
  const others = uses.filter((use) => !proven.has(entryKey(use)));
  const sameOf = (use: UseRow) => twins.find((one) => one.id === use.evidenceId)?.same ?? 'photo';
  const hidden = new Set([...own, ...others].filter((use) => !use.seen).map(entryKey));
  return ok({
    ...evidenceOf(row),
    proves: own.filter((use) => use.seen),
    elsewhere: others.filter((use) => use.seen).map((use) => ({ ...use, same: sameOf(use) })),
    hidden: hidden.size,
  });
}

/** The files of an entry within reach, each with how many other entries use the same. */
export async function readEntryEvidence(
  house: House,
  actor: Actor,
  key: { countyId: string; id: string },
): Promise<Result<object, Problem>> {
  const entry = (await findEntries(house.app, [key]))[0];
  if (entry === undefined || !sees(actor, belongingOfEntry(entry))) return refused(problem('access.missing'));
  const rows = await listEvidence(house.app, key.countyId, key.id);
  const twins = await findTwins(house.app, rows);
  const uses = await findUses(house.app, reachOf(actor, 'ledger.read'), [...rows, ...twins]);
  const othersOf = (id: string): number => {
    const same = new Set([id, ...twins.filter((one) => one.of === id).map((one) => one.id)]);
    const found = uses.filter((use) => same.has(use.evidenceId) && use.entryId !== key.id);
    return new Set(found.map(entryKey)).size;
  };
  const open = (EVIDENCE_STATES as readonly string[]).includes(entry.state);
  return ok({
    items: rows.map(({ demand, addedAt, ...row }) => ({
      ...evidenceOf(row),
      demand,
      addedAt,
      others: othersOf(row.id),
    })),
    can: { link: open && mayAt(actor, 'ledger.report', belongingOfEntry(entry)) },
  });
}

/** The original bytes of a file within reach. */
export async function readEvidenceFile(
  house: House,
  actor: Actor,
  key: { countyId: string; id: string },
): Promise<Result<{ bytes: Buffer; facts: EvidenceFacts }, Problem>> {
  const row = await findEvidence(house.app, reachOf(actor, 'ledger.read'), key.countyId, key.id);
  const bytes = row === null ? null : await findBlob(house.app, row.digest);
  return row === null || bytes === null ? refused(problem('access.missing')) : ok({ bytes, facts: evidenceOf(row) });
}
