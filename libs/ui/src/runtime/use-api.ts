import type { ReplyOf, RequestOf, Route } from '@takt/contracts';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { CallOptions } from '../api/api-client';
import type { NoReplyError, ProblemError } from '../api/problem-error';
import { readKey } from '../api/query';
import { useRuntime } from './runtime-context';

/** What can go wrong with a call. */
export type CallError = ProblemError | NoReplyError;

/** How a reply is read. */
export interface ReadOptions {
  /** false: not yet */
  readonly enabled?: boolean;
  /** ask again every so many real ms, where no event tells of changes */
  readonly everyMs?: number;
  /** while another request is under way, show the reply to the one before */
  readonly keep?: boolean;
}

/**
 * Reads a route and keeps the reply true to the events of the socket.
 * @param route from the contract
 * @param request parameters and query
 * @param options when and how often
 */
export function useRead<R extends Route>(
  route: R,
  request: RequestOf<R> = {},
  options: ReadOptions = {},
): UseQueryResult<ReplyOf<R>, CallError> {
  const { api } = useRuntime();
  return useQuery<ReplyOf<R>, CallError>({
    queryKey: readKey(route, request),
    queryFn: ({ signal }) => api.call(route, request, { signal }),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.everyMs !== undefined && { refetchInterval: options.everyMs }),
    ...(options.keep && { placeholderData: keepPreviousData }),
  });
}

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly total?: number | undefined;
}

/**
 * Reads a list route page by page.
 * @param route a list route of the contract
 * @param request parameters and query, without a cursor
 */
export function usePages<R extends Route>(
  route: R,
  request: RequestOf<R> = {},
): UseInfiniteQueryResult<InfiniteData<ReplyOf<R>>, CallError> {
  const { api } = useRuntime();
  return useInfiniteQuery<
    ReplyOf<R>,
    CallError,
    InfiniteData<ReplyOf<R>>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [...readKey(route, request), 'pages'],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      api.call(
        route,
        { ...request, query: { ...(request.query as object), cursor: pageParam } } as RequestOf<R>,
        {
          signal,
        },
      ),
    getNextPageParam: (last) => (last as Page<unknown>).nextCursor ?? undefined,
  });
}

/** A write as a screen asks for it: the request, and the revision that was read or the key to repeat it with. */
export interface Write<R extends Route> {
  readonly request: RequestOf<R>;
  readonly options?: CallOptions;
}

/**
 * Writes by a route. Afterwards what the screen shows of the same resource is fetched again.
 * @param route from the contract
 */
export function useWrite<R extends Route>(route: R): UseMutationResult<ReplyOf<R>, CallError, Write<R>> {
  const { api, queries } = useRuntime();
  return useMutation<ReplyOf<R>, CallError, Write<R>>({
    mutationFn: ({ request, options }) => api.call(route, request, options),
    onSuccess: () => queries.invalidateQueries({ queryKey: [readKey(route)[0]] }),
  });
}
