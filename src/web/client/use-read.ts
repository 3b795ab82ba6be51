import { keepPreviousData, useInfiniteQuery, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf, Route } from '../../contract/route.ts';
import { call, type CallInput } from './call.ts';

interface ReadOptions {
  /** False: not yet. */
  enabled?: boolean;
  /** Shows the answer before while the next one loads (searches, filters). */
  keep?: boolean;
}

/** Reads a route and keeps its answer fresh; acts make every answer stale. */
export function useRead<R extends Route>(
  route: R,
  input: CallInput<R>,
  options: ReadOptions = {},
): UseQueryResult<AnswerOf<R>> {
  return useQuery<AnswerOf<R>>({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => call(route, { ...input, signal }),
    enabled: options.enabled ?? true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Reads a route once for each input; what has not come yet is undefined. `forever`: an answer once here is not asked again. */
export function useReads<R extends Route>(
  route: R,
  inputs: readonly CallInput<R>[],
  options: { forever?: boolean } = {},
): (AnswerOf<R> | undefined)[] {
  const queries = inputs.map((input) => ({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }: { signal: AbortSignal }) => call(route, { ...input, signal }),
    ...(options.forever === true ? { staleTime: Infinity } : {}),
  }));
  return useQueries({ queries }).map((one) => one.data);
}

/** One page of a list as the contract has it. */
interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list read page by page. */
export interface Pages<T> {
  items: T[];
  /** Whether the first page has come. */
  ready: boolean;
  loading: boolean;
  error: Error | null;
  hasMore: boolean;
  loadingMore: boolean;
  more: () => void;
  retry: () => void;
}

type RowOf<R extends Route> = AnswerOf<R> extends Page<infer T> ? T : never;

/** Reads a list page by page, going on by the key of the last answer. */
export function usePages<R extends Route>(
  route: R,
  input: CallInput<R>,
  options: ReadOptions = {},
): Pages<RowOf<R>> & { first: AnswerOf<R> | null } {
  const loose = input as { query?: Record<string, unknown> };
  const list = useInfiniteQuery({
    queryKey: [...keyOf(route, input), 'pages'],
    queryFn: ({ signal, pageParam }) => {
      const query = pageParam === null ? loose.query : { ...loose.query, after: pageParam };
      return call(route, { ...input, query, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: AnswerOf<R>) => (last as Page<unknown>).next,
    enabled: options.enabled ?? true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
  const pages = (list.data?.pages ?? []) as AnswerOf<R>[];
  return {
    items: pages.flatMap((page) => (page as Page<RowOf<R>>).items),
    first: pages[0] ?? null,
    ready: list.data !== undefined,
    loading: list.isFetching && !list.isFetchingNextPage,
    error: list.error,
    hasMore: list.hasNextPage,
    loadingMore: list.isFetchingNextPage,
    more: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
  };
}

function keyOf(route: Route, input: unknown): unknown[] {
  const { params, query } = input as { params?: unknown; query?: unknown };
  return [route.id, params ?? null, query ?? null];
}
