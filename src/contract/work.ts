import { z } from 'zod';
import { ROLES } from '../core/access/role.ts';
import { AGENDA_TYPES, LINES } from '../core/document/reading.ts';
import { day, id, instant, listOf, paging, placeId, route } from './route.ts';

/** Where a thing stands: its own sentence; the document and the place in it only for who reaches the document. */
export const voucher = z.object({
  documentId: id.nullable(),
  itemId: id.nullable(),
  title: z.string().nullable(),
  quote: z.string(),
});

const meetingRow = z.object({
  id,
  name: z.string(),
  heldOn: day.nullable(),
  dateText: z.string().nullable(),
  organiser: z.string().nullable(),
  chair: z.string().nullable(),
  agenda: z.number().int(),
  unitId: id,
  unitName: z.string(),
  example: z.boolean(),
});
/** The meetings within reach, newest first. */
export const meetings = route({
  id: 'meeting.list',
  method: 'GET',
  path: '/meetings',
  access: 'meeting.read',
  query: z.object({ ...paging }),
  answer: listOf(meetingRow),
});
/** One meeting with its agenda, who took part, and what came of it. */
export const readMeeting = route({
  id: 'meeting.read',
  method: 'GET',
  path: '/meetings/:id',
  access: 'meeting.read',
  params: z.object({ id }),
  answer: meetingRow.extend({
    ordinal: z.number().int().nullable(),
    chairRole: z.string().nullable(),
    withdrawnAt: instant.nullable(),
    voucher: voucher.nullable(),
    items: z.array(
      z.object({ id, type: z.enum(AGENDA_TYPES), title: z.string(), quote: z.string(), itemId: id.nullable() }),
    ),
    attendees: z.array(z.object({ category: z.string(), who: z.string(), itemId: id.nullable() })),
    plans: z.array(z.object({ id, year: z.number().int(), title: z.string() })),
  }),
});

const planRow = z.object({
  id,
  year: z.number().int(),
  title: z.string(),
  state: z.enum(['draft', 'adopted', 'closed']),
  unitId: id,
  unitName: z.string(),
  items: z.number().int(),
  example: z.boolean(),
});
/** The plans within reach, newest year first. */
export const plans = route({
  id: 'plan.list',
  method: 'GET',
  path: '/plans',
  access: 'plan.read',
  query: z.object({ ...paging }),
  answer: listOf(planRow),
});
/** An item of a plan with its sentence, units and counties. */
export const planItem = z.object({
  id,
  seq: z.number().int(),
  line: z.enum(LINES),
  topic: z.string().nullable(),
  text: z.string(),
  speaker: z.string().nullable(),
  dueOn: day.nullable(),
  dueText: z.string().nullable(),
  leadText: z.array(z.string()),
  supportText: z.array(z.string()),
  units: z.array(z.object({ id, name: z.string(), part: z.enum(['lead', 'support']) })),
  counties: z.array(z.object({ id: placeId, name: z.string() })),
  voucher: voucher.nullable(),
});
/** One plan with the items that the reader reaches, in order. */
export const readPlan = route({
  id: 'plan.read',
  method: 'GET',
  path: '/plans/:id',
  access: 'plan.read',
  params: z.object({ id }),
  answer: planRow.extend({
    list: z.array(planItem),
    meeting: z.object({ id, name: z.string() }).nullable(),
    document: z.object({ id, title: z.string().nullable() }).nullable(),
    withdrawnAt: instant.nullable(),
  }),
});
/** Items of all plans within reach that are for a county or a unit. */
export const planItems = route({
  id: 'plan.items',
  method: 'GET',
  path: '/plan-items',
  access: 'plan.read',
  query: z.object({ countyId: placeId.optional(), unitId: id.optional(), ...paging }),
  answer: listOf(planItem.extend({ planId: id, planTitle: z.string(), year: z.number().int() })),
});

/** A figure that a document states, as filed. */
export const fact = z.object({
  id,
  value: z.string(),
  unit: z.string(),
  exact: z.string(),
  plainUnit: z.string(),
  approx: z.enum(['about', 'over', 'under', 'at_least', 'at_most']).nullable(),
  approxText: z.string().nullable(),
  what: z.string(),
  when: z.string().nullable(),
  from: day.nullable(),
  to: day.nullable(),
  planned: z.boolean(),
  places: z.array(z.object({ id: placeId, name: z.string() })),
  unitId: id,
  unitName: z.string(),
  voucher,
});
/** The filed facts within reach: of a county, of a unit, of a document. */
export const facts = route({
  id: 'fact.list',
  method: 'GET',
  path: '/facts',
  access: 'fact.read',
  query: z.object({ countyId: placeId.optional(), unitId: id.optional(), documentId: id.optional(), ...paging }),
  answer: listOf(fact),
});

/** The first page: what waits, what is late, where things stand. */
export const home = route({
  id: 'home.read',
  method: 'GET',
  path: '/home',
  access: 'signed_in',
  answer: z.object({
    empty: z.boolean(),
    waitingCount: z.number().int(),
    lateCount: z.number().int(),
    waiting: z.array(
      z.object({
        id,
        title: z.string().nullable(),
        fileName: z.string(),
        pending: z.number().int(),
        items: z.number().int(),
        broughtAt: instant,
      }),
    ),
    late: z.array(planItem.extend({ planId: id, planTitle: z.string(), year: z.number().int() })),
    lines: z.array(z.object({ line: z.enum(LINES), items: z.number().int(), late: z.number().int() })),
    counties: z.array(
      z.object({
        id: placeId,
        name: z.string(),
        tasks: z.number().int(),
        facts: z.number().int(),
        postings: z.number().int(),
      }),
    ),
    meeting: meetingRow.nullable(),
    plan: planRow.nullable(),
    endingPostings: z.number().int(),
  }),
});

/** The log of acts, newest first. */
export const actLog = route({
  id: 'log.list',
  method: 'GET',
  path: '/log',
  access: 'log.read',
  query: z.object({ act: z.string().max(60).optional(), ...paging }),
  answer: listOf(
    z.object({
      id,
      act: z.string(),
      person: z.string().nullable(),
      role: z.enum(ROLES).nullable(),
      post: z.string().nullable(),
      postUnit: z.string().nullable(),
      countyName: z.string().nullable(),
      note: z.string().nullable(),
      subjectName: z.string().nullable(),
      at: instant,
      subjectKind: z.string().nullable(),
      subjectId: z.string().nullable(),
      countyId: z.string(),
      sealed: z.boolean(),
    }),
  ),
});

/** Walks the sealed chains of the log and names every break. */
export const verifyLog = route({
  id: 'log.verify',
  method: 'GET',
  path: '/log/chain',
  access: 'log.read',
  answer: z.object({
    links: z.number().int(),
    breaks: z.array(
      z.object({
        countyId: z.string(),
        seq: z.string(),
        actId: id.nullable(),
        kind: z.enum(['changed', 'missing', 'gap', 'late', 'anchor']),
      }),
    ),
  }),
});
