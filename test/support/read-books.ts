import { expect } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { reachOf, reaches } from '../../src/core/access/reach.ts';
import { may } from './belonging.ts';
import { allowed, ask, FORBIDDEN, holds, MISSING, type Check, type Look } from './look.ts';

/** Kinds and rules hold everywhere: who reaches every place may set them. */
const managesKinds = (look: Look): boolean => reachOf(look.actor, 'kind.manage').some((pair) => pair.places === null);

/** What moves is counted, exactly, where it may be read. */
const bulkCount: Check = async (look) => {
  const answer = await ask(look, 'entry.bulk_count');
  if (!holds(look, 'ledger.read')) return expect(answer).toMatchObject(FORBIDDEN);
  const ended = ['posted', 'withdrawn', 'tied'];
  const moving = allowed(look, 'ledger.read', 'entry').filter((thing) => !ended.includes(thing.row['state'] ?? ''));
  const states = Object.values(answer.value['states'] as Record<string, number>);
  expect(states.reduce((sum, count) => sum + count, 0)).toBe(moving.length);
};

/** Periods of a unit are shown to whoever reads its whole ledger. */
const periodList: Check = async (look) => {
  const pairs = reachOf(look.actor, 'ledger.read');
  for (const thing of look.things.filter((row) => row.kind === 'unit')) {
    const answer = await ask(look, 'period.list', { query: { unitId: thing.id } });
    const seen = reaches(pairs, { unitIds: [thing.id], placeIds: [] });
    if (!seen) expect(answer, thing.name).toMatchObject(pairs.length > 0 ? MISSING : FORBIDDEN);
    else expect(answer.status, thing.name).toBe(200);
  }
};

/** What waits for a decision on periods is told to whoever posts: nothing was asked here; who is told what is in periods.test.ts. */
const periodWaiting: Check = async (look) => {
  const answer = await ask(look, 'period.waiting');
  if (!holds(look, 'ledger.post')) return expect(answer).toMatchObject(FORBIDDEN);
  expect(answer.value).toEqual({ items: [], more: false });
};

/** Findings of an entry are shown with it. */
const suspectsOfEntry: Check = async (look) => {
  for (const thing of look.things.filter((row) => row.kind === 'entry')) {
    const params = { countyId: thing.row['county_id'] ?? '', id: thing.id };
    const answer = await ask(look, 'suspect.of_entry', { params });
    if (may(look.actor, 'ledger.read', thing)) expect(answer.status, thing.name).toBe(200);
    else expect(answer, thing.name).toMatchObject(holds(look, 'ledger.read') ? MISSING : FORBIDDEN);
  }
};

/** What is one person's own and was asked for by nobody here; what they see of their own is in bulk.test.ts and export.test.ts. */
const nobodys =
  (id: string): Check =>
  async (look) =>
    expect(await ask(look, id, { params: { id: newId() } })).toMatchObject(
      holds(look, 'ledger.read') ? MISSING : FORBIDDEN,
    );

/** Reads of periods, steps with many, exports and findings. */
export const BOOK_READS: Record<string, Check> = {
  'entry.bulk_count': bulkCount,
  'entry.bulk_read': nobodys('entry.bulk_read'),
  'entry.bulk_refusals': nobodys('entry.bulk_refusals'),
  'entry.export_file': nobodys('entry.export_file'),
  'period.list': periodList,
  'period.waiting': periodWaiting,
  'suspect.of_entry': suspectsOfEntry,
  'suspect.rules': async (look) => {
    const answer = await ask(look, 'suspect.rules');
    if (!holds(look, 'ledger.read')) return expect(answer).toMatchObject(FORBIDDEN);
    expect(answer.value['can']).toEqual({ manage: managesKinds(look) });
  },
};
