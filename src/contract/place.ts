import { z } from 'zod';
import { PLACE_LEVELS } from '../core/document/reading.ts';
import { placeId, route } from './route.ts';

/** A place in lists: its code and name of today and the names above it. */
export const place = z.object({
  id: placeId,
  code: z.string(),
  name: z.string(),
  level: z.enum(PLACE_LEVELS),
  path: z.array(z.string()),
});
/** A name and code that a place had, by the years of the yearly code tables; `to` is the year of the change. */
export const placeName = z.object({
  code: z.string().nullable(),
  name: z.string(),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  kind: z.enum(['current', 'renamed', 'merged']),
  source: z.string(),
  doubt: z.string().nullable(),
});
/** A list that a county stands on (poverty_832, key_county_160 …), with its sources and what is doubtful. */
export const placeFlag = z.object({
  flag: z.string(),
  nameInSource: z.string(),
  exitYear: z.number().int().nullable(),
  sources: z.array(z.string()),
  doubt: z.string().nullable(),
});
/** Search by name, part of a name, pinyin initials or code (also old ones); best first. */
export const searchPlaces = route({
  id: 'place.search',
  method: 'GET',
  path: '/places',
  access: 'signed_in',
  query: z.object({
    q: z.string().trim().min(1).max(60),
    level: z.enum(PLACE_LEVELS).optional(),
    within: placeId.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({ items: z.array(place.extend({ matched: z.string().nullable() })) }),
});
/** One place with its names through time, flags and the places below. */
export const readPlace = route({
  id: 'place.read',
  method: 'GET',
  path: '/places/:id',
  access: 'signed_in',
  params: z.object({ id: placeId }),
  answer: place.extend({
    names: z.array(placeName),
    flags: z.array(placeFlag),
    parent: place.nullable(),
    children: z.array(place),
  }),
});
/** The provinces. */
export const provinces = route({
  id: 'place.provinces',
  method: 'GET',
  path: '/provinces',
  access: 'signed_in',
  answer: z.object({ items: z.array(place) }),
});
