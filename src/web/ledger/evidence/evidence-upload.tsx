import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import {
  entryEvidence,
  linkEvidence,
  readEvidence,
  unlinkEvidence,
  type Evidence,
} from '../../../contract/evidence.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import { MAX_EVIDENCE_BYTES } from '../../../core/ledger/evidence.ts';
import type { EvidenceDemand } from '../../../core/ledger/kind.ts';
import { fill } from '../../../words/words.ts';
import { call } from '../../client/call.ts';
import { sizeText } from '../../client/format.ts';
import { newId } from '../../client/new-id.ts';
import { useAct } from '../../client/use-act.ts';
import { useRead, useReads } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { Load } from '../../parts/load.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { DemandPart } from './demand-part.tsx';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { byDemand, type ShownEvidence } from './held-evidence.ts';
import { useEvidenceUploads, type EvidenceUploads } from './use-evidence-uploads.ts';
import './evidence.css';

/** A file that a form holds before its entry is there: tied to it with this demand once it is. */
export interface HeldEvidence {
  evidence: Evidence;
  demand: string;
  /** What the file was called this time, where it was here already under another name. */
  broughtAs?: string;
}

/** What the components of evidence need. */
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

/**
 * The evidence of an entry as it is brought: by demand, dropped, chosen, or taken with the phone's camera; files that are there
 * can be looked at and taken off. With an entry it reads and changes what hangs on it; without one it holds the files.
 */
export function EvidenceUpload({ entryId, ...props }: EvidenceProps) {
  return entryId === null ? <HeldPart {...props} /> : <TiedPart {...props} entryId={entryId} />;
}

function HeldPart({ countyId, unitId, demands, value = [], onChange }: Omit<EvidenceProps, 'entryId'>) {
  // Two files may arrive before the form has drawn the first: what it holds is kept here too.
  const held = useRef(value);
  held.current = value;
  const set = (next: readonly HeldEvidence[]) => {
    held.current = next;
    onChange?.(next);
  };
  const uploads = useEvidenceUploads({
    countyId,
    unitId,
    onArrived: (evidence, { code }, name) =>
      set([
        ...held.current.filter((one) => one.evidence.id !== evidence.id),
        { evidence, demand: code, ...(name === evidence.fileName ? {} : { broughtAs: name }) },
      ]),
  });
  // That a photo proves something else already is said before the entry is sent, not after.
  const known = useReads(
    readEvidence,
    value.map(({ evidence }) => ({ params: { countyId: evidence.countyId, id: evidence.id } })),
  );
  return (
    <Parts
      demands={demands}
      files={value.map((one, at) => ({ ...one, others: usesOf(known[at]) }))}
      uploads={uploads}
      onRemove={({ id }) => set(held.current.filter((one) => one.evidence.id !== id))}
    />
  );
}

/** How many entries use a file or its like, within reach or not. */
const usesOf = (file: AnswerOf<typeof readEvidence> | undefined): number =>
  file === undefined ? 0 : file.proves.length + file.elsewhere.length + file.hidden;

function TiedPart({ countyId, unitId, entryId, demands }: EvidenceProps & { entryId: string }) {
  const client = useQueryClient();
  const read = useRead(entryEvidence, { params: { countyId, id: entryId } });
  const off = useAct(unlinkEvidence);
  const uploads = useEvidenceUploads({
    countyId,
    unitId,
    onArrived: async ({ id }, { code }) => {
      await call(linkEvidence, { params: { countyId, id }, body: { actId: newId(), entryId, demand: code } });
      await client.invalidateQueries();
    },
  });
  const remove = ({ id }: Evidence) => off.mutate({ params: { countyId, id }, body: { entryId } });
  return (
    <Load read={read} rows={2}>
      {({ items, can }) => (
        <>
          <ProblemAlert error={off.error} />
          <Parts
            demands={demands}
            files={items.map(({ demand, others, ...evidence }) => ({ evidence, demand, others }))}
            uploads={can.link ? uploads : null}
            onRemove={can.link ? remove : null}
          />
        </>
      )}
    </Load>
  );
}

interface PartsProps {
  demands: readonly EvidenceDemand[];
  files: readonly ShownEvidence[];
  uploads: EvidenceUploads | null;
  onRemove: ((evidence: Evidence) => void) | null;
}

function Parts({ demands, files, uploads, onRemove }: PartsProps) {
  const said = useWords().evidence;
  const [open, setOpen] = useState<Evidence | null>(null);
  return (
    <div className="ev">
      {uploads === null ? null : (
        <p className="bf-quiet bf-small">{fill(said.limit, { limit: sizeText(MAX_EVIDENCE_BYTES) })}</p>
      )}
      {byDemand(demands, files).map(({ demand, files: own }) => (
        <DemandPart
          key={demand.code}
          demand={demand}
          files={own}
          uploads={uploads}
          onOpen={setOpen}
          onRemove={onRemove}
        />
      ))}
      <EvidenceDialog file={open} onClose={() => setOpen(null)} />
    </div>
  );
}
