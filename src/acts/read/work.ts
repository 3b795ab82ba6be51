import { reachOf, type Actor } from '../../core/access/reach.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { listFacts } from '../../storage/fact/fact.ts';
import { findMeeting, listAgenda, listAttendees, listMeetings, plansOfMeeting } from '../../storage/meeting/meeting.ts';
import { findPlan, listPlanItems, listPlans } from '../../storage/plan/plan.ts';
import type { House } from '../house.ts';
import { cursorOf, pageOf } from '../paging.ts';

interface Paging {
  after?: string | undefined;
  limit: number;
}

/** The most items of one plan that are shown at once; no plan of the field comes near it. */
const PLAN_ITEMS = 2000;

/** Meetings within reach. */
export async function readMeetings(house: House, actor: Actor, ask: Paging) {
  const rows = await listMeetings(house.app, reachOf(actor, 'meeting.read'), {
    after: cursorOf(ask.after),
    limit: ask.limit + 1,
  });
  return pageOf(rows, ask.limit, (row) => [row.heldOn ?? '0001-01-01', row.id]);
}

/** One meeting; its source is named only to those who reach the document. */
export async function readMeeting(house: House, actor: Actor, id: string): Promise<Result<object, Problem>> {
  const meeting = await findMeeting(house.app, reachOf(actor, 'meeting.read'), id, reachOf(actor, 'document.read'));
  if (meeting === null) return refused(problem('access.missing'));
  const [items, attendees, plans] = [
    await listAgenda(house.app, id),
    await listAttendees(house.app, id),
    await plansOfMeeting(house.app, reachOf(actor, 'plan.read'), id),
  ];
  const sourceSeen = meeting.voucher?.documentId != null;
  const known = <Row extends { itemId: string | null }>(row: Row) => (sourceSeen ? row : { ...row, itemId: null });
  return ok({ ...meeting, items: items.map(known), attendees: attendees.map(known), plans });
}

/** Plans within reach. */
export async function readPlans(house: House, actor: Actor, ask: Paging) {
  const rows = await listPlans(house.app, reachOf(actor, 'plan.read'), {
    after: cursorOf(ask.after),
    limit: ask.limit + 1,
  });
  return pageOf(rows, ask.limit, (row) => [row.year, row.id]);
}

/** One plan with the items within reach. */
export async function readPlan(house: House, actor: Actor, id: string): Promise<Result<object, Problem>> {
  const pairs = reachOf(actor, 'plan.read');
  const documents = reachOf(actor, 'document.read');
  const plan = await findPlan(house.app, pairs, id, { meetings: reachOf(actor, 'meeting.read'), documents });
  if (plan === null) return refused(problem('access.missing'));
  const ask = { planId: id, documents, after: null, limit: PLAN_ITEMS };
  return ok({ ...plan, list: await listPlanItems(house.app, pairs, ask) });
}

/** Items of all plans within reach for a county or a unit. */
export async function readPlanItems(
  house: House,
  actor: Actor,
  ask: Paging & { countyId?: string | undefined; unitId?: string | undefined },
) {
  const rows = await listPlanItems(house.app, reachOf(actor, 'plan.read'), {
    ...ask,
    documents: reachOf(actor, 'document.read'),
    after: cursorOf(ask.after),
    limit: ask.limit + 1,
  });
  return pageOf(rows, ask.limit, (row) => [row.seq, row.id]);
}

/** Facts within reach. */
export async function readFacts(
  house: House,
  actor: Actor,
  ask: Paging & { countyId?: string | undefined; unitId?: string | undefined; documentId?: string | undefined },
) {
  const rows = await listFacts(house.app, reachOf(actor, 'fact.read'), {
    ...ask,
    documents: reachOf(actor, 'document.read'),
    after: cursorOf(ask.after),
    limit: ask.limit + 1,
  });
  return pageOf(rows, ask.limit, (row) => [row.recordedAt, row.id]);
}
