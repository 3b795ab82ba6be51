import { canonical } from '../core/kernel/canonical.ts';
import { addDays, dayOf, type Instant } from '../core/kernel/plain-date.ts';
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
  unsealedBefore,
  unsealedCounties,
  type ActRow,
  type Seal,
} from '../storage/act/act-log.ts';
import { inTransaction, type Reader } from '../storage/database/transaction.ts';
import { sm3, type House } from './house.ts';

const ZERO = Buffer.alloc(32);
const BATCH = 1000;

/** Hash of a link: SM3 of the link before, of the moment of sealing, and of everything the act's row says. */
export function linkHash(previous: Buffer, sealedAt: Instant, act: ActRow): Buffer {
  const hex = (bytes: Buffer | null) => bytes?.toString('hex') ?? null;
  const { inputHash, beforeHash, afterHash, ...said } = act;
  const hashes = { inputHash: hex(inputHash), beforeHash: hex(beforeHash), afterHash: hex(afterHash) };
  return sm3(previous, sealedAt, canonical({ ...said, ...hashes }));
}

/**
 * Seals every act that is not sealed yet, one chain a county; gives how many. One sealer at a time, acts do not wait for it.
 * @param since what is older was sealed long ago and is not looked at again; null: everything (at a start)
 */
export async function sealActs(house: House, since: Instant | null = null): Promise<number> {
  let sealed = 0;
  for (;;) {
    const done = await inTransaction(house.app, async (tx) => {
      if (!(await takeSealing(tx))) return 0;
      let count = 0;
      for (const countyId of await unsealedCounties(tx, since)) {
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
    const hash = linkHash(previous, sealedAt, act);
    const link: Seal = { countyId, seq: String((seq += 1n)), actId: act.id, previous, hash, sealedAt };
    previous = hash;
    return link;
  });
}

/** Keeps the head of every chain for yesterday and before; once a day. */
export async function anchorDay(house: House): Promise<void> {
  await inTransaction(house.app, (tx) => anchorHeads(tx, addDays(dayOf(house.clock()), -1)));
}

/** The kept heads of all chains by day, the hash in hexadecimal: copied out of the house they witness the days before. */
export async function listAnchors(db: Reader): Promise<{ countyId: string; day: string; seq: string; hash: string }[]> {
  const found: { countyId: string; day: string; seq: string; hash: string }[] = [];
  for (const countyId of await sealedCounties(db)) {
    for (const { day, seq, hash } of await anchors(db, countyId))
      found.push({ countyId, day, seq, hash: hash.toString('hex') });
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Something in a chain that is not as it was sealed. */
export interface Break {
  countyId: string;
  seq: string;
  actId: string | null;
  /**
   * changed: the act's row says something else | missing: the row is gone | gap: a link is missing or put in between |
   * late: the act says that it was done long before the link before it was sealed | anchor: the head of a day differs.
   */
  kind: 'changed' | 'missing' | 'gap' | 'late' | 'anchor';
}

/** Longest that an act may be older than the seal before it: acts take seconds, sealing follows within seconds. */
const LATE_MS = 3_600_000;

/** Walks every chain, or those of some counties, and names each break. */
export async function verifyChains(
  db: Reader,
  of: (countyId: string) => boolean = () => true,
): Promise<{ links: number; breaks: Break[] }> {
  const result = { links: 0, breaks: [] as Break[] };
  for (const countyId of (await sealedCounties(db)).filter(of)) {
    const heads = new Map((await anchors(db, countyId)).map((anchor) => [anchor.seq, anchor.hash]));
    let before: Seal | null = null;
    for (;;) {
      const links: Seal[] = await sealsAfter(db, countyId, before?.seq ?? '0', BATCH);
      if (links.length === 0) break;
      const ids = links.map((link) => link.actId);
      const acts = new Map((await actsByIds(db, countyId, ids)).map((act) => [act.id, act]));
      for (const link of links) {
        const kind = breakOf(before, link, acts.get(link.actId), heads.get(link.seq));
        if (kind !== null) result.breaks.push({ countyId, seq: link.seq, actId: link.actId, kind });
        before = link;
        result.links += 1;
      }
    }
    const oldest = before === null ? null : (new Date(Date.parse(before.sealedAt) - LATE_MS).toISOString() as Instant);
    for (const id of oldest === null ? [] : await unsealedBefore(db, countyId, oldest))
      result.breaks.push({ countyId, seq: String(BigInt(before?.seq ?? 0) + 1n), actId: id, kind: 'late' });
    for (const seq of heads.keys()) {
      // The head of a day is beyond the end of the chain: its last links are gone.
      if (BigInt(seq) > BigInt(before?.seq ?? 0)) result.breaks.push({ countyId, seq, actId: null, kind: 'missing' });
    }
  }
  return result;
}

function breakOf(
  before: Seal | null,
  link: Seal,
  act: ActRow | undefined,
  anchor: Buffer | undefined,
): Break['kind'] | null {
  const previous = before?.hash ?? ZERO;
  if (BigInt(link.seq) !== BigInt(before?.seq ?? 0) + 1n || !link.previous.equals(previous)) return 'gap';
  if (act === undefined) return 'missing';
  if (!linkHash(link.previous, link.sealedAt, act).equals(link.hash)) return 'changed';
  if (before !== null && Date.parse(act.at) < Date.parse(before.sealedAt) - LATE_MS) return 'late';
  return anchor !== undefined && !anchor.equals(link.hash) ? 'anchor' : null;
}
