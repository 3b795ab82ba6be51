import type { ReachPair } from '../../core/access/reach.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';
import { documentSeen } from '../document/voucher-sql.ts';

/** A line of a county's history that no other table holds. */
export interface CountyEventRow {
  id: string;
  onDay: PlainDate;
  onPrecision: 'year' | 'month' | 'day';
  kind: 'delisted' | 'visit' | 'award' | 'other';
  text: string;
  source: string;
}

/** The lines of a county within reach. */
export async function listCountyEvents(
  db: Reader,
  pairs: readonly ReachPair[],
  countyId: string,
): Promise<CountyEventRow[]> {
  const params = new Params();
  const reach = reachCondition(pairs, params, {
    unit: 'x.unit_id = any({ids})',
    places: 'select x.county_id as place_id',
  });
  const text = `select x.id, x.on_day as "onDay", x.on_precision as "onPrecision", x.kind, x.text, x.source from county_event x
    where x.county_id = ${params.add(countyId)} and x.withdrawn_at is null and ${reach} order by x.on_day limit 1000`;
  return (await db.query<CountyEventRow>(text, params.values)).rows;
}

/** Adds a line. */
export async function insertCountyEvent(
  tx: Tx,
  x: Omit<CountyEventRow, 'id'> & { id: string; countyId: string; unitId: string; by: string; now: Instant },
): Promise<void> {
  await tx.query(
    `insert into county_event (id, county_id, unit_id, on_day, on_precision, kind, text, source, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [x.id, x.countyId, x.unitId, x.onDay, x.onPrecision, x.kind, x.text, x.source, x.by, x.now],
  );
}

/** A line for a decision, locked. */
export async function lockCountyEvent(
  tx: Tx,
  id: string,
): Promise<{ countyId: string; unitId: string; withdrawn: boolean } | null> {
  const found = await tx.query<{ countyId: string; unitId: string; withdrawn: boolean }>(
    `select county_id as "countyId", unit_id as "unitId", withdrawn_at is not null as withdrawn from county_event where id = $1 for no key update`,
    [id],
  );
  return found.rows[0] ?? null;
}

/** Takes a line back. */
export async function setCountyEventWithdrawn(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.query('update county_event set withdrawn_at = $2 where id = $1', [id, now]);
}

/** A meeting as a line of a county's history. */
export interface MeetingLine {
  id: string;
  name: string;
  heldOn: PlainDate;
  title: string | null;
  documentId: string | null;
  itemId: string | null;
}

/** Meetings within reach whose tasks were set for a county; the document is named where it is within reach. */
export async function meetingsForCounty(
  db: Reader,
  pairs: readonly ReachPair[],
  countyId: string,
  documents: readonly ReachPair[],
): Promise<MeetingLine[]> {
  const params = new Params();
  const reach = reachCondition(pairs, params, { unit: 'm.unit_id = any({ids})', places: null });
  const seen = documentSeen(documents, params);
  const text = `select m.id, m.name, m.held_on as "heldOn", case when ${seen} then coalesce(d.title, d.file_name) end as title,
      case when ${seen} then d.id end as "documentId", case when ${seen} then m.item_id end as "itemId"
    from meeting m left join document d on d.id = m.document_id
    where m.withdrawn_at is null and m.held_on is not null and ${reach} and exists (
      select from plan p join plan_item i on i.plan_id = p.id join plan_item_county c on c.plan_item_id = i.id
      where p.meeting_id = m.id and i.withdrawn_at is null and c.county_id = ${params.add(countyId)})
    order by m.held_on limit 500`;
  return (await db.query<MeetingLine>(text, params.values)).rows;
}
