/** What a file of evidence can be; a demand of a kind says which it accepts. */
export const EVIDENCE_KINDS = ['photo', 'pdf', 'office', 'invoice'] as const;
/** photo 照片 | pdf | office Word, Excel, PowerPoint | invoice 电子发票 (OFD or XML). */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What a media type means here: its kind, and what a browser may show in the page; null: it is only downloaded. */
interface EvidenceType {
  kind: EvidenceKind;
  shown: 'image' | 'pdf' | null;
}

/** The only media types that evidence has; told by content, never by the sender. */
export const EVIDENCE_TYPES = {
  'image/jpeg': { kind: 'photo', shown: 'image' },
  'image/png': { kind: 'photo', shown: 'image' },
  'image/webp': { kind: 'photo', shown: 'image' },
  'image/heic': { kind: 'photo', shown: null },
  'application/pdf': { kind: 'pdf', shown: 'pdf' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { kind: 'office', shown: null },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { kind: 'office', shown: null },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { kind: 'office', shown: null },
  'application/ofd': { kind: 'invoice', shown: null },
  'application/xml': { kind: 'invoice', shown: null },
} as const satisfies Record<string, EvidenceType>;
/** A media type of evidence. */
export type EvidenceMediaType = keyof typeof EVIDENCE_TYPES;

/** The kind of a media type; what is no type of ours counts as an office file. */
export const kindOfMediaType = (mediaType: string): EvidenceKind => typeOf(mediaType)?.kind ?? 'office';

/** What a browser may show of a media type in the page. */
export const shownOfMediaType = (mediaType: string): 'image' | 'pdf' | null => typeOf(mediaType)?.shown ?? null;

const typeOf = (mediaType: string): EvidenceType | undefined =>
  (EVIDENCE_TYPES as Partial<Record<string, EvidenceType>>)[mediaType];

/** Largest file of evidence in bytes (20 MB). */
export const MAX_EVIDENCE_BYTES = 20 * 1024 * 1024;
/** Most pixels of a photo: 50 million, twice what a good camera makes. */
export const MAX_PHOTO_PIXELS = 50_000_000;

/** The demand under which files stand that meet none. */
export const OTHER_DEMAND = 'other';

/** States of an entry in which files may be tied to it. */
export const EVIDENCE_STATES = ['draft', 'reported', 'differs', 'confirmed', 'reviewed', 'returned'] as const;
/** States in which files may be taken off though the demand is then no longer met: it is checked again at the submit. */
export const FREE_EVIDENCE_STATES: readonly string[] = ['draft', 'returned'];

/** Two photos look the same when at most so many of the 64 bits of their looks differ. */
export const SAME_LOOK_BITS = 6;
