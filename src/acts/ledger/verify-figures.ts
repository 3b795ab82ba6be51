import { dayOf, type PlainDate } from '../../core/kernel/plain-date.ts';
import { inTransaction } from '../../storage/database/transaction.ts';
import { compareRollUps, type Drift } from '../../storage/ledger/roll-up.ts';
import type { House } from '../house.ts';

/** Rows of the roll-ups that are not what their posted entries sum to, in one snapshot; empty: every figure is right. */
export const driftOf = (house: Pick<House, 'app'>): Promise<Drift[]> =>
  inTransaction(house.app, (tx) => compareRollUps(tx), { readOnly: true });

/** Compares once a night: called often, it works at the first call of a new day in Asia/Shanghai and else says null. */
export function nightly(house: House): () => Promise<Drift[] | null> {
  let last: PlainDate = dayOf(house.clock());
  return async () => {
    const today = dayOf(house.clock());
    if (today === last) return null;
    last = today;
    return driftOf(house);
  };
}
