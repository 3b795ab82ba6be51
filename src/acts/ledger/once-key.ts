import { problem, type Problem } from '../../core/kernel/problem.ts';
import type { EntryDraft } from '../../core/ledger/entry.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import { onceKeyText } from '../../core/ledger/once-key.ts';
import { unitNames } from '../../storage/access/unit.ts';
import { keyHolders, lockKey } from '../../storage/ledger/around.ts';
import { sha256 } from '../house.ts';
import type { ActContext } from '../run-act.ts';
import { belongingOfEntry, sees } from './entry-access.ts';

/**
 * What must not count twice, digested; null: nothing. `reversals`: how often the same was posted and reversed before;
 * `joint`: a share of a joint payment, where each unit has its own.
 */
export function onceKeyOf(
  definition: KindDefinition,
  draft: EntryDraft,
  more: { reversals: number; joint: boolean },
): string | null {
  const parts = [
    ...(more.joint ? [`unit=${draft.unitId}`] : []),
    ...(more.reversals > 0 ? [`reversals=${more.reversals}`] : []),
  ];
  const text = onceKeyText(definition, draft, parts);
  return text === null ? null : sha256(text).toString('hex');
}

/** A key is free, or why not. */
export type KeyFound = { key: string | null } | Problem;

/**
 * The key under which an entry is to count: past reversed ones. Whoever asks for the same key in the same moment waits,
 * and then hears which entry has it; the unique index stands behind, for what comes in another way.
 */
export async function findKey(
  context: ActContext,
  definition: KindDefinition,
  draft: EntryDraft,
  entry: { id: string; corrects: string | null; joint: boolean },
): Promise<KeyFound> {
  for (let reversals = 0; ; reversals += 1) {
    const key = onceKeyOf(definition, draft, { reversals, joint: entry.joint });
    if (key === null) return { key };
    if (reversals === 0) await lockKey(context.tx, draft.countyId, key);
    const holder = (await keyHolders(context.tx, draft.countyId, [key])).find((one) => one.id !== entry.id);
    if (holder === undefined) return { key };
    // A correction comes with its reversal; it is posted only after it.
    const over = holder.reversal === 'posted' || (holder.reversal !== null && holder.id === entry.corrects);
    if (over) continue;
    if (!sees(context.actor, belongingOfEntry(holder))) return problem('ledger.counted_elsewhere', 'voucher');
    const unit = (await unitNames(context.tx, [holder.unitId])).get(holder.unitId) ?? '';
    return problem('ledger.counted_already', 'voucher', { number: holder.number ?? '', state: holder.state, unit });
  }
}
