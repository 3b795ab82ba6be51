import { mayAnywhere, reachOf, type Actor } from '../../core/access/reach.ts';
import { addDays, dayOf } from '../../core/kernel/plain-date.ts';
import { countDocuments, listDocuments } from '../../storage/document/document.ts';
import { listMeetings } from '../../storage/meeting/meeting.ts';
import { countEnding } from '../../storage/pairing/posting.ts';
import { countByLine, listPlanItems, listPlans } from '../../storage/plan/plan.ts';
import type { House } from '../house.ts';
import { readCounties } from './counties.ts';

/** Days before the end of a posting when it is shown on the first page. A default of ours (domain: alert 90 days before). */
const ENDING_DAYS = 90;

/** The first page: what waits for me, what is late, where things stand. */
export async function readHome(house: House, actor: Actor) {
  const today = dayOf(house.clock());
  const [plans, documents] = [reachOf(actor, 'plan.read'), reachOf(actor, 'document.read')];
  const waiting = await listDocuments(house.app, reachOf(actor, 'document.write'), {
    state: 'review',
    after: null,
    limit: 20,
  });
  const late = await listPlanItems(house.app, plans, { lateOn: today, documents, after: null, limit: 20 });
  const lines = await countByLine(house.app, plans, today);
  const counties = mayAnywhere(actor, 'county.read') ? (await readCounties(house, actor)).items : [];
  const [meeting] = await listMeetings(house.app, reachOf(actor, 'meeting.read'), { after: null, limit: 1 });
  const [plan] = await listPlans(house.app, plans, { after: null, limit: 1 });
  return {
    waitingCount: await countDocuments(house.app, reachOf(actor, 'document.write'), 'review'),
    lateCount: lines.reduce((sum, line) => sum + line.late, 0),
    empty: waiting.length === 0 && plan === undefined && meeting === undefined && counties.length === 0,
    waiting: waiting.map(({ id, title, fileName, pending, items, broughtAt }) => ({
      id,
      title,
      fileName,
      pending,
      items,
      broughtAt,
    })),
    late,
    lines,
    counties: counties.map((one) => ({
      id: one.place.id,
      name: one.place.name,
      tasks: one.tasks,
      facts: one.facts,
      postings: one.openPostings,
    })),
    meeting: meeting ?? null,
    plan: plan ?? null,
    endingPostings: await countEnding(house.app, reachOf(actor, 'pairing.read'), addDays(today, ENDING_DAYS)),
  };
}
