import { z } from 'zod';
import { AGENDA_TYPES, LINES, PLACE_LEVELS } from '../core/document/reading.ts';
import { actBody, day, id, instant, line, listOf, paging, placeId, route } from './route.ts';

/** Kinds of things read from a document. */
export const ITEM_KINDS = ['meeting', 'attendee', 'agenda', 'fact', 'place', 'task', 'pairing'] as const;
/** A kind of thing read. */
export type ItemKind = (typeof ITEM_KINDS)[number];

const text = (max: number) => z.string().trim().max(max, { message: 'input.too_long' });
const decimal = z.string().regex(/^-?\d{1,24}(\.\d{1,12})?$/, { message: 'input.invalid' });

/** What each kind of item says; the same shapes are stored, corrected on the screen and checked at the door. */
export const ITEM_VALUES = {
  meeting: z.object({
    name: line(300),
    ordinal: z.number().int().min(1).max(999).nullable(),
    organiser: text(200).nullable(),
    date: day.nullable(),
    dateText: text(100).nullable(),
    chair: text(100).nullable(),
    chairRole: text(200).nullable(),
  }),
  attendee: z.object({ category: line(20), text: line(1000) }),
  agenda: z.object({ type: z.enum(AGENDA_TYPES), title: line(500) }),
  fact: z.object({
    value: line(40),
    unit: text(40),
    exact: decimal,
    plainUnit: text(40),
    approx: z.enum(['about', 'over', 'under', 'at_least', 'at_most']).nullable(),
    approxText: text(20).nullable(),
    // Empty where the text does not say it clearly; a person fills it in.
    what: text(300),
    when: text(100).nullable(),
    from: day.nullable(),
    to: day.nullable(),
    where: z.array(text(60)).max(50),
    placeIds: z.array(placeId).max(50),
    planned: z.boolean(),
  }),
  place: z.object({
    placeId,
    name: line(60),
    code: z.string().max(12),
    level: z.enum(PLACE_LEVELS),
    printed: text(60),
  }),
  task: z.object({
    line: z.enum(LINES),
    topic: text(60).nullable(),
    text: line(4000),
    speaker: text(60).nullable(),
    lead: z.array(text(100)).max(30),
    support: z.array(text(100)).max(50),
    due: day.nullable(),
    dueText: text(60).nullable(),
    units: z.array(z.object({ unitId: id, part: z.enum(['lead', 'support']) })).max(80),
    countyIds: z.array(placeId).max(100),
  }),
  pairing: z.object({
    countyId: placeId,
    countyName: line(60),
    fromOn: day.nullable(),
    fromPrecision: z.enum(['year', 'month', 'day', 'unknown']),
  }),
} as const satisfies Record<ItemKind, z.ZodObject>;
/** The value of an item of a kind. */
export type ItemValue<K extends ItemKind> = z.output<(typeof ITEM_VALUES)[K]>;
const itemBase = {
  id,
  seq: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
  doubts: z.array(z.string()),
  state: z.enum(['pending', 'accepted', 'rejected']),
  added: z.boolean(),
  corrected: z.boolean(),
};
const itemOf = <K extends ItemKind>(kind: K) =>
  z.object({ ...itemBase, kind: z.literal(kind), value: ITEM_VALUES[kind] });
/** One thing read, with its sentence and what the reviewer says of it. */
export const item = z.discriminatedUnion('kind', [
  itemOf('meeting'),
  itemOf('attendee'),
  itemOf('agenda'),
  itemOf('fact'),
  itemOf('place'),
  itemOf('task'),
  itemOf('pairing'),
]);
/** One thing read. */
export type Item = z.output<typeof item>;
const documentRow = z.object({
  id,
  title: z.string().nullable(),
  fileName: z.string(),
  format: z.enum(['md', 'html', 'txt', 'docx', 'pdf']),
  publishedOn: day.nullable(),
  origin: z.string().nullable(),
  state: z.enum(['review', 'accepted', 'withdrawn']),
  unitId: id,
  unitName: z.string(),
  broughtBy: z.string(),
  broughtAt: instant,
  items: z.number().int(),
  pending: z.number().int(),
  example: z.boolean(),
});
/** The documents within reach, newest first. */
export const documents = route({
  id: 'document.list',
  method: 'GET',
  path: '/documents',
  access: 'document.read',
  query: z.object({
    state: z.enum(['review', 'accepted', 'withdrawn']).optional(),
    q: z.string().trim().max(60).optional(),
    ...paging,
  }),
  answer: listOf(documentRow).extend({ can: z.object({ bring: z.boolean() }) }),
});
const brought = z.object({ id, again: z.boolean() });
/** Brings a file in and reads it. Fields: `actId`, `unitId` (may be empty: the person's own), `file`. The same file again leads to its reading. */
export const bringDocument = route({
  id: 'document.bring',
  method: 'POST',
  path: '/documents',
  access: 'document.write',
  body: z.object({ ...actBody, unitId: id.optional(), file: z.unknown() }),
  upload: 'multipart',
  answer: brought,
});
/** Brings pasted text or HTML in. */
export const pasteDocument = route({
  id: 'document.paste',
  method: 'POST',
  path: '/documents/paste',
  access: 'document.write',
  body: z.object({
    ...actBody,
    unitId: id.nullable(),
    title: text(200).nullable(),
    text: z.string().min(1, { message: 'file.empty' }).max(2_000_000, { message: 'file.too_large' }),
  }),
  answer: brought,
});
const block = z.object({
  kind: z.enum(['heading', 'paragraph', 'item', 'cell', 'image', 'chrome']),
  start: z.number().int(),
  end: z.number().int(),
  level: z.number().int().optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  alt: z.string().optional(),
  table: z
    .object({
      table: z.number().int(),
      row: z.number().int(),
      column: z.number().int(),
      columnSpan: z.number().int(),
      rowSpan: z.number().int(),
    })
    .optional(),
});
const warning = z.object({
  code: z.string(),
  detail: z.string(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
});
/** What the reads of one document share. */
const asked = { method: 'GET', access: 'document.read', params: z.object({ id }) } as const;
/** One document: its text in its own layout, what was read from it, and what it became. */
export const readDocument = route({
  id: 'document.read',
  path: '/documents/:id',
  ...asked,
  answer: documentRow.extend({
    text: z.string(),
    blocks: z.array(block),
    marks: z.array(
      z.object({ kind: z.enum(['bold', 'italic', 'underline']), start: z.number().int(), end: z.number().int() }),
    ),
    list: z.array(item),
    warnings: z.array(warning),
    rulesVersion: z.string(),
    became: z
      .object({
        meetingId: id.nullable(),
        planId: id.nullable(),
        planYear: z.number().int().nullable(),
        facts: z.number().int(),
        pairings: z.number().int(),
      })
      .nullable(),
    proposes: z.object({
      planYear: z.number().int().nullable(),
      planTitle: z.string().nullable(),
      drafts: z.array(z.object({ id, year: z.number().int(), title: z.string() })),
      meetings: z.array(z.object({ id, name: z.string(), heldOn: day.nullable() })),
    }),
    can: z.object({
      review: z.boolean(),
      accept: z.boolean(),
      withdraw: z.boolean(),
      discard: z.boolean(),
      reopen: z.boolean(),
    }),
  }),
});
/** What the writes on one document share. */
const written = { method: 'POST', access: 'document.write', params: z.object({ id }) } as const;
const change = z.discriminatedUnion('do', [
  z.object({ do: z.literal('accept'), items: z.array(id).min(1).max(5000) }),
  z.object({ do: z.literal('reject'), items: z.array(id).min(1).max(5000) }),
  z.object({ do: z.literal('reopen'), items: z.array(id).min(1).max(5000) }),
  z.object({ do: z.literal('correct'), item: id, value: z.unknown() }),
  z.object({
    do: z.literal('add'),
    id,
    kind: z.enum(ITEM_KINDS),
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    value: z.unknown(),
  }),
]);
/** One step of a review: accept, reject, reopen, correct or add items. */
export const reviewDocument = route({
  id: 'document.review',
  path: '/documents/:id/review',
  ...written,
  body: z.object({ ...actBody, change }),
  answer: z.object({ items: z.array(item), pending: z.number().int() }),
});
/** One step of a review. */
export type ReviewChange = z.output<typeof change>;
/**
 * Makes of the accepted items the meeting, the draft plan with its items, the pairings and the filed facts, in one act.
 * `plan.into` adds the items to an existing draft; nothing is merged without being asked for.
 */
export const acceptDocument = route({
  id: 'document.accept',
  path: '/documents/:id/accept',
  ...written,
  query: z.object({ dryRun: z.stringbool().optional() }),
  body: z.object({
    ...actBody,
    plan: z.union([
      z.object({ new: z.object({ year: z.number().int().min(1980).max(2100), title: line(300) }) }),
      z.object({ into: id }),
      z.null(),
    ]),
    meeting: z.union([z.literal('new'), z.object({ same: id })]),
  }),
  answer: z.object({
    meetingId: id.nullable(),
    planId: id.nullable(),
    counts: z.object({
      agenda: z.number().int(),
      tasks: z.number().int(),
      facts: z.number().int(),
      pairings: z.number().int(),
    }),
  }),
});
/** Takes an acceptance back by a further act: what it made is marked withdrawn, the review is open again. */
export const withdrawDocument = route({
  id: 'document.withdraw',
  path: '/documents/:id/withdraw',
  ...written,
  body: z.object({ ...actBody, reason: line(300) }),
  answer: z.object({ id }),
});
/** Sets a document in review aside (brought in by mistake, of no use); its reading stays and it can be reopened. */
export const discardDocument = route({
  id: 'document.discard',
  path: '/documents/:id/discard',
  ...written,
  body: z.object({ ...actBody, reason: line(300) }),
  answer: z.object({ id }),
});
/** Takes up the review of a document that was set aside. */
export const reopenDocument = route({
  id: 'document.reopen',
  path: '/documents/:id/reopen',
  ...written,
  body: z.object({ ...actBody }),
  answer: z.object({ id }),
});
/** The original bytes, always as a download. */
export const documentFile = route({
  id: 'document.file',
  path: '/documents/:id/file',
  ...asked,
  download: true,
  answer: z.unknown(),
});
