import type { AgendaType } from '../../core/document/reading.ts';
import type { ReachPair } from '../../core/access/reach.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';
import { voucherSql } from '../document/voucher-sql.ts';

/** A meeting in lists. */
export interface MeetingRow {
  id: string;
  name: string;
  heldOn: PlainDate | null;
  dateText: string | null;
  organiser: string | null;
  chair: string | null;
  agenda: number;
  unitId: string;
  unitName: string;
  example: boolean;
}

const COLUMNS = `m.id, m.name, m.held_on as "heldOn", m.date_text as "dateText", m.organiser, m.chair, m.unit_id as "unitId", m.example,
  (select v.name from unit_version v where v.unit_id = m.unit_id order by v.valid_from desc limit 1) as "unitName",
  (select count(*)::int from agenda_item a where a.meeting_id = m.id) as agenda`;
/** A meeting belongs to its unit and to no place. */
const REACH = { unit: 'm.unit_id = any({ids})', places: null };

/** Meetings within reach, newest first; meetings without a day come last. `after`: the day (or empty) and id of the last one. */
export async function listMeetings(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: { after: [string, string] | null; limit: number },
): Promise<MeetingRow[]> {
  const params = new Params();
  const where = [reachCondition(pairs, params, REACH), 'm.withdrawn_at is null'];
  const key = `coalesce(m.held_on, date '0001-01-01')`;
  if (ask.after !== null)
    where.push(`(${key}, m.id) < (${params.add(ask.after[0])}::date, ${params.add(ask.after[1])}::uuid)`);
  const text = `select ${COLUMNS} from meeting m where ${where.join(' and ')} order by ${key} desc, m.id desc limit ${params.add(ask.limit)}`;
  return (await db.query<MeetingRow>(text, params.values)).rows;
}

/** A meeting with where it stands. */
export interface MeetingFull extends MeetingRow {
  ordinal: number | null;
  chairRole: string | null;
  withdrawnAt: Instant | null;
  voucher: { documentId: string | null; itemId: string | null; title: string | null; quote: string } | null;
}

/** One meeting within reach; its source is named where `documents` reaches it. */
export async function findMeeting(
  db: Reader,
  pairs: readonly ReachPair[],
  id: string,
  documents: readonly ReachPair[],
): Promise<MeetingFull | null> {
  const params = new Params();
  const reach = reachCondition(pairs, params, REACH);
  const text = `select ${COLUMNS}, m.ordinal, m.chair_role as "chairRole", m.withdrawn_at as "withdrawnAt",
      case when d.id is null then null else ${voucherSql(documents, params, 'i.id', "coalesce(i.quote, '')")} end as voucher
    from meeting m left join document d on d.id = m.document_id left join reading_item i on i.id = m.item_id
    where m.id = ${params.add(id)} and ${reach}`;
  return (await db.query<MeetingFull>(text, params.values)).rows[0] ?? null;
}

/** An agenda item. */
export interface AgendaRow {
  id: string;
  type: AgendaType;
  title: string;
  quote: string;
  itemId: string | null;
}

/** The agenda in order. */
export async function listAgenda(db: Reader, meetingId: string): Promise<AgendaRow[]> {
  return (
    await db.query<AgendaRow>(
      'select id, type, title, quote, item_id as "itemId" from agenda_item where meeting_id = $1 order by seq',
      [meetingId],
    )
  ).rows;
}

/** Who took part, in order. */
export async function listAttendees(
  db: Reader,
  meetingId: string,
): Promise<{ category: string; who: string; itemId: string | null }[]> {
  const found = await db.query<{ category: string; who: string; itemId: string | null }>(
    'select category, who, item_id as "itemId" from meeting_attendee where meeting_id = $1 order by seq',
    [meetingId],
  );
  return found.rows;
}

/** Plans of units within reach that a meeting led to. */
export async function plansOfMeeting(
  db: Reader,
  pairs: readonly ReachPair[],
  meetingId: string,
): Promise<{ id: string; year: number; title: string }[]> {
  const params = new Params();
  const meeting = params.add(meetingId);
  const reach = reachCondition(pairs, params, { unit: 'p.unit_id = any({ids})', places: null });
  const found = await db.query<{ id: string; year: number; title: string }>(
    `select p.id, p.year, p.title from plan p where p.meeting_id = ${meeting} and p.withdrawn_at is null and ${reach} order by p.year`,
    params.values,
  );
  return found.rows;
}

/** Meetings of a unit on a day, to ask before one is recorded twice. */
export async function sameMeetings(
  db: Reader,
  unitId: string,
  name: string,
  heldOn: PlainDate | null,
): Promise<{ id: string; name: string; heldOn: PlainDate | null }[]> {
  const found = await db.query<{ id: string; name: string; heldOn: PlainDate | null }>(
    `select id, name, held_on as "heldOn" from meeting
     where unit_id = $1 and withdrawn_at is null and (held_on = $3 or (name = $2 and (held_on is null or $3::date is null))) order by recorded_at`,
    [unitId, name, heldOn],
  );
  return found.rows;
}

/** A meeting to be kept. */
export interface NewMeeting {
  id: string;
  unitId: string;
  documentId: string;
  itemId: string;
  name: string;
  ordinal: number | null;
  organiser: string | null;
  heldOn: PlainDate | null;
  dateText: string | null;
  chair: string | null;
  chairRole: string | null;
  example: boolean;
  now: Instant;
}

/** Adds a meeting. */
export async function insertMeeting(tx: Tx, m: NewMeeting): Promise<void> {
  await tx.query(
    `insert into meeting (id, unit_id, document_id, item_id, name, ordinal, organiser, held_on, date_text, chair, chair_role, example, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      m.id,
      m.unitId,
      m.documentId,
      m.itemId,
      m.name,
      m.ordinal,
      m.organiser,
      m.heldOn,
      m.dateText,
      m.chair,
      m.chairRole,
      m.example,
      m.now,
    ],
  );
}

/** Adds agenda items, numbered after those that are there. */
export async function insertAgenda(tx: Tx, meetingId: string, rows: readonly AgendaRow[]): Promise<void> {
  for (const row of rows) {
    await tx.query(
      `insert into agenda_item (id, meeting_id, seq, type, title, quote, item_id)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6 from agenda_item where meeting_id = $2`,
      [row.id, meetingId, row.type, row.title, row.quote, row.itemId],
    );
  }
}

/** Adds attendees, numbered after those that are there. */
export async function insertAttendees(
  tx: Tx,
  meetingId: string,
  rows: readonly { category: string; who: string; itemId: string | null }[],
): Promise<void> {
  for (const row of rows) {
    await tx.query(
      `insert into meeting_attendee (meeting_id, seq, category, who, item_id)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4 from meeting_attendee where meeting_id = $1`,
      [meetingId, row.category, row.who, row.itemId],
    );
  }
}
