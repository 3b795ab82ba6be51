import type { Pool } from 'pg';
import { newId } from '../../src/acts/house.ts';
import { addEvidence, linkEvidence } from '../../src/contract/evidence.ts';
import type { Caller } from './house.ts';
import { pngOf, scene } from './make-photo.ts';

/** A kind that demands a photo and a PDF, put into the tables for tests of evidence. */
export const PROVED_KIND = 'test_proved';

/** Puts the kind into the tables, by its owner's hand. */
export async function makeProvedKind(owner: Pool): Promise<void> {
  const name = { zh: '试验类别', en: 'Test kind' };
  const evidence = [
    { code: 'scene', name: { zh: '现场照片', en: 'Photo of the place' }, accepts: ['photo'], least: 1 },
    { code: 'receipt', name: { zh: '银行回单', en: 'Bank receipt' }, accepts: ['pdf', 'invoice', 'photo'], least: 0 },
  ];
  await owner.query('insert into entry_kind values ($1, 999, false)', [PROVED_KIND]);
  await owner.query(
    `insert into entry_kind_version (kind, version, definition, valid_from, recorded_at) values ($1, 1, $2, '2015-01-01', now())`,
    [PROVED_KIND, JSON.stringify({ code: PROVED_KIND, name, evidence })],
  );
}

/** Puts an entry of that kind (or another, in its first version) into the tables in some state; gives its id. */
export async function makeEntry(
  owner: Pool,
  entry: { countyId: string; unitId: string; by: string; state?: string; number?: string; kind?: string },
): Promise<string> {
  const id = newId();
  const { countyId, unitId, by, state = 'draft', number = null, kind = PROVED_KIND } = entry;
  await owner.query(
    `insert into entry (county_id, id, number, kind, kind_version, unit_id, state, occurred_on, counted_on, fields, source, reported_by, reported_at, changed_at,
       posted_at, posted_by)
     values ($1, $2, $3, $4, 1, $5, $6, '2021-06-01', '2021-06-01', '{}', 'form', $7, now(), now(), case when $6 = 'posted' then now() end, null)`,
    [countyId, id, number, kind, unitId, state, by],
  );
  return id;
}

/** Brings a picture of evidence by a caller, and ties it to a new draft of the same unit and county. */
export async function bringTied(
  { caller, owner, person }: { caller: Caller; owner: Pool; person: string },
  unitId: string,
  countyId: string,
  name: string,
): Promise<{ id: string; entryId: string }> {
  const bytes = pngOf(scene(name.length, 80, 64));
  const { id } = (await caller.upload(addEvidence, name, bytes, { unitId, countyId })).value.evidence;
  const entryId = await makeEntry(owner, { unitId, countyId, by: person, kind: 'direct_input' });
  const tied = await caller.call(linkEvidence, { params: { countyId, id }, body: { entryId, demand: 'other' } });
  if (tied.status !== 200) throw new Error(JSON.stringify(tied.problems));
  return { id, entryId };
}
