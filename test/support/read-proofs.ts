import { expect } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { may } from './belonging.ts';
import { ask, FORBIDDEN, holds, idsOf, MISSING, type Look } from './look.ts';

/** A file of evidence is read by its county and id; its entry shows it; its bytes are no JSON. */
export async function proofs(look: Look): Promise<void> {
  const without = holds(look, 'ledger.read') ? MISSING : FORBIDDEN;
  const keys = { countyId: '130126', id: newId() };
  for (const id of ['evidence.read', 'evidence.list'])
    expect(await ask(look, id, { params: keys }), id).toMatchObject(without);
  for (const thing of look.things.filter((row) => row.kind === 'evidence')) {
    const params = { countyId: thing.row['county_id'] ?? '', id: thing.id };
    const status = may(look.actor, 'ledger.read', thing) ? 200 : without.status;
    const answer = await ask(look, 'evidence.read', { params });
    expect(answer.status, thing.name).toBe(status);
    expect(await look.caller.statusOf(`/api/evidence/${params.countyId}/${thing.id}/file`), thing.name).toBe(status);
    for (const use of (answer.value['proves'] ?? []) as { entryId: string }[]) {
      const files = await ask(look, 'evidence.list', { params: { ...params, id: use.entryId } });
      expect(idsOf(files.value['items']), thing.name).toContain(thing.id);
    }
  }
}
