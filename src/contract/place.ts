import { z } from 'zod';
import { PLACE_LEVELS } from '../core/document/reading.ts';
import { day, placeId, route } from './route.ts';

/** A place in lists: its code and name of today and the names above it. */
export const place = z.object({
  id: placeId, code: z.string(), name: z.string(), level: z.enum(PLACE_LEVELS), path: z.array(z.string()),
});
/** Search by name, part of a name, pinyin initials or code (also old ones); best first. */
export const searchPlaces = route({
  id: 'place.search', method: 'GET', path: '/places', access: 'signed_in',
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
  id: 'place.read', method: 'GET', path: '/places/:id', access: 'signed_in', params: z.object({ id: placeId }),
  answer: place.extend({
    names: z.array(z.object({ code: z.string(), name: z.string(), from: day.nullable(), to: day.nullable(), source: z.string().nullable() })),
    flags: z.array(z.object({ flag: z.string(), year: z.number().int().nullable(), source: z.string(), doubt: z.string().nullable() })),
    parent: place.nullable(),
    children: z.array(place),
  }),
});
/** The provinces. */
export const provinces = route({
  id: 'place.provinces', method: 'GET', path: '/provinces', access: 'signed_in', answer: z.object({ items: z.array(place) }),
});
