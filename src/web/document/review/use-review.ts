import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { reviewDocument, type readDocument, type Item, type ReviewChange } from '../../../contract/document.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import { call, Refused, Unreached } from '../../client/call.ts';
import { newId } from '../../client/new-id.ts';
import { sessionLost } from '../../client/session-state.ts';
import { applyChange, idsOf, inverseOf, mergeItems } from './apply-change.ts';

/** A document as the server gives it. */
export type DocumentData = AnswerOf<typeof readDocument>;

/** A change on its way; the same act id until it went through. */
interface Step {
  actId: string;
  change: ReviewChange;
  before: Item[];
}

/** A change that was not saved, and why. */
export interface Failure {
  error: unknown;
  step: Step;
}

/** How the saving stands. */
export interface Saving {
  waiting: number;
  failures: ReadonlyMap<string, Failure>;
  /** How many steps can be undone. */
  past: number;
}

/** What a reviewer does; every one is an act at the server. */
export interface ReviewActs {
  change: (change: ReviewChange) => void;
  /** Takes the last step back; the items it was about, or null where there is none. */
  undo: () => string[] | null;
  retry: (itemId: string) => void;
  drop: (itemId: string) => void;
}

const WAIT_MS = 700;
const keyOf = (id: string) => ['document.read', { id }];

/**
 * The changes of a review: shown at once, sent one after the other, put back where the server refuses. What failed stays
 * marked at its item until it is sent again or dropped.
 */
export function useReview(id: string): { acts: ReviewActs; saving: Saving } {
  const client = useQueryClient();
  const past = useRef<Undoable[]>([]);
  const [undoable, setUndoable] = useState(0);
  // What did not happen cannot be undone.
  const forget = useCallback((actId: string) => {
    past.current = past.current.filter((one) => one.actId !== actId);
    setUndoable(past.current.length);
  }, []);
  const { send, mark, waiting, failures } = useSending(id, forget);
  const acts = useMemo<ReviewActs>(
    () => ({
      change: (change) => {
        const actId = newId();
        past.current.push({ actId, back: inverseOf(documentIn(client, id)?.list ?? [], change) });
        setUndoable(past.current.length);
        send(change, actId);
      },
      undo: () => {
        const last = past.current.pop();
        setUndoable(past.current.length);
        last?.back.forEach((change) => send(change, newId()));
        return last === undefined ? null : last.back.flatMap(idsOf);
      },
      retry: (itemId) => {
        const failure = failures.get(itemId);
        if (failure !== undefined) send(failure.step.change, failure.step.actId);
      },
      drop: (itemId) => {
        const failure = failures.get(itemId);
        if (failure !== undefined) mark(idsOf(failure.step.change), null);
      },
    }),
    [client, id, send, mark, failures],
  );
  return { acts, saving: { waiting, failures, past: undoable } };
}

interface Undoable {
  actId: string;
  back: ReviewChange[];
}

/** Sends changes in their order and keeps what failed. */
function useSending(id: string, onFailed: (actId: string) => void) {
  const client = useQueryClient();
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [waiting, setWaiting] = useState(0);
  const [failures, setFailures] = useState<ReadonlyMap<string, Failure>>(new Map());
  const mark = useCallback((ids: string[], failure: Failure | null) => {
    setFailures((old) => {
      const next = new Map(old);
      for (const one of ids) {
        if (failure === null) next.delete(one);
        else next.set(one, failure);
      }
      return next;
    });
  }, []);
  const send = useCallback(
    (change: ReviewChange, actId: string) => {
      void client.cancelQueries({ queryKey: keyOf(id) });
      const document = documentIn(client, id);
      if (document === undefined) return;
      const ids = idsOf(change);
      const step: Step = { actId, change, before: document.list.filter((item) => ids.includes(item.id)) };
      setItems(client, id, applyChange(document.list, change, document.text));
      mark(ids, null);
      setWaiting((n) => n + 1);
      queue.current = queue.current.then(async () => {
        const failure = await perform(client, id, step);
        if (failure !== null) {
          mark(ids, failure);
          onFailed(actId);
        }
        setWaiting((n) => n - 1);
      });
    },
    [client, id, mark, onFailed],
  );
  return { send, mark, waiting, failures };
}

function documentIn(client: QueryClient, id: string): DocumentData | undefined {
  return client.getQueriesData<DocumentData>({ queryKey: keyOf(id) }).find(([, data]) => data !== undefined)?.[1];
}

function setItems(client: QueryClient, id: string, list: Item[]): void {
  const pending = list.filter((item) => item.state === 'pending').length;
  client.setQueriesData<DocumentData>({ queryKey: keyOf(id) }, (old) =>
    old === undefined ? old : { ...old, list, items: list.length, pending },
  );
}

/** Sends one change; puts its items back and gives the reason where it did not go through. */
async function perform(client: QueryClient, id: string, step: Step): Promise<Failure | null> {
  try {
    const answer = await sendTwice(id, step);
    const document = documentIn(client, id);
    if (document !== undefined) setItems(client, id, mergeItems(document.list, answer.items));
    void client.invalidateQueries({ queryKey: ['document.list'], refetchType: 'none' });
    void client.invalidateQueries({ queryKey: ['home.read'], refetchType: 'none' });
    return null;
  } catch (error) {
    putBack(client, id, step);
    if (error instanceof Refused) {
      if (error.status === 401) sessionLost.set(true);
      else await client.invalidateQueries({ queryKey: keyOf(id) });
    }
    return { error, step };
  }
}

async function sendTwice(id: string, { actId, change }: Step) {
  const input = { params: { id }, body: { actId, change } };
  try {
    return await call(reviewDocument, input);
  } catch (error) {
    if (!(error instanceof Unreached)) throw error;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    return call(reviewDocument, input);
  }
}

function putBack(client: QueryClient, id: string, step: Step): void {
  const document = documentIn(client, id);
  if (document === undefined) return;
  const added = step.change.do === 'add' ? step.change.id : null;
  setItems(
    client,
    id,
    mergeItems(
      document.list.filter((item) => item.id !== added),
      step.before,
    ),
  );
}
