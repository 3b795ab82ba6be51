import type { AgendaType, Line } from '../../core/document/reading.ts';
import { documentMay } from '../../core/document/document-state.ts';
import type { PlainDate } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { lockDocument, setDocumentState } from '../../storage/document/document.ts';
import { listItems, type ItemRow } from '../../storage/document/reading-item.ts';
import { insertFact, type NewFact } from '../../storage/fact/fact.ts';
import {
  findMeeting,
  insertAgenda,
  insertAttendees,
  insertMeeting,
  sameMeetings,
} from '../../storage/meeting/meeting.ts';
import { insertPairing, openPairings } from '../../storage/pairing/pairing.ts';
import { insertPlan, insertPlanItem, lockPlan, plansOfUnit } from '../../storage/plan/plan.ts';
import { newId } from '../house.ts';
import { allow, type Act, type ActContext } from '../run-act.ts';

/** What the reviewer chose: a new plan, an existing draft, or no plan; a new meeting or one that is recorded already. */
export interface Acceptance {
  id: string;
  plan: { new: { year: number; title: string } } | { into: string } | null;
  meeting: 'new' | { same: string };
}

/** What came of it. */
export interface Accepted {
  meetingId: string | null;
  planId: string | null;
  counts: { agenda: number; tasks: number; facts: number; pairings: number };
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockDocument>>>;
interface Work {
  context: ActContext;
  document: Locked & { id: string };
  items: ItemRow[];
}

/** Makes of the accepted items the meeting, the draft plan, the pairings and the filed facts. Nothing is merged unasked. */
export const acceptDocument: Act<Acceptance, Accepted> = {
  name: 'document.accept',
  violations: {
    pairing_open_key: 'act.busy',
    fact_place_place_fk: 'place.unknown',
    plan_item_county_place_fk: 'place.unknown',
    plan_item_unit_unit_fk: 'access.missing',
  },
  async perform(context, input) {
    const { tx, actor, now } = context;
    const document = await lockDocument(tx, input.id);
    if (document === null) return refused(problem('access.missing'));
    const no = allow(context, 'document.write', { unitIds: [document.unitId], placeIds: [] }, 'document.read');
    if (no !== null) return refused(no);
    if (!documentMay(document.state, 'accept')) return refused(problem('document.not_in_review'));
    const items = (await listItems(tx, input.id)).filter((item) => item.state === 'accepted');
    if (items.length === 0) return refused(problem('document.nothing_accepted'));
    const work: Work = { context, document: { ...document, id: input.id }, items };
    const meeting = await makeMeeting(work, input.meeting);
    if (!meeting.ok) return meeting;
    const plan = await makePlan(work, input.plan, meeting.value);
    if (!plan.ok) return plan;
    const pairings = await makePairings(work);
    if (pairings === null) return refused(problem('access.forbidden'));
    const facts = await fileFacts(work);
    await setDocumentState(tx, input.id, 'accepted', actor.personId, now);
    const counts = {
      agenda: input.meeting === 'new' && meeting.value !== null ? ofKind(work, 'agenda').length : 0,
      tasks: plan.value === null ? 0 : items.filter((item) => item.kind === 'task').length,
      facts,
      pairings,
    };
    const answer = { meetingId: meeting.value, planId: plan.value, counts };
    return ok({
      answer,
      subject: { kind: 'document', id: input.id },
      before: document,
      after: { ...answer, items: items.map((item) => [item.id, item.value]) },
    });
  },
};

const ofKind = (work: Work, kind: ItemRow['kind']): ItemRow[] => work.items.filter((item) => item.kind === kind);

type Made = { ok: true; value: string | null } | { ok: false; problems: Problem[] };

async function makeMeeting(work: Work, choice: Acceptance['meeting']): Promise<Made> {
  const { context, document } = work;
  const item = ofKind(work, 'meeting')[0];
  if (item === undefined) return ok(null);
  const value = item.value as {
    name: string;
    ordinal: number | null;
    organiser: string | null;
    date: PlainDate | null;
    dateText: string | null;
    chair: string | null;
    chairRole: string | null;
  };
  const same = await sameMeetings(context.tx, document.unitId, value.name, value.date);
  if (choice !== 'new') {
    const known = await findMeeting(context.tx, [{ units: [document.unitId], places: null }], choice.same, []);
    return known === null || known.withdrawnAt !== null ? refused(problem('access.missing', 'meeting')) : ok(known.id);
  }
  const twin = same.find((one) => one.name === value.name);
  if (twin !== undefined)
    return refused(problem('meeting.exists', 'meeting', { name: twin.name, heldOn: twin.heldOn ?? '—' }));
  const id = newId();
  const { date: heldOn, ...rest } = value;
  await insertMeeting(context.tx, {
    ...rest,
    heldOn,
    id,
    unitId: document.unitId,
    documentId: document.id,
    itemId: item.id,
    example: document.example,
    now: context.now,
  });
  const agenda = ofKind(work, 'agenda').map((one) => ({
    ...(one.value as { type: AgendaType; title: string }),
    id: newId(),
    quote: one.quote,
    itemId: one.id,
  }));
  await insertAgenda(context.tx, id, agenda);
  const who = ofKind(work, 'attendee').map((one) => ({
    category: (one.value as { category: string }).category,
    who: (one.value as { text: string }).text,
    itemId: one.id,
  }));
  await insertAttendees(context.tx, id, who);
  return ok(id);
}

async function makePlan(work: Work, choice: Acceptance['plan'], meetingId: string | null): Promise<Made> {
  const { context, document } = work;
  const { tx, now } = context;
  if (choice === null) return ok(null);
  let planId: string;
  if ('into' in choice) {
    const plan = await lockPlan(tx, choice.into);
    if (plan === null || plan.unitId !== document.unitId) return refused(problem('access.missing', 'plan'));
    if (plan.state !== 'draft') return refused(problem('plan.not_draft', 'plan'));
    planId = choice.into;
  } else {
    const { year, title } = choice.new;
    const twin = (await plansOfUnit(tx, document.unitId, year)).find((plan) => plan.title === title);
    if (twin !== undefined) return refused(problem('plan.exists', 'plan', { year, title: twin.title }));
    planId = newId();
    await insertPlan(tx, {
      id: planId,
      unitId: document.unitId,
      year,
      title,
      documentId: document.id,
      meetingId,
      example: document.example,
      now,
    });
  }
  for (const item of ofKind(work, 'task')) {
    const value = item.value as TaskValue;
    await insertPlanItem(tx, {
      id: newId(),
      planId,
      line: value.line,
      topic: value.topic,
      text: value.text,
      speaker: value.speaker,
      dueOn: value.due,
      dueText: value.dueText,
      leadText: value.lead,
      supportText: value.support,
      documentId: document.id,
      itemId: item.id,
      now,
      countyIds: [...new Set(value.countyIds)],
      units: [...new Map(value.units.map((unit) => [unit.unitId, unit])).values()],
    });
  }
  return ok(planId);
}

interface TaskValue {
  line: Line;
  topic: string | null;
  text: string;
  speaker: string | null;
  lead: string[];
  support: string[];
  due: PlainDate | null;
  dueText: string | null;
  units: { unitId: string; part: 'lead' | 'support' }[];
  countyIds: string[];
}

/** Pairings that are open already are left as they are; null: the actor may not make one. */
async function makePairings(work: Work): Promise<number | null> {
  const { context, document } = work;
  const open = new Set((await openPairings(context.tx, document.unitId)).map((pairing) => pairing.countyId));
  let made = 0;
  for (const item of ofKind(work, 'pairing')) {
    const value = item.value as {
      countyId: string;
      fromOn: PlainDate | null;
      fromPrecision: 'year' | 'month' | 'day' | 'unknown';
    };
    if (open.has(value.countyId)) continue;
    const belonging = { unitIds: [document.unitId], placeIds: [value.countyId] };
    if (allow(context, 'pairing.manage', belonging) !== null) return null;
    open.add(value.countyId);
    made += 1;
    const { countyId, fromOn, fromPrecision } = value;
    await insertPairing(context.tx, {
      id: newId(),
      unitId: document.unitId,
      countyId,
      fromOn,
      fromPrecision,
      source: document.title ?? document.fileName,
      documentId: document.id,
      itemId: item.id,
      example: document.example,
      now: context.now,
    });
  }
  return made;
}

async function fileFacts(work: Work): Promise<number> {
  const { context, document } = work;
  const facts = ofKind(work, 'fact');
  for (const item of facts) {
    const value = item.value as Omit<NewFact, 'id' | 'unitId' | 'documentId' | 'itemId' | 'quote' | 'now'>;
    await insertFact(context.tx, {
      ...value,
      placeIds: [...new Set(value.placeIds)],
      id: newId(),
      unitId: document.unitId,
      documentId: document.id,
      itemId: item.id,
      quote: item.quote,
      now: context.now,
    });
  }
  return facts.length;
}
