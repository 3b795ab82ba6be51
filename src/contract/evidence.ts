import { z } from 'zod';
import { ENTRY_STATES } from '../core/ledger/entry.ts';
import { EVIDENCE_KINDS } from '../core/ledger/evidence.ts';
import { actBody, id, instant, placeId, route } from './route.ts';

const demand = z.string().regex(/^[a-z][a-z0-9_]{0,49}$/, { message: 'input.invalid' });
const bilingual = z.object({ zh: z.string(), en: z.string() });

/** A file that proves entries, as it was brought. */
export const evidence = z.object({
  id,
  countyId: placeId,
  unitId: id,
  unitName: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  /** What a browser may show of it; null: only to be downloaded. */
  shown: z.enum(['image', 'pdf']).nullable(),
  /** Bytes. */
  size: z.number().int(),
  /** SHA-256, 64 hexadecimal digits. */
  digest: z.string(),
  /** Moment in the photo's own data as the camera wrote it, without a zone: `2021-06-04 15:30:12`. */
  takenAt: z.string().nullable(),
  broughtBy: z.string(),
  broughtAt: instant,
});
/** A file as screens have it. */
export type Evidence = z.infer<typeof evidence>;

/** An entry that a file proves. */
export const evidenceUse = z.object({
  entryId: id,
  countyId: placeId,
  countyName: z.string(),
  number: z.string().nullable(),
  state: z.enum(ENTRY_STATES),
  kind: z.string(),
  kindName: bilingual,
  occurredOn: z.string(),
  unitName: z.string(),
  demand: z.string(),
});
/** An entry that a file proves, as screens have it. */
export type EvidenceUse = z.infer<typeof evidenceUse>;

/** Where the same is used too: the very file, or a photo that looks the same. */
export const otherUse = evidenceUse.extend({ evidenceId: id, same: z.enum(['file', 'photo']) });

/** Brings a file: multipart with actId, countyId, unitId and file. The same file again in a county and unit leads to the earlier one. */
export const addEvidence = route({
  id: 'evidence.add',
  method: 'POST',
  path: '/evidence',
  access: 'ledger.report',
  body: z.object({ ...actBody, countyId: placeId, unitId: id, file: z.unknown() }),
  upload: 'multipart',
  answer: z.object({ again: z.boolean(), evidence }),
});
/** One file: what it is, what it proves, and where the same file or photo is used too. */
export const readEvidence = route({
  id: 'evidence.read',
  method: 'GET',
  path: '/evidence/:countyId/:id',
  access: 'ledger.read',
  params: z.object({ countyId: placeId, id }),
  answer: evidence.extend({
    proves: z.array(evidenceUse),
    elsewhere: z.array(otherUse),
    /** Other entries out of reach that use the same: only how many. */
    hidden: z.number().int(),
  }),
});
/** The files of one entry. */
export const entryEvidence = route({
  id: 'evidence.list',
  method: 'GET',
  path: '/entries/:countyId/:id/evidence',
  access: 'ledger.read',
  params: z.object({ countyId: placeId, id }),
  answer: z.object({
    items: z.array(
      evidence.extend({
        demand: z.string(),
        addedAt: instant,
        /** Other entries that the same file or photo is used for, within reach or not. */
        others: z.number().int(),
      }),
    ),
    can: z.object({ link: z.boolean() }),
  }),
});
/** The original: pictures and PDF shown in place, everything else (and all with download=true) as a download. */
export const evidenceFile = route({
  id: 'evidence.file',
  method: 'GET',
  path: '/evidence/:countyId/:id/file',
  access: 'ledger.read',
  params: z.object({ countyId: placeId, id }),
  query: z.object({ download: z.stringbool().optional() }),
  download: true,
  answer: z.object({}),
});
/** Ties a file to an entry under one of the demands of its kind, or `other`. Again with another demand: changes it. */
export const linkEvidence = route({
  id: 'evidence.link',
  method: 'POST',
  path: '/evidence/:countyId/:id/link',
  access: 'ledger.report',
  params: z.object({ countyId: placeId, id }),
  body: z.object({ ...actBody, entryId: id, demand }),
  answer: z.object({ id }),
});
/** Takes a file off an entry that is not posted. */
export const unlinkEvidence = route({
  id: 'evidence.unlink',
  method: 'POST',
  path: '/evidence/:countyId/:id/unlink',
  access: 'ledger.report',
  params: z.object({ countyId: placeId, id }),
  body: z.object({ ...actBody, entryId: id }),
  answer: z.object({ id }),
});
