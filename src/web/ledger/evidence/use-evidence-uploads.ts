import { useCallback, useEffect, useRef, useState } from 'react';
import type { Evidence } from '../../../contract/evidence.ts';
import type { EvidenceDemand } from '../../../core/ledger/kind.ts';
import { newId } from '../../client/new-id.ts';
import { refusal, sendEvidence } from './send-evidence.ts';

/** One file on its way to a demand. */
export interface EvidenceUploading {
  /** Also the id of the act: trying again never brings the file twice. */
  id: string;
  demand: EvidenceDemand;
  name: string;
  size: number;
  state: 'waiting' | 'sending' | 'checking' | 'failed' | 'stopped';
  /** Share sent, 0 … 1. */
  share: number;
  error: unknown;
}

/** The files on their way and what can be done with them; what arrived is no longer among them. */
export interface EvidenceUploads {
  list: EvidenceUploading[];
  add: (files: readonly File[], demand: EvidenceDemand) => void;
  stop: (id: string) => void;
  retry: (id: string) => void;
  dismiss: (id: string) => void;
}

const AT_ONCE = 2;

interface Place {
  countyId: string;
  unitId: string;
  /** What to do with a file that arrived (`name`: as it was called here); it stays in the list until this is done. */
  onArrived: (evidence: Evidence, demand: EvidenceDemand, name: string) => Promise<void> | void;
}

/** Brings files, two at a time, each with its own progress and answer. */
export function useEvidenceUploads(place: Place): EvidenceUploads {
  const [list, setList] = useState<EvidenceUploading[]>([]);
  const files = useRef(new Map<string, File>());
  const running = useRef(new Map<string, AbortController>());
  const latest = useRef(place);
  latest.current = place;
  const change = useCallback((id: string, part: Partial<EvidenceUploading>) => {
    setList((old) => old.map((one) => (one.id === id ? { ...one, ...part } : one)));
  }, []);
  const dismiss = useCallback((id: string) => {
    files.current.delete(id);
    setList((old) => old.filter((one) => one.id !== id));
  }, []);
  useEffect(() => {
    const free = AT_ONCE - running.current.size;
    const next = list
      .filter((one) => one.state === 'waiting' && !running.current.has(one.id))
      .slice(0, Math.max(0, free));
    for (const { id, demand } of next) {
      const file = files.current.get(id);
      if (file === undefined) continue;
      const control = new AbortController();
      running.current.set(id, control);
      change(id, { state: 'sending', share: 0, error: null });
      const onProgress = (share: number) => change(id, { share, state: share >= 1 ? 'checking' : 'sending' });
      bring(latest.current, { actId: id, file, demand, signal: control.signal, onProgress })
        .then(() => dismiss(id))
        .catch((error: unknown) =>
          change(id, control.signal.aborted ? { state: 'stopped' } : { state: 'failed', error }),
        )
        .finally(() => {
          running.current.delete(id);
          setList((old) => [...old]);
        });
    }
  }, [list, change, dismiss]);
  const add = useCallback((chosen: readonly File[], demand: EvidenceDemand) => {
    const fresh = chosen.map((file): EvidenceUploading => {
      const id = newId();
      files.current.set(id, file);
      return { id, demand, name: file.name, size: file.size, state: 'waiting', share: 0, error: null };
    });
    setList((old) => [...old, ...fresh]);
  }, []);
  return {
    list,
    add,
    dismiss,
    stop: (id) => {
      const control = running.current.get(id);
      if (control === undefined) change(id, { state: 'stopped' });
      else control.abort();
    },
    retry: (id) => change(id, { state: 'waiting', error: null }),
  };
}

interface Bringing {
  actId: string;
  file: File;
  demand: EvidenceDemand;
  signal: AbortSignal;
  onProgress: (share: number) => void;
}

async function bring({ countyId, unitId, onArrived }: Place, { demand, ...sending }: Bringing): Promise<void> {
  const { evidence } = await sendEvidence({ ...sending, countyId, unitId });
  if (!demand.accepts.includes(evidence.kind)) {
    const params = { file: sending.file.name, demand: demand.name.zh, demandEn: demand.name.en || demand.name.zh };
    throw refusal('evidence.wrong_kind', params);
  }
  await onArrived(evidence, demand, sending.file.name);
}
