import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused, Unreached } from './call.ts';
import { sessionLost } from './session-state.ts';

const FRESH_MS = 15_000;

function watch(error: Error): void {
  if (error instanceof Refused && error.problems.some((one) => one.code === 'session.required')) sessionLost.set(true);
}

/** Keeps answers; a lost session is noticed wherever it shows first. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      networkMode: 'always',
      retry: (count, error) => error instanceof Unreached && count < 1,
      retryDelay: 500,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
