import { z } from 'zod';
import { actBody, day, dryRun, id, instant, line, placeId, route } from './route.ts';
import { place, placeFlag, placeName } from './place.ts';

/** How exactly a day is known. */
export const precision = z.enum(['year', 'month', 'day', 'unknown']);
/** Kinds of posting. */
export const POSTING_KINDS = ['county_post', 'first_secretary', 'team_member'] as const;

/** Who helps which county, with the source of the line. */
export const pairing = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  countyId: placeId,
  countyName: z.string(),
  fromOn: day.nullable(),
  fromPrecision: precision,
  toOn: day.nullable(),
  source: z.string(),
  documentId: id.nullable(),
  itemId: id.nullable(),
  example: z.boolean(),
});
/** A posted cadre. */
export const posting = z.object({
  id,
  personId: id,
  personName: z.string(),
  unitId: id,
  unitName: z.string(),
  countyId: placeId,
  countyName: z.string(),
  placeId: placeId.nullable(),
  placeName: z.string().nullable(),
  kind: z.enum(POSTING_KINDS),
  title: z.string(),
  fromOn: day,
  dueOn: day.nullable(),
  toOn: day.nullable(),
  paper: z.string().nullable(),
  successorId: id.nullable(),
  successorName: z.string().nullable(),
  handover: z.string().nullable(),
  example: z.boolean(),
  can: z.object({ handOver: z.boolean() }),
});
/** The pairings within reach. */
export const pairings = route({
  id: 'pairing.list',
  method: 'GET',
  path: '/pairings',
  access: 'pairing.read',
  query: z.object({ unitId: id.optional(), ended: z.stringbool().optional() }),
  answer: z.object({
    items: z.array(pairing.extend({ openPostings: z.number().int() })),
    can: z.object({ manage: z.boolean() }),
  }),
});
/** Records a pairing. */
export const addPairing = route({
  id: 'pairing.add',
  method: 'POST',
  path: '/pairings',
  access: 'pairing.manage',
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    id,
    unitId: id,
    countyId: placeId,
    fromOn: day.nullable(),
    fromPrecision: precision,
    source: line(500),
  }),
  answer: z.object({ id }),
});
/** Ends a pairing. */
export const endPairing = route({
  id: 'pairing.end',
  method: 'POST',
  path: '/pairings/:id/end',
  access: 'pairing.manage',
  params: z.object({ id }),
  query: z.object(dryRun),
  body: z.object({ ...actBody, toOn: day }),
  answer: z.object({ id }),
});
/** Posts a cadre: a person already known, or a new one by name. */
export const addPosting = route({
  id: 'posting.add',
  method: 'POST',
  path: '/postings',
  access: 'pairing.manage',
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    id,
    personId: id,
    personName: line(60).nullable(),
    unitId: id,
    countyId: placeId,
    placeId: placeId.nullable(),
    kind: z.enum(POSTING_KINDS),
    title: line(100),
    fromOn: day,
    dueOn: day.nullable(),
    paper: line(100).nullable(),
  }),
  answer: z.object({ id }),
});
/** The postings within reach: of a person, or open ones whose term ends by a day. */
export const postings = route({
  id: 'posting.list',
  method: 'GET',
  path: '/postings',
  access: 'pairing.read',
  query: z.object({ personId: id.optional(), endingBy: day.optional() }),
  answer: z.object({ items: z.array(posting) }),
});
/** Ends a posting: the last day, who takes over, what was handed over. */
export const handOver = route({
  id: 'posting.hand_over',
  method: 'POST',
  path: '/postings/:id/hand-over',
  access: 'pairing.manage',
  params: z.object({ id }),
  query: z.object(dryRun),
  body: z.object({ ...actBody, toOn: day, successorId: id.nullable(), handover: line(2000).nullable() }),
  answer: z.object({ id }),
});

/** One line of a county's history, with where it stands. */
export const timelineLine = z.object({
  on: day.nullable(),
  precision,
  kind: z.enum([
    'paired',
    'pairing_ended',
    'delisted',
    'renamed',
    'flag',
    'posted',
    'handed_over',
    'meeting',
    'visit',
    'award',
    'other',
  ]),
  text: z.string(),
  source: z.string(),
  documentId: id.nullable(),
  itemId: id.nullable(),
  eventId: id.nullable(),
  meetingId: id.nullable(),
  params: z.record(z.string(), z.string()),
});
const countyCard = z.object({
  place,
  pairings: z.array(pairing),
  openPostings: z.number().int(),
  facts: z.number().int(),
  tasks: z.number().int(),
});
/** The counties within reach that somebody helps. */
export const counties = route({
  id: 'county.list',
  method: 'GET',
  path: '/counties',
  access: 'county.read',
  answer: z.object({ items: z.array(countyCard) }),
});
/** One county: who helps it since when, who is posted there, its history. */
export const readCounty = route({
  id: 'county.read',
  method: 'GET',
  path: '/counties/:id',
  access: 'county.read',
  params: z.object({ id: placeId }),
  answer: z.object({
    place,
    names: z.array(placeName),
    flags: z.array(placeFlag),
    pairings: z.array(pairing),
    postings: z.array(posting),
    timeline: z.array(timelineLine),
    can: z.object({ addEvent: z.boolean(), manage: z.boolean() }),
    asOf: instant,
  }),
});
/** Adds a line to a county's history. */
export const addCountyEvent = route({
  id: 'county.add_event',
  method: 'POST',
  path: '/counties/:id/events',
  access: 'county.write',
  params: z.object({ id: placeId }),
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    id,
    unitId: id,
    onDay: day,
    onPrecision: z.enum(['year', 'month', 'day']),
    kind: z.enum(['delisted', 'visit', 'award', 'other']),
    text: line(500),
    source: line(500),
  }),
  answer: z.object({ id }),
});
/** Takes a line back: it stays in the log. */
export const withdrawCountyEvent = route({
  id: 'county.withdraw_event',
  method: 'POST',
  path: '/county-events/:id/withdraw',
  access: 'county.write',
  params: z.object({ id }),
  body: z.object({ ...actBody }),
  answer: z.object({ id }),
});
