import type { Line } from '../../core/document/reading.ts';
import type { ReachPair } from '../../core/access/reach.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';
import { documentSeen, voucherSql } from '../document/voucher-sql.ts';

/** A plan in lists; `items` counts what the reader reaches. */
export interface PlanRow {
  id: string;
  year: number;
  title: string;
  state: 'draft' | 'adopted' | 'closed';
  unitId: string;
  unitName: string;
  items: number;
  example: boolean;
}

/** An item of a plan, with its sentence, units and counties. */
export interface PlanItemRow {
  id: string;
  seq: number;
  line: Line;
  topic: string | null;
  text: string;
  speaker: string | null;
  dueOn: PlainDate | null;
  dueText: string | null;
  leadText: string[];
  supportText: string[];
  units: { id: string; name: string; part: 'lead' | 'support' }[];
  counties: { id: string; name: string }[];
  voucher: { documentId: string | null; itemId: string | null; title: string | null; quote: string } | null;
  planId: string;
  planTitle: string;
  year: number;
}

/** An item is reached by the plan's own unit and by the units that lead or support it, within its counties. */
const ITEM_REACH = {
  unit: '(p.unit_id = any({ids}) or exists (select from plan_item_unit ru where ru.plan_item_id = i.id and ru.unit_id = any({ids})))',
  places: 'select rc.county_id as place_id from plan_item_county rc where rc.plan_item_id = i.id',
};
const UNIT_NAME = '(select v.name from unit_version v where v.unit_id = p.unit_id order by v.valid_from desc limit 1)';
const itemColumns = (
  documents: readonly ReachPair[],
  params: Params,
): string => `i.id, i.seq, i.line, i.topic, i.text, i.speaker, i.due_on as "dueOn", i.due_text as "dueText", i.lead_text as "leadText",
  i.support_text as "supportText", p.id as "planId", p.title as "planTitle", p.year,
  coalesce((select json_agg(json_build_object('id', u.unit_id, 'part', u.part,
    'name', (select v.name from unit_version v where v.unit_id = u.unit_id order by v.valid_from desc limit 1)) order by u.part, u.unit_id)
    from plan_item_unit u where u.plan_item_id = i.id), '[]'::json) as units,
  coalesce((select json_agg(json_build_object('id', c.county_id, 'name', pl.name) order by c.county_id)
    from plan_item_county c join place pl on pl.id = c.county_id where c.plan_item_id = i.id), '[]'::json) as counties,
  (select ${voucherSql(documents, params, 'r.id', 'r.quote')}
    from reading_item r join document d on d.id = r.document_id where r.id = i.item_id) as voucher`;

/** Plans within reach: those of a unit within reach, and those with an item within reach. */
export async function listPlans(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: { after: [string, string] | null; limit: number },
): Promise<PlanRow[]> {
  const params = new Params();
  const where = [planReach(pairs, params), 'p.withdrawn_at is null'];
  if (ask.after !== null)
    where.push(`(p.year, p.id) < (${params.add(Number(ask.after[0]))}::int, ${params.add(ask.after[1])}::uuid)`);
  const text = `select ${planColumns(pairs, params)} from plan p where ${where.join(' and ')} order by p.year desc, p.id desc limit ${params.add(ask.limit)}`;
  return (await db.query<PlanRow>(text, params.values)).rows;
}

/** The items within reach of the reader that count towards the plan `p`. */
function planColumns(pairs: readonly ReachPair[], params: Params): string {
  return `p.id, p.year, p.title, p.state, p.unit_id as "unitId", ${UNIT_NAME} as "unitName", p.example,
    (select count(*)::int from plan_item i where i.plan_id = p.id and i.withdrawn_at is null and ${reachCondition(pairs, params, ITEM_REACH)}) as items`;
}

function planReach(pairs: readonly ReachPair[], params: Params): string {
  const own = reachCondition(pairs, params, { unit: 'p.unit_id = any({ids})', places: null });
  return `(${own} or exists (select from plan_item i where i.plan_id = p.id and i.withdrawn_at is null and ${reachCondition(pairs, params, ITEM_REACH)}))`;
}

/** One plan within reach, with the meeting and the document that it comes from where those are within reach too. */
export async function findPlan(
  db: Reader,
  pairs: readonly ReachPair[],
  id: string,
  sources: { meetings: readonly ReachPair[]; documents: readonly ReachPair[] },
): Promise<
  | (PlanRow & {
      withdrawnAt: Instant | null;
      meeting: { id: string; name: string } | null;
      document: { id: string; title: string | null } | null;
    })
  | null
> {
  const params = new Params();
  const meetings = reachCondition(sources.meetings, params, { unit: 'm.unit_id = any({ids})', places: null });
  const text = `select ${planColumns(pairs, params)}, p.withdrawn_at as "withdrawnAt",
      (select json_build_object('id', m.id, 'name', m.name) from meeting m where m.id = p.meeting_id and m.withdrawn_at is null and ${meetings}) as meeting,
      (select json_build_object('id', d.id, 'title', coalesce(d.title, d.file_name)) from document d where d.id = p.document_id and ${documentSeen(sources.documents, params)}) as document
    from plan p where p.id = ${params.add(id)} and ${planReach(pairs, params)}`;
  return (
    (
      await db.query<
        PlanRow & {
          withdrawnAt: Instant | null;
          meeting: { id: string; name: string } | null;
          document: { id: string; title: string | null } | null;
        }
      >(text, params.values)
    ).rows[0] ?? null
  );
}

/** What to list of the items of plans. */
export interface ItemAsk {
  planId?: string | undefined;
  countyId?: string | undefined;
  unitId?: string | undefined;
  lateOn?: PlainDate | undefined;
  /** Where the reader may know of documents. */
  documents: readonly ReachPair[];
  after: [string, string] | null;
  limit: number;
}

/** Items within reach: of a plan in its order, or of a county or unit, newest plan first. */
export async function listPlanItems(db: Reader, pairs: readonly ReachPair[], ask: ItemAsk): Promise<PlanItemRow[]> {
  const params = new Params();
  const where = [reachCondition(pairs, params, ITEM_REACH), 'i.withdrawn_at is null', 'p.withdrawn_at is null'];
  if (ask.planId !== undefined) where.push(`p.id = ${params.add(ask.planId)}`);
  if (ask.countyId !== undefined)
    where.push(
      `exists (select from plan_item_county c where c.plan_item_id = i.id and c.county_id = ${params.add(ask.countyId)})`,
    );
  if (ask.unitId !== undefined) {
    const unit = params.add(ask.unitId);
    where.push(
      `(p.unit_id = ${unit} or exists (select from plan_item_unit u where u.plan_item_id = i.id and u.unit_id = ${unit}))`,
    );
  }
  if (ask.lateOn !== undefined) where.push(`i.due_on < ${params.add(ask.lateOn)}::date and p.state <> 'closed'`);
  if (ask.after !== null)
    where.push(`(i.seq, i.id) > (${params.add(Number(ask.after[0]))}::int, ${params.add(ask.after[1])}::uuid)`);
  const text = `select ${itemColumns(ask.documents, params)} from plan_item i join plan p on p.id = i.plan_id where ${where.join(' and ')} order by i.seq, i.id limit ${params.add(ask.limit)}`;
  return (await db.query<PlanItemRow>(text, params.values)).rows;
}

/** Items within reach by line of work, with how many are late. */
export async function countByLine(
  db: Reader,
  pairs: readonly ReachPair[],
  today: PlainDate,
): Promise<{ line: Line; items: number; late: number }[]> {
  const params = new Params();
  const text = `select i.line, count(*)::int as items, count(*) filter (where i.due_on < ${params.add(today)}::date and p.state <> 'closed')::int as late
    from plan_item i join plan p on p.id = i.plan_id
    where i.withdrawn_at is null and p.withdrawn_at is null and ${reachCondition(pairs, params, ITEM_REACH)} group by i.line order by items desc, i.line`;
  return (await db.query<{ line: Line; items: number; late: number }>(text, params.values)).rows;
}

/** A plan's state for a decision, locked. */
export async function lockPlan(
  tx: Tx,
  id: string,
): Promise<{ unitId: string; year: number; state: PlanRow['state'] } | null> {
  const found = await tx.query<{ unitId: string; year: number; state: PlanRow['state'] }>(
    'select unit_id as "unitId", year, state from plan where id = $1 and withdrawn_at is null for no key update',
    [id],
  );
  return found.rows[0] ?? null;
}

/** Plans of a unit, to ask before a year has two. */
export async function plansOfUnit(
  db: Reader,
  unitId: string,
  year: number | null,
): Promise<{ id: string; year: number; title: string; state: PlanRow['state'] }[]> {
  const found = await db.query<{ id: string; year: number; title: string; state: PlanRow['state'] }>(
    'select id, year, title, state from plan where unit_id = $1 and withdrawn_at is null and ($2::int is null or year = $2) order by year desc, recorded_at desc limit 50',
    [unitId, year],
  );
  return found.rows;
}

/** Adds a draft plan. */
export async function insertPlan(
  tx: Tx,
  p: {
    id: string;
    unitId: string;
    year: number;
    title: string;
    documentId: string;
    meetingId: string | null;
    example: boolean;
    now: Instant;
  },
): Promise<void> {
  await tx.query(
    `insert into plan (id, unit_id, year, title, state, document_id, meeting_id, example, recorded_at) values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8)`,
    [p.id, p.unitId, p.year, p.title, p.documentId, p.meetingId, p.example, p.now],
  );
}

/** An item to be kept. */
export interface NewPlanItem {
  id: string;
  planId: string;
  line: Line;
  topic: string | null;
  text: string;
  speaker: string | null;
  dueOn: PlainDate | null;
  dueText: string | null;
  leadText: string[];
  supportText: string[];
  documentId: string;
  itemId: string;
  units: { unitId: string; part: 'lead' | 'support' }[];
  countyIds: string[];
  now: Instant;
}

/** Adds an item after those that are there, with its units and counties. */
export async function insertPlanItem(tx: Tx, i: NewPlanItem): Promise<void> {
  await tx.query(
    `insert into plan_item (id, plan_id, seq, line, topic, text, speaker, due_on, due_text, lead_text, support_text, document_id, item_id, recorded_at)
     select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6, $7::date, $8, $9::text[], $10::text[], $11::uuid, $12::uuid, $13::timestamptz from plan_item where plan_id = $2`,
    [
      i.id,
      i.planId,
      i.line,
      i.topic,
      i.text,
      i.speaker,
      i.dueOn,
      i.dueText,
      i.leadText,
      i.supportText,
      i.documentId,
      i.itemId,
      i.now,
    ],
  );
  for (const unit of i.units) {
    await tx.query('insert into plan_item_unit (plan_item_id, unit_id, part) values ($1, $2, $3)', [
      i.id,
      unit.unitId,
      unit.part,
    ]);
  }
  await tx.query('insert into plan_item_county (plan_item_id, county_id) select $1, unnest($2::text[])', [
    i.id,
    i.countyIds,
  ]);
}
