import { z } from 'zod';
import { actBody, day, dryRun, id, instant, line, placeId, route } from './route.ts';

/** Kinds of unit. */
export const UNIT_KINDS = ['central', 'department', 'affiliated', 'county_office', 'group', 'other'] as const;

/** A unit as it is called and stands today. */
export const unit = z.object({
  id,
  kind: z.enum(UNIT_KINDS),
  name: z.string(),
  shortName: z.string().nullable(),
  parentId: id.nullable(),
  startedOn: day.nullable(),
  endedOn: day.nullable(),
  mergedInto: id.nullable(),
  placeId: placeId.nullable(),
});
/** The units within reach, ended ones only when asked for. */
export const units = route({
  id: 'unit.list',
  method: 'GET',
  path: '/units',
  access: 'unit.read',
  query: z.object({ ended: z.stringbool().optional(), on: day.optional() }),
  answer: z.object({ items: z.array(unit) }),
});
/** The units whose work the caller may see in the ledger, or with report=true enter: never county offices, which are helped. */
export const helpingUnits = route({
  id: 'unit.helping',
  method: 'GET',
  path: '/units/helping',
  access: 'ledger.read',
  query: z.object({ report: z.stringbool().optional() }),
  answer: z.object({ items: z.array(unit) }),
});
const version = z.object({
  validFrom: day,
  name: z.string(),
  shortName: z.string().nullable(),
  parentId: id.nullable(),
  parentName: z.string().nullable(),
  reason: z.string().nullable(),
  recordedAt: instant,
});
/** One unit: its history, who holds posts in it, which counties it helps. */
export const readUnit = route({
  id: 'unit.read',
  method: 'GET',
  path: '/units/:id',
  access: 'unit.read',
  params: z.object({ id }),
  answer: unit.extend({
    parentName: z.string().nullable(),
    versions: z.array(version),
    merged: z.array(z.object({ id, name: z.string(), endedOn: day.nullable() })),
    can: z.object({ manage: z.boolean() }),
  }),
});
/** Sets up a unit. */
export const addUnit = route({
  id: 'unit.add',
  method: 'POST',
  path: '/units',
  access: 'unit.manage',
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    id,
    kind: z.enum(UNIT_KINDS),
    name: line(200),
    shortName: line(60).nullable(),
    parentId: id.nullable(),
    startedOn: day.nullable(),
    placeId: placeId.nullable(),
  }),
  answer: z.object({ id }),
});
/** Renames a unit or moves it in the tree, from a day on; what it was before stays. */
export const changeUnit = route({
  id: 'unit.change',
  method: 'POST',
  path: '/units/:id/versions',
  access: 'unit.manage',
  params: z.object({ id }),
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    validFrom: day,
    name: line(200),
    shortName: line(60).nullable(),
    parentId: id.nullable(),
    reason: line(300).nullable(),
  }),
  answer: z.object({ id }),
});
/** Ends a unit; with `into`, its work goes to that unit from the next day. */
export const endUnit = route({
  id: 'unit.end',
  method: 'POST',
  path: '/units/:id/end',
  access: 'unit.manage',
  params: z.object({ id }),
  query: z.object(dryRun),
  body: z.object({ ...actBody, endedOn: day, into: id.nullable() }),
  answer: z.object({ id }),
});
