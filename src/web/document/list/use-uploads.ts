import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '../../client/new-id.ts';
import { sendFile, type Brought } from './upload.ts';

/** One file on its way. */
export interface Upload {
  /** Also the id of the act: trying again never brings the file twice. */
  id: string;
  name: string;
  size: number;
  state: 'waiting' | 'sending' | 'reading' | 'done' | 'failed' | 'stopped';
  /** Share sent, 0 … 1. */
  share: number;
  answer: Brought | null;
  error: unknown;
}

/** The files on their way and what can be done with them. */
export interface Uploads {
  list: Upload[];
  add: (files: readonly File[]) => void;
  stop: (id: string) => void;
  retry: (id: string) => void;
  clear: () => void;
}

const AT_ONCE = 2;

/** Brings files in, two at a time, each with its own answer. */
export function useUploads(): Uploads {
  const client = useQueryClient();
  const [list, setList] = useState<Upload[]>([]);
  const files = useRef(new Map<string, File>());
  const running = useRef(new Map<string, AbortController>());
  const change = useCallback((id: string, part: Partial<Upload>) => {
    setList((old) => old.map((one) => (one.id === id ? { ...one, ...part } : one)));
  }, []);
  useEffect(() => {
    const free = AT_ONCE - running.current.size;
    const waiting = list
      .filter((one) => one.state === 'waiting' && !running.current.has(one.id))
      .slice(0, Math.max(0, free));
    for (const { id } of waiting) {
      const file = files.current.get(id);
      if (file === undefined) continue;
      const control = new AbortController();
      running.current.set(id, control);
      change(id, { state: 'sending', share: 0, error: null });
      const onProgress = (share: number) => change(id, { share, state: share >= 1 ? 'reading' : 'sending' });
      sendFile({ actId: id, file, signal: control.signal, onProgress })
        .then((answer) => {
          change(id, { state: 'done', answer });
          void client.invalidateQueries();
        })
        .catch((error: unknown) =>
          change(id, control.signal.aborted ? { state: 'stopped' } : { state: 'failed', error }),
        )
        .finally(() => {
          running.current.delete(id);
          setList((old) => [...old]);
        });
    }
  }, [list, change, client]);
  const add = useCallback((chosen: readonly File[]) => {
    const fresh = chosen.map((file): Upload => {
      const id = newId();
      files.current.set(id, file);
      return { id, name: file.name, size: file.size, state: 'waiting', share: 0, answer: null, error: null };
    });
    setList((old) => [...fresh, ...old]);
  }, []);
  return {
    list,
    add,
    stop: (id) => {
      const control = running.current.get(id);
      if (control === undefined) change(id, { state: 'stopped' });
      else control.abort();
    },
    retry: (id) => change(id, { state: 'waiting', error: null }),
    clear: () => setList((old) => old.filter((one) => ['waiting', 'sending', 'reading'].includes(one.state))),
  };
}
