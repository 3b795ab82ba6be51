import { canonical } from '../core/kernel/canonical.ts';
import { addDays, dayOf } from '../core/kernel/plain-date.ts';
import {
  actsByIds,
  anchorHeads,
  anchors,
  insertSeals,
  lastSeal,
  sealedCounties,
  sealsAfter,
  takeSealing,
  unsealedActs,
  unsealedCounties,
  type ActRow,
  type Seal,
} from '../storage/act/act-log.ts';
import { inTransaction, type Reader } from '../storage/database/transaction.ts';
import { sm3, type House } from './house.ts';

const ZERO = Buffer.alloc(32);
const BATCH = 1000;

/** Hash of a link: SM3 of the link before and of everything the act's row says. */
export function linkHash(previous: Buffer, act: ActRow): Buffer {
  const hex = (bytes: Buffer | null) => bytes?.toString('hex') ?? null;
  return sm3(
    previous,
    canonical({
      ...act,
      inputHash: hex(act.inputHash),
      beforeHash: hex(act.beforeHash),
      afterHash: hex(act.afterHash),
    }),
  );
}

/** Seals every act that is not sealed yet, one chain a county; gives how many. One sealer at a time, acts do not wait for it. */
export async function sealActs(house: House): Promise<number> {
  let sealed = 0;
  for (;;) {
    const done = await inTransaction(house.app, async (tx) => {
      if (!(await takeSealing(tx))) return 0;
      let count = 0;
      for (const countyId of await unsealedCounties(tx)) {
        const head = await lastSeal(tx, countyId);
        const acts = await unsealedActs(tx, countyId, BATCH);
        await insertSeals(tx, chain(countyId, head, acts, house));
        count += acts.length;
      }
      return count;
    });
    sealed += done;
    if (done === 0) return sealed;
  }
}

function chain(countyId: string, head: Seal | null, acts: readonly ActRow[], house: House): Seal[] {
  let [previous, seq] = [head?.hash ?? ZERO, BigInt(head?.seq ?? 0)];
  const sealedAt = house.clock();
  return acts.map((act) => {
    const hash = linkHash(previous, act);
    const link: Seal = { countyId, seq: String((seq += 1n)), actId: act.id, previous, hash, sealedAt };
    previous = hash;
    return link;
  });
}

/** Keeps the head of every chain for yesterday and before; once a day. */
export async function anchorDay(house: House): Promise<void> {
  await inTransaction(house.app, (tx) => anchorHeads(tx, addDays(dayOf(house.clock()), -1)));
}

/** Something in a chain that is not as it was sealed. */
export interface Break {
  countyId: string;
  seq: string;
  actId: string | null;
  /** changed: the act's row says something else | missing: the row is gone | gap: a link is missing | anchor: the head of a day differs. */
  kind: 'changed' | 'missing' | 'gap' | 'anchor';
}

/** Walks every chain and names each break. */
export async function verifyChains(db: Reader): Promise<{ links: number; breaks: Break[] }> {
  const result = { links: 0, breaks: [] as Break[] };
  for (const countyId of await sealedCounties(db)) {
    const heads = new Map((await anchors(db, countyId)).map((anchor) => [anchor.seq, anchor.hash]));
    let [previous, seq] = [ZERO as Buffer, 0n];
    for (;;) {
      const links = await sealsAfter(db, countyId, String(seq), BATCH);
      if (links.length === 0) break;
      const acts = new Map(
        (
          await actsByIds(
            db,
            countyId,
            links.map((link) => link.actId),
          )
        ).map((act) => [act.id, act]),
      );
      for (const link of links) {
        const expected = seq + 1n;
        seq = BigInt(link.seq);
        const kind = breakOf(link, expected, previous, acts.get(link.actId), heads.get(link.seq));
        if (kind !== null) result.breaks.push({ countyId, seq: link.seq, actId: link.actId, kind });
        previous = link.hash;
        result.links += 1;
      }
    }
  }
  return result;
}

function breakOf(
  link: Seal,
  expected: bigint,
  previous: Buffer,
  act: ActRow | undefined,
  anchor: Buffer | undefined,
): Break['kind'] | null {
  if (BigInt(link.seq) !== expected || !link.previous.equals(previous)) return 'gap';
  if (act === undefined) return 'missing';
  if (!linkHash(link.previous, act).equals(link.hash)) return 'changed';
  return anchor !== undefined && !anchor.equals(link.hash) ? 'anchor' : null;
}
