import type { Pool } from 'pg';
import type { Actor, Belonging } from '../../src/core/access/reach.ts';
import { reachOf, reaches } from '../../src/core/access/reach.ts';
import type { Ability } from '../../src/core/access/role.ts';
import { may, type Thing, type ThingKind } from './belonging.ts';
import type { Target, Write } from './writes.ts';

/** Which ability lets somebody change a thing of a kind. */
const CHANGES: Record<ThingKind, readonly Ability[]> = {
  document: ['document.write'],
  meeting: ['document.write'],
  plan: ['document.write'],
  item: ['document.write'],
  fact: ['document.write'],
  unit: ['unit.manage'],
  person: ['people.manage'],
  pairing: ['pairing.manage'],
  posting: ['pairing.manage'],
  event: ['county.write'],
  evidence: ['ledger.report'],
  act: [],
  entry: ['ledger.report', 'ledger.confirm', 'ledger.review', 'ledger.post'],
  suspect: ['ledger.review'],
  job: [],
  target: ['indicator.manage'],
  import: [],
};

/** Where rows of each kind of thing stand: the table, and the column that names the thing. */
const ROWS: Record<ThingKind, [string, string][]> = {
  document: [
    ['document', 'id'],
    ['document_text', 'document_id'],
    ['reading_item', 'document_id'],
  ],
  meeting: [
    ['meeting', 'id'],
    ['agenda_item', 'meeting_id'],
    ['meeting_attendee', 'meeting_id'],
  ],
  plan: [['plan', 'id']],
  item: [
    ['plan_item', 'id'],
    ['plan_item_unit', 'plan_item_id'],
    ['plan_item_county', 'plan_item_id'],
  ],
  fact: [
    ['fact', 'id'],
    ['fact_place', 'fact_id'],
  ],
  unit: [
    ['unit', 'id'],
    ['unit_version', 'unit_id'],
  ],
  person: [
    ['person', 'id'],
    ['account', 'person_id'],
    ['post', 'person_id'],
    ['invitation', 'person_id'],
  ],
  pairing: [['pairing', 'id']],
  posting: [['posting', 'id']],
  event: [['county_event', 'id']],
  evidence: [
    ['evidence', 'id'],
    ['entry_evidence', 'evidence_id'],
  ],
  act: [['act_log', 'id']],
  entry: [
    ['entry', 'id'],
    ['entry_step', 'entry_id'],
    ['entry_difference', 'entry_id'],
    ['entry_evidence', 'entry_id'],
    ['entry_person', 'entry_id'],
  ],
  suspect: [['suspect', 'id']],
  job: [['job', 'id']],
  target: [['target', 'id']],
  import: [
    ['sheet_import', 'id'],
    ['sheet_import_row', 'import_id'],
  ],
};

/** Whether the actor may change the thing, by the pure rule alone; a meeting or fact is changed with its document. */
const mayChange = (actor: Actor, thing: Thing): boolean =>
  (thing.kind === 'job' && thing.row['person_id'] === actor.personId) ||
  (thing.kind === 'import' && mayImport(actor, thing.units[0] ?? '')) ||
  CHANGES[thing.kind].some((ability) =>
    ability === 'document.write'
      ? thing.belongings.some((one) => reaches(reachOf(actor, ability), { unitIds: one.unitIds, placeIds: [] }))
      : may(actor, ability, thing),
  );

/** Rows of a sheet are asked for one by one; the sheet itself is a unit's, whatever the counties. */
const mayImport = (actor: Actor, unitId: string): boolean =>
  reachOf(actor, 'ledger.report').some((pair) => pair.units === null || pair.units.includes(unitId));

/** The rows of everything that the actor may not change, as they stand. */
export async function protectedRows(owner: Pool, things: readonly Thing[], actor: Actor): Promise<string[]> {
  const ids = things.filter((thing) => !mayChange(actor, thing)).map((thing) => thing.id);
  const parts = Object.values(ROWS)
    .flat()
    .map(([table, column]) => `select '${table} ' || t::text as row from ${table} t where ${column} = any($1)`);
  const found = await owner.query<{ row: string }>(`${parts.join(' union all ')} order by 1`, [ids]);
  return found.rows.map((one) => one.row);
}

/** Whether the pure rule allows the write on the target; a person is the target's with all that the account opens. */
export function allowsWrite(actor: Actor, write: Write, target: Target, things: readonly Thing[]): boolean {
  const ability = write.route.access as Ability;
  const pairs = reachOf(actor, ability);
  const within = (thing: Belonging) => reaches(pairs, thing);
  const thingOf = (id: string) => things.find((thing) => thing.id === id);
  if (write.needs === 'import') return mayImport(actor, target.parentId);
  if (write.needs === 'any') return pairs.length > 0;
  if (write.needs === 'own')
    return pairs.length > 0 && thingOf(write.input.params?.['id'] ?? '')?.row['person_id'] === actor.personId;
  // Kinds belong to no unit and hold everywhere: who reaches every place may change them.
  if (write.needs === 'kinds') return pairs.some((pair) => pair.places === null);
  if (write.needs === 'person') return may(actor, ability, thingOf(target.personId) as Thing);
  if (write.needs === 'unit') return within({ unitIds: [target.unitId], placeIds: [] });
  if (write.needs === 'paired') {
    const known = write.input.params?.['id'];
    const thing = known === undefined || known.length < 30 ? undefined : thingOf(known);
    return thing === undefined
      ? within({
          unitIds: [target.unitId],
          placeIds: [(write.input.body as { countyId?: string }).countyId ?? target.countyId],
        })
      : may(actor, ability, thing);
  }
  const document = thingOf(write.input.params?.['id'] ?? '');
  return document === undefined ? within({ unitIds: [target.unitId], placeIds: [] }) : may(actor, ability, document);
}
