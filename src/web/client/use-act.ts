import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AnswerOf, Route } from '../../contract/route.ts';
import { canonical } from '../../core/kernel/canonical.ts';
import { call, Unreached, type CallInput } from './call.ts';
import { newId } from './new-id.ts';

/** What an act is called with; the act's id is added here. */
export type ActInput<R extends Route> =
  CallInput<R> extends { body: infer B }
    ? Omit<CallInput<R>, 'body'> & { body: B extends FormData ? FormData : Omit<B, 'actId'> }
    : CallInput<R>;

interface Sent {
  what: string;
  actId: string;
}

const WAIT_MS = 700;

/**
 * Does an act. The same input keeps its act id until it went through, so that sending again after a lost answer does nothing
 * twice; one lost answer is retried without asking. Afterwards every read is fresh.
 */
export function useAct<R extends Route>(route: R): UseMutationResult<AnswerOf<R>, Error, ActInput<R>> {
  const client = useQueryClient();
  const sent = useRef<Sent | null>(null);
  return useMutation<AnswerOf<R>, Error, ActInput<R>>({
    mutationKey: [route.id],
    mutationFn: async (input) => {
      const full = withActId(route, input, sent);
      try {
        return await call(route, full);
      } catch (error) {
        if (!(error instanceof Unreached)) throw error;
        await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
        return await call(route, full);
      }
    },
    onSuccess: async () => {
      sent.current = null;
      await client.invalidateQueries();
    },
  });
}

function withActId<R extends Route>(route: R, input: ActInput<R>, sent: { current: Sent | null }): CallInput<R> {
  const body = (input as { body?: unknown }).body;
  if (body instanceof FormData) {
    if (!body.has('actId')) body.set('actId', newId());
    return input as CallInput<R>;
  }
  if (route.body?.shape['actId'] === undefined) return input as CallInput<R>;
  const what = canonical({ body, params: (input as { params?: unknown }).params });
  if (sent.current?.what !== what) sent.current = { what, actId: newId() };
  return { ...input, body: { ...(body as object), actId: sent.current.actId } } as unknown as CallInput<R>;
}
