import { useState } from 'react';
import { entryEvidence, type Evidence } from '../../../contract/evidence.ts';
import type { EvidenceDemand } from '../../../core/ledger/kind.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { Load } from '../../parts/load.tsx';
import { DemandHead } from './demand-head.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { byDemand } from './held-evidence.ts';
import './evidence.css';

/** The files of an entry as a gallery to look at, with where the same is used too. Reads them itself. */
export function EvidenceList(props: { countyId: string; entryId: string; demands: readonly EvidenceDemand[] }) {
  const { countyId, entryId, demands } = props;
  const said = useWords().evidence;
  const [open, setOpen] = useState<Evidence | null>(null);
  const read = useRead(entryEvidence, { params: { countyId, id: entryId } });
  return (
    <Load read={read} rows={2}>
      {({ items }) => (
        <div className="ev">
          {items.length === 0 && demands.length === 0 ? <p className="bf-quiet">{said.none}</p> : null}
          {byDemand(demands, items)
            .filter(({ demand, files }) => files.length > 0 || demand.least > 0)
            .map(({ demand, files }) => (
              <section key={demand.code} className="ev-demand">
                <DemandHead demand={demand} have={files.length} />
                {files.length === 0 ? (
                  <p className="bf-quiet">{said.noneOf}</p>
                ) : (
                  <ul className="ev-cards">
                    {files.map((file) => (
                      <EvidenceCard
                        key={file.id}
                        file={{ evidence: file, demand: file.demand, others: file.others }}
                        onOpen={() => setOpen(file)}
                        onRemove={null}
                      />
                    ))}
                  </ul>
                )}
              </section>
            ))}
          <EvidenceDialog file={open} onClose={() => setOpen(null)} />
        </div>
      )}
    </Load>
  );
}
