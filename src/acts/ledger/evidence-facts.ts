import type { Instant } from '../../core/kernel/plain-date.ts';
import { kindOfMediaType, shownOfMediaType, type EvidenceKind } from '../../core/ledger/evidence.ts';
import type { EvidenceRow } from '../../storage/ledger/evidence.ts';

/** A file of evidence as it is answered: size in bytes, digest in hexadecimal. */
export interface EvidenceFacts {
  id: string;
  countyId: string;
  unitId: string;
  unitName: string;
  fileName: string;
  mediaType: string;
  kind: EvidenceKind;
  shown: 'image' | 'pdf' | null;
  size: number;
  digest: string;
  takenAt: string | null;
  broughtBy: string;
  broughtAt: Instant;
}

/** What is answered of a stored file. */
export function evidenceOf({ look: _, digest, size, ...row }: EvidenceRow): EvidenceFacts {
  const { mediaType } = row;
  return {
    ...row,
    kind: kindOfMediaType(mediaType),
    shown: shownOfMediaType(mediaType),
    size: Number(size),
    digest: digest.toString('hex'),
  };
}
