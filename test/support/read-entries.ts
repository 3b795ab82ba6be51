import { expect } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { may } from './belonging.ts';
import { allowed, ask, FORBIDDEN, holds, MISSING, type Check } from './look.ts';

/** An entry is found under its county by who reaches it; elsewhere it answers like one that does not exist. */
export const entryOf: Check = async (look) => {
  const unknown = await ask(look, 'entry.read', { params: { countyId: '130126', id: newId() } });
  expect(unknown).toMatchObject(holds(look, 'ledger.read') ? MISSING : FORBIDDEN);
  for (const thing of look.things.filter((row) => row.kind === 'entry')) {
    const params = { countyId: thing.row['county_id'] ?? '', id: thing.id };
    const answer = await ask(look, 'entry.read', { params });
    if (!may(look.actor, 'ledger.read', thing)) {
      expect(answer, thing.name).toMatchObject({ status: unknown.status, problems: unknown.problems });
      continue;
    }
    expect(answer.status, thing.name).toBe(200);
    const can = answer.value['can'] as Record<string, boolean>;
    if (!may(look.actor, 'ledger.report', thing)) expect(can).not.toHaveProperty('withdraw');
    if (!may(look.actor, 'ledger.confirm', thing)) expect(can).not.toHaveProperty('confirm');
    if (!may(look.actor, 'ledger.post', thing)) expect(can).not.toHaveProperty('post');
    expect(answer.value['mayUnmask']).toBe(may(look.actor, 'ledger.personal', thing));
  }
};

/** Sums over entries are those of what is posted within reach. */
export const entrySums: Check = async (look) => {
  const answer = await ask(look, 'entry.sums');
  if (!holds(look, 'ledger.read')) return expect(answer).toMatchObject(FORBIDDEN);
  const seen = allowed(look, 'ledger.read', 'entry');
  const fen = seen
    .filter((thing) => thing.row['state'] === 'posted')
    .reduce((sum, thing) => sum + BigInt(thing.row['amount_fen'] ?? 0), 0n);
  expect(answer.value).toMatchObject({ count: seen.length, sums: { posted: { amountFen: fen.toString() } } });
};
